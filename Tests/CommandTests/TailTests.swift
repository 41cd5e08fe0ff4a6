import Foundation
import Kafka
import TestSupport
import Testing

@Suite("galley tail", .waits)
struct TailTests {
    private let kafka: EmbeddedKafka

    /// A broker with an article, two rejections and a dead letter on its topics.
    init() throws {
        kafka = try EmbeddedKafka(topics: ["pages.raw": 2, "articles": 2, "articles.rejected": 1, "pages.raw.dlq": 1])
        let folder = try Scratch()
        try folder.file(
            "pages.jsonl",
            [
                ["url": "https://www.news.example/baths", "body": SamplePage.html],
                ["url": "https://www.news.example/empty", "body": "<p>"],
                ["url": "https://other.example/none", "status": 404, "body": "<p>gone"],
                ["url": "https://other.example/broken"],
            ].map { try JSONSerialization.data(withJSONObject: $0) }.flatMap { $0 + [0x0A] })
        let loaded = try Command("load", folder.path + "/pages.jsonl", "--kafka-brokers", kafka.brokers)
        #expect(loaded.status == 0, "\(loaded.errors)")
        let run = try Command("run", "--until-end", "--kafka-brokers", kafka.brokers, "--admin-address", "off")
        #expect(run.status == 0, "\(run.errors)")
    }

    private func tail(_ arguments: String...) throws -> Command {
        try Command(["tail"] + arguments + ["--kafka-brokers", kafka.brokers, "--from", "beginning", "--until-end"])
    }

    @Test("events, rejections and dead letters stand in one table, whichever topic they are on")
    func showsATable() throws {
        defer { kafka.stop() }
        let result = try tail("articles", "articles.rejected", "pages.raw.dlq")
        #expect(result.status == 0, "\(result.errors)")
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(lines.count == 6 && lines[0].hasPrefix("page ") && lines[1].allSatisfy { "─ ".contains($0) })
        #expect(lines.contains { $0.hasPrefix("www.news.example") && $0.contains(" article ") })
        #expect(lines.contains { $0.contains("rejected     http_error: ") })
        #expect(lines.contains { $0.contains("dead letter  no_body: ") })
        #expect(lines.allSatisfy { $0.count <= 120 })
    }

    @Test("as JSON an event is what it is, a dead letter what describes it")
    func showsJSON() throws {
        defer { kafka.stop() }
        let events = try tail("articles", "--show", "json").events()
        #expect(events.count == 1 && events[0]["url"] as? String == "https://www.news.example/baths")
        let letters = try tail("pages.raw.dlq", "--show", "json").events()
        #expect(
            letters.count == 1 && letters[0]["reason"] as? String == "no_body"
                && letters[0]["stage"] as? String == "decode")
        #expect(letters[0]["raw_topic"] as? String == "pages.raw" && letters[0]["value"] == nil)
        let pages = try tail("pages.raw", "--show", "json").events()
        #expect(pages.count == 4 && pages.allSatisfy { $0["outcome"] as? String == "page" })
    }

    @Test("words tell which are shown, and a limit how many")
    func filters() throws {
        defer { kafka.stop() }
        let all = ["articles", "articles.rejected", "pages.raw.dlq"]
        func shown(_ flags: String...) throws -> Int {
            try Command(
                ["tail"] + all + flags + [
                    "--show", "json", "--kafka-brokers", kafka.brokers, "--from", "beginning", "--until-end",
                ]
            ).events().count
        }
        #expect(try shown("--where", "host=news.example") == 2)
        #expect(try shown("--where", "host=news.example,outcome=rejected") == 1)
        #expect(try shown("--where", "outcome=dead_letter") == 1)
        #expect(try shown("--where", "reason=http_error", "--where", "host=other.example") == 1)
        #expect(try shown("--where", "language=en") == 1)
        #expect(try shown("--where", "host=example") == 3 && shown("--where", "host=ews.example") == 0)
        #expect(try shown("--limit", "2") == 2)
    }

    @Test("a word that is none, and a topic that is missing, are said to be so")
    func refuses() throws {
        defer { kafka.stop() }
        let word = try tail("articles", "--where", "site=news.example")
        #expect(word.status == 64 && word.errors.contains("host, key, language, outcome, reason"))
        let none = try Command("tail", "--kafka-brokers", kafka.brokers)
        #expect(none.status == 64 && none.errors.contains("TOPIC"))
    }
}
