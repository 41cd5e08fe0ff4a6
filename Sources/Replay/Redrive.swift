import Flow
import Foundation
public import Kafka
import Text
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
        /// Letters that do not say where they are from, or whose topic is gone.
        public var homeless = 0
        /// Letters that no broker took.
        public var refused = 0
        /// Why the first of them was not taken.
        public var refusal: KafkaFault?
        /// Letters that were looked at.
        public var seen: Int { redriven + parked + before + left + lost + tooOld + homeless + refused }
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

    /// - Parameters:
    ///   - deadLetters: the topic of letters.
    ///   - most: how often a letter is put back; after that it is parked.
    ///   - hasNewTime: whether what is put back has the time of now in place of its own.
    public init(_ client: ClientSettings, deadLetters: String, most: Int, hasNewTime: Bool = false) {
        self.client = client
        self.deadLetters = deadLetters
        self.most = most
        self.hasNewTime = hasNewTime
    }

    /// Where letters go that were put back too often.
    public var parkedTopic: String { deadLetters + ".parked" }
    /// Where it stands which letters were dealt with.
    public var logTopic: String { deadLetters + ".redriven" }

    private static let callMs = 30_000

    /// Puts letters back that stand on the topic now.
    ///
    /// - Parameters:
    ///   - isDry: only counts; writes nothing, and shuts no other run out.
    ///   - limit: how many are put back or parked at the most; 0 for all.
    ///   - from: where reading begins.
    ///   - pagesPerSecond: how many a second at the most.
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
        writer?.forget(known.stale)
        var counts = Counts()
        var homes = LetterHomes(admin)
        var pace = pagesPerSecond.map { Pace(perSecond: $0) }
        let starts = try admin.offsets(of: from, in: ends, timeoutMs: Redrive.callMs)
        let parts = ends.reduce(into: [TopicPartition: Range<Int64>]()) { parts, end in
            parts[end.key] = (starts[end.key] ?? end.value.lowerBound)..<end.value.upperBound
        }
        func settle() throws { if let writer { counts.settle(try writer.commit()) } }
        try TopicReader(client: client).read(parts) { record in
            if let writer, writer.isDue { try settle() }
            guard let record else { return progress(counts) }
            if known.contains(record) {
                counts.before += 1
            } else if !admits(record) {
                counts.left += 1
            } else {
                while let wait = pace?.wait(.now) {
                    // Not with a transaction open that would not last so long.
                    if wait > .seconds(1) { try settle() }
                    Thread.sleep(forTimeInterval: min(0.5, wait / .seconds(1)))
                    guard progress(counts) else { return false }
                }
                pace?.begin(.now)
                try handle(record, writer, &homes, &counts)
                if limit > 0, counts.redriven + counts.parked >= limit { return false }
            }
            return counts.seen % 100 != 0 || progress(counts)
        }
        try settle()
        return counts
    }

    private func ends(of topic: String, _ admin: Admin) throws -> [TopicPartition: Range<Int64>] {
        try admin.watermarks(of: topic, timeoutMs: Redrive.callMs).mapValues { $0.low..<max($0.low, $0.high) }
    }

    /// Makes the topics and shuts out a run before.
    private func writer(_ admin: Admin) throws -> RedriveWriter {
        func isThere(_ topic: String) throws -> Bool { try admin.topic(topic, timeoutMs: 10_000).exists }
        var wanted: [NewTopic] = []
        if try !isThere(parkedTopic) {
            wanted.append(try admin.topic(parkedTopic, like: deadLetters, partitions: 1, keepsAll: true))
        }
        if try !isThere(logTopic) {
            wanted.append(NewTopic(logTopic, partitions: 1, configuration: ["cleanup.policy": "compact"]))
        }
        try admin.make(wanted)
        return try RedriveWriter(client, id: "galley-redrive.\(deadLetters)", log: logTopic)
    }

    /// What was dealt with before, by runs that are over; of one that is under way what it has committed.
    public func known(_ admin: Admin) throws -> KnownLetters {
        var known = KnownLetters(try ends(of: deadLetters, admin))
        guard try admin.topic(logTopic, timeoutMs: 10_000).exists else { return known }
        try TopicReader(client: client).read(try ends(of: logTopic, admin)) { record in
            if let record { known.read(record) }
            return true
        }
        return known
    }

    // MARK: A letter

    private func handle(
        _ letter: ConsumedRecord, _ writer: RedriveWriter?, _ homes: inout LetterHomes, _ counts: inout Counts
    ) throws {
        guard let origin = LetterOrigin(letter), try homes.isThere(origin.place.topic) else {
            counts.homeless += 1
            return
        }
        guard origin.place.topic != deadLetters else {
            throw Fault.itself(topic: deadLetters, letter.topicPartition, letter.offset)
        }
        let rounds = max(0, Redrive.number(DeadLetterEncoder.redrivenName, letter) ?? 0)
        guard rounds < most else {
            writer?.add(.init(letter: letter, record: letter, topic: parkedTopic, isParked: true))
            counts.parked += 1
            return
        }
        guard var page = try whole(letter, origin) else {
            counts.lost += 1
            return
        }
        if hasNewTime {
            page.timestampMs = nil
        } else if homes.removes(page.timestampMs, origin.place.topic) {
            counts.tooOld += 1
            return
        }
        page.headers = page.headers.filter { !Redrive.isOfLetter($0.name) && $0.name != DeadLetterEncoder.redrivenName }
        page.headers.append(Header(name: DeadLetterEncoder.redrivenName, text: String(rounds + 1)))
        // Its tries are counted on by the worker.
        if let attempts = letter.headers.last(where: { $0.name == "galley-attempts" }) {
            page.headers.removeAll { $0.name == "galley-attempts" }
            page.headers.append(attempts)
        }
        writer?.add(.init(letter: letter, record: page, topic: origin.place.topic, isParked: false))
        counts.redriven += 1
    }

    /// The letter's page: its own value, or of one that was too large for its topic the record it was made of.
    private func whole(_ letter: ConsumedRecord, _ origin: LetterOrigin) throws -> ConsumedRecord? {
        guard let bytes = Redrive.number("galley-value-bytes", letter) else { return letter }
        let ends = try TopicReader(client: client).ends(of: origin.place)
        guard ends.contains(origin.offset),
            let page = try TopicReader(client: client).first(of: origin.place, origin.offset..<origin.offset + 1),
            page.offset == origin.offset, let value = page.value, value.count == bytes
        else { return nil }
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

extension Redrive.Counts {
    /// Takes back what was counted and not taken.
    fileprivate mutating func settle(_ refusals: [RedriveWriter.Refusal]) {
        for refusal in refusals {
            if refusal.item.isParked { parked -= 1 } else { redriven -= 1 }
            refused += 1
            self.refusal = self.refusal ?? refusal.fault
        }
    }
}
