import Foundation
public import Kafka
import Synchronization
import Wire

/// Puts dead letters back on the topics they came from, each once.
///
/// Which letters were put back stands on a topic beside them, `DLQ.redriven`, written in the transaction that puts them back: a
/// run that ends in the middle has put back what its log says, and no more. Frontiers, as a group's offsets are, would not
/// do: letters that are left out now, since another reason is being dealt with, are still to come. Of two runs at once the later
/// shuts the earlier out before it reads the log, by their common transactional id, so that neither can put back what the other
/// did.
public struct Redrive {
    /// What was done.
    public struct Counts: Sendable, Equatable {
        /// Letters that were put back.
        public var redriven = 0
        /// Letters that had been put back too often, and were moved to `DLQ.parked`.
        public var parked = 0
        /// Letters that an earlier run has dealt with.
        public var before = 0
        /// Letters that were not asked for.
        public var left = 0
        /// Letters without their page, which its topic does not have any more either.
        public var lost = 0
        /// Letters whose own time is so long ago that their topic would remove them again before they are read.
        public var tooOld = 0
        /// Letters that do not say where they are from.
        public var unreadable = 0
        /// Letters that were looked at.
        public var seen: Int { redriven + parked + before + left + lost + tooOld + unreadable }
    }

    /// Why a run could not go on.
    public enum Fault: Error, Sendable, CustomStringConvertible {
        /// A run that began later has taken over.
        case takenOver
        /// The topic of dead letters would be put back on itself.
        case itself(topic: String, TopicPartition, Int64)

        /// What, and what to do.
        public var description: String {
            switch self {
            case .takenOver: "another redrive of the same topic has taken over: it does what this one had not committed"
            case .itself(let topic, let place, let offset):
                "the letter at \(place) offset \(offset) says that it came from \(topic), the topic of dead letters itself"
            }
        }
    }

    private let client: ClientSettings
    private let deadLetters: String
    private let most: Int
    private let hasNewTime: Bool

    /// The header that counts how often a record was put back.
    public static let countHeader = "galley-redriven"

    /// - Parameters:
    ///   - deadLetters: the topic of letters.
    ///   - most: how often a letter is put back; after that it is parked.
    ///   - hasNewTime: whether what is put back has the time of now in place of its own.
    public init(_ client: ClientSettings, deadLetters: String, most: Int, hasNewTime: Bool = false) {
        self.hasNewTime = hasNewTime
        self.client = client
        self.deadLetters = deadLetters
        self.most = most
    }

    /// Where letters go that were put back too often.
    public var parkedTopic: String { deadLetters + ".parked" }
    /// Where it stands which letters were dealt with.
    public var logTopic: String { deadLetters + ".redriven" }

    /// Letters in one transaction, and their bytes.
    private static let batch = (letters: 500, bytes: 8 << 20)
    private static let callMs = 30_000

    /// Puts letters back that stand on the topic now.
    ///
    /// - Parameters:
    ///   - isDry: only counts; writes nothing, and shuts no other run out.
    ///   - limit: how many are put back or parked at the most; 0 for all.
    ///   - from: where reading begins.
    ///   - admits: whether a letter is asked for.
    ///   - progress: told now and then; whether to go on.
    /// - Throws: a ``Fault``, ``ReplayFault`` or ``KafkaFault``; what was committed before stays.
    public func run(
        isDry: Bool, limit: Int, from: TopicPoint, pagesPerSecond: Double?,
        admits: (ConsumedRecord) -> Bool, progress: (Counts) -> Bool
    ) throws -> Counts {
        let admin = try Admin(client)
        defer { admin.close() }
        let ends = try ends(of: deadLetters, admin)
        let writer = isDry ? nil : try writer(admin)
        defer { writer?.close() }
        // No other run can add to it from here on.
        let known = try known(admin)
        var counts = Counts()
        var ages = Retention(admin)
        var pace = pagesPerSecond.map { Rate($0) }
        let starts = try admin.offsets(of: from, in: ends, timeoutMs: Redrive.callMs)
        let parts = ends.reduce(into: [TopicPartition: Range<Int64>]()) { parts, end in
            parts[end.key] = (starts[end.key] ?? end.value.lowerBound)..<end.value.upperBound
        }
        try TopicReader(client: client).read(parts) { record in
            guard let record else { return progress(counts) }
            guard !known.contains(record.topicPartition, record.offset) else {
                counts.before += 1
                return true
            }
            guard admits(record) else {
                counts.left += 1
                return true
            }
            try handle(record, writer, &ages, &counts)
            pace?.wait()
            if let writer, writer.isFull { try writer.commit() }
            let isEnough = limit > 0 && counts.redriven + counts.parked >= limit
            return !isEnough && (counts.seen % 100 != 0 || progress(counts))
        }
        try writer?.commit()
        return counts
    }

    private func ends(of topic: String, _ admin: Admin) throws -> [TopicPartition: Range<Int64>] {
        try admin.watermarks(of: topic, timeoutMs: Redrive.callMs).mapValues { $0.low..<max($0.low, $0.high) }
    }

    /// Makes the topics and shuts out a run before.
    private func writer(_ admin: Admin) throws -> RedriveWriter {
        let wanted = [
            try admin.topic(parkedTopic, like: deadLetters, partitions: 1, keepsAll: true),
            NewTopic(logTopic, partitions: 1, configuration: ["cleanup.policy": "compact"]),
        ]
        try admin.make(try wanted.filter { try !admin.topic($0.name, timeoutMs: 10_000).exists })
        return try RedriveWriter(client, id: "galley-redrive.\(deadLetters)", batch: Redrive.batch, log: logTopic)
    }

    /// What was dealt with before, by runs that are over; of one that is under way what it has committed.
    public func known(_ admin: Admin) throws -> KnownLetters {
        var known = KnownLetters()
        guard try admin.topic(logTopic, timeoutMs: 10_000).exists else { return known }
        try TopicReader(client: client).read(try ends(of: logTopic, admin)) { record in
            if let record, record.value != nil { known.add(record.key ?? []) }
            return true
        }
        return known
    }

    // MARK: A letter

    private func handle(
        _ letter: ConsumedRecord, _ writer: RedriveWriter?, _ ages: inout Retention, _ counts: inout Counts
    ) throws {
        guard let origin = LetterOrigin(letter) else {
            counts.unreadable += 1
            return
        }
        guard origin.place.topic != deadLetters else {
            throw Fault.itself(topic: deadLetters, letter.topicPartition, letter.offset)
        }
        let rounds = Redrive.number(Redrive.countHeader, letter) ?? 0
        guard rounds < most else {
            try writer?.park(letter, on: parkedTopic)
            counts.parked += 1
            return
        }
        guard var page = try whole(letter, origin) else {
            counts.lost += 1
            return
        }
        if hasNewTime {
            page.timestampMs = nil
        } else if ages.removes(page.timestampMs, on: origin.place.topic) {
            counts.tooOld += 1
            return
        }
        page.headers = page.headers.filter { !Redrive.isOfLetter($0.name) && $0.name != Redrive.countHeader }
        page.headers.append(Header(name: Redrive.countHeader, text: String(rounds + 1)))
        // Its tries are counted on by the worker.
        if let attempts = letter.headers.last(where: { $0.name == "galley-attempts" }) {
            page.headers.removeAll { $0.name == "galley-attempts" }
            page.headers.append(attempts)
        }
        try writer?.putBack(page, on: origin.place.topic, letter)
        counts.redriven += 1
    }

    /// The letter's page: its own value, or of one that was too large for its topic the record it was made of.
    private func whole(_ letter: ConsumedRecord, _ origin: LetterOrigin) throws -> ConsumedRecord? {
        guard let bytes = Redrive.number("galley-value-bytes", letter) else { return letter }
        var page: ConsumedRecord?
        try TopicReader(client: client).read([origin.place: origin.offset..<origin.offset + 1]) { record in
            page = record
            return record == nil
        }
        guard let page, page.offset == origin.offset, let value = page.value, value.count == bytes else { return nil }
        let digest = letter.headers.last { $0.name == "galley-value-sha256" }?.value
        return digest == nil || digest == Array(SHA256.hex(value).utf8) ? page : nil
    }

    private static func isOfLetter(_ name: String) -> Bool {
        name.hasPrefix("__connect.errors.") || name == "galley-reason" || name == "galley-version"
    }

    private static func number(_ name: String, _ record: ConsumedRecord) -> Int? {
        record.headers.last { $0.name == name }?.value.flatMap { Int(String(decoding: $0.prefix(12), as: UTF8.self)) }
    }
}

/// Where a letter's page stood.
public struct LetterOrigin: Sendable, Equatable {
    /// The partition.
    public var place: TopicPartition
    /// The offset.
    public var offset: Int64

    /// Reads what the letter says; `nil` when it does not say it.
    public init?(_ letter: ConsumedRecord) {
        func text(_ name: String) -> String? {
            letter.headers.last { $0.name == "__connect.errors." + name }?.value.map {
                String(decoding: $0, as: UTF8.self)
            }
        }
        guard let topic = text("topic"), !topic.isEmpty, let partition = text("partition").flatMap({ Int32($0) }),
            let offset = text("offset").flatMap({ Int64($0) }), offset >= 0, offset < .max
        else { return nil }
        place = TopicPartition(topic: topic, partition: partition)
        self.offset = offset
    }
}

/// How long topics keep records, by the records' own time.
private struct Retention {
    private let admin: Admin
    private let nowMs = Int64(Date.now.timeIntervalSince1970 * 1000)
    private var known: [String: Int64?] = [:]

    /// What is removed within this time is as good as removed.
    private static let marginMs: Int64 = 3_600_000

    init(_ admin: Admin) { self.admin = admin }

    /// Whether a topic would remove a record of some time; not where it does not tell.
    mutating func removes(_ timestampMs: Int64?, on topic: String) -> Bool {
        guard let timestampMs else { return false }
        if known[topic] == nil { known[topic] = .some(ask(topic)) }
        guard let kept = known[topic] ?? nil else { return false }
        return timestampMs < nowMs - kept + Retention.marginMs
    }

    /// Milliseconds; `nil` for a topic that is not kept by time, or goes by the brokers' time, or may not be asked.
    private func ask(_ topic: String) -> Int64? {
        guard let told = try? admin.configuration(of: topic, timeoutMs: 10_000),
            told["cleanup.policy"]?.contains("delete") ?? true, told["message.timestamp.type"] != "LogAppendTime",
            let kept = told["retention.ms"].flatMap({ Int64($0) }), kept >= 0
        else { return nil }
        return kept
    }
}

/// Waits so that no more than so many a second go by.
private struct Rate {
    private let interval: Duration
    private var next = ContinuousClock.now

    init(_ perSecond: Double) { interval = .seconds(1 / perSecond) }

    mutating func wait() {
        let now = ContinuousClock.now
        if next > now {
            Thread.sleep(until: Date(timeIntervalSinceNow: Double((next - now) / .milliseconds(1)) / 1000))
        }
        next = max(next, now) + interval
    }
}

/// Writes letters, and that they were dealt with, in transactions.
private final class RedriveWriter {
    private let producer: Producer
    private let batch: (letters: Int, bytes: Int)
    private let log: String
    private let faults = Faults()
    private var letters = 0
    private var bytes = 0
    private var isOpen = false

    private final class Faults: Sendable {
        private let first = Mutex<KafkaFault?>(nil)
        var fault: KafkaFault? { first.withLock { $0 } }
        func note(_ fault: KafkaFault) { first.withLock { $0 = $0 ?? fault } }
    }

    private static let callMs = 30_000

    init(_ client: ClientSettings, id: String, batch: (letters: Int, bytes: Int), log: String) throws {
        self.batch = batch
        self.log = log
        var settings = ProducerSettings(client: client)
        settings.transactionalID = id
        settings.maxRecordBytes = 1_000_000_000
        let faults = faults
        producer = try Producer(settings) { report in
            if case .failure(let fault) = report.result { faults.note(fault) }
        }
        try retrying { () throws(KafkaFault) in try producer.initTransactions(timeoutMs: RedriveWriter.callMs) }
    }

    var isFull: Bool { letters >= batch.letters || bytes >= batch.bytes }

    func putBack(_ page: ConsumedRecord, on topic: String, _ letter: ConsumedRecord) throws {
        try send(page, topic, letter)
    }

    func park(_ letter: ConsumedRecord, on topic: String) throws { try send(letter, topic, letter) }

    private func send(_ record: ConsumedRecord, _ topic: String, _ letter: ConsumedRecord) throws {
        if !isOpen { try told { () throws(KafkaFault) in try producer.beginTransaction() } }
        isOpen = true
        try produce(topic, record.key, record.value, record.headers, record.timestampMs)
        let place = "\(letter.partition)/\(letter.offset)"
        try produce(log, Array(place.utf8), Array(topic.utf8), [], nil)
        letters += 1
        bytes += record.byteCount
    }

    private func produce(
        _ topic: String, _ key: [UInt8]?, _ value: [UInt8]?, _ headers: [Header], _ timestampMs: Int64?
    ) throws {
        while true {
            do throws(KafkaFault) {
                try producer.produce(
                    topic: topic, key: key, value: value, headers: headers, timestampMs: timestampMs, token: 0)
                return
            } catch {
                guard error.isQueueFull else { throw RedriveWriter.meaning(error) }
                producer.flush(timeoutMs: 1000)
            }
        }
    }

    /// Commits what was written since the last time.
    func commit() throws {
        guard isOpen else { return }
        producer.flush(timeoutMs: RedriveWriter.callMs)
        if let fault = producer.fatalFault ?? faults.fault { throw RedriveWriter.meaning(fault) }
        try retrying { () throws(KafkaFault) in try producer.commitTransaction(timeoutMs: RedriveWriter.callMs) }
        (isOpen, letters, bytes) = (false, 0, 0)
    }

    /// Gives up what is not committed.
    func close() {
        if isOpen { try? producer.abortTransaction(timeoutMs: 5000) }
        producer.close(deadlineMs: 5000)
    }

    private func retrying(_ body: () throws(KafkaFault) -> Void) throws {
        for _ in 0..<9 {
            do throws(KafkaFault) {
                return try body()
            } catch {
                guard error.isRetriable, !error.isFatal else { throw RedriveWriter.meaning(error) }
            }
        }
        try told(body)
    }

    private func told(_ body: () throws(KafkaFault) -> Void) throws {
        do throws(KafkaFault) { try body() } catch { throw RedriveWriter.meaning(error) }
    }

    private static func meaning(_ fault: KafkaFault) -> any Error { fault.isFenced ? Redrive.Fault.takenOver : fault }
}
