import Foundation
import Pages
import TestSupport
import Testing

@testable import Wire

private let reference = SchemaReference(id: 70_000, uri: "http://registry.example/schemas/ids/70000")

@Suite("Events in every format")
struct OutputFormatTests {
    private static func encoding(_ format: OutputFormat) -> ValueEncoding {
        format.isFramed ? ValueEncoding(format, schema: reference) : .json
    }

    @Test(arguments: OutputFormat.allCases)
    func everyFieldIsReadBackAsItWas(format: OutputFormat) throws {
        for event in [ArticleEvent.example, ArticleEvent()] {
            let record = EventEncoder(encoding: Self.encoding(format)).record(event)
            let value = try #require(record.value)
            #expect(try OutcomeReader().event(value, contentType: header(record, "content-type")) == event)
        }
    }

    @Test(arguments: OutputFormat.allCases)
    func aRejectionIsReadBackAsItWas(format: OutputFormat) throws {
        let page = RawPage(
            body: [], contentType: "text/html", url: "https://www.news.example/search", httpStatus: 404,
            fetchedAtMs: 1_709_285_400_250, captureID: "cap-1",
            provenance: Provenance(topic: "pages.raw", partition: 3, offset: 42, timestampMs: 7, digest: "sha256:00"))
        let record = RejectionEncoder(extractorVersion: "0.1.0", encoding: Self.encoding(format)).record(
            Rejection(.httpError, "the response had HTTP status 404"), of: page, inputKey: nil)
        let value = try #require(record.value)
        let read = try OutcomeReader().rejection(value, contentType: header(record, "content-type"))
        #expect(read.reason == "http_error" && read.httpStatus == 404 && read.url == page.url)
        #expect(read.provenance == page.provenance && read.fetchedAtMs == page.fetchedAtMs)
    }

    @Test(arguments: OutputFormat.allCases)
    func readAsJSONAnyFormatIsTheSame(format: OutputFormat) throws {
        let record = EventEncoder(encoding: Self.encoding(format)).record(.example)
        let value = try #require(record.value)
        let json = try OutcomeReader().json(ofEvent: value, contentType: header(record, "content-type"))
        #expect(json == EventEncoder().encode(.example))
    }

    @Test func framedValuesNameTheirSchema() throws {
        let avro = EventEncoder(encoding: Self.encoding(.avro)).record(.example)
        #expect(avro.value?.prefix(5) == [0, 0, 1, 0x11, 0x70])
        #expect(header(avro, "content-type") == "application/avro")
        #expect(header(avro, "ce_dataschema") == reference.uri)
        let protobuf = EventEncoder(encoding: Self.encoding(.protobuf)).record(.example)
        #expect(protobuf.value?.prefix(6) == [0, 0, 1, 0x11, 0x70, 0])
        #expect(header(protobuf, "content-type") == "application/protobuf")
        let json = EventEncoder(encoding: Self.encoding(.jsonSchema)).record(.example)
        #expect(json.value?.prefix(6) == [0, 0, 1, 0x11, 0x70, UInt8(ascii: "{")])
        #expect(header(EventEncoder().record(.example), "ce_dataschema") == nil)
    }

    @Test func avroIsLaidOutAsItsSpecificationSays() throws {
        let table = FieldTable<Licence>(
            "L", title: "", "", [.text("name", 1, \.name, ""), .text("number", 2, \.number, "")])
        var writer = AvroWriter()
        writer.write(Licence(name: "foo", number: ""), table)
        #expect(writer.bytes == [6, 0x66, 0x6F, 0x6F, 0])
        // An optional text: the union's second branch, or its first.
        let image = FieldTable<ArticleImage>("I", title: "", "", [.text("alt", 1, \.alt, "")])
        writer = AvroWriter()
        writer.write(ArticleImage(url: "", alt: "a"), image)
        writer.write(ArticleImage(url: ""), image)
        #expect(writer.bytes == [2, 2, 0x61, 0])
        let numbers = FieldTable<ArticleEvent>("N", title: "", "", [.integer("v", 1, \.rowVersion, "")])
        for (number, bytes) in [(Int64(0), [UInt8(0)]), (-1, [1]), (1, [2]), (-64, [0x7F]), (64, [0x80, 1])] {
            var event = ArticleEvent()
            event.rowVersion = number
            writer = AvroWriter()
            writer.write(event, numbers)
            #expect(writer.bytes == bytes)
        }
    }

    @Test func whatCannotBeReadSaysWhichFieldAndWhy() {
        func words(_ value: [UInt8], _ type: String) -> String {
            do throws(EventReadingError) {
                _ = try OutcomeReader().event(value, contentType: type)
                return ""
            } catch { return error.description }
        }
        var event = ArticleEvent()
        event.title = "t"
        let avro = EventEncoder(encoding: Self.encoding(.avro)).encode(event)
        #expect(words(Array(avro.dropLast(2)), "application/avro").contains("ends early at byte"))
        #expect(words(Array(avro) + [1], "application/avro").contains("more bytes than the schema has"))
        let json = String(decoding: EventEncoder().encode(event), as: UTF8.self)
        let other = json.replacingOccurrences(of: "\"status\":\"ok\"", with: "\"status\":\"gone\"")
        #expect(words(Array(other.utf8), "").contains("status: \"gone\" is none of ok, partial, retracted"))
        #expect(words(Array("{\"article_id\":7}".utf8), "").contains("article_id: another kind of value"))
        #expect(words([0, 0, 0, 0, 1, 4], "application/protobuf").contains("another message"))
    }

    @Test(arguments: [OutputFormat.avro, .protobuf])
    func noBytesTrapAReader(format: OutputFormat) {
        let good = EventEncoder(encoding: Self.encoding(format)).encode(.example)
        var random = SeededGenerator(seed: 11)
        for _ in 0..<3000 {
            var bytes = good
            for _ in 0..<(1 + Int(random.next() % 4)) {
                bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next())
            }
            if random.next() % 3 == 0 { bytes.removeLast(Int(random.next() % UInt64(bytes.count))) }
            _ = try? OutcomeReader().event(bytes, contentType: format.contentType)
        }
    }
}

@Suite("Two versions of a schema")
struct SchemaEvolutionTests {
    /// The table of a later version: a new text and a new list at the end.
    private let later = FieldTable<ArticleEvent>(
        "ArticleEvent", title: "Article event", "",
        EventFields.table.fields + [
            .text("kicker", 60, "", since: 2, get: { _ in "Weather" }, set: { (_, _) throws(FieldFault) in }),
            .texts("topics", 61, \.tags, "", since: 2),
        ])

    @Test func anEventOfALaterVersionIsReadByThisOne() throws {
        var json = JSONWriter()
        JSONRecord.write(.example, later, to: &json)
        #expect(try OutcomeReader().event(json.bytes) == .example)
        var protobuf = ProtobufWriter(after: SchemaFrame.bytes(2) + [0])
        protobuf.write(.example, later)
        #expect(try OutcomeReader().event(protobuf.bytes, contentType: "application/protobuf") == .example)
        var avro = AvroWriter(after: SchemaFrame.bytes(2))
        avro.write(.example, later)
        let source = try OneSchema(later.shape)
        #expect(
            try OutcomeReader(schemas: source).event(avro.bytes, contentType: "application/avro") == .example)
    }

    @Test func anEventOfThisVersionIsReadByALaterOne() throws {
        var json = JSONWriter()
        JSONRecord.write(.example, EventFields.table, to: &json)
        var avro = AvroWriter()
        avro.write(.example, EventFields.table)
        var protobuf = ProtobufWriter()
        protobuf.write(.example, EventFields.table)
        var reader = ProtobufReader(protobuf.bytes[...])
        let now = try AvroSchema(json: EventFields.table.shape.avroSchema())
        for values in [
            try RecordReading.values(json: json.bytes, later.shape),
            try RecordReading.values(avro: AvroValue(avro.bytes[...], now), later.shape),
            try reader.values(later.shape),
        ] {
            #expect(values.count == later.fields.count)
            #expect(values.suffix(2) == [.null, .texts([])])
            var read = ArticleEvent()
            try FieldTable("", title: "", "", Array(later.fields.dropLast())).put(values, into: &read)
            #expect(read == .example)
        }
    }

    @Test func aFieldOfTheFirstVersionMayNotBeLeftOut() throws {
        let shape = EventFields.table.shape
        #expect(throws: FieldFault(field: "article_id", detail: "absent")) {
            try RecordReading.values(json: Array("{}".utf8), shape)
        }
    }

    @Test func whatIsNewMayBeAbsentOrEmpty() {
        for field in EventFields.table.shape.fields + RejectionFields.table.shape.fields where field.since > 1 {
            #expect(field.isOptional || field.shape.isCollection, "\(field.name)")
        }
    }

    private struct OneSchema: SchemaSource {
        let avro: AvroSchema

        init(_ shape: RecordShape) throws { avro = try AvroSchema(json: shape.avroSchema()) }

        func schema(id: UInt32) throws(SchemaFault) -> RegisteredSchema { .avro(avro) }
    }
}

@Suite("Tables of fields")
struct FieldTableTests {
    @Test(arguments: PublishedKind.allCases)
    func namesAndTagsAreUsedOnce(kind: PublishedKind) {
        let fields = kind.shape.fields
        #expect(Set(fields.map(\.name)).count == fields.count)
        #expect(Set(fields.map(\.tag)).count == fields.count)
        #expect(fields.allSatisfy { $0.tag > 0 && !(19_000...19_999).contains($0.tag) && !$0.text.isEmpty })
    }

    @Test func valuesAreOfTheShapeThatTheirFieldStates() {
        for event in [ArticleEvent.example, ArticleEvent()] {
            for field in EventFields.table.fields {
                #expect(fits(field.get(event), field.description), "\(field.description.name)")
            }
        }
        for field in RejectionFields.table.fields {
            #expect(fits(field.get(RejectionRecord()), field.description), "\(field.description.name)")
        }
    }

    private func fits(_ value: FieldValue, _ field: FieldDescription) -> Bool {
        switch (value, field.shape) {
        case (.null, _): field.isOptional
        case (.text, .text), (.lines, .text), (.integer, .integer), (.integer, .instant), (.number, .share),
            (.boolean, .boolean), (.texts, .texts), (.shares, .shares):
            true
        case (.records(let rows), .records(let nested)):
            rows.allSatisfy { row in
                row.count == nested.fields.count && zip(row, nested.fields).allSatisfy { fits($0, $1) }
            }
        default: false
        }
    }
}

@Suite("Avro as others write it")
struct AvroReaderTests {
    private func read(_ bytes: [UInt8], _ schema: String) throws -> AvroValue {
        try AvroValue(bytes[...], AvroSchema(json: schema))
    }

    @Test func everyTypeIsRead() throws {
        #expect(try read([], "\"null\"") == .null)
        #expect(try read([1], "\"boolean\"") == .boolean(true))
        #expect(try read([0x80, 1], "\"int\"") == .integer(64))
        #expect(try read([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1], "\"long\"") == .integer(.min))
        #expect(try read([0, 0, 0x80, 0x3F], "\"float\"") == .number(1))
        #expect(try read([0, 0, 0, 0, 0, 0, 0xF0, 0x3F], "\"double\"") == .number(1))
        #expect(try read([4, 0xFF, 0], "\"bytes\"") == .bytes([0xFF, 0]))
        #expect(try read([2, 0x61], "\"string\"") == .text("a"))
        #expect(try read([1, 2], #"{"type":"fixed","name":"two","size":2}"#) == .bytes([1, 2]))
        #expect(try read([2], #"{"type":"enum","name":"e","symbols":["A","B"]}"#) == .text("B"))
        #expect(try read([2, 2, 0x61], #"["null",{"type":"string"}]"#) == .text("a"))
        let list = #"{"type":"array","items":"int"}"#
        #expect(try read([4, 2, 4, 0], list) == .list([.integer(1), .integer(2)]))
        // Two blocks, the first with its size in bytes.
        #expect(try read([1, 2, 2, 2, 4, 0], list) == .list([.integer(1), .integer(2)]))
        #expect(
            try read([2, 2, 0x6B, 6, 0], #"{"type":"map","values":"int"}"#)
                == .members([AvroMember(name: "k", value: .integer(3))]))
    }

    @Test func namesAreResolvedInTheirNamespaces() throws {
        let schema = """
            {"type":"record","name":"Page","namespace":"crawl","fields":[
              {"name":"meta","type":{"type":"record","name":"Meta","fields":[{"name":"n","type":"int"}]}},
              {"name":"more","type":["null","Meta","crawl.Meta"]}, {"name":"next","type":["null","Page"]}]}
            """
        let value = try read([2, 2, 4, 2, 6, 0, 0], schema)
        #expect(value["meta"] == .members([AvroMember(name: "n", value: .integer(1))]))
        #expect(value["next"]?["meta"]?["n"] == .integer(3))
        #expect(value["next"]?["next"] == .null)
    }

    @Test(arguments: [
        (#""strin""#, "the type strin is not defined"), ("{", "the schema is no JSON"),
        (#"{"type":"record","name":"r"}"#, "the record r has no fields"),
        (#"{"type":"enum","name":"e"}"#, "an enum has no symbols"), (#"{"name":"e"}"#, "a type has no \"type\""),
    ])
    func aSchemaThatIsNoneSaysWhy(json: String, words: String) {
        #expect(throws: AvroSchema.Malformed.self) { try AvroSchema(json: json) }
        #expect((try? AvroSchema(json: json)) == nil)
        do throws(AvroSchema.Malformed) { _ = try AvroSchema(json: json) } catch { #expect(error.description == words) }
    }

    @Test func aSchemaThatNestsWithoutEndIsRefused() {
        let deep =
            String(repeating: #"{"type":"array","items":"#, count: 300) + "\"int\"" + String(repeating: "}", count: 300)
        #expect(throws: AvroSchema.Malformed.self) { try AvroSchema(json: deep) }
    }

    @Test(arguments: [
        // Elements that take no bytes, four thousand million of them; a text longer than the value; no end of blocks.
        ([0x80, 0x80, 0x80, 0x80, 0x20], #"{"type":"array","items":"null"}"#),
        ([0xFE, 0xFF, 0xFF, 0xFF, 0x0F, 0x61], "\"string\""), ([2, 2], #"{"type":"array","items":"int"}"#),
        ([0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1], "\"long\""), ([9], #"["null","int"]"#),
        ([1, 1], "\"bytes\""),
    ])
    func lengthsThatCannotBeAreFaults(bytes: [UInt8], schema: String) {
        #expect(throws: AvroFault.self) { try read(bytes, schema) }
    }

    @Test func aListWithinItselfEndsAtADepth() {
        let schema = #"{"type":"record","name":"R","fields":[{"name":"next","type":["null","R"]}]}"#
        #expect(throws: AvroFault.self) { try read(Array(repeating: 2, count: 100_000), schema) }
    }
}
