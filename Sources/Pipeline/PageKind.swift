internal import Pages
internal import Text

/// What a page's bytes are: decided by what they look like first and by what was declared second, since servers and
/// crawlers state types wrongly.
enum PageKind: Equatable {
    /// HTML or XHTML.
    case html
    /// A text dump.
    case text
    /// Neither; with a name for people.
    case unsupported(String)
    /// Nothing but white space and zeros.
    case empty

    /// Bytes that are looked at.
    static let depth = 1_024

    /// The kind of a page.
    static func of(_ page: RawPage) -> PageKind {
        guard page.body.contains(where: { $0 > 0x20 && $0 != 0x7F }) else { return .empty }
        if let name = magicName(page.body) { return .unsupported(name) }
        let start = plainStart(page.body)
        if isHTML(start) { return .html }
        let declared = mediaType(page.contentType)
        if let name = feedName(start) { return .unsupported(name) }
        switch declared {
        case "text/html", "application/xhtml+xml": return .html
        case "text/plain", "", "application/octet-stream", "text/markdown", "binary/octet-stream": break
        case let type where type.hasPrefix("text/"): break
        case let type: return .unsupported(type)
        }
        return isBinary(page.body) ? .unsupported("binary data") : holdsMarkup(page.body) ? .html : .text
    }

    /// Whether a page was served as XHTML, which browsers read as XML.
    static func isXHTML(_ page: RawPage) -> Bool { mediaType(page.contentType) == "application/xhtml+xml" }

    /// The media type without its parameters, lower case.
    static func mediaType(_ contentType: String?) -> String {
        guard let contentType else { return "" }
        let type = contentType.utf8.prefix { $0 != 0x3B && $0 != 0x2C }.filter { $0 > 0x20 }
        return String(decoding: type, as: UTF8.self).lowercased()
    }

    /// First bytes of formats that are never pages.
    private static let magic: [(bytes: [UInt8], name: String)] = [
        (Array("%PDF-".utf8), "application/pdf"), ([0x89, 0x50, 0x4E, 0x47], "image/png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        (Array("GIF8".utf8), "image/gif"), ([0x50, 0x4B, 0x03, 0x04], "application/zip"),
        (Array("RIFF".utf8), "RIFF media"),
        ([0x1F, 0x8B], "application/gzip"), (Array("OggS".utf8), "application/ogg"),
        ([0xD0, 0xCF, 0x11, 0xE0], "Office document"),
        ([0x00, 0x01, 0x00, 0x00], "font"), (Array("wOF".utf8), "font"), ([0x7F, 0x45, 0x4C, 0x46], "program"),
        (Array("{\\rtf".utf8), "application/rtf"), ([0x49, 0x44, 0x33], "audio/mpeg"),
        (Array("BZh".utf8), "application/bzip2"),
        ([0x37, 0x7A, 0xBC, 0xAF], "application/x-7z-compressed"), (Array("Rar!".utf8), "application/vnd.rar"),
    ]

    private static func magicName(_ body: [UInt8]) -> String? {
        if body.count > 12, body[4...].starts(with: Array("ftyp".utf8)) { return "video/mp4" }
        return magic.first { body.starts(with: $0.bytes) }?.name
    }

    /// The first bytes in lower case without zeros (UTF-16 looks like ASCII then), byte-order mark and white space at the
    /// start.
    private static func plainStart(_ body: [UInt8]) -> [UInt8] {
        var start: [UInt8] = []
        start.reserveCapacity(depth)
        for byte in body.prefix(depth) where byte != 0 && !(start.isEmpty && isBeforeStart(byte)) {
            start.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
        return start
    }

    private static func isBeforeStart(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte >= 0xFE || byte == 0xEF || byte == 0xBB || byte == 0xBF
    }

    private static let htmlStarts = [
        "<!doctype html", "<html", "<head", "<body", "<script", "<div", "<meta", "<title", "<p>", "<p ", "<h1",
        "<table", "<a ",
        "<link", "<style", "<br", "<b>", "<center", "<article", "<section", "<main", "<header", "<span", "<font",
        "<iframe",
        "<!doctype", "<noscript", "<base", "<nav",
    ].map { Array($0.utf8) }

    private static func isHTML(_ start: [UInt8]) -> Bool {
        var rest = start[...]
        // Comments and an XML declaration may stand before the first tag.
        for _ in 0..<8 {
            if htmlStarts.contains(where: { rest.starts(with: $0) }) { return true }
            let isComment = rest.starts(with: Array("<!--".utf8))
            guard isComment || rest.starts(with: Array("<?xml".utf8)), let end = rest.firstIndex(of: UInt8(ascii: ">"))
            else {
                return false
            }
            if isComment, !start[..<end].reversed().starts(with: [0x2D, 0x2D]) { return true }
            rest = rest[(end + 1)...].drop { $0 <= 0x20 }
        }
        return false
    }

    private static func feedName(_ start: [UInt8]) -> String? {
        for (mark, name) in [
            ("<rss", "an RSS feed"), ("<feed", "an Atom feed"), ("<?xml", "XML"), ("<svg", "image/svg+xml"),
        ]
        where start.starts(with: Array(mark.utf8)) {
            return name
        }
        return nil
    }

    /// Whether a share of the first bytes are control characters no text has; UTF-16 by its zeros in one half only.
    private static func isBinary(_ body: [UInt8]) -> Bool {
        let start = body.prefix(depth)
        if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) { return false }
        if start.contains(0), TextDecoder.isUnmarkedUTF16(body.span) { return false }
        let controls = start.filter { $0 < 0x09 || (0x0E...0x1A).contains($0) || (0x1C...0x1F).contains($0) }.count
        return controls * 20 > start.count
    }

    /// Whether closing tags stand in text that does not begin with markup.
    private static func holdsMarkup(_ body: [UInt8]) -> Bool {
        let start = body.prefix(16_384)
        var tags = 0
        for index in start.indices.dropLast(2) where start[index] == UInt8(ascii: "<") {
            if start[index + 1] == UInt8(ascii: "/"), (0x61...0x7A).contains(start[index + 2] | 0x20) { tags += 1 }
            if tags == 3 { return true }
        }
        return false
    }
}
