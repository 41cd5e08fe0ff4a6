import TestSupport
import Wire

/// Edits of a whole record: its headers, key and envelope.
enum RecordEdit: CaseIterable {
    case addHeader, changeValue, repeatHeaders, dropHeader, breakValue, changeKey, warc, json, gzip, dropValue

    /// Makes an edit that chance chooses.
    static func apply(to record: inout RecordFile, _ random: inout SeededGenerator) {
        switch allCases.randomElement(using: &random) ?? .addHeader {
        case .addHeader: record.headers.append(header(&random))
        case .changeValue: change(&record.headers, &random) { $0 = header($0.name, &$1) }
        case .repeatHeaders: record.headers += repeatElement(header(&random), count: Odd.count(&random))
        case .dropHeader: change(&record.headers, &random) { header, _ in header.value = nil }
        case .breakValue: change(&record.headers, &random) { $0.value = ($0.value ?? []) + Odd.text(&$1) }
        case .changeKey: record.key = Odd.text(&random).filter { $0 != 0x0A }
        case .warc: record.value = record.value.map { warc($0, &random) }
        case .json: record.value = record.value.map { json($0, &random) }
        case .gzip: record.value = record.value.map(StoredGzip.bytes)
        case .dropValue: if Int.random(in: 0..<16, using: &random) == 0 { record.value = nil }
        }
    }

    private static func change(
        _ headers: inout [WireHeader], _ random: inout SeededGenerator,
        _ edit: (inout WireHeader, inout SeededGenerator) -> Void
    ) {
        guard let index = headers.indices.randomElement(using: &random) else { return }
        edit(&headers[index], &random)
        headers[index].value?.removeAll { $0 == 0x0A }
    }

    /// A header that Galley reads, with a value that suits it or does not.
    private static func header(_ random: inout SeededGenerator) -> WireHeader {
        header(names.randomElement(using: &random) ?? "ce_id", &random)
    }

    private static func header(_ name: String, _ random: inout SeededGenerator) -> WireHeader {
        let texts = values[name.lowercased()] ?? []
        let value = texts.randomElement(using: &random).map { Array($0.utf8) } ?? Odd.value(&random)
        return WireHeader(name: name, value: value.filter { $0 != 0x0A })
    }

    private static let names =
        values.keys.sorted() + [
            "Content-Type", "ce_crawlid", "ce_requesturl", "CE_Subject", "tracestate", "other",
        ]

    private static let values = [
        "content-type": [
            "text/html", "text/plain", "text/html; charset=gb18030", "text/html; charset=utf-16le",
            "text/html;charset=big5",
            "text/plain; charset=shift_jis", "text/html; charset=\"iso-2022-jp\"", "text/html; charset=x-user-defined",
            "text/html; charset=", "application/xhtml+xml", "application/json", "application/warc", "image/png",
            "text/html; charset=utf-7", "text/html; charset=replacement", "application/cloudevents+json",
            "text/html; charset=windows-1251", "text/html; charset=euc-kr",
        ],
        "content-encoding": [
            "gzip", "br", "zstd", "deflate", "identity", "gzip, gzip", "x-gzip", "none", "br, zstd, gzip",
        ],
        "ce_subject": [
            "https://news.example/a/1", "http://[::1]/a", "https://xn--/", "//no.scheme",
            "https://a.b.c.d.co.uk:99999/%zz",
            "https://例え.テスト/記事?b=2&a=1#x", "data:text/html,x", "https://user:secret@news.example/", "https://1.2.3.4/a",
            "https://www.news.example/2024/13/45/a", "https://web.archive.example/web/20240230/https://news.example/",
        ],
        "ce_time": [
            "2024-05-06T07:45:00Z", "9999-12-31T23:59:60Z", "0000-01-01T00:00:00-23:59", "2024-02-30T00:00:00Z", "now",
            "1970-01-01T00:00:00Z", "0001-01-01 00:00:00.999999999999z",
        ],
        "ce_httpstatus": ["200", "0", "-1", "404", "599", "600", "9223372036854775808", "2e2"],
        "ce_truncated": ["length", "time", "disconnect", "unspecified", "yes"],
        "ce_digest": ["sha256:00", "SHA256:", "sha1:x"],
        "ce_dataref": ["s3://bucket/page"],
        "ce_id": ["capture-1", ""],
        "traceparent": ["00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "00-0-0-00"],
    ]

    /// The value as the block of a WARC response record.
    private static func warc(_ page: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        let http = http(page, &random)
        let length = Int.random(in: 0..<4, using: &random) == 0 ? Odd.number(&random) : Array(String(http.count).utf8)
        let head = """
            WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/w\r
            WARC-Date: 2024-05-06T07:45:00Z\r\nContent-Length:\u{20}
            """
        return Array(head.utf8) + length + Array("\r\n\r\n".utf8) + http
    }

    /// An HTTP response, its body in one chunk now and then.
    private static func http(_ page: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        let head = Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n".utf8)
        guard Int.random(in: 0..<3, using: &random) == 0 else { return head + [0x0D, 0x0A] + page }
        let size = Bool.random(using: &random) ? Array(String(page.count, radix: 16).utf8) : Odd.number(&random)
        return head + Array("Transfer-Encoding: chunked\r\n\r\n".utf8) + size + [0x0D, 0x0A] + page
            + Array("\r\n0\r\n\r\n".utf8)
    }

    /// The value as the body of a JSON envelope.
    private static func json(_ page: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
        let status = Odd.number(&random), time = Odd.jsonValue(&random)
        return Array(#"{"url": "https://news.example/j", "status": "#.utf8) + status + Array(#", "fetched_at": "#.utf8)
            + time + Array(#", "html": ""#.utf8) + escaped(page) + Array(#""}"#.utf8)
    }

    private static func escaped(_ page: [UInt8]) -> [UInt8] {
        page.flatMap { byte -> [UInt8] in
            switch byte {
            case 0x22, 0x5C: [0x5C, byte]
            case 0x0A: [0x5C, 0x6E]
            case ..<0x20: [0x20]
            default: [byte]
            }
        }
    }
}

/// Gzip without compression (RFC 1951, section 3.2.4; RFC 1952).
enum StoredGzip {
    /// A stream that unfolds to the given bytes.
    static func bytes(_ page: [UInt8]) -> [UInt8] {
        let blocks = stride(from: 0, through: page.count, by: 0xFFFF).flatMap { start -> [UInt8] in
            let block = page[start..<min(start + 0xFFFF, page.count)]
            let length = UInt16(block.count)
            let isLast: UInt8 = start + 0xFFFF > page.count ? 1 : 0
            return [isLast] + little(length) + little(~length) + block
        }
        let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
        return head + blocks + little(crc32(page)) + little(UInt32(truncatingIfNeeded: page.count))
    }

    private static func little<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 0 ? 0 : 0xEDB8_8320) }
        }
    }
}
