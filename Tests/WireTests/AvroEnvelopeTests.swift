import Pages
import TestSupport
import Testing

@testable import Wire

/// Schemas by number, and nothing else.
private struct Shelf: SchemaSource {
    var schemas: [UInt32: RegisteredSchema] = [:]

    func schema(id: UInt32) throws(SchemaFault) -> RegisteredSchema {
        guard let schema = schemas[id] else { throw .unknown(id: id, detail: "Schema not found") }
        return schema
    }
}

@Suite("Pages in Avro")
struct AvroEnvelopeTests {
    private static let crawl = #"""
        {"type":"record","name":"Capture","namespace":"crawl","fields":[
          {"name":"requested_url","type":"string"},{"name":"final_url","type":["null","string"],"default":null},
          {"name":"status_code","type":"int"},
          {"name":"headers","type":{"type":"map","values":{"type":"array","items":"string"}}},
          {"name":"body","type":"bytes"},{"name":"fetched_at","type":{"type":"long","logicalType":"timestamp-millis"}}]}
        """#

    /// A capture as the schema lays it out.
    private static func capture(_ body: [UInt8]) -> [UInt8] {
        func text(_ text: String) -> [UInt8] { [UInt8(text.utf8.count * 2)] + Array(text.utf8) }
        var bytes = SchemaFrame.bytes(9) + text("http://n.example/a") + [2] + text("https://n.example/a")
        bytes += [0x90, 0x03]  // 200
        bytes += [2] + text("Content-Type") + [2] + text("text/html; charset=gbk") + [0, 0]
        bytes += [UInt8(body.count * 2)] + body
        // 1709285400250, zigzag.
        var time = UInt64(1_709_285_400_250) << 1
        while time >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: time) | 0x80)
            time >>= 7
        }
        return bytes + [UInt8(time)]
    }

    private func decoder(_ format: InputFormat = .auto, _ schema: String = crawl) throws -> RawPageDecoder {
        RawPageDecoder(format: format, schemas: Shelf(schemas: [9: .avro(try AvroSchema(json: schema)), 10: .json]))
    }

    @Test(arguments: [InputFormat.auto, .avro])
    func aCaptureIsReadByItsNamesAsJSONIs(format: InputFormat) throws {
        let body: [UInt8] = [0x3C, 0x70, 0x3E, 0xB6, 0xC9]
        let page = try decoder(format).decode(inbound(bytes: Self.capture(body)))
        #expect(page.body == body)
        #expect(page.url == "https://n.example/a" && page.requestURL == "http://n.example/a")
        #expect(page.httpStatus == 200 && page.contentType == "text/html; charset=gbk")
        #expect(page.fetchedAtMs == 1_709_285_400_250)
    }

    @Test func aContentTypeOfAvroSettlesIt() throws {
        let record = inbound(bytes: Self.capture([0x3C]), [WireHeader("content-type", "application/avro")])
        #expect(try decoder().decode(record).body == [0x3C])
        let bare = inbound(bytes: [2, 0x3C], [WireHeader("content-type", "application/avro")])
        do throws(PageFault) {
            _ = try RawPageDecoder().decode(bare)
            Issue.record("it was read")
        } catch {
            #expect(error.reason == .badEnvelope && error.detail.contains("a zero byte and the number of its schema"))
        }
    }

    @Test func framedJSONWhoseSchemaIsOneOfJSONNeedsNoRegistry() throws {
        let value = SchemaFrame.bytes(10) + Array(#"{"url":"https://n.example/b","html":"<p>b</p>"}"#.utf8)
        #expect(try RawPageDecoder().decode(inbound(bytes: value)).url == "https://n.example/b")
        #expect(try decoder(.avro).decode(inbound(bytes: value)).url == "https://n.example/b")
    }

    @Test(arguments: [
        (SchemaFrame.bytes(9) + [1, 2, 3], "is not as schema 9 of the registry says"),
        (SchemaFrame.bytes(12) + [2, 0x61], "the registry has no schema 12"),
    ])
    func whatCannotBeReadIsADeadLetterThatSaysWhy(value: [UInt8], words: String) throws {
        let decoder = try decoder()
        do throws(PageFault) {
            _ = try decoder.decode(inbound(bytes: value))
            Issue.record("it was read")
        } catch {
            #expect(error.reason == .badEnvelope && error.detail.contains(words), "\(error.detail)")
        }
    }

    @Test func withoutARegistryItIsSaidWhatIsMissing() {
        let fault = fault(of: inbound(bytes: Self.capture([0x3C])))
        #expect(fault?.reason == .badEnvelope && fault?.detail.contains("set output.registry.url") == true)
    }

    @Test func aPageInARecordWithinIsFound() throws {
        let schema = #"""
            {"type":"record","name":"E","fields":[{"name":"url","type":"string"},{"name":"payload","type":
              {"type":"record","name":"P","fields":[{"name":"html","type":["null","string"]}]}}]}
            """#
        let value = SchemaFrame.bytes(9) + [2, 0x75, 2, 6, 0x3C, 0x70, 0x3E]
        let page = try decoder(.auto, schema).decode(inbound(bytes: value))
        #expect(text(page) == "<p>" && page.url == "u")
    }

    @Test func noBytesTrapTheDecoder() throws {
        let good = Self.capture(Array("<p>the ferry sails again</p>".utf8))
        let decoder = try decoder()
        var random = SeededGenerator(seed: 7)
        for _ in 0..<3000 {
            var bytes = good
            for _ in 0..<3 {
                bytes[Int.random(in: 5..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            _ = try? decoder.decode(inbound(bytes: bytes))
        }
    }
}
