/// A character encoding of the WHATWG Encoding Standard.
public struct Charset: Sendable, Hashable, CustomStringConvertible {
    /// The standard's name ("UTF-8", "gb18030", "windows-1252").
    public let name: String

    private init(name: String) { self.name = name }

    /// The encoding that a label means (`charset=` of a header or a `<meta>`), or `nil` for a label that the standard
    /// does not know.
    ///
    /// White space around the label and letter case do not matter. GBK's labels give gb18030, whose decoder the
    /// standard has both share.
    public init?(label: String) {
        let bytes = label.utf8
        guard bytes.count <= 64 else { return nil }
        let trimmed = bytes.drop { Self.isSpace($0) }.reversed().drop { Self.isSpace($0) }.reversed()
        let lower = trimmed.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        guard let name = CharsetLabels.names[String(decoding: lower, as: UTF8.self)] else { return nil }
        self.init(name: name == "GBK" ? "gb18030" : name)
    }

    /// UTF-8.
    public static let utf8 = Charset(name: "UTF-8")
    /// UTF-16, low byte first.
    public static let utf16LE = Charset(name: "UTF-16LE")
    /// UTF-16, high byte first.
    public static let utf16BE = Charset(name: "UTF-16BE")
    /// What the web means by Latin-1; every byte decodes.
    public static let windows1252 = Charset(name: "windows-1252")
    /// All of Chinese, GBK and GB 2312 included.
    public static let gb18030 = Charset(name: "gb18030")

    /// Japanese in seven bits, told by its escape sequences.
    static let iso2022JP = Charset(name: "ISO-2022-JP")

    /// The standard's name.
    public var description: String { name }

    /// Whether a character is always one byte.
    var isSingleByte: Bool { !CharsetLabels.wide.contains(name) }

    /// The name under which glibc's `iconv` knows it, for an encoding of one byte.
    var iconvName: String { CharsetLabels.iconvNames[name] ?? name }

    /// Every encoding, in no order.
    public static var all: [Charset] { Set(CharsetLabels.names.values).map { Charset(name: $0) } }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }

    /// The `charset` parameter of a media type (`text/html; charset="gbk"`), as a label, or `nil` without one.
    public static func parameter(of contentType: String) -> String? {
        let bytes = Array(contentType.utf8.prefix(1024))
        return MetaPrescan.charsetParameter(in: bytes.span, allowsBareEnd: true)
    }
}
