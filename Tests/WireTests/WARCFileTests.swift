import Testing

@testable import Wire

@Suite("WARC files")
struct WARCFileTests {
    func record(_ type: String, _ block: String, target: String = "https://a.example/") -> String {
        "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(target)\r\n"
            + "Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
    }

    @Test func onlyPagesAreTaken() throws {
        let file =
            record("warcinfo", "software: x") + record("resource", "a look-up", target: "dns:a.example")
            + record("response", "HTTP/1.1 200 OK\r\n\r\nhello")
            + record("request", "GET / HTTP/1.1\r\n\r\n") + record("metadata", "{}") + record("revisit", "")
            + record("conversion", "the text") + record("resource", "<p>xy")
            + record("response", "HTTP/1.1 200 OK\r\n\r\nagain")
        let pages = try WARCFile.pages(in: Array(file.utf8))
        #expect(pages.count == 4)
        #expect(pages.map { String(decoding: $0.suffix(5), as: UTF8.self) } == ["hello", " text", "<p>xy", "again"])
    }

    @Test func aCutFileSaysWhere() {
        let whole = record("response", "HTTP/1.1 200 OK\r\n\r\nhello")
        let file = whole + record("response", "HTTP/1.1 200 OK\r\n\r\nagain").prefix(70)
        #expect {
            try WARCFile.pages(in: Array(file.utf8))
        } throws: { error in
            (error as? WARCFile.Malformed)?.offset == whole.utf8.count
        }
    }

    @Test func anEmptyFileHoldsNothing() throws {
        #expect(try WARCFile.pages(in: []).isEmpty)
    }

    @Test func aPlainContainerIsTakenAsItIs() throws {
        #expect(try ContainerFile.plain(Array("plain".utf8)) == Array("plain".utf8))
    }
}
