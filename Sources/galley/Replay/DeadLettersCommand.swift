import Foundation
import Kafka
import Replay
import Settings
import Telemetry

/// `galley dead-letters`: what stands on the topic of dead letters, or of rejections, and why.
struct DeadLettersCommand {
    let operands: [String]
    let configuration: Configuration

    private enum Action: String, CaseIterable { case list, show, export }

    /// Reads the topic to the end it has now.
    func run() throws -> ExitCode {
        let options = configuration.options
        guard let action = Action(rawValue: operands.first ?? "list") else {
            let known = Action.allCases.map(\.rawValue).joined(separator: ", ")
            throw SettingsError(usage: "galley dead-letters \(operands.first ?? ""): expected one of \(known)")
        }
        let filter = try RecordFilter(options.filter)
        let topic = options.rejected ? configuration.output.rejectedTopic : configuration.output.deadLettersTopic
        let interrupt = Interrupt()
        let client = try configuration.client()
        let known = action == .list ? try known(client) : KnownLetters()
        let reader = try configuration.outcomeReader()
        var (taken, tally) = (0, LetterTally())
        try TopicReader(client: client).follow(
            [topic], from: try TopicPoint(options.from ?? "beginning", flag: "--from"), isToEnd: true
        ) { record in
            let mayGoOn = !interrupt.isAsked
            guard let record else { return mayGoOn }
            let outcome = OutcomeRecord(record, reader)
            guard filter.admits(outcome) else { return mayGoOn }
            taken += 1
            switch action {
            case .list: tally.add(outcome, wasDealtWith: known.contains(record))
            case .show:
                if options.show == .json {
                    Terminal.output(exactly: outcome.json)
                } else {
                    LetterView(outcome).lines.forEach { Terminal.output(line: $0) }
                }
            case .export: Terminal.output(exactly: LetterView(outcome).exported)
            }
            return mayGoOn && (options.limit == 0 || taken < options.limit)
        }
        guard action == .list else { return interrupt.isAsked ? .interrupted : .done }
        let isPart = interrupt.isAsked || options.limit > 0 && taken >= options.limit
        if options.show == .json {
            tally.json(topic).forEach { Terminal.output(exactly: $0) }
        } else {
            tally.lines(topic, isPart: isPart, columns: Terminal.columns).forEach { Terminal.output(line: $0) }
        }
        return interrupt.isAsked ? .interrupted : .done
    }
}

extension DeadLettersCommand {
    /// Letters that `galley redrive` has dealt with; none of rejections, which it leaves alone.
    private func known(_ client: ClientSettings) throws -> KnownLetters {
        guard !configuration.options.rejected else { return KnownLetters() }
        let admin = try Admin(client)
        defer { admin.close() }
        let output = configuration.output
        return try Redrive(client, deadLetters: output.deadLettersTopic, most: output.redrives).known(admin)
    }
}

/// Letters counted by reason: how many, how old, from which sites.
struct LetterTally {
    private struct Reason {
        var count = 0
        var dealtWith = 0
        var oldest = Int64.max
        var newest = Int64.min
        var sites: [String: Int] = [:]
        /// Those of sites that came when as many were known as are counted apart.
        var others = 0
    }

    private var reasons: [String: Reason] = [:]

    /// Sites that are counted apart, of each reason.
    private static let mostSites = 10_000
    /// Sites that are shown.
    private static let shownSites = 3

    mutating func add(_ outcome: OutcomeRecord, wasDealtWith: Bool) {
        var reason = reasons[outcome.reason ?? "(none)"] ?? Reason()
        reason.count += 1
        if wasDealtWith { reason.dealtWith += 1 }
        if let time = outcome.record.timestampMs {
            reason.oldest = min(reason.oldest, time)
            reason.newest = max(reason.newest, time)
        }
        let site = outcome.host ?? "(no url)"
        if reason.sites[site] != nil || reason.sites.count < LetterTally.mostSites {
            reason.sites[site, default: 0] += 1
        } else {
            reason.others += 1
        }
        reasons[outcome.reason ?? "(none)"] = reason
    }

    private var sorted: [(name: String, reason: Reason)] {
        reasons.map { ($0.key, $0.value) }.sorted { ($1.reason.count, $0.name) < ($0.reason.count, $1.name) }
    }

    private static func top(_ reason: Reason) -> [(site: String, count: Int)] {
        reason.sites.map { ($0.key, $0.value) }.sorted { ($1.count, $0.site) < ($0.count, $1.site) }
    }

    private static func time(_ ms: Int64) -> String {
        ms == .max || ms == .min ? "" : Date(timeIntervalSince1970: Double(ms) / 1000).ISO8601Format()
    }

    /// As a table.
    func lines(_ topic: String, isPart: Bool, columns: Int) -> [String] {
        guard !reasons.isEmpty else { return ["\(topic) holds none"] }
        let width = max(6, sorted.map { TerminalText.width($0.name) }.max() ?? 0)
        func row(_ cells: [String]) -> String {
            let line = [
                TerminalText.fit(cells[0], min(width, 40)),
                String(repeating: " ", count: max(0, 9 - cells[1].count)) + cells[1],
                String(repeating: " ", count: max(0, 10 - cells[2].count)) + cells[2],
                TerminalText.fit(cells[3], 20), TerminalText.fit(cells[4], 20), cells[5],
            ].joined(separator: "  ")
            let fitted = TerminalText.fit(line, columns)
            return String(fitted.prefix(fitted.count - fitted.reversed().prefix { $0 == " " }.count))
        }
        var lines = [row(["reason", "count", "dealt with", "oldest", "newest", "sites"])]
        for (name, reason) in sorted {
            let top = LetterTally.top(reason)
            var sites = top.prefix(LetterTally.shownSites).map { "\($0.site) \($0.count)" }.joined(separator: ", ")
            let rest = top.count - LetterTally.shownSites
            if rest > 0 { sites += ", \(rest)\(reason.others > 0 ? "+" : "") more" }
            lines.append(
                row([
                    name, Words.count(Int64(reason.count)), Words.count(Int64(reason.dealtWith)),
                    LetterTally.time(reason.oldest), LetterTally.time(reason.newest), sites,
                ]))
        }
        let all = reasons.values.reduce(0) { $0 + $1.count }
        return lines + ["\(Words.count(Int64(all))) on \(topic)\(isPart ? ", of those that were looked at" : "")"]
    }

    /// As a line of JSON a reason.
    func json(_ topic: String) -> [String] {
        sorted.map { name, reason in
            var fields: [String: Any] = [
                "topic": topic, "reason": name, "count": reason.count, "dealt_with": reason.dealtWith,
            ]
            if reason.oldest != .max { fields["oldest_ms"] = reason.oldest }
            if reason.newest != .min { fields["newest_ms"] = reason.newest }
            fields["sites"] = LetterTally.top(reason).prefix(100).map {
                ["site": $0.site, "count": $0.count] as [String: Any]
            }
            return Words.json(fields)
        }
    }
}

/// One letter, whole.
struct LetterView {
    private let outcome: OutcomeRecord

    init(_ outcome: OutcomeRecord) { self.outcome = outcome }

    private var record: ConsumedRecord { outcome.record }

    /// Bytes of a value that are shown, and of a header.
    private static let shown = (value: 512, header: 200)

    /// To read.
    var lines: [String] {
        let time =
            record.timestampMs.map { Date(timeIntervalSince1970: Double($0) / 1000).ISO8601Format() } ?? "no time"
        var lines = ["\(record.topicPartition) offset \(record.offset), \(time)"]
        lines.append("  \(outcome.outcome): \(outcome.row.title)")
        if let url = outcome.url { lines.append("  url  \(url)") }
        if let origin = outcome.origin, let topic = outcome.originTopic {
            lines.append("  from \(topic)[\(origin.partition)] offset \(origin.offset)")
        }
        if let key = record.key { lines.append("  key  \(LetterView.text(key, LetterView.shown.header))") }
        for header in record.headers {
            lines.append(
                "  \(header.name): \(header.value.map { LetterView.text($0, LetterView.shown.header) } ?? "null")")
        }
        let value = record.value ?? []
        lines.append("  \(record.value == nil ? "a null value" : "\(value.count) bytes")")
        if !value.isEmpty { lines.append("  \(LetterView.text(value, LetterView.shown.value))") }
        return lines + [""]
    }

    /// Bytes as text on one line, or in hex where they are none.
    private static func text(_ bytes: [UInt8], _ most: Int) -> String {
        let cut = bytes.prefix(most)
        let more = bytes.count > most ? "…" : ""
        let text = String(decoding: cut, as: UTF8.self)
        let strange = text.unicodeScalars.count {
            $0 == "\u{FFFD}" || $0.value < 0x20 && !"\t\n\r".unicodeScalars.contains($0)
        }
        if strange * 8 > text.unicodeScalars.count {
            return cut.prefix(64).map { String(format: "%02x", $0) }.joined(separator: " ")
                + (cut.count > 64 ? "…" : more)
        }
        return VisibleText.of(text.split(whereSeparator: \.isNewline).joined(separator: " ")) + more
    }

    /// The record as it is, as a line of JSON: bytes that are no UTF-8 text stand in base64 only.
    var exported: String {
        func text(_ bytes: [UInt8]?) -> String? { bytes.flatMap { String(validating: $0, as: UTF8.self) } }
        func base64(_ bytes: [UInt8]?) -> Any { bytes.map { Data($0).base64EncodedString() } as Any? ?? NSNull() }
        var fields: [String: Any] = [
            "topic": record.topic, "partition": record.partition, "offset": record.offset, "outcome": outcome.outcome,
            "key_base64": base64(record.key), "value_base64": base64(record.value),
            "headers": record.headers.map { header in
                var fields: [String: Any] = ["name": header.name, "value_base64": base64(header.value)]
                fields["value"] = text(header.value)
                return fields
            },
        ]
        fields["timestamp_ms"] = record.timestampMs
        fields["key"] = text(record.key)
        fields["reason"] = outcome.reason
        fields["url"] = outcome.url
        return Words.json(fields)
    }
}
