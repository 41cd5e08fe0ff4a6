import Foundation
public import Kafka

/// Finds the offsets that a range of time, or of offsets, means in each partition as it is now.
public struct RangeFinder {
    private let admin: Admin
    private let client: ClientSettings

    /// What was found.
    public struct Finding: Sendable, Equatable {
        /// What is read of each partition.
        public var parts: [ReplayPlan.Part]
        /// What should be read and is gone.
        public var missing: [Missing]
    }

    /// Makes a finder.
    public init(_ client: ClientSettings, _ admin: Admin) {
        self.client = client
        self.admin = admin
    }

    private static let askMs = 30_000

    /// Freezes a range.
    ///
    /// - Parameters:
    ///   - chosen: the partitions, `nil` for all.
    ///   - now: milliseconds since 1970.
    /// - Throws: a ``ReplayFault`` for what is no range, a ``KafkaFault`` for a topic that is not there or may not be read.
    public func find(
        topics: [String], chosen: Set<TopicPartition>?, from: TopicPoint, to: TopicPoint, now: Int64
    ) throws -> Finding {
        try check(from, to, now)
        var ends: [TopicPartition: Range<Int64>] = [:]
        for topic in topics {
            let told = try admin.topic(topic, timeoutMs: RangeFinder.askMs)
            if !told.exists, told.fault?.isUnknownTopic ?? true {
                throw ReplayFault.noRange("there is no topic \(topic), or this user may not see it (input.topics)")
            }
            if let fault = told.fault, fault.isAuthorization {
                throw ReplayFault.noRange("topic \(topic) may not be read: \(fault) See deploy/acls --replay")
            }
            for (place, marks) in try admin.watermarks(of: topic, timeoutMs: RangeFinder.askMs) {
                ends[place] = marks.low..<max(marks.low, marks.high)
            }
        }
        if let chosen {
            if let stranger = chosen.subtracting(ends.keys).sorted().first {
                let known = ends.keys.filter { $0.topic == stranger.topic }.map { String($0.partition) }.count
                throw ReplayFault.noRange(
                    known == 0
                        ? "--partitions: \(stranger) is of no topic that is read (input.topics)"
                        : "--partitions: \(stranger) is not there; \(stranger.topic) has partitions 0 to \(known - 1)")
            }
            ends = ends.filter { chosen.contains($0.key) }
        }
        let starts = try admin.offsets(of: from, in: ends, timeoutMs: RangeFinder.askMs)
        let stops = try admin.offsets(of: to, in: ends, timeoutMs: RangeFinder.askMs)
        let parts = ends.keys.sorted().map { place in
            let start = starts[place] ?? 0
            return ReplayPlan.Part(place, start..<max(start, stops[place] ?? 0))
        }
        return Finding(parts: parts, missing: try missing(from, to, parts, ends, now))
    }

    private func check(_ from: TopicPoint, _ to: TopicPoint, _ now: Int64) throws {
        func refuse(_ words: String) throws { throw ReplayFault.noRange(words) }
        if from == .end { try refuse("--from is the end of the topic: there is nothing behind it yet") }
        if to == .beginning { try refuse("--to is the beginning of the topic: nothing stands before it") }
        if case .time(let ms) = from, ms > now { try refuse("--from is in the future: no record can be there") }
        if case .time(let ms) = to, ms > now {
            try refuse("--to is in the future, where the end cannot be frozen: say now, or wait")
        }
        switch (from, to) {
        case (.time(let first), .time(let last)) where first > last,
            (.offset(let first), .offset(let last)) where first > last:
            try refuse("--from comes after --to")
        default: break
        }
    }

    /// What retention has eaten: certain where offsets are asked for; by time as far as the oldest record's tells, since the
    /// times of records that are gone are not known.
    private func missing(
        _ from: TopicPoint, _ to: TopicPoint, _ parts: [ReplayPlan.Part], _ ends: [TopicPartition: Range<Int64>],
        _ now: Int64
    ) throws -> [Missing] {
        var missing: [Missing] = []
        for part in parts {
            guard let end = ends[part.place], end.lowerBound > 0, part.from == end.lowerBound else { continue }
            let gone = min(end.lowerBound, stop(of: to, part))
            switch from {
            case .offset(let offset) where max(0, offset) < gone:
                missing.append(
                    Missing(
                        place: part.place, offsets: max(0, offset)..<gone, isCertain: true,
                        oldest: try oldest(part.place, end).flatMap(RangeFinder.text)))
            case .time(let ms):
                let oldest = try oldest(part.place, end)
                // A quiet partition that retention has emptied had nothing of the range.
                guard oldest ?? .max > ms, oldest != nil || !keeps(part.topic, since: ms, now) else { continue }
                missing.append(
                    Missing(
                        place: part.place, offsets: 0..<end.lowerBound, isCertain: false,
                        oldest: oldest.flatMap(RangeFinder.text)))
            default: break
            }
        }
        return missing
    }

    /// Where a range of offsets ends, whatever is left of it.
    private func stop(of to: TopicPoint, _ part: ReplayPlan.Part) -> Int64 {
        if case .offset(let offset) = to { return offset }
        return .max
    }

    /// Whether a topic keeps all records of some time and later, by its own word.
    private func keeps(_ topic: String, since ms: Int64, _ now: Int64) -> Bool {
        guard let told = try? admin.configuration(of: topic, timeoutMs: 10_000),
            told["retention.bytes"] ?? "-1" == "-1",
            let kept = told["retention.ms"].flatMap({ Int64($0) }), kept >= 0
        else { return false }
        return ms >= now - kept
    }

    /// The time of a partition's oldest record.
    private func oldest(_ place: TopicPartition, _ end: Range<Int64>) throws -> Int64? {
        try TopicReader(client: client).first(of: place, end)?.timestampMs
    }

    /// RFC 3339 of milliseconds since 1970.
    static func text(_ ms: Int64) -> String? { Date(timeIntervalSince1970: Double(ms) / 1000).ISO8601Format() }
}
