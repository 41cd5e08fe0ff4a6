import Pages

/// A content coding (RFC 9110, section 8.4.1) that is understood.
enum ContentCoding: String {
    case gzip
    case deflate
    case zstd
    case brotli = "br"

    /// Names that mean a coding; `identity` means none.
    init?(name: String) {
        self.init(rawValue: name == "x-gzip" ? "gzip" : name)
    }

    /// The first bytes of a body so coded; `nil` when they prove nothing.
    var magic: [UInt8]? {
        switch self {
        case .gzip: [0x1F, 0x8B, 0x08]
        case .zstd: [0x28, 0xB5, 0x2F, 0xFD]
        case .deflate, .brotli: nil
        }
    }

    /// Removes this coding.
    func remove(from body: [UInt8], in room: PageRoom, mayEndEarly: Bool) throws(CodingFault) -> [UInt8] {
        switch self {
        case .gzip:
            return try decodeWhole(body, with: Inflate(isBare: false), in: room, mayEndEarly: mayEndEarly)
        case .deflate:
            let isBare = !Self.hasZlibHeader(body)
            return try decodeWhole(body, with: Inflate(isBare: isBare), in: room, mayEndEarly: mayEndEarly)
        case .zstd:
            return try decodeWhole(body, with: Unzstd(limit: room.limits.pageBytes), in: room, mayEndEarly: mayEndEarly)
        case .brotli:
            return try decodeWhole(body, with: Unbrotli(), in: room, mayEndEarly: mayEndEarly)
        }
    }

    /// RFC 1950: method 8, and the first two bytes divide by 31.
    private static func hasZlibHeader(_ body: [UInt8]) -> Bool {
        body.count > 1 && body[0] & 15 == 8 && (Int(body[0]) << 8 | Int(body[1])) % 31 == 0
    }
}

/// The codings of a body in the order they were applied: the value of `Content-Encoding`.
struct ContentCodings: Equatable {
    /// Names in lower case, those that mean none left out.
    private(set) var names: [String] = []

    /// More than this is not a page but an attack on the reader's patience.
    static let most = 4

    /// What servers and archives write where there is no coding: words for none, charsets, other headers' values.
    private static let none: Set<String> = [
        "identity", "none", "plain", "text", "binary", "8bit", "7bit", "utf-8", "utf8", "iso-8859-1", "text/html",
        "html",
    ]

    /// Adds the names of one header's value.
    mutating func add(_ value: String) {
        for name in value.utf8.split(separator: UInt8(ascii: ",")) {
            let name = asciiLowercased(String(decoding: trimmed(Array(name)[...]), as: UTF8.self))
            if !name.isEmpty, !Self.none.contains(name) { names.append(name) }
        }
    }

    /// Removes every coding, the last applied first; each step is held to `limits.page_bytes`.
    ///
    /// - Parameter leniently: the body may already be decoded though its stored headers still name the coding, as
    ///   crawlers leave it: then a body without the coding's marks is taken as it is.
    func remove(
        from body: [UInt8], in room: PageRoom, mayEndEarly: Bool, leniently: Bool = false
    ) throws(PageFault) -> [UInt8] {
        guard names.count <= Self.most else {
            throw PageFault(
                .badContentEncoding, stage: "decode",
                "content-encoding names \(names.count) codings; at most \(Self.most) are undone")
        }
        var body = body
        for name in names.reversed() {
            guard let coding = ContentCoding(name: name) else {
                // A name that no one knows before a page that is plainly there.
                if Self.isPlainMarkup(body) { continue }
                throw Self.unsupported(name)
            }
            if leniently, Self.isUndone(coding, body) { continue }
            do {
                body = try coding.remove(from: body, in: room, mayEndEarly: mayEndEarly)
            } catch {
                throw Self.fault(error, coding, room.limits)
            }
        }
        return body
    }

    private static func isUndone(_ coding: ContentCoding, _ body: [UInt8]) -> Bool {
        if let magic = coding.magic { return !body.starts(with: magic) }
        return isPlainMarkup(body)
    }

    private static func isPlainMarkup(_ body: [UInt8]) -> Bool {
        body.first { !isSpace($0) && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF } == UInt8(ascii: "<")
    }

    private static func unsupported(_ name: String) -> PageFault {
        PageFault(
            .unsupportedContentEncoding, stage: "decode",
            "content-encoding \"\(utf8Prefix(name, bytes: 64))\" is not supported; store pages as gzip, zstd, br or plain"
        )
    }

    private static func fault(_ error: CodingFault, _ coding: ContentCoding, _ limits: Limits) -> PageFault {
        switch error {
        case .corrupt(let words):
            PageFault(.badContentEncoding, stage: "decode", "the body is not valid \(coding.rawValue): \(words)")
        case .endsEarly:
            PageFault(
                .badContentEncoding, stage: "decode",
                "the \(coding.rawValue) body ends early; if the crawler cut it, say so in ce_truncated")
        case .tooLarge:
            PageFault(
                .tooLarge, stage: "decode",
                "the \(coding.rawValue) body unfolds to more than limits.page_bytes (\(limits.pageBytes))")
        case .outOfTime: .outOfTime(stage: "decode", limits)
        }
    }
}
