import Foundation
import Kafka
import TestSupport
import Testing

/// Real pages of the development set: `GALLEY_DATA`, or the folder `shared/data` beside the package.
enum RealPages {
    /// A page as it was served.
    struct Page {
        var url: String
        var body: [UInt8]
    }

    /// The folder, or `nil` where there is none.
    static var folder: String? {
        let path = Folders.data("dev").path
        return FileManager.default.fileExists(atPath: path + "/gold.jsonl") ? path : nil
    }

    /// The first pages, those larger than a megabyte left out.
    static func read(_ count: Int) throws -> [Page] {
        let folder = try #require(folder)
        let gold = try Data(contentsOf: URL(filePath: folder + "/gold.jsonl"))
        var found: [(url: String, path: String, size: Int)] = []
        for line in gold.split(separator: UInt8(ascii: "\n")) where found.count < count {
            let entry = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
            guard let path = entry["html_path"] as? String, let size = unpackedSize(folder + "/" + path),
                size <= 1_000_000
            else { continue }
            found.append((entry["url"] as? String ?? "", folder + "/" + path, size))
        }
        try #require(found.count == count, "the development set has \(found.count) pages of this kind")
        return try unpack(found)
    }

    /// One `gzip` for all files: their contents come one after the other.
    private static func unpack(_ files: [(url: String, path: String, size: Int)]) throws -> [Page] {
        let all = try Command.data("/usr/bin/gzip", ["-dc"] + files.map(\.path))
        try #require(all.count == files.reduce(0) { $0 + $1.size })
        var start = 0
        return files.map { file in
            defer { start += file.size }
            return Page(url: file.url, body: [UInt8](all[start..<start + file.size]))
        }
    }

    /// The size that a gzip file ends with.
    private static func unpackedSize(_ path: String) -> Int? {
        guard let data = FileManager.default.contents(atPath: path), data.count > 18 else { return nil }
        return data.suffix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}

extension RealKafka {
    /// Puts so many pages on a topic, the given ones as often as needed, with the headers that a crawler sets.
    func load(_ pages: [RealPages.Page], count: Int, topic: String) throws {
        let producer = try Producer(ProducerSettings(client: client)) { report in
            if case .failure(let fault) = report.result { Issue.record("a page was not loaded: \(fault)") }
        }
        for number in 0..<count {
            let page = pages[number % pages.count]
            try load(page, number, topic, producer)
        }
        #expect(producer.flush(timeoutMs: patienceMs) == 0)
        #expect(producer.close(deadlineMs: patienceMs))
    }

    private func load(_ page: RealPages.Page, _ number: Int, _ topic: String, _ producer: Producer) throws {
        let headers = [
            Header(name: "content-type", text: "text/html"), Header(name: "ce_subject", text: page.url),
            Header(name: "ce_id", text: String(number)), Header(name: "ce_time", text: "2026-01-01T00:00:00Z"),
        ]
        let key = Array((page.url.isEmpty ? String(number) : page.url).utf8)
        while true {
            do throws(KafkaFault) {
                try producer.produce(topic: topic, key: key, value: page.body, headers: headers, token: UInt64(number))
                return
            } catch {
                guard error.isQueueFull else { throw error }
                usleep(2000)
            }
        }
    }
}
