import Foundation
public import Kafka
import Synchronization
public import Worker

/// The topic that keeps what replays are to read: a log that a second process finds, and a person with any Kafka client.
///
/// One partition, kept for ever. A record's key is the replay's name, its value JSON: `{"planned": …}` when it is begun,
/// `{"finished": …}` when all is done. **The first plan of a name counts**, so that of two processes that begin one at the same
/// moment both work by the same, without a lock. A null value forgets the name: what is planned after it is another replay.
///
/// A log of its own rather than the metadata of the group's offsets: those have no room for many partitions, no client shows
/// them, and brokers forget a group that is gone for a week.
public struct PlanTopic: Sendable {
    /// Its name.
    public let name: String
    private let client: ClientSettings

    /// What it tells of a replay.
    public struct Entry: Sendable, Equatable {
        /// What is to be read; `nil` when there is no such replay.
        public var plan: ReplayPlan?
        /// What came of it, once it is done.
        public var finished: Finish?
    }

    /// What came of a replay.
    public struct Finish: Codable, Sendable, Equatable {
        /// The group of the plan that is done.
        public var group: String
        /// When it was done, RFC 3339.
        public var at: String
        /// The process that said so.
        public var by: String
        /// Pages that became articles.
        public var articles: Int64
        /// Pages that were rejected.
        public var rejected: Int64
        /// Records that became dead letters.
        public var deadLetters: Int64
        /// Records without an outcome: tombstones, and what the filter leaves out.
        public var skipped: Int64
        /// Bytes of all of them.
        public var bytes: Int64
        /// Offsets that were gone when they should have been read.
        public var missing: Int64

        enum CodingKeys: String, CodingKey {
            case group, at, by, articles, rejected, skipped, bytes, missing
            case deadLetters = "dead_letters"
        }

        /// Describes an end.
        public init(group: String, at: String, by: String, _ sums: RangeSums) {
            self.group = group
            self.at = at
            self.by = by
            (articles, rejected, deadLetters) = (sums.articles, sums.rejected, sums.deadLetters)
            (skipped, bytes, missing) = (sums.skipped, sums.bytes, sums.missing)
        }

        /// What came of all parts.
        public var sums: RangeSums {
            var sums = RangeSums()
            (sums.articles, sums.rejected, sums.deadLetters) = (articles, rejected, deadLetters)
            (sums.skipped, sums.bytes, sums.missing) = (skipped, bytes, missing)
            return sums
        }
    }

    private struct Line: Codable {
        var planned: ReplayPlan?
        var finished: Finish?
    }

    /// A topic of a cluster.
    public init(_ name: String, client: ClientSettings) {
        self.name = name
        self.client = client
    }

    /// Makes the topic where it is not there.
    /// - Throws: a ``ReplayFault`` that says what to do when it cannot be made.
    public func make(_ admin: Admin) throws {
        let found = try admin.topic(name, timeoutMs: 10_000)
        guard !found.exists else { return }
        let kept = ["cleanup.policy": "delete", "retention.ms": "-1", "retention.bytes": "-1"]
        try admin.make([NewTopic(name, partitions: 1, configuration: kept)])
    }

    /// What it tells of a replay; nothing where the topic is not there yet.
    public func entry(_ name: String, _ admin: Admin) throws -> Entry {
        var entry = Entry()
        guard try admin.topic(self.name, timeoutMs: 10_000).exists else { return entry }
        let key = Array(name.utf8)
        let marks = try admin.watermarks(of: self.name, timeoutMs: 10_000)
        let parts = marks.mapValues { $0.low..<max($0.low, $0.high) }
        try TopicReader(client: client).read(parts) { record in
            guard let record, record.key == key else { return true }
            guard let value = record.value else {
                entry = Entry()
                return true
            }
            // What another program wrote there is passed over.
            let line = try? JSONDecoder().decode(Line.self, from: Data(value))
            if let plan = line?.planned, plan.name == name, plan.isSound { entry.plan = entry.plan ?? plan }
            // Of a plan that was forgotten meanwhile it says nothing.
            if let finish = line?.finished, finish.group == entry.plan?.group {
                entry.finished = entry.finished ?? finish
            }
            return true
        }
        return entry
    }

    /// Writes a plan. Returns the one that counts: another's, who was first.
    public func begin(_ plan: ReplayPlan, _ admin: Admin) throws -> ReplayPlan {
        try append(plan.name, Line(planned: plan))
        return try entry(plan.name, admin).plan ?? plan
    }

    /// Writes that a replay is done. Returns the entry that counts: another's, who was first.
    public func finish(_ name: String, _ finish: Finish, _ admin: Admin) throws -> Finish {
        try append(name, Line(finished: finish))
        return try entry(name, admin).finished ?? finish
    }

    private func append(_ key: String, _ line: Line) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let value = Array(try encoder.encode(line))
        let told = FirstFault()
        let producer = try Producer(ProducerSettings(client: client)) { report in
            if case .failure(let failure) = report.result { told.note(failure) }
        }
        try producer.produce(topic: name, key: Array(key.utf8), value: value, token: 1)
        let left = producer.flush(timeoutMs: 30_000)
        _ = producer.close(deadlineMs: 5000)
        if let failure = told.fault { throw failure }
        if left > 0 { throw KafkaFault.timedOut("\(name) did not take a record within 30 s") }
    }
}

extension Admin {
    /// A topic as another is, of which nothing may be known: as many partitions, and records as large.
    ///
    /// - Parameters:
    ///   - partitions: how many where the other is not there.
    ///   - keepsAll: whether records stay however old: those that bear the time of their page would be removed at once where a
    ///     topic is kept by time.
    public func topic(
        _ name: String, like other: String, partitions: Int, keepsAll: Bool
    ) throws(KafkaFault) -> NewTopic {
        let known = try topic(other, timeoutMs: 10_000)
        var settings: [String: String] = [:]
        // Who may not ask makes it with the brokers' own settings.
        if known.exists, let told = try? configuration(of: other, timeoutMs: 10_000),
            let most = told["max.message.bytes"]
        {
            settings["max.message.bytes"] = most
        }
        if keepsAll { settings["retention.ms"] = "-1" }
        return NewTopic(name, partitions: known.exists ? known.partitions.count : partitions, configuration: settings)
    }

    /// Makes topics, each of which may be there by now.
    /// - Throws: a ``ReplayFault`` that says what to do when one cannot be made.
    public func make(_ topics: [NewTopic]) throws {
        guard !topics.isEmpty else { return }
        var faults: [String: KafkaFault]
        do throws(KafkaFault) {
            faults = try createTopics(topics, timeoutMs: 20_000)
        } catch {
            faults = Dictionary(topics.map { ($0.name, error) }) { first, _ in first }
        }
        for topic in topics {
            guard let fault = faults[topic.name], !fault.isTopicThere else { continue }
            throw ReplayFault.notMade(topic: topic, fault)
        }
        // Who made them is not the one who is asked next: wait until they are known.
        for topic in topics {
            let end = ContinuousClock.now + .seconds(20)
            while try !self.topic(topic.name, timeoutMs: 10_000).exists {
                guard ContinuousClock.now < end else {
                    throw ReplayFault.notMade(topic: topic, .timedOut("no broker tells of it"))
                }
                Thread.sleep(forTimeInterval: 0.1)
            }
        }
    }
}
