import Extraction
import Foundation
import Normalization
import Pages
import TestSupport
import Testing
import Wire

@testable import Pipeline

/// Pages of our own writing, each in a folder with its headers and the fields its event must have.
@Suite("Fixtures")
struct FixtureTests {
    static let root = Folders.package.appending(path: "Tests/Fixtures")

    static var cases: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return names.filter { FileManager.default.fileExists(atPath: root.appending(path: "\($0)/article.json").path) }
            .sorted()
    }

    private func event(of name: String) throws -> [String: Any] {
        let folder = Self.root.appending(path: name)
        let file = try #require(
            ["page.html", "page.txt"].map { folder.appending(path: $0) }.first {
                FileManager.default.fileExists(atPath: $0.path)
            })
        let stated = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appending(path: "headers.json")))
        let headers = try #require(stated as? [String: String]).sorted { $0.key < $1.key }.map {
            WireHeader($0.key, $0.value)
        }
        let record = InboundRecord(
            topic: "pages.raw", partition: 0, offset: 7, timestampMs: 1_700_000_000_000, key: nil,
            value: Array(try Data(contentsOf: file)), headers: headers)
        let outcome = try TestPipeline.make().process(record)
        guard case .article(_, let published) = outcome else {
            Issue.record("\(name) gave \(outcome)")
            return [:]
        }
        return try #require(JSONSerialization.jsonObject(with: Data(published.value ?? [])) as? [String: Any])
    }

    @Test("every field stated for a page comes out as stated", arguments: cases)
    func fields(_ name: String) throws {
        let found = try event(of: name)
        let stated = try JSONSerialization.jsonObject(
            with: Data(contentsOf: Self.root.appending(path: "\(name)/article.json")))
        for (field, value) in try #require(stated as? [String: Any]).sorted(by: { $0.key < $1.key }) {
            let actual = found[field] ?? "missing"
            #expect(TestJSON.text(actual) == TestJSON.text(value), "\(name): \(field)")
        }
    }
}

/// JSON values as text, for comparing and for showing them.
enum TestJSON {
    static func text(_ value: Any) -> String {
        let options: JSONSerialization.WritingOptions = [.fragmentsAllowed, .sortedKeys, .withoutEscapingSlashes]
        guard let data = try? JSONSerialization.data(withJSONObject: value, options: options) else { return "\(value)" }
        return String(decoding: data, as: UTF8.self)
    }
}

enum TestPipeline {
    static func make(
        version: ExtractorVersion = ExtractorVersion(version: "1.0.0", rulesetSerial: 1), siteDomain: String? = nil,
        limits: Limits = Limits(), options: PagePipeline.Options? = nil,
        makeClock: @escaping @Sendable (Double) -> PageClock = { PageClock(seconds: $0) }
    ) throws -> PagePipeline {
        PagePipeline(
            extractor: Extractor(bodyExtractor: BodyExtractor(model: try ExtractionModel.embedded())),
            normalizer: Normalizer(version: version, siteDomain: siteDomain),
            options: options ?? PagePipeline.Options(limits: limits), makeClock: makeClock)
    }
}
