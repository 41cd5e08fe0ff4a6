import Foundation
import Kafka
import Settings
import Wire

/// `galley tail`: records of Galley's topics as they come, for a person or a program.
struct TailCommand {
    let topics: [String]
    let client: ClientSettings
    let options: Configuration.Options
    let reader: OutcomeReader

    /// Runs until it is told to stop, its limit is reached, or the topics' ends are.
    func run() throws {
        let filter = try RecordFilter(options.filter)
        let interrupt = Interrupt()
        var shown = 0
        let table = TailTable(columns: Terminal.columns)
        try TopicReader(client: client).follow(
            topics, from: try TopicPoint(options.from ?? "end", flag: "--from"), isToEnd: options.untilEnd
        ) { record in
            if let record {
                let outcome = OutcomeRecord(record, reader)
                if filter.admits(outcome) {
                    if options.show == .json {
                        Terminal.output(exactly: outcome.json)
                    } else {
                        if shown == 0 { table.head.forEach { Terminal.output(line: $0) } }
                        Terminal.output(line: table.line(outcome))
                    }
                    shown += 1
                }
            }
            return !interrupt.isAsked && (options.limit == 0 || shown < options.limit)
        }
    }
}

/// Which records are shown: all that hold for each of the words.
struct RecordFilter {
    private let wanted: [String: String]
    /// - Throws: a ``SettingsError`` for a name that is none.
    init(_ wanted: [String: String], names: [String] = ["host", "key", "language", "outcome", "reason"]) throws {
        for name in wanted.keys.sorted() where !names.contains(name) {
            throw SettingsError(
                usage: "--where \(name)=...: records are told apart by \(names.joined(separator: ", "))")
        }
        self.wanted = wanted
    }

    /// Whether a record is shown.
    func admits(_ outcome: OutcomeRecord) -> Bool {
        wanted.allSatisfy { name, value in
            switch name {
            case "host": SiteFilter.admits(outcome.url, below: value.lowercased())
            case "key": outcome.record.key.map { String(decoding: $0, as: UTF8.self) } == value
            case "language": outcome.row.language == value || outcome.row.language.hasPrefix(value + "-")
            case "outcome": outcome.outcome == value.replacing("_", with: " ")
            default: outcome.reason == value
            }
        }
    }
}

/// The demo's table, a line at a time: its columns have the widths of a terminal, not of what is in them.
struct TailTable {
    private let widths: [Int]

    init(columns: Int) {
        let fixed = [22, 11, 0, 23, 18, 7, 3]
        let rest = columns - fixed.reduce(0, +) - 2 * (fixed.count - 1)
        widths = fixed.map { $0 == 0 ? max(24, rest) : $0 }
    }

    /// The headings and the line below them.
    var head: [String] { EventTable.head(widths) }

    /// A record's line; the first column is where the page is from, else where the record stands.
    func line(_ outcome: OutcomeRecord) -> String {
        var row = outcome.row
        row.page = outcome.host ?? "\(outcome.record.topicPartition) @ \(outcome.record.offset)"
        return EventTable.line(row, widths)
    }
}
