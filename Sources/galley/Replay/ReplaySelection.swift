import Foundation
import Kafka
import Pages
import Replay
import Settings
import Wire
import Worker

/// Which pages of a range are worked on: those for which each of the words holds.
struct ReplaySelection: Sendable {
    private let host: String?
    private let key: [UInt8]?
    private let places: OutcomePlaces?

    private static let names = ["host", "key", "reason"]

    /// - Parameter findPlaces: finds the places of pages whose outcome had a reason; asked only when one is given.
    /// - Throws: a ``SettingsError`` for a name that is none.
    init(_ wanted: [String: String], findPlaces: (String) throws -> OutcomePlaces) throws {
        host = wanted["host"]?.lowercased()
        key = wanted["key"].map { Array($0.utf8) }
        places = try wanted["reason"].map(findPlaces)
    }

    /// - Throws: a ``SettingsError`` for a name that is none.
    static func check(_ wanted: [String: String]) throws {
        for name in wanted.keys.sorted() where !names.contains(name) {
            throw SettingsError(
                usage: "--where \(name)=...: pages are told apart by \(names.joined(separator: ", "))")
        }
    }

    /// Whether all pages are worked on.
    var isEverything: Bool { host == nil && key == nil && places == nil }

    /// How many pages had the reason; `nil` when none is asked for.
    var found: Int? { places?.count }

    /// Whether a page is worked on.
    /// - Parameter decoder: opens it where only its body tells the host.
    func admits(_ record: InboundRecord, _ decoder: RawPageDecoder) -> Bool {
        if let key, record.key != key { return false }
        if let places, !places.contain(record) { return false }
        guard let host else { return true }
        let stated = record.headers.last { $0.name == "ce_subject" }?.value.map { String(decoding: $0, as: UTF8.self) }
        return SiteFilter.admits(stated ?? (try? decoder.decode(record))?.url, below: host)
    }
}

/// Whether a URL is of a site.
enum SiteFilter {
    /// Whether its host is the one that is wanted, or below it.
    static func admits(_ url: String?, below wanted: String) -> Bool {
        guard let host = url.flatMap({ URL(string: $0)?.host() })?.lowercased() else { return false }
        return host == wanted || host.hasSuffix("." + wanted)
    }
}

/// Places of raw pages, eight bytes each.
struct OutcomePlaces: Sendable {
    private let offsets: [TopicPartition: [Int64]]

    /// Reads the places of the pages that became rejections or dead letters for a reason.
    /// - Parameter range: where pages are asked for.
    init(reason: String, of topics: [String], in range: FrozenRange, _ client: ClientSettings, _ reader: OutcomeReader)
        throws
    {
        var found: [TopicPartition: [Int64]] = [:]
        try TopicReader(client: client).follow(topics, from: .beginning, isToEnd: true) { record in
            guard let record else { return true }
            let outcome = OutcomeRecord(record, reader)
            if outcome.reason == reason, let origin = outcome.origin, let topic = outcome.originTopic {
                let place = TopicPartition(topic: topic, partition: Int32(clamping: origin.partition))
                if range.parts[place]?.contains(origin.offset) ?? false {
                    found[place, default: []].append(origin.offset)
                }
            }
            return true
        }
        offsets = found.mapValues { $0.sorted() }
    }

    /// How many there are, repetitions of the same among them.
    var count: Int { offsets.values.reduce(0) { $0 + $1.count } }

    /// Whether a record stands at one of them.
    func contain(_ record: InboundRecord) -> Bool {
        guard let list = offsets[TopicPartition(topic: record.topic, partition: Int32(record.partition))] else {
            return false
        }
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if list[middle] < record.offset { low = middle + 1 } else { high = middle }
        }
        return low < list.count && list[low] == record.offset
    }
}
