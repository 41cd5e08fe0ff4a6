import Foundation
public import Kafka

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
            partition >= 0, let offset = text("offset").flatMap({ Int64($0) }), offset >= 0, offset < .max
        else { return nil }
        place = TopicPartition(topic: topic, partition: partition)
        self.offset = offset
    }
}

/// The topics that letters came from: whether they are there, and how long they keep records by the records' own time.
struct LetterHomes {
    private let admin: Admin
    private let nowMs = Int64(Date.now.timeIntervalSince1970 * 1000)
    private var there: [String: Bool] = [:]
    private var kept: [String: Int64?] = [:]

    /// What is removed within this time is as good as removed; of topics that keep less a tenth of what they keep.
    private static let marginMs: Int64 = 3_600_000

    init(_ admin: Admin) { self.admin = admin }

    /// Whether a topic is there.
    mutating func isThere(_ topic: String) throws -> Bool {
        if let known = there[topic] { return known }
        let told = try admin.topic(topic, timeoutMs: 10_000)
        if let fault = told.fault, !fault.isUnknownTopic { throw fault }
        there[topic] = told.exists
        return told.exists
    }

    /// Whether a topic would remove a record of some time; not where it does not tell.
    mutating func removes(_ timestampMs: Int64?, _ topic: String) -> Bool {
        guard let timestampMs else { return false }
        if kept[topic] == nil { kept[topic] = .some(ask(topic)) }
        guard let kept = kept[topic] ?? nil else { return false }
        return timestampMs < nowMs - kept + min(LetterHomes.marginMs, kept / 10)
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
