import Foundation
import Kafka
import TestSupport
import Testing

@Suite("galley load", .waits)
struct LoadTests {
    private static let zstd = "KLUv/QRopQEAEsMKELAdA+C1mBnNR3kx8YLmrk6ANDGCS7bscrRy74dM3Tp8fudv1EN2bgppIwEA8XRSUM9vRHc="
    private static let gzip = "H4sIAAAAAAACA7MpySzJSbVLr7LRh7BsCuwKEpOzU1MATuT9FxoAAAA="

    /// What a record says of itself.
    private struct Loaded: Equatable {
        var key: String
        var headers: [String: String]
    }

    /// Loads what is in a folder and reads it back, ordered by key.
    private func load(_ arguments: String...) throws -> (records: [Loaded], result: Command) {
        let kafka = try EmbeddedKafka(topics: ["pages.raw": 2])
        defer { kafka.stop() }
        let result = try Command(["load"] + arguments + ["--kafka-brokers", kafka.brokers, "--quiet"])
        let records = try TopicReader(client: ClientSettings(brokers: kafka.brokers)).records(of: ["pages.raw"])
        let loaded = records.map { record in
            Loaded(
                key: String(decoding: record.key ?? [], as: UTF8.self),
                headers: Dictionary(
                    record.headers.map { ($0.name, String(decoding: $0.value ?? [], as: UTF8.self)) },
                    uniquingKeysWith: { $1 }))
        }
        return (loaded.sorted { $0.key < $1.key }, result)
    }

    @Test("each format it names is loaded, a record a page, keyed by the page's URL where it states one")
    func formats() throws {
        let folder = try Scratch()
        let warc =
            "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://courier.example/warc\r\n"
            + "Content-Length: 26\r\n\r\nHTTP/1.1 200 OK\r\n\r\n<p>warc\r\n\r\n"
        try folder.file("a.warc", warc.utf8)
        try folder.file("b.wacz", try #require(Data(base64Encoded: ArchiveFixture.wacz)))
        try folder.file("c.ndjson", #"{"url": "https://courier.example/line?utm_source=x", "html": "<p>"}"#.utf8)
        try folder.file("d.jsonl", "{\"url\": \"https://courier.example/l1\", \"html\": \"<p>\"}\n\n".utf8)
        try folder.file("e.html.gz", try #require(Data(base64Encoded: Self.gzip)))
        try folder.file("e.html.zst", try #require(Data(base64Encoded: Self.zstd)))
        try folder.file("f.txt", "The ferry is back.".utf8)
        try folder.file(
            "g.mhtml",
            "MIME-Version: 1.0\nContent-Type: text/html\nContent-Location: https://courier.example/m\n\n<p>".utf8)
        let (records, result) = try load(folder.path)
        #expect(result.status == 0 && result.output.hasPrefix("9 pages"), "\(result.errors)")
        let web = records.map(\.key).filter { $0.hasPrefix("https:") }
        #expect(
            web == ["1", "2", "l1", "line", "m", "warc"].map { "https://courier.example/\($0)" })
        let types = records.filter { $0.key.hasPrefix(folder.path) }.map { $0.headers["content-type"] }
        #expect(types == ["text/html", "text/html", "text/plain"])
        #expect(result.errors.contains("3 pages have no URL, the first is \(folder.path)/e.html.gz"))
    }

    @Test("an archive that holds no WARC file, or is cut, says so")
    func brokenArchives() throws {
        let folder = try Scratch()
        let whole = try #require(Data(base64Encoded: ArchiveFixture.wacz))
        let cut = try load(try folder.file("cut.wacz", whole.dropLast(30))).result
        #expect(cut.status == 66 && cut.errors.contains("cut.wacz: no central directory"))
        let empty = try load(try folder.file("empty.wacz", whole.suffix(22).map { _ in 0 })).result
        #expect(empty.status == 66 && empty.errors.contains("empty.wacz: no central directory"))
    }

    @Test("the URL comes from where --url-from says: the page, its path behind a base, a member of its JSON")
    func urlSources() throws {
        let folder = try Scratch()
        let site = folder.path + "/courier.example"
        try FileManager.default.createDirectory(atPath: site, withIntermediateDirectories: true)
        let page = #"<link rel="canonical" href="https://courier.example/own"><p>"#
        try folder.file("courier.example/two words.html?id=1", page.utf8)
        #expect(
            try load(folder.path, "--url-from", "path:https://").records.map(\.key) == [
                "https://courier.example/two%20words.html?id=1"
            ])
        let canonical = try load(site, "--url-from", "canonical").records
        #expect(canonical.map(\.key) == ["https://courier.example/own"])
        #expect(canonical.first?.headers["ce_subject"] == "https://courier.example/own")
        let lines = try folder.file(
            "lines.jsonl", #"{"meta": {"link": "https://courier.example/line"}, "html": "<p>"}"#.utf8)
        #expect(try load(lines, "--url-from", "field:meta.link").records.map(\.key) == ["https://courier.example/line"])
        let wrong = try load(lines, "--url-from", "header").result
        #expect(wrong.status == 64 && wrong.errors.contains("expected canonical, path:BASE"))
    }

    @Test("a page has its file's time and the headers that are asked for, which replace its own")
    func headers() throws {
        let folder = try Scratch()
        let file = try folder.file("a.html", "<p>".utf8)
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_772_701_200)], ofItemAtPath: file)
        let plain = try load(
            file, "--header", "ce_crawlid=a,b", "--header", "Content-Type=text/html; charset=gbk"
        ).records
        #expect(
            plain.first?.headers == [
                "ce_time": "2026-03-05T09:00:00Z", "ce_crawlid": "a,b", "Content-Type": "text/html; charset=gbk",
                "ce_id": "a.html",
            ])
        #expect(try load(file, "--fetched-at", "none").records.first?.headers["ce_time"] == nil)
        let stated = try load(file, "--fetched-at", "2020-01-02T03:04:05Z").records
        #expect(stated.first?.headers["ce_time"] == "2020-01-02T03:04:05Z")
        let wrong = try load(file, "--fetched-at", "yesterday").result
        #expect(wrong.status == 64 && wrong.errors.contains("expected file, none, or a time"))
    }

    @Test("the help names the formats that are read")
    func help() throws {
        let help = try Command("help", "load").output
        for format in [".warc", ".wacz", ".ndjson", ".jsonl", ".gz", "MHTML", "folders", "text"] {
            #expect(help.contains(format), "\(format)")
        }
    }
}
