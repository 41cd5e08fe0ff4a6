/// A place in a topic, as a person names it.
public enum TopicPoint: Sendable, Equatable {
    /// At the oldest record.
    case beginning
    /// Behind the newest record.
    case end
    /// At an offset, the same in every partition.
    case offset(Int64)
    /// At the first record of this time or later: milliseconds since 1970.
    case time(Int64)
}

/// Reads topics without a group, moving no offset.
public struct TopicReader: Sendable {
    private let client: ClientSettings

    /// Makes a reader; it connects when it reads.
    public init(client: ClientSettings) { self.client = client }

    /// All records that the topics hold now.
    ///
    /// - Throws: a ``KafkaFault`` when the broker does not answer.
    public func records(of topics: [String]) throws -> [ConsumedRecord] {
        var records: [ConsumedRecord] = []
        try follow(topics, from: .beginning, isToEnd: true, patience: .seconds(30)) { record in
            if let record { records.append(record) }
            return true
        }
        return records
    }

    /// Hands records on as they come.
    ///
    /// - Parameters:
    ///   - isToEnd: whether to stop at the ends that the topics have now.
    ///   - patience: how long at the most.
    ///   - take: takes a record; whether another is wanted. Called with `nil` now and then while none comes.
    /// - Throws: a ``KafkaFault`` when the broker does not answer, a topic is not there or may not be read.
    public func follow(
        _ topics: [String], from start: TopicPoint, isToEnd: Bool, patience: Duration? = nil,
        take: (ConsumedRecord?) throws -> Bool
    ) throws {
        let admin = try Admin(client)
        defer { admin.close() }
        var parts: [TopicPartition: Range<Int64>] = [:]
        for topic in topics {
            for (place, marks) in try admin.watermarks(of: topic, timeoutMs: TopicReader.askMs) {
                parts[place] = marks.low..<max(marks.low, marks.high)
            }
        }
        let starts = try admin.offsets(of: start, in: parts, timeoutMs: TopicReader.askMs)
        for (place, part) in parts { parts[place] = (starts[place] ?? part.upperBound)..<part.upperBound }
        try read(parts, endsThere: isToEnd, admin, patience, take)
    }

    /// Hands on the records of a range, in each partition in order.
    ///
    /// - Parameter take: takes a record; whether another is wanted. Called with `nil` now and then while none comes.
    /// - Throws: a ``KafkaFault`` when the broker does not answer, or a topic may not be read.
    public func read(
        _ parts: [TopicPartition: Range<Int64>], take: (ConsumedRecord?) throws -> Bool
    ) throws {
        let admin = try Admin(client)
        defer { admin.close() }
        try read(parts, endsThere: true, admin, nil, take)
    }

    /// Hands on the newest records of a topic, of each partition those of so many last offsets.
    ///
    /// - Parameter patience: how long at the most.
    /// - Throws: a ``KafkaFault`` when the broker does not answer, or the topic may not be read.
    public func newest(
        _ count: Int64, of topic: String, patience: Duration, take: (ConsumedRecord) -> Void
    ) throws {
        let admin = try Admin(client)
        defer { admin.close() }
        let parts = try admin.watermarks(of: topic, timeoutMs: TopicReader.askMs).mapValues { marks in
            max(marks.low, marks.high - count)..<max(marks.low, marks.high)
        }
        try read(parts, endsThere: true, admin, patience) { record in
            if let record { take(record) }
            return true
        }
    }

    /// The first record of a range; `nil` when there is none.
    public func first(of place: TopicPartition, _ part: Range<Int64>) throws -> ConsumedRecord? {
        var found: ConsumedRecord?
        try read([place: part]) { record in
            found = record
            return record == nil
        }
        return found
    }

    /// The offsets that a partition has; an empty range where it is not there.
    public func ends(of place: TopicPartition) throws -> Range<Int64> {
        let admin = try Admin(client)
        defer { admin.close() }
        guard let marks = try admin.watermarks(of: place.topic, timeoutMs: TopicReader.askMs)[place] else {
            return 0..<0
        }
        return marks.low..<max(marks.low, marks.high)
    }

    private static let askMs = 10_000
    /// Without anything for so long a range is given up: its topic is gone or shorter now, or a transaction hangs.
    private static let stall = Duration.seconds(120)

    private func read(
        _ parts: [TopicPartition: Range<Int64>], endsThere: Bool, _ admin: Admin, _ patience: Duration?,
        _ take: (ConsumedRecord?) throws -> Bool
    ) throws {
        var open = Set(parts.filter { !$0.value.isEmpty }.keys)
        guard !parts.isEmpty, !endsThere || !open.isEmpty else { return }
        var settings = ConsumerSettings(client: client, group: "galley-reader")
        settings.reportsEndOfPartition = true
        let consumer = try Consumer(settings)
        defer { _ = consumer.close(deadlineMs: 2000) }
        try consumer.assign(
            parts.filter { !endsThere || open.contains($0.key) }.map {
                PartitionOffset($0.key, offset: $0.value.lowerBound)
            })
        let begin = ContinuousClock.now
        var last = begin
        while !endsThere || !open.isEmpty {
            if let patience, begin.duration(to: .now) >= patience { return }
            if endsThere, last.duration(to: .now) >= TopicReader.stall {
                let names = open.sorted().map(\.description).joined(separator: ", ")
                throw KafkaFault.timedOut(
                    "\(names): nothing came for \(TopicReader.stall), and the end was not reached")
            }
            switch try consumer.poll(timeoutMs: 100) {
            case .record(let record)?:
                last = .now
                let end = parts[record.topicPartition]?.upperBound ?? 0
                if record.offset >= end - 1 { open.remove(record.topicPartition) }
                if endsThere, record.offset >= end { continue }
                guard try take(record) else { return }
            // The last offsets may hold no record, as those of transactions' marks.
            case .endOfPartition(let place, let offset)?:
                last = .now
                if offset >= parts[place]?.upperBound ?? 0 { open.remove(place) }
            case .fault(let fault)?:
                // The rest of a topic is read on from its oldest record when what was to come is gone.
                if fault.isOffsetReset, let place = fault.topicPartition {
                    let low = try admin.watermarks(of: place.topic, timeoutMs: TopicReader.askMs)[place]?.low ?? 0
                    if endsThere, low >= parts[place]?.upperBound ?? 0 { open.remove(place) }
                    try consumer.seek([PartitionOffset(place, offset: low)])
                } else if !fault.isRetriable, !fault.isGroupAuthorization {
                    // The client looks for the coordinator of its group, which is not used.
                    throw fault
                }
            case nil: guard try take(nil) else { return }
            }
        }
    }
}

extension Admin {
    /// The offset at a point of each partition, held to the range between the partition's ends.
    ///
    /// - Parameter ends: the partitions that are asked for, with their oldest offset and the one after their newest.
    public func offsets(
        of point: TopicPoint, in ends: [TopicPartition: Range<Int64>], timeoutMs: Int
    ) throws(KafkaFault) -> [TopicPartition: Int64] {
        switch point {
        case .beginning: return ends.mapValues(\.lowerBound)
        case .end: return ends.mapValues(\.upperBound)
        case .offset(let offset): return ends.mapValues { min(max(offset, $0.lowerBound), $0.upperBound) }
        case .time(let ms):
            guard !ends.isEmpty else { return [:] }
            // The protocol has negative numbers for the ends.
            let asked = ends.mapValues { _ in max(0, ms) }
            let found = try offsetsForTimes(asked, timeoutMs: timeoutMs)
            let known = Dictionary(found.map { ($0.topicPartition, $0.offset) }) { first, _ in first }
            // Who has no record of that time or later is told of by no offset.
            return ends.reduce(into: [:]) { offsets, end in
                offsets[end.key] = min(
                    max(known[end.key] ?? end.value.upperBound, end.value.lowerBound), end.value.upperBound)
            }
        }
    }
}
