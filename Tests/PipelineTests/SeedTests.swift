import Foundation
import Testing
import Wire

@testable import Pipeline

/// The sample page with the event it must become, field by field; read from `GALLEY_DATA` (default `../shared/data`).
@Suite("The seed")
struct SeedTests {
    static let data: URL = {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let stated = ProcessInfo.processInfo.environment["GALLEY_DATA"]
        return URL(filePath: stated ?? package.appending(path: "../shared/data").path)
    }()
    static let isThere = FileManager.default.fileExists(atPath: data.appending(path: "seed/golden.json").path)

    /// Fields of the golden event that the article event does not carry: they follow from others.
    private static let derived: Set<String> = ["page_type", "published_at_utc", "han_char_count"]

    @Test(
        "the sample page gives the golden event",
        .enabled(if: isThere, "no pages at GALLEY_DATA (default ../shared/data): skipped"))
    func golden() throws {
        let folder = Self.data.appending(path: "seed")
        let golden = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appending(path: "golden.json")))
        let stated = try #require((golden as? [String: Any])?["event"] as? [String: Any])
        let page = Array(try Data(contentsOf: folder.appending(path: "page.txt")))
        let record = InboundRecord(
            topic: "pages.raw", partition: 0, offset: 0, timestampMs: nil, key: nil, value: page, headers: [])
        guard case .article(_, let published) = try TestPipeline.make().process(record) else {
            Issue.record("the sample page gave no article")
            return
        }
        let found = try #require(JSONSerialization.jsonObject(with: Data(published.value ?? [])) as? [String: Any])
        for (field, value) in stated where !Self.derived.contains(field) {
            #expect(TestJSON.text(found[field] ?? "missing") == TestJSON.text(value), "\(field)")
        }
    }
}
