import Pages
import Testing
import Wire

@Suite("Content codings")
struct ContentCodingTests {
    let decoder = RawPageDecoder()

    @Test(arguments: CodedPages.coded)
    func everyCodingIsUndone(codings: String, base64: String) throws {
        let page = try decoder.decode(
            inbound(bytes: CodedPages.bytes(base64), [WireHeader("content-encoding", codings)]))
        #expect(text(page) == CodedPages.page)
    }

    @Test func codingsMayStandInSeveralHeaders() throws {
        let headers = [WireHeader("content-encoding", "gzip"), WireHeader("Content-Encoding", "br")]
        let page = try decoder.decode(inbound(bytes: CodedPages.bytes(CodedPages.gzipThenBrotli), headers))
        #expect(text(page) == CodedPages.page)
    }

    @Test func gzipIsSeenWithoutAHeaderUnlessThePageIsSaidToBeRaw() throws {
        let bytes = CodedPages.bytes(CodedPages.gzip)
        #expect(try text(decoder.decode(inbound(bytes: bytes))) == CodedPages.page)
        #expect(try RawPageDecoder(format: .raw).decode(inbound(bytes: bytes)).body == bytes)
    }

    @Test(arguments: CodedPages.bombs)
    func aBombIsTooLarge(codings: String, base64: String) throws {
        let record = inbound(bytes: CodedPages.bytes(base64), [WireHeader("content-encoding", codings)])
        let found = try #require(fault(of: record))
        #expect(found.reason == .tooLarge && found.detail.contains("limits.page_bytes (20971520)"))
    }

    @Test func theLimitIsExact() {
        let record = inbound(bytes: CodedPages.bytes(CodedPages.gzip), [WireHeader("content-encoding", "gzip")])
        let size = CodedPages.page.utf8.count
        #expect(fault(of: record, limits: Limits(pageBytes: size)) == nil)
        #expect(fault(of: record, limits: Limits(pageBytes: size - 1))?.reason == .tooLarge)
    }

    @Test(arguments: ["gzip", "deflate", "zstd", "br"])
    func garbageIsABadCoding(coding: String) {
        for garbage in ["<html>not coded at all</html>", "", "\u{1}\u{2}\u{3}"] {
            let record = inbound(garbage, [WireHeader("content-encoding", coding)])
            #expect(fault(of: record)?.reason == .badContentEncoding, "\(garbage)")
        }
    }

    @Test(arguments: CodedPages.coded)
    func aBodyThatEndsEarlyIsAFaultUnlessItIsSaidToBeCut(codings: String, base64: String) throws {
        guard codings != "gzip, br" else { return }
        let cut = Array(CodedPages.bytes(base64).dropLast(12))
        let headers = [WireHeader("content-encoding", codings)]
        #expect(fault(of: inbound(bytes: cut, headers))?.reason == .badContentEncoding)
        let said = inbound(bytes: cut, headers + [WireHeader("ce_truncated", "length")])
        let page = try decoder.decode(said)
        #expect(CodedPages.page.hasPrefix(text(page)) && page.warnings == [.truncatedInput])
    }

    @Test(arguments: ["compress", "gzip, lzma", "aes128gcm"])
    func anUnknownCodingIsNamed(codings: String) throws {
        let found = try #require(fault(of: inbound("x", [WireHeader("content-encoding", codings)])))
        #expect(found.reason == .unsupportedContentEncoding && found.detail.contains(codings.suffix(4)))
    }

    @Test func aLongChainOfCodingsIsRefused() {
        let record = inbound(
            "x", [WireHeader("content-encoding", Array(repeating: "gzip", count: 500).joined(separator: ","))])
        #expect(fault(of: record)?.reason == .badContentEncoding)
    }

    @Test func theDigestMayBeOfTheStoredValueOrOfThePage() throws {
        let bytes = CodedPages.bytes(CodedPages.gzip)
        let stored = try #require(try decoder.decode(inbound(bytes: bytes)).provenance.digest)
        let page = try #require(try decoder.decode(inbound(CodedPages.page)).provenance.digest)
        for digest in [stored, page] {
            let headers = [WireHeader("content-encoding", "gzip"), WireHeader("ce_digest", digest)]
            #expect(fault(of: inbound(bytes: bytes, headers)) == nil)
        }
    }
}
