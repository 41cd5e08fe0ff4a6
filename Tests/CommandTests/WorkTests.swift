import Foundation
import Kafka
import TestSupport
import Testing

@Suite("The command at work", .waits)
struct WorkTests {
    @Test("load puts pages on a topic, run --until-end gives each one outcome")
    func loadAndRun() throws {
        let topics = ["pages.raw": 2, "articles": 2, "articles.rejected": 1, "pages.raw.dlq": 1]
        let kafka = try EmbeddedKafka(topics: topics)
        defer { kafka.stop() }
        let folder = try Scratch()
        try folder.file("a.html", SamplePage.html.utf8)
        try folder.file("b.html", "<!DOCTYPE html><title>Log in</title><form><input type=password></form>".utf8)
        try folder.file("c.pdf", "%PDF-1.7 not a page".utf8)
        let loaded = try Command("load", folder.path, "--kafka-brokers", kafka.brokers)
        #expect(loaded.status == 0, "\(loaded.errors)")
        #expect(loaded.output.hasPrefix("3 pages"))
        let run = try Command("run", "--until-end", "--kafka-brokers", kafka.brokers)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try Self.count("articles", kafka) == 1)
        #expect(try Self.count("articles.rejected", kafka) == 2)
        #expect(try Self.count("pages.raw.dlq", kafka) == 0)
    }

    @Test("load says when the broker has dropped what it has just taken")
    func loadOverflows() throws {
        let kafka = try EmbeddedKafka(topics: ["pages.raw": 1])
        defer { kafka.stop() }
        let folder = try Scratch()
        // Bytes that no coding makes smaller: ten pages of 800 kB, where 5 MiB are kept.
        for number in 0..<10 {
            var random = SeededGenerator(seed: UInt64(number))
            try folder.file("\(number).html", (0..<800_000).map { _ in UInt8.random(in: 0...255, using: &random) })
        }
        let loaded = try Command("load", folder.path, "--kafka-brokers", kafka.brokers)
        let kept = try Self.count("pages.raw", kafka)
        #expect(kept < 10)
        #expect(loaded.status == 1)
        #expect(loaded.output.hasPrefix("10 pages"))
        #expect(loaded.errors.contains("\(10 - kept) of these 10 pages are no longer on pages.raw"))
        #expect(loaded.errors.contains("galley broker --topics"))
    }

    private static func count(_ topic: String, _ kafka: EmbeddedKafka) throws -> Int64 {
        let admin = try Admin(ClientSettings(brokers: kafka.brokers))
        defer { admin.close() }
        return try admin.watermarks(of: topic, timeoutMs: 10_000).reduce(0) { $0 + $1.value.count }
    }

    @Test("demo shows every sample page with one outcome and ends by itself")
    func demo() throws {
        let result = try Command("demo", "--quiet")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.errors.isEmpty)
        #expect(result.output.contains("11 pages in = 7 articles + 2 rejected + 1 dead-lettered + 1 skipped"))
    }

    @Test("features writes blocks, then the inputs of both stages, a row a block")
    func features() throws {
        let folder = try Scratch()
        try folder.file("page.html", SamplePage.html.utf8)
        let gold: [String: Any] = ["id": "p1", "set": "own", "html_path": "page.html", "gold": [String: String]()]
        let file = try folder.file("gold.jsonl", JSONSerialization.data(withJSONObject: gold))
        func size(_ name: String) throws -> Int {
            try Data(contentsOf: URL(filePath: "\(folder.path)/out/\(name)")).count
        }
        let blocks = try Command("features", "--gold", file, "--out", "\(folder.path)/out")
        #expect(blocks.status == 0, "\(blocks.errors)")
        let texts = try String(contentsOfFile: "\(folder.path)/out/texts.txt", encoding: .utf8).split(separator: "\n")
        #expect(texts.contains { $0.hasSuffix("mill steps.") })
        #expect(try size("blocks.i32") == 8 * texts.count)

        let tables = try folder.file("tables.tsv", "class\t*\t1\t0.5\nphrase\tcourier.example\t2\t-1\n".utf8)
        let first = try Command(
            "features", "--gold", file, "--out", "\(folder.path)/out", "--part", "first", "--tables", tables)
        #expect(first.status == 0, "\(first.errors)")
        let columns =
            try JSONSerialization.jsonObject(
                with: Data(contentsOf: URL(filePath: "\(folder.path)/out/columns.json"))) as? [String: [String]]
        #expect(try size("first.f32") == 4 * texts.count * (columns?["first"]?.count ?? 0))

        let half = try folder.file("p.f32", texts.flatMap { _ in [0, 0, 0, 0x3F] as [UInt8] })
        let second = try Command(
            "features", "--gold", file, "--out", "\(folder.path)/out", "--part", "second", "--probabilities", half)
        #expect(second.status == 0, "\(second.errors)")
        #expect(try size("second.f32") == 4 * texts.count * (columns?["second"]?.count ?? 0))
    }

    @Test("evaluate prints a table and fails when a figure is below its floor")
    func evaluate() throws {
        let folder = try Scratch()
        try folder.file("page.html", SamplePage.html.utf8)
        let truth: [String: Any] = [
            "title": SamplePage.title, "date": "2026-05-04", "authors": ["Nora Quill"],
            "body": "A body that stands nowhere on the page, of a few words only.",
        ]
        let gold: [String: Any] = ["id": "p1", "set": "own", "html_path": "page.html", "gold": truth]
        let file = try folder.file("gold.jsonl", JSONSerialization.data(withJSONObject: gold))
        let low = try folder.file("low.json", #"{"own": {"title": 0.9}}"#.utf8)
        let high = try folder.file("high.json", #"{"own": {"F1": 0.9}}"#.utf8)
        let passed = try Command("evaluate", "--gold", file, "--floors", low)
        #expect(passed.status == 0, "\(passed.errors)")
        #expect(passed.output.contains("own"))
        let failed = try Command("evaluate", "--gold", file, "--floors", high)
        #expect(failed.status == 1)
        #expect(failed.errors.contains("own F1"))
        // The page has no URL, so that its site is not one that the model learnt of.
        #expect(!passed.errors.contains("flatter"))
        let unseen = try Command("evaluate", "--gold", file, "--unseen")
        #expect(unseen.status == 0)
        #expect(unseen.output == passed.output)
    }
}
