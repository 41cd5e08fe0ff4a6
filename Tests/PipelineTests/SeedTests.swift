import Foundation
import Normalization
import Testing
import Wire

@testable import Pipeline

/// The sample page with the event it must become, field by field, and the page in disguise.
@Suite("The seed", .enabled(if: SeedPage.isThere, SeedPage.absence))
struct SeedTests {
    private func event(_ page: SeedPage) throws -> [String: Any] {
        let record = InboundRecord(
            topic: "pages.raw", partition: 0, offset: 0, timestampMs: nil, key: nil, value: page.bytes, headers: [])
        guard case .article(_, let published) = try TestPipeline.make().process(record) else {
            Issue.record("the page gave no article")
            return [:]
        }
        return try #require(JSONSerialization.jsonObject(with: Data(published.value ?? [])) as? [String: Any])
    }

    private func expect(_ page: SeedPage, _ name: String) throws {
        let found = try event(page)
        for (field, value) in page.event.sorted(by: { $0.key < $1.key }) {
            #expect(TestJSON.text(found[field] ?? "missing") == TestJSON.text(value), "\(name): \(field)")
        }
    }

    @Test("the sample page gives the golden event")
    func golden() throws { try expect(SeedPage(), "as it is") }

    @Test("a disguise of the sample page gives the golden event, changed as the page was", arguments: Disguise.names)
    func disguised(_ name: String) throws {
        let disguise = try #require(Disguise.all.first { $0.name == name })
        var page = try SeedPage()
        disguise.apply(&page)
        settle(&page)
        try expect(page, name)
    }

    @Test("all the disguises at once", arguments: 0..<24)
    func manyAtOnce(_ seed: Int) throws {
        var page = try SeedPage()
        var names: [String] = []
        var number = seed
        for group in Disguise.groups {
            let choice = number % (group.count + 1)
            number = number / 2 + seed * 7 % 5
            guard choice < group.count else { continue }
            names.append(group[choice].name)
            group[choice].apply(&page)
        }
        settle(&page)
        try expect(page, names.joined(separator: " + "))
    }

    /// Sets the fields that follow from the text.
    private func settle(_ page: inout SeedPage) {
        let paragraphs = page.event["paragraphs"] as? [String] ?? []
        page.event["body_text"] = paragraphs.joined(separator: "\n")
        page.event["content_hash"] = Hashes.contentHash(title: page.string("title"), paragraphs: paragraphs)
        page.event["dedup_hash"] = Hashes.dedupHash(title: page.string("title"), paragraphs: paragraphs)
        page.event["char_count"] = paragraphs.reduce(0) { $0 + $1.unicodeScalars.count }
        page.event["paragraph_count"] = paragraphs.count
    }
}
