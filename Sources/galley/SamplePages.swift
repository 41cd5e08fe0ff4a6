import Foundation
import Wire

/// The demo's pages, written for it: what a crawler finds in a day, the broken ones too.
struct SamplePage {
    let name: String
    let url: String?
    let contentType: String?
    let body: [UInt8]?
    var contentEncoding: String?

    /// The record as a crawler would have produced it.
    var headers: [WireHeader] {
        [
            contentType.map { WireHeader("content-type", $0) }, url.map { WireHeader("ce_subject", $0) },
            contentEncoding.map { WireHeader("content-encoding", $0) }, WireHeader("ce_id", name),
            WireHeader("ce_time", "2026-03-15T06:00:00Z"),
        ].compactMap { $0 }
    }

    /// Every sample, in the order in which the demo loads them.
    static let all: [SamplePage] = [
        html("english", "https://gazette.example/town/harbour-baths-reopen", PackageResources.english_html),
        html("german", "https://alpenbote.example/region/nachtzug-oberau.html", PackageResources.german_html),
        html("french", "https://courrier-valmont.example/culture/librairie-roulante", PackageResources.french_html),
        html("japanese", "https://hamakaze.example/local/20260211-01.html", PackageResources.japanese_html),
        html(
            "russian, windows-1251", "https://vestnik.example/news/katok", PackageResources.russian_windows_1251_html,
            type: "text/html"),
        html(
            "chinese, two copies", "https://qinglan.example/edu/202603/05/content_1.html",
            PackageResources.chinese_two_copies_html),
        SamplePage(
            name: "chinese text dump", url: nil, contentType: nil, body: PackageResources.chinese_dump_txt),
        html("log-in page", "https://gazette.example/login", PackageResources.login_html),
        html("front page", "https://gazette.example/", PackageResources.index_html),
        SamplePage(
            name: "broken gzip", url: "https://gazette.example/broken", contentType: "text/html",
            body: Array(PackageResources.english_html.prefix(400)), contentEncoding: "gzip"),
        SamplePage(name: "delete request", url: "https://gazette.example/old", contentType: nil, body: nil),
    ]

    private static func html(
        _ name: String, _ url: String, _ body: [UInt8], type: String = "text/html; charset=utf-8"
    ) -> SamplePage {
        SamplePage(name: name, url: url, contentType: type, body: body)
    }
}
