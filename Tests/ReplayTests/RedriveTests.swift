import Foundation
import Kafka
import Pages
import Replay
import TestSupport
import Testing
import Wire
import Worker

/// Letters that are put back, on the embedded broker.
@Suite(.waits)
struct RedriveTests {
    private static let input = "pages.raw"
    private static let letters = "pages.raw.dlq"
    private static let most = 3

    @Test
    func `fault 16: a letter that fails each time is put back so often, then parked, and its headers do not grow`()
        throws
    {
        let kafka = try EmbeddedKafka(
            topics: [
                Self.input: 2, Self.letters: 1, Self.letters + ".parked": 1, Self.letters + ".redriven": 1,
            ])
        defer { kafka.stop() }
        let client = ClientSettings(brokers: kafka.brokers, statisticsIntervalMs: 0)
        let producer = try Producer(ProducerSettings(client: client)) { _ in }
        defer { producer.close(deadlineMs: 2000) }
        for number in 0..<5 {
            try producer.produce(
                topic: Self.input, key: Array("key \(number)".utf8), value: Array("page \(number)".utf8),
                headers: [Header(name: "url", text: "https://news.example/\(number)")], token: 0)
        }
        #expect(producer.flush(timeoutMs: 10_000) == 0)
        var positions: [TopicPartition: Int64] = [:]
        var counts: [Redrive.Counts] = []
        // A worker fails all that comes, then everything is put back; one round more than there is anything to put back.
        for _ in 0...Self.most + 1 {
            try failAll(from: &positions, client, producer)
            counts.append(
                try Redrive(client, deadLetters: Self.letters, most: Self.most, hasNewTime: true).run(
                    isDry: false, limit: 0, from: .beginning, pagesPerSecond: nil, admits: { _ in true },
                    progress: { _ in true }))
        }
        #expect(counts.map(\.redriven) == [5, 5, 5, 0, 0] && counts.map(\.parked) == [0, 0, 0, 5, 0])
        #expect(counts.map(\.before) == [0, 5, 10, 15, 20] && counts.allSatisfy { $0.refused + $0.lost == 0 })
        let first = try TopicReader(client: client).records(of: [Self.letters])[0]
        let parked = try TopicReader(client: client).records(of: [Self.letters + ".parked"])
        #expect(Set(parked.map(\.value)) == Set((0..<5).map { Array("page \($0)".utf8) }))
        for letter in parked {
            func text(_ name: String) -> [String] {
                letter.headers.filter { $0.name == name }.map { String(decoding: $0.value ?? [], as: UTF8.self) }
            }
            #expect(text("galley-redriven") == ["3"] && text("galley-attempts") == ["4"])
            #expect(text("url").count == 1 && letter.headers.count == first.headers.count + 1)
        }
        print("fault 16, letters that fail again, mock: inputs 5: put back 15 times, parked \(parked.count)")
    }

    /// Writes a letter of each page that came since the last call.
    private func failAll(from positions: inout [TopicPartition: Int64], _ client: ClientSettings, _ producer: Producer)
        throws
    {
        let encoder = DeadLetterEncoder(connectorName: "galley", version: "1")
        for record in try TopicReader(client: client).records(of: [Self.input])
        where record.offset >= positions[record.topicPartition] ?? 0 {
            positions[record.topicPartition] = record.offset + 1
            let page = InboundRecord(record)
            let letter = encoder.record(
                page, fault: PageFault(.noBody, stage: "decode", "no page"),
                attempts: DeadLetterEncoder.attempts(of: page) + 1)
            try producer.produce(
                topic: Self.letters, key: letter.key, value: letter.value,
                headers: letter.headers.map { Header(name: $0.name, value: $0.value) }, timestampMs: letter.timestampMs,
                token: 0)
        }
        #expect(producer.flush(timeoutMs: 10_000) == 0)
    }
}
