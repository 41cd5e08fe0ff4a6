import Foundation
import Telemetry
import TestSupport
import Testing

@testable import Admin
@testable import Worker

/// The list of metrics: its rule of names, and its page in the reference.
@Suite("The list of metrics")
struct MetricListTests {
    private static let all =
        MetricFamily.worker + ProcessMetrics.families + SpanExporter.families + [Telemetry.linesFamily]

    @Test("names follow the rule: words in lower case, a base unit last, _total for what only rises")
    func followsTheRule() {
        #expect(Set(Self.all.map(\.name)).count == Self.all.count)
        for family in Self.all {
            #expect(family.name.wholeMatch(of: /(galley|process)(_[a-z]+)+/) != nil, "\(family.name)")
            #expect(family.name.hasSuffix("_total") == (family.kind == .counter), "\(family.name)")
            #expect(family.help.hasSuffix(".") && family.help.count > 10, "\(family.name)")
            #expect(
                family.name.firstMatch(of: /_(ms|milliseconds|us|kb|kilobytes|minutes|percent)(_|$)/) == nil,
                "\(family.name)")
            #expect(family.kind != .histogram || family.name.hasSuffix("_seconds"), "\(family.name)")
        }
    }

    @Test("no label has a value for each site, URL or key")
    func boundsLabels() {
        let allowed: Set = [
            "outcome", "reason", "stage", "topic", "partition", "change", "result", "fault", "client", "broker",
            "level", "version", "librdkafka", "name",
        ]
        for family in Self.all { #expect(allowed.isSuperset(of: family.labels), "\(family.name)") }
    }

    @Test("the reference lists them all; GALLEY_UPDATE=1 writes it anew")
    func isInTheReference() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../deploy/reference/metrics.md"
        ).standardized
        let text = Self.reference
        if ProcessInfo.processInfo.environment["GALLEY_UPDATE"] == "1" { try Data(text.utf8).write(to: file) }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }

    private static var reference: String {
        let rows = all.sorted { $0.name < $1.name }.map { family in
            "| `\(family.name)` | \(family.kind.rawValue) | \(family.labels.map { "`\($0)`" }.joined(separator: ", ")) | \(family.help) |"
        }
        return """
            # Metrics

            What `/metrics` of the admin port shows, in Prometheus' text format. Names are `galley_`, what is measured, and its unit; times
            are in seconds, sizes in bytes; `_total` ends the name of what only rises. Labels have few values: no site, URL or key is one.

            | metric | type | labels | what it says |
            |---|---|---|---|
            \(rows.joined(separator: "\n"))

            """
    }
}
