import Foundation
import Telemetry
import Text

extension Comparison {
    /// The comparison as one self-contained HTML file.
    public func html() -> String { ReportPage(self).html }
}

/// A comparison as one HTML file: its style and its script inside, nothing from elsewhere.
///
/// All of it is there without the script, which only filters. Whatever a page wrote is text or an attribute in quotes.
struct ReportPage {
    private let comparison: Comparison

    init(_ comparison: Comparison) { self.comparison = comparison }

    private static let style = String(decoding: PackageResources.report_css, as: UTF8.self)
    private static let script = String(decoding: PackageResources.report_js, as: UTF8.self)

    /// The policy that allows the file its own style and script by their digests, and nothing else.
    static let policy =
        "default-src 'none'; style-src '\(digest(style))'; script-src '\(digest(script))'; base-uri 'none'; "
        + "form-action 'none'"

    private static func digest(_ text: String) -> String {
        "sha256-" + Data(SHA256.digest(Array(text.utf8))).base64EncodedString()
    }

    /// The whole file.
    var html: String {
        var page = HTMLText()
        page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"\(Self.policy)\">\n")
        page.element("title", text: "\(comparison.labels.title) · Galley")
        page.raw("\n<style>\(Self.style)</style>\n</head>\n<body>\n")
        head(&page)
        page.raw("<main>\n<div class=\"columns\">\n")
        fields(&page)
        sites(&page)
        reasons(&page)
        page.raw("</div>\n")
        differences(&page)
        page.raw("</main>\n<script>\(Self.script)</script>\n</body>\n</html>\n")
        return page.content
    }

    // MARK: Head

    private func head(_ page: inout HTMLText) {
        page.raw("<header>\n<p class=\"kind\">Comparison of article events</p>\n")
        page.element("h1", [("dir", "auto")], text: comparison.labels.title)
        page.raw("\n<dl class=\"notes\">")
        for note in comparison.labels.notes {
            page.raw("<div>")
            page.element("dt", text: note.name)
            page.element("dd", [("dir", "auto")], text: note.value)
            page.raw("</div>")
        }
        page.raw("</dl>\n<dl class=\"counts\">")
        for count in comparison.counts {
            page.open("div", [("class", count.name.replacing(" ", with: "-"))])
            page.element("dt", text: count.name)
            page.element("dd", text: Comparison.grouped(count.count))
            page.raw("</div>")
        }
        page.raw("</dl>\n")
        let published = comparison.unchanged + comparison.changed + comparison.gone
        if published > 0 {
            page.element("p", [("class", "note")], text: share(of: published))
        }
        if comparison.unread > 0 {
            page.element(
                "p", [("class", "note")], text: "\(Comparison.grouped(comparison.unread)) values were not events.")
        }
        page.raw("</header>\n")
    }

    private func share(of published: Int) -> String {
        let percent = 100 * Double(comparison.unchanged) / Double(published)
        let digits = String(format: "%.1f", (percent * 10).rounded(.down) / 10)
        return "\(digits)% of \(Comparison.grouped(published)) compared published articles are unchanged."
    }

    // MARK: Tables

    private func fields(_ page: inout HTMLText) {
        guard !comparison.fields.isEmpty else { return }
        page.raw("<section>\n<h2>Fields of changed articles</h2>\n<table class=\"fields\"><thead><tr>")
        page.raw("<th scope=\"col\">field</th><th scope=\"col\" class=\"number\">articles</th>")
        page.raw("<th scope=\"col\" class=\"number\">of changed</th></tr></thead>\n<tbody>\n")
        for field in comparison.fields {
            page.raw("<tr><th scope=\"row\">")
            page.element("button", [("type", "button"), ("data-field", field.name)], text: field.name)
            page.raw("</th>")
            page.element("td", [("class", "number")], text: Comparison.grouped(field.count))
            page.element("td", [("class", "number")], text: percent(field.count))
            page.raw("</tr>\n")
        }
        page.raw("</tbody></table>\n</section>\n")
    }

    private func percent(_ count: Int) -> String {
        String(format: "%.1f%%", 100 * Double(count) / Double(max(1, comparison.changed)))
    }

    private func reasons(_ page: inout HTMLText) {
        guard !comparison.reasons.isEmpty else { return }
        page.raw("<section>\n<h2>Why articles are gone</h2>\n<table><thead><tr><th scope=\"col\">reason</th>")
        page.raw("<th scope=\"col\" class=\"number\">articles</th></tr></thead>\n<tbody>\n")
        for reason in comparison.reasons {
            page.raw("<tr>")
            page.element("th", [("scope", "row"), ("dir", "auto")], text: reason.name)
            page.element("td", [("class", "number")], text: Comparison.grouped(reason.count))
            page.raw("</tr>\n")
        }
        page.raw("</tbody></table>\n</section>\n")
    }

    private func sites(_ page: inout HTMLText) {
        guard !comparison.sites.isEmpty else { return }
        page.raw("<section>\n<h2>Sites</h2>\n<div class=\"long\"><table class=\"sites\"><thead><tr>")
        page.raw("<th scope=\"col\">site</th>")
        for kind in Difference.Kind.allCases {
            page.element("th", [("scope", "col"), ("class", "number")], text: kind.rawValue)
        }
        page.raw("</tr></thead>\n<tbody>\n")
        for site in comparison.sites {
            page.raw("<tr><th scope=\"row\">")
            page.element("button", [("type", "button"), ("data-site", site.site), ("dir", "auto")], text: site.site)
            page.raw("</th>")
            for count in [site.changed, site.added, site.gone] {
                page.element("td", [("class", "number")], text: Comparison.grouped(count))
            }
            page.raw("</tr>\n")
        }
        page.raw("</tbody></table></div>\n</section>\n")
    }

    // MARK: Differences

    private func differences(_ page: inout HTMLText) {
        let shown = comparison.largest
        guard !shown.isEmpty else { return page.raw("<p>No article differs.</p>\n") }
        page.raw("<section>\n<h2>Articles that differ</h2>\n")
        page.element("p", [("class", "note")], text: ShownDifferences.extent(of: comparison))
        ShownDifferences.filters(of: comparison, to: &page)
        page.raw("<ol class=\"differences\">\n")
        for difference in shown { ShownDifferences.write(difference, to: &page) }
        page.raw("</ol>\n</section>\n")
    }
}
