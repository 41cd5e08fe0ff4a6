import Testing

@testable import Wire

@Suite("WARC files")
struct WARCFileTests {
    func record(_ type: String, _ block: String) -> String {
        "WARC/1.0\r\nWARC-Type: \(type)\r\nContent-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
    }

    @Test func onlyResponsesAreTaken() throws {
        let file =
            record("warcinfo", "software: x") + record("response", "HTTP/1.1 200 OK\r\n\r\nhello")
            + record("request", "GET / HTTP/1.1\r\n\r\n") + record("response", "HTTP/1.1 200 OK\r\n\r\nagain")
        let responses = try WARCFile.responses(in: Array(file.utf8))
        #expect(responses.count == 2)
        #expect(responses.map { String(decoding: $0.suffix(5), as: UTF8.self) } == ["hello", "again"])
    }

    @Test func aCutFileSaysWhere() {
        let whole = record("response", "HTTP/1.1 200 OK\r\n\r\nhello")
        let file = whole + record("response", "HTTP/1.1 200 OK\r\n\r\nagain").prefix(70)
        #expect {
            try WARCFile.responses(in: Array(file.utf8))
        } throws: { error in
            (error as? WARCFile.Malformed)?.offset == whole.utf8.count
        }
    }

    @Test func anEmptyFileHoldsNothing() throws {
        #expect(try WARCFile.responses(in: []).isEmpty)
    }

    @Test func aPlainContainerIsTakenAsItIs() throws {
        #expect(try ContainerFile.plain(Array("plain".utf8)) == Array("plain".utf8))
    }
}
