import Pages
import TestSupport
import Testing
import Wire

@Suite("Hostile records")
struct MutationTests {
    /// Well-formed values of every shape, to be broken.
    static let seeds: [[UInt8]] =
        CodedPages.coded.map { CodedPages.bytes($0.base64) }
        + [
            #"{"url": "https://a.example", "headers": {"content-type": ["text/html"]}, "body_b64": "PHA+", "ts": 1.5e9}"#,
            #"{"specversion": "1.0", "id": "1", "data": {"html": "<p>\u00e9", "metadata": {"statusCode": "200"}}}"#,
            "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 71\r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "5\r\n<p>ab\r\n3;x=y\r\ncde\r\n0\r\n\r\n",
        ].map { Array($0.utf8) } + [[0, 0, 0, 0, 7] + Array(#"{"html": "x"}"#.utf8)]

    @Test(arguments: Self.seeds.indices)
    func brokenValuesGiveAPageOrAFaultWithinTheLimit(index: Int) {
        var random = SeededGenerator(seed: UInt64(index) &+ 1)
        let limits = Limits(pageBytes: 4096)
        for round in 0..<200 {
            let value = mutated(Self.seeds[index], &random)
            let codings = ["", "gzip", "zstd", "br", "deflate", "gzip,br"][round % 6]
            let headers =
                [WireHeader("content-encoding", codings)]
                + (round % 2 == 0 ? [WireHeader("ce_truncated", "length")] : [])
            for format in InputFormat.allCases {
                let page = try? RawPageDecoder(format: format, limits: limits).decode(inbound(bytes: value, headers))
                #expect((page?.body.count ?? 0) <= limits.pageBytes)
            }
        }
    }

    private func mutated(_ seed: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        var bytes = seed
        for _ in 0...Int.random(in: 0...4, using: &random) {
            let place = bytes.isEmpty ? 0 : Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0 where !bytes.isEmpty: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1 where !bytes.isEmpty: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
            case 2: bytes.removeSubrange(place...)
            case 3: bytes.insert(contentsOf: bytes[place...].prefix(40), at: place)
            default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
            }
        }
        return bytes
    }
}
