import Foundation
import Kafka
import Pipeline
import Telemetry
import Worker

/// The answer of `/api/status`. Its names are kept from version to version: new ones may come.
struct StatusDocument: Encodable {
    let version: String
    let librdkafka: String
    let state: String
    let ready: Bool
    let unready: [String]
    let live: Bool
    let dead: [String]
    let uptimeSeconds: Double
    let residentBytes: Int
    let ledger: [String: Int]
    let inflight: InFlight
    let pausedFor: [Pause]
    let lag: Int64
    let partitions: [Partition]
    let brokers: [Broker]
    let flow: Flow
    let stages: [StageTime]
    let sites: [Site]
    let articles: [Note]
    let others: [Note]

    struct InFlight: Encodable {
        let pages: Int
        let bytes: Int
        let limitBytes: Int
    }

    struct Pause: Encodable {
        let reason: String
        let words: String
    }

    struct Partition: Encodable {
        let topic: String
        let partition: Int32
        let frontier: Int64
        let position: Int64
        let end: Int64?
        let inflight: Int
        let lag: Int64?
        let lagSeconds: Double?
        let held: Bool
        let stuck: Bool
    }

    struct Broker: Encodable {
        let client: String
        let name: String
        let up: Bool
        let roundTripSeconds: Double
    }

    /// Pages of each of the last seconds, the oldest first.
    struct Flow: Encodable {
        let seconds: Int
        let articles: [Int]
        let rejected: [Int]
        let deadLetters: [Int]
    }

    struct StageTime: Encodable {
        let stage: String
        let pages: Int
        let seconds: Double
    }

    struct Site: Encodable {
        let site: String
        let articles: Int
        let refused: Int
        let topReason: String?
    }

    struct Note: Encodable {
        let outcome: String
        let topic: String
        let partition: Int32
        let offset: Int64
        let url: String?
        let site: String?
        let title: String
        let reason: String?
        let atMs: Int64
    }

    init(_ status: WorkerStatus, _ journal: PageJournal, _ metrics: MetricRegistry, version: String) {
        self.version = version
        librdkafka = KafkaLibrary.versionString
        state = status.state
        ready = status.isReady
        unready = status.unready
        live = status.isLive
        dead = status.dead
        uptimeSeconds = status.uptime
        residentBytes = ProcessMetrics.residentBytes
        ledger = status.balance.counts
        inflight = InFlight(
            pages: status.balance.inFlight, bytes: status.inFlightBytes, limitBytes: status.inFlightLimit)
        pausedFor = status.pauses.map { Pause(reason: $0.name.rawValue, words: $0.words) }
        lag = status.partitions.reduce(0) { $0 + ($1.lag ?? 0) }
        partitions = status.partitions.map { Partition($0, status) }
        brokers = status.brokers.map {
            Broker(client: $0.client, name: $0.name, up: $0.isUp, roundTripSeconds: $0.roundTrip)
        }
        flow = Flow(journal.flow.samples)
        stages = Stage.allCases.map { stage in
            let spread = metrics.histogram(.stageSeconds, stage.rawValue).snapshot
            return StageTime(stage: stage.rawValue, pages: spread.count, seconds: spread.sum)
        }
        sites = journal.sites(20).map {
            Site(site: $0.site, articles: $0.articles, refused: $0.refused, topReason: $0.topReason)
        }
        let recent = journal.recent
        articles = recent.articles.map(Note.init)
        others = recent.others.map(Note.init)
    }

    /// As JSON.
    var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.keyEncodingStrategy = .convertToSnakeCase
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        return (try? encoder.encode(self)).map { Array($0) } ?? Array("{}".utf8)
    }
}

extension StatusDocument.Partition {
    fileprivate init(_ part: PartitionStatus, _ status: WorkerStatus) {
        self.init(
            topic: part.place.topic, partition: part.place.partition, frontier: part.frontier,
            position: part.position, end: part.end, inflight: part.inFlight, lag: part.lag,
            lagSeconds: part.lagSeconds, held: status.held.contains(part.place),
            stuck: status.stuck.contains(part.place))
    }
}

extension StatusDocument.Flow {
    fileprivate init(_ samples: [FlowHistory.Sample]) {
        self.init(
            seconds: FlowHistory.seconds, articles: samples.map(\.articles), rejected: samples.map(\.rejected),
            deadLetters: samples.map(\.deadLetters))
    }
}

extension StatusDocument.Note {
    fileprivate init(_ note: PageNote) {
        self.init(
            outcome: note.outcome.rawValue, topic: note.topic, partition: note.partition, offset: note.offset,
            url: note.url, site: note.site, title: note.title, reason: note.reason, atMs: note.atMs)
    }
}
