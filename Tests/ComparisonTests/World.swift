import Foundation
import Synchronization

@testable import Comparison

/// A store in a folder of its own that goes with it, and what a comparison of it gave.
final class World {
    let folder: URL
    let store: ComparisonStore
    private(set) var lines: [[String: Any]] = []
    private(set) var text = ""

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "comparison-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = try ComparisonStore(path: folder.appending(path: "sides.db").path)
    }

    deinit {
        store.close()
        try? FileManager.default.removeItem(at: folder)
    }

    var path: String { folder.appending(path: "sides.db").path }

    @discardableResult
    func publish(_ event: TestEvent) throws -> Bool { try store.add(event.json, to: .published) }

    @discardableResult
    func give(_ event: TestEvent) throws -> Bool { try store.add(event.json, to: .fresh) }

    func refuse(_ offset: Int, _ outcome: String = "rejected", _ reason: String = "not_article") throws {
        try store.add(
            Refusal(
                place: TestEvent.place(offset), outcome: outcome, reason: reason, detail: "no block looks like text"))
    }

    @discardableResult
    func compare(_ title: String = "a replay") throws -> Comparison {
        (lines, text) = ([], "")
        let labels = Labels(
            title: title, notes: [Labels.Note("published by", "1.0.0+4"), Labels.Note("fresh by", "1.1.0+5")])
        let comparison = try store.compare(names: labels) { line in
            text += line + "\n"
            lines.append(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:])
        }
        return comparison
    }
}

/// An event as a test writes it.
struct TestEvent {
    var article: String
    var offset: Int
    var version: Int
    var fields: [String: Any]

    init(_ article: String, at offset: Int, version: Int = 1, _ fields: [String: Any] = [:]) {
        (self.article, self.offset, self.version) = (article, offset, version)
        self.fields = [
            "title": "The ferry returns", "url": "https://news.example/\(offset)", "site_domain": "news.example",
            "paragraphs": ["The ferry was lowered into the water.", "It carried carts for a hundred years."],
            "tags": [String](), "byline_raw": NSNull(), "is_original": true, "duplicate_copies": 0,
            "contributors": [["name": "Ann Lee", "role": "reporter", "role_raw": NSNull()]],
        ]
        for (name, value) in fields { self.fields[name] = value }
    }

    static func place(_ offset: Int) -> PagePlace { PagePlace(topic: "pages.raw", partition: 3, offset: Int64(offset)) }

    var json: [UInt8] {
        var all = fields
        all["article_id"] = article
        all["row_version"] = version
        if offset >= 0 {
            all["raw_topic"] = "pages.raw"
            all["raw_partition"] = 3
            all["raw_offset"] = offset
        }
        return (try? JSONSerialization.data(withJSONObject: all)).map { Array($0) } ?? []
    }
}

extension Comparison {
    /// Unchanged, changed, added, gone, not compared.
    var figures: [Int] { [unchanged, changed, added, gone, notCompared] }
    /// Fields and how often each differs.
    var fieldCounts: [String: Int] { Dictionary(uniqueKeysWithValues: fields.map { ($0.name, $0.count) }) }
}
