import Foundation
import Kafka
import Pipeline
import Registry
import Replay
import Settings
import Wire
import Worker

/// What a replay would do, found by looking only: its offsets and times, and of some of its pages what they weigh, become and
/// take.
struct ReplayPreview {
    private let found: ReplayPlanner.Result
    private let configuration: Configuration
    private let client: ClientSettings
    private let engine: Engine

    /// Pages that are looked at, spread over the partitions, and their bytes at the most.
    private static let sample = (pages: 96, bytes: 32 << 20)

    init(_ found: ReplayPlanner.Result, _ configuration: Configuration, _ client: ClientSettings, engine: Engine) {
        self.found = found
        self.configuration = configuration
        self.client = client
        self.engine = engine
    }

    private var plan: ReplayPlan { found.plan }

    /// Prints it.
    func show() throws {
        let state =
            found.finished.map { "done at \($0.at)" } ?? (found.isKnown ? "begun at \(plan.frozenAt)" : "not begun")
        line("replay \(plan.name) (\(state)), group \(plan.group)")
        if let outputs = plan.outputs {
            line("outcomes to \(outputs.all.joined(separator: ", "))")
        } else {
            line("outcomes to nowhere")
        }
        line("")
        try table()
        for missing in found.missing { line(missing.words) }
        if !found.missing.isEmpty, !plan.allowsMissing { line("which needs --allow-missing") }
        try estimate()
    }

    private func line(_ text: String) { Terminal.output(line: text) }

    private func table() throws {
        let width = max(9, plan.parts.map(\.place.description.count).max() ?? 0)
        func row(_ cells: [String]) {
            let widths = [width, 12, 12, 12, 21, 21]
            let cells = zip(cells, widths).enumerated().map { index, cell in
                let pad = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
                return (1...3).contains(index) ? pad + cell.0 : cell.0 + pad
            }
            line(cells.joined(separator: "  "))
        }
        row(["partition", "from", "to", "records", "first", "last"])
        for part in plan.parts {
            let (first, last) = try times(of: part)
            row([
                part.place.description, String(part.from), String(part.to), Words.count(Int64(part.range.count)), first,
                last,
            ])
        }
        line("\(Words.count(plan.count)) records at the most: one of a transaction's ends, or compacted away, is none")
    }

    /// The times of the first and the last record.
    private func times(of part: ReplayPlan.Part) throws -> (String, String) {
        guard !part.range.isEmpty else { return ("", "") }
        func time(_ range: Range<Int64>) throws -> String {
            try TopicReader(client: client).first(of: part.place, range)?.timestampMs.map {
                Date(timeIntervalSince1970: Double($0) / 1000).ISO8601Format()
            } ?? "—"
        }
        return (try time(part.range), try time(part.to - 1..<part.to))
    }

    /// Works on some pages, and says what all would be if they were as these.
    private func estimate() throws {
        let open = plan.parts.filter { !$0.range.isEmpty }
        guard !open.isEmpty else { return line("nothing to do") }
        let each = max(1, ReplayPreview.sample.pages / open.count)
        var records: [InboundRecord] = []
        var bytes = 0
        // From the middle of each: what is oldest is often not like the rest.
        let ranges = open.map { part in
            let start = part.from + Int64(part.range.count) / 2
            return (part.place, start..<min(part.to, start + Int64(each)))
        }
        try TopicReader(client: client).read(Dictionary(ranges) { first, _ in first }) { record in
            guard let record else { return true }
            bytes += record.byteCount
            records.append(InboundRecord(record))
            return records.count < ReplayPreview.sample.pages && bytes < ReplayPreview.sample.bytes
        }
        guard !records.isEmpty else { return }
        var options = try configuration.pipelineOptions()
        options.schemas = try configuration.registry().map { RegistrySchemas($0, patience: .seconds(30)) }
        let pipeline = engine.makePipeline(options)
        var (articles, rejected, dead) = (0, 0, 0)
        let begin = ContinuousClock.now
        for record in records {
            switch pipeline.process(record) {
            case .article: articles += 1
            case .rejected: rejected += 1
            case .dead: dead += 1
            case .tombstone: break
            }
        }
        let taken = begin.duration(to: .now)
        let each1 = Double(taken.components.attoseconds) / 1e18 + Double(taken.components.seconds)
        let whole = each1 / Double(records.count) * Double(plan.count) / Double(configuration.permits)
        line(
            "of \(records.count) looked at: \(articles) articles, \(rejected) rejected, \(dead) dead letters, "
                + "\(Words.megabytes(Double(bytes) / Double(records.count))) each")
        line(
            "about \(Words.megabytes(Double(bytes) / Double(records.count) * Double(plan.count))) in all, "
                + "\(Words.time(Int(whole.rounded(.up)))) with one process of \(configuration.permits) pages at once"
                + (plan.filter.isEmpty ? "" : "; less, as --where leaves pages out"))
        if let rate = configuration.options.rate {
            line("at \(rate) pages/s: \(Words.time(Int(Double(plan.count) / rate)))")
        }
    }
}
