import Foundation
import Pages
import TestSupport
import Testing

@testable import Wire

@Suite("Schemas and what is written")
struct SchemaTests {
    @Test func theEventSchemaNamesTheFieldsInTheOrderTheyAreWritten() throws {
        let written = memberNames(of: EventEncoder().encode(.example))
        #expect(try Schema("article-event").required == written)
        #expect(try Set(Schema("article-event").properties.keys) == Set(written))
    }

    @Test func theRejectionSchemaNamesTheFieldsInTheOrderTheyAreWritten() throws {
        let written = memberNames(of: rejection())
        #expect(try Schema("article-rejected").required == written)
        #expect(try Set(Schema("article-rejected").properties.keys) == Set(written))
    }

    @Test(arguments: PublishedKind.allCases, SchemaLanguage.allCases)
    func theSchemasAreWrittenFromTheTableOfFields(kind: PublishedKind, language: SchemaLanguage) throws {
        let file = Schema.folder.appending(path: "\(kind.fileName).\(language.fileExtension)")
        let text = Data(kind.document(language).utf8)
        if ProcessInfo.processInfo.environment["GALLEY_UPDATE"] == "1" { try text.write(to: file) }
        let isEqual = try Data(contentsOf: file) == text
        #expect(isEqual, "\(file.lastPathComponent) differs: GALLEY_UPDATE=1 deploy/test --filter SchemaTests")
    }

    @Test func exactlyTheFieldsThatMayBeAbsentMayBeNull() throws {
        let bare = RawPage(body: [])
        let detail = Rejection(.empty, "nothing to read")
        try expectNulls("article-event", in: EventEncoder().encode(ArticleEvent()))
        try expectNulls("article-rejected", in: RejectionEncoder(extractorVersion: "0.1.0").encode(detail, of: bare))
    }

    @Test(arguments: ["article-event", "article-rejected"])
    func theExampleFitsItsSchema(name: String) throws {
        let object = try #require(try JSONSerialization.jsonObject(with: example(name)) as? [String: Any])
        #expect(try Schema(name).misfits(of: object) == [])
    }

    @Test func theExamplesAreWhatIsWritten() throws {
        try compare("article-event", EventEncoder().encode(.example))
        try compare("article-rejected", rejection())
    }

    @Test func theExampleEnvelopeIsAPage() throws {
        let page = try RawPageDecoder().decode(Array(example("raw-page")))
        #expect(page.url == "https://www.news.example/2024/ferry" && page.fetchedAtMs == 1_709_285_400_000)
    }

    @Test func theEnvelopeSchemaListsEveryAlias() throws {
        typealias Alias = Envelope.Alias
        let names = [
            Alias.url, Alias.finalURL, ["metadata"], Alias.status, Alias.headers, Alias.textBody, Alias.base64Body,
            ["body_encoding"], Alias.fetchedAt, Alias.charset, Alias.contentType, Alias.crawlID, ["truncated"],
            Alias.inner,
        ]
        #expect(try Set(Schema("raw-page").properties.keys) == Set(names.joined()))
    }

    @Test func theWordsOfTheSchemaAreThoseOfTheDomain() throws {
        let event = try Schema("article-event"), rejected = try Schema("article-rejected")
        #expect(event.items("warnings")["examples"] as? [String] == PageWarning.allCases.map(\.rawValue))
        let person = event.items("contributors")["properties"] as? [String: [String: Any]]
        #expect(person?["role"]?["enum"] as? [String] == ContributorRole.allCases.map(\.rawValue))
        #expect(rejected.properties["reason"]?["examples"] as? [String] == RejectionReason.allCases.map(\.rawValue))
    }

    private func rejection() -> [UInt8] {
        let page = RawPage(
            body: [], contentType: "text/html", url: "https://www.news.example/search", httpStatus: 200,
            fetchedAtMs: 1_709_285_400_250, captureID: "cap-1",
            provenance: Provenance(
                topic: "pages.raw", partition: 3, offset: 42, timestampMs: 1_709_285_400_300,
                digest: "sha256:" + String(repeating: "5d", count: 32)))
        let reason = Rejection(.notArticle, "a list of links: 41 of 43 blocks are links")
        return RejectionEncoder(extractorVersion: "0.1.0").encode(reason, of: page)
    }

    private func expectNulls(_ name: String, in json: [UInt8]) throws {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
        let schema = try Schema(name)
        for (field, value) in object {
            #expect((value is NSNull) == schema.types(field).contains("null"), "\(field)")
        }
    }

    /// Compares with the committed example; `GALLEY_UPDATE=1 swift test --filter SchemaTests` writes it anew.
    private func compare(_ name: String, _ json: [UInt8]) throws {
        let line = Data(json + [0x0A])
        if ProcessInfo.processInfo.environment["GALLEY_UPDATE"] == "1" { try line.write(to: exampleFile(name)) }
        let isEqual = try example(name) == line
        #expect(isEqual, "Schemas/examples/\(name).json differs: GALLEY_UPDATE=1 swift test --filter SchemaTests")
    }
}

private func exampleFile(_ name: String) -> URL { Schema.folder.appending(path: "examples/\(name).json") }

private func example(_ name: String) throws -> Data { try Data(contentsOf: exampleFile(name)) }

/// The names of an object's members as they stand, nested ones left out.
private func memberNames(of json: [UInt8]) -> [String] {
    var names: [String] = []
    var depth = 0
    var text: [UInt8]?
    var previous: [UInt8] = []
    var isEscaped = false
    for byte in json {
        if let open = text {
            let isEnd = byte == UInt8(ascii: "\"") && !isEscaped
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            previous = isEnd ? open : previous
            text = isEnd ? nil : open + [byte]
            continue
        }
        switch byte {
        case UInt8(ascii: "\""): text = []
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        case UInt8(ascii: ":") where depth == 1: names.append(String(decoding: previous, as: UTF8.self))
        default: break
        }
    }
    return names
}
