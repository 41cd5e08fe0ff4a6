import Foundation
import Pages
import Testing
import Wire

@testable import Pipeline

/// Section 2 of the contract, times: a row a rule, through the whole pipeline.
@Suite("The contract: times")
struct ContractTimeTests {
    private let pipeline: PagePipeline

    init() throws { pipeline = try TestPipeline.make() }

    struct Row: CustomTestStringConvertible, Sendable {
        var stated: String
        var language = "en"
        var url: String?
        var time: String
        var raw: String?
        var precision: TimePrecision
        var basis: ZoneBasis
        var testDescription: String { "\(stated) (\(language), \(url ?? "no URL"))" }
    }

    static let rows: [Row] = [
        // The offset that the page states.
        Row(
            stated: "2024-03-01T07:45:10+01:00", url: "https://blatt.de/a", time: "2024-03-01T07:45:10+01:00",
            precision: .second, basis: .explicit),
        Row(
            stated: "2024-03-01T07:45:10-03:30", time: "2024-03-01T07:45:10-03:30", precision: .second, basis: .explicit
        ),
        Row(stated: "2024-03-01T07:45Z", time: "2024-03-01T07:45:00Z", precision: .minute, basis: .explicit),
        Row(
            stated: "March 1, 2024 7:45 PM EST", time: "2024-03-01T19:45:00-05:00", precision: .minute, basis: .explicit
        ),
        // The zone of the site's country.
        Row(
            stated: "2024-03-01 07:45:10", url: "https://news.example.cn/a", time: "2024-03-01T07:45:10+08:00",
            precision: .second, basis: .site),
        Row(
            stated: "2024-07-01 07:45", url: "https://news.example.de/a", time: "2024-07-01T07:45:00+02:00",
            precision: .minute, basis: .site),
        Row(
            stated: "2024-03-01", url: "https://news.example.in/a", time: "2024-03-01T00:00:00+05:30", precision: .day,
            basis: .site),
        // The zone of the language.
        Row(
            stated: "2024-03-01 07:45", language: "de", url: "https://blatt.example.com/a",
            time: "2024-03-01T07:45:00+01:00", precision: .minute, basis: .language),
        // An assumption.
        Row(stated: "2024-03-01 07:45", time: "2024-03-01T07:45:00Z", precision: .minute, basis: .assumed),
        Row(stated: "2024-03-01", time: "2024-03-01T00:00:00Z", precision: .day, basis: .assumed),
        Row(stated: "1 March 2024", time: "2024-03-01T00:00:00Z", precision: .day, basis: .assumed),
    ]

    private static let german = ContractPage(
        language: "de", title: "Die alte Fähre kehrt auf den Fluss zurück",
        paragraphs: [
            "Nach elf Jahren an Land ist die Fähre, die einst die Marktwagen über den Fluss trug, wieder zu Wasser gelassen worden, vor einigen hundert Zuschauern.",
            "Freiwillige haben die meisten Planken und jede Niete des Rumpfes erneuert, sagte die Vorsitzende des Vereins, und der Motor sprang beim zweiten Versuch an.",
            "Die Stadt zahlt den Versuch bis Oktober. Danach will der Rat wissen, ob genug Menschen übersetzen, um die Linie auch im Winter offen zu halten.",
            "Eine Überfahrt dauert vier Minuten und kostet so viel wie eine Busfahrt. Fahrräder fahren umsonst mit, Hunde auch, und Wagen, sollte je wieder einer kommen.",
        ])

    @Test("a time has an offset, a precision and the basis of its zone", arguments: rows)
    func published(row: Row) throws {
        let page = (row.language == "de" ? Self.german : ContractPage.english).with {
            $0.url = row.url
            $0.lines = ["<time datetime=\"\(row.stated)\">\(row.stated)</time>"]
        }
        let event = try page.event(pipeline)
        #expect(event["published_at"] == row.time)
        #expect(event["published_at_raw"] == row.stated)
        #expect(event["published_at_precision"] == row.precision.rawValue)
        #expect(event["published_at_zone_basis"] == row.basis.rawValue)
        #expect(event.list("warnings").contains("zone_assumed") == (row.basis == .assumed))
        #expect(!event.list("warnings").contains("time_missing"))
        let instant = try #require(ISO8601DateFormatter().date(from: row.time))
        #expect(event.number("published_at_ms") == Int64(instant.timeIntervalSince1970) * 1000)
    }

    @Test("Chinese text without a URL is assumed to be China's")
    func chinese() throws {
        let page = ContractPage.chinese.with { $0.lines = ["2024-03-01 07:45:10　来源：青岚日报"] }
        for record in [page.record(), page.record(page.dump())] {
            let event = try ContractEvent(pipeline, record)
            #expect(event["published_at"] == "2024-03-01T07:45:10+08:00")
            #expect(event["published_at_zone_basis"] == "assumed" && event.list("warnings").contains("zone_assumed"))
        }
    }

    @Test("modified_at has the same five fields; all five are null without a time")
    func modified() throws {
        let none = try ContractPage.english.event(pipeline)
        for name in ["published_at", "modified_at"] {
            for part in ["", "_ms", "_raw", "_precision", "_zone_basis"] {
                #expect(none.fields[name + part] is NSNull, "\(name)\(part)")
            }
        }
        #expect(none.list("warnings").contains("time_missing"))
        let page = ContractPage.english.with {
            $0.head =
                "<meta property=article:published_time content=2024-03-01T07:45:10+01:00>"
                + "<meta property=article:modified_time content=2024-03-02T08:00+01:00>"
        }
        let event = try page.event(pipeline)
        #expect(
            event["modified_at"] == "2024-03-02T08:00:00+01:00" && event.number("modified_at_ms") == 1_709_362_800_000)
        #expect(event["modified_at_raw"] == "2024-03-02T08:00+01:00" && event["modified_at_precision"] == "minute")
        #expect(event["modified_at_zone_basis"] == "explicit")
    }
}
