import Comparison
import Foundation
import Kafka
import Replay
import Settings
import Wire
import Worker

/// What a replay's outcomes have different from the events that were published: fed while it runs where it publishes nothing,
/// else from its topics once it is done.
final class ReplayComparison: Sendable {
    private let topic: String
    private let folder: String
    private let client: ClientSettings
    private let reader: OutcomeReader
    private let store: ComparisonStore
    private let lock: Int32

    /// Makes the folder and the file, and looks whether the topic is there.
    /// - Throws: a ``ReplayFault``, ``ComparisonFault`` or ``KafkaFault`` that says what to do.
    init(
        _ found: ReplayPlanner.Result, with topic: String, folder: String?, client: ClientSettings,
        _ reader: OutcomeReader
    ) throws {
        self.topic = topic
        self.reader = reader
        self.client = client
        let path = folder ?? "galley-replay-\(found.plan.name)"
        self.folder = path
        let admin = try Admin(client)
        defer { admin.close() }
        guard try admin.topic(topic, timeoutMs: 10_000).exists else {
            throw ReplayFault.noRange(
                "there is no topic \(topic) to compare with (--diff), or this user may not see it")
        }
        try ReplayComparison.make(path)
        lock = try ReplayComparison.lock(path, isShared: found.plan.outputs != nil)
        store = try ComparisonStore(path: path + "/comparison.sqlite")
        if !found.isKnown { try store.clear(.fresh) }
    }

    private static func make(_ folder: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw ReplayFault.notShared(
                "the folder \(folder) could not be made: \(error.localizedDescription). Choose another --report")
        }
    }

    /// Where nothing is published the file is all there is of the outcomes, so the work cannot be shared.
    private static func lock(_ folder: String, isShared: Bool) throws -> Int32 {
        let file = open(folder + "/lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o666)
        guard file >= 0 else {
            throw ReplayFault.notShared("\(folder)/lock cannot be written: \(String(cString: strerror(errno)))")
        }
        guard isShared || flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            throw ReplayFault.notShared(
                "another process compares in \(folder): with --output none the work cannot be shared, as the outcomes are kept there "
                    + "only. Give --output TOPIC to share it")
        }
        return file
    }

    deinit {
        store.close()
        close(lock)
    }

    // MARK: Feeding

    /// Keeps an outcome that is not published.
    func note(_ outcome: WorkResult) {
        do throws(ComparisonFault) {
            switch outcome {
            case .article(let record): _ = try store.add(record.value ?? [], to: .fresh)
            case .rejected(let record), .deadLetter(let record):
                let headers = record.headers.map { Header(name: $0.name, value: $0.value) }
                try add(
                    ConsumedRecord(topic: "", partition: 0, offset: 0, value: record.value, headers: headers))
            case .skipped: break
            }
        } catch {
            // Its page must not count as done: as after a crash it is worked on again by who goes on.
            Terminal.note("galley: \(error)")
            _exit(ExitCode.failed.rawValue)
        }
    }

    private func add(_ record: ConsumedRecord) throws(ComparisonFault) {
        let outcome = OutcomeRecord(record, reader)
        guard let origin = outcome.origin, let topic = outcome.originTopic else { return }
        let place = PagePlace(topic: topic, partition: origin.partition, offset: origin.offset)
        try store.add(
            Refusal(
                place: place, outcome: outcome.outcome, reason: outcome.reason ?? "", detail: outcome.detail ?? ""))
    }

    /// Reads topics whole into the file: events to a side, what else there is as refusals.
    private func feed(_ topics: [String], _ side: Side, _ range: FrozenRange) throws {
        try store.clear(side)
        // What a transaction has committed a moment ago is seen only once its mark stands: it is waited for.
        var raw = client
        raw.properties["isolation.level"] = "read_uncommitted"
        let admin = try Admin(raw)
        defer { admin.close() }
        var parts: [TopicPartition: Range<Int64>] = [:]
        for topic in topics {
            for (place, marks) in try admin.watermarks(of: topic, timeoutMs: 30_000) {
                parts[place] = marks.low..<max(marks.low, marks.high)
            }
        }
        var (batch, bytes) = ([ConsumedRecord](), 0)
        func flush() throws {
            try store.batch {
                for record in batch {
                    if side == .published {
                        let event = try event(record)
                        // What was published of other pages says nothing of these.
                        guard ReplayComparison.isOf(range, event) else { continue }
                        _ = try store.add(event, to: side)
                    } else if OutcomeRecord.isArticle(record) {
                        _ = try store.add(event(record), to: side)
                    } else {
                        try add(record)
                    }
                }
            }
            batch.removeAll(keepingCapacity: true)
            bytes = 0
        }
        try TopicReader(client: client).read(parts) { record in
            if let record {
                batch.append(record)
                bytes += record.byteCount
            }
            if batch.count >= 1000 || bytes >= 8 << 20 { try flush() }
            return true
        }
        try flush()
    }

    /// An event as bare JSON, whatever format it has.
    private func event(_ record: ConsumedRecord) throws(ReplayFault) -> [UInt8] {
        let type = record.headers.last { $0.name == "content-type" }?.value.map { String(decoding: $0, as: UTF8.self) }
        do throws(EventReadingError) {
            return try reader.json(ofEvent: record.value ?? [], contentType: type)
        } catch {
            throw .noRange("\(record.topicPartition), offset \(record.offset) cannot be compared: \(error)")
        }
    }

    /// Whether an event is of a page of the range; one that does not tell where its page stood may be.
    private static func isOf(_ range: FrozenRange, _ event: [UInt8]) -> Bool {
        struct Provenance: Decodable {
            var raw_topic: String?
            var raw_partition: Int32?
            var raw_offset: Int64?
        }
        guard let stood = try? JSONDecoder().decode(Provenance.self, from: Data(event)),
            let topic = stood.raw_topic, let partition = stood.raw_partition, let offset = stood.raw_offset
        else { return true }
        return range.parts[TopicPartition(topic: topic, partition: partition)]?.contains(offset) ?? false
    }

    // MARK: Comparing

    /// Compares, prints what is different, and writes `changes.jsonl` and `comparison.html`.
    func finish(_ plan: ReplayPlan, _ sums: RangeSums, say: (String) -> Void) throws {
        if plan.outputs != nil, flock(lock, LOCK_EX | LOCK_NB) != 0 {
            say("waiting for another process that compares in \(folder)")
            flock(lock, LOCK_EX)
        }
        if let outputs = plan.outputs {
            say("reading \(outputs.all.joined(separator: ", "))")
            try feed(outputs.all, .fresh, plan.range)
        } else {
            let (kept, all) = (try store.freshPages(), Int(sums.articles + sums.rejected + sums.deadLetters))
            if kept < all {
                say(
                    "\(folder) has the outcomes of \(kept) pages of \(all): the others were worked on elsewhere and are not compared"
                )
            }
        }
        say("reading \(topic)")
        try feed([topic], .published, plan.range)
        let changes = folder + "/changes.jsonl"
        guard FileManager.default.createFile(atPath: changes, contents: nil),
            let file = FileHandle(forWritingAtPath: changes)
        else { throw ReplayFault.notShared("\(changes) cannot be written") }
        var pending = Data()
        let comparison = try store.compare(names: labels(plan)) { line in
            pending.append(contentsOf: Array((line + "\n").utf8))
            if pending.count > 1 << 20 {
                try file.write(contentsOf: pending)
                pending.removeAll(keepingCapacity: true)
            }
        }
        try file.write(contentsOf: pending)
        try file.close()
        let report = folder + "/comparison.html"
        try Data(comparison.html().utf8).write(to: URL(filePath: report))
        Terminal.output(line: "")
        comparison.summary(columns: Terminal.columns).forEach { Terminal.output(line: $0) }
        Terminal.output(line: "")
        Terminal.output(line: "to read: \(report)")
        Terminal.output(line: "for a program: \(changes), \(folder)/comparison.sqlite")
    }

    private func labels(_ plan: ReplayPlan) -> Labels {
        Labels(
            title: "\(plan.name) compared with \(topic)",
            notes: [
                .init(
                    "read", "\(plan.topics.joined(separator: ", ")), \(plan.from) to \(plan.to) as of \(plan.frozenAt)"),
                .init("published", topic),
                .init(
                    "now",
                    "Galley \(plan.version), rules \(plan.ruleset), \(plan.outputs.map { "on \($0.articles)" } ?? "published nowhere")"
                ),
            ])
    }
}
