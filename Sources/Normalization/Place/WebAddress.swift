import Text

/// An absolute http(s) URL taken apart: what keys, domains and resolution need of it.
public struct WebAddress: Sendable, Equatable {
    /// `http` or `https`.
    public var scheme: String
    /// The host, lower-cased, without a final dot.
    public var host: String
    /// The port when it is not the scheme's own.
    public var port: Int?
    /// The path with its leading slash.
    public var path: String
    /// The query without its question mark.
    public var query: String?

    /// The longest URL that is read, in bytes.
    public static let longest = 8192

    /// Takes a URL apart; `nil` when it is no absolute http(s) URL with a host.
    ///
    /// User names are left out, the fragment is dropped, control characters and spaces inside refuse the URL.
    public init?(_ url: String) {
        let bytes = Self.trimmed(Array(url.utf8.prefix(Self.longest + 1)))
        guard bytes.count <= Self.longest, !bytes.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else { return nil }
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = String(decoding: bytes[..<colon], as: UTF8.self).lowercased()
        guard scheme == "http" || scheme == "https", bytes[(colon + 1)...].starts(with: "//".utf8) else { return nil }
        let rest = bytes[(colon + 3)...]
        let end = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
        guard let (host, port) = Self.authority(rest[..<(end ?? rest.endIndex)]) else { return nil }
        self.scheme = scheme
        self.host = host
        self.port = port == (scheme == "http" ? 80 : 443) ? nil : port
        let tail = rest[(end ?? rest.endIndex)...].prefix { $0 != UInt8(ascii: "#") }
        let mark = tail.firstIndex(of: UInt8(ascii: "?")) ?? tail.endIndex
        path = tail.startIndex == mark ? "/" : String(decoding: tail[..<mark], as: UTF8.self)
        query = mark == tail.endIndex ? nil : String(decoding: tail[(mark + 1)...], as: UTF8.self)
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }), let last = bytes.lastIndex(where: { $0 > 0x20 })
        else {
            return []
        }
        return Array(bytes[first...last])
    }

    private static func authority(_ bytes: ArraySlice<UInt8>) -> (host: String, port: Int?)? {
        let user = bytes.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? bytes.startIndex
        var host = bytes[user...]
        var port: Int?
        if let colon = host.lastIndex(of: UInt8(ascii: ":")), !host[colon...].contains(UInt8(ascii: "]")) {
            let digits = String(decoding: host[(colon + 1)...], as: UTF8.self)
            port = WholeNumber.of(digits, in: 0...65_535)
            guard digits.isEmpty || port != nil else { return nil }
            host = host[..<colon]
        }
        while host.last == UInt8(ascii: ".") { host = host.dropLast() }
        let isLiteral = host.first == UInt8(ascii: "[") && host.last == UInt8(ascii: "]")
        guard !host.isEmpty, isLiteral || !host.contains(where: isForbidden) else { return nil }
        return (String(decoding: host, as: UTF8.self).lowercased(), port)
    }

    /// Signs that no host name holds (the URL standard's forbidden host code points).
    private static func isForbidden(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "^"), UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "\""), UInt8(ascii: "`"),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "%"):
            true
        default: false
        }
    }

    /// The URL's key (``URLKey/key(of:)``).
    public var key: String { origin + path + (TrackingParameters.kept(query).map { "?" + $0 } ?? "") }

    /// Scheme, host and port.
    public var origin: String { "\(scheme)://\(host)" + (port.map { ":\($0)" } ?? "") }

    /// The whole URL again.
    public var url: String { origin + path + (query.map { "?" + $0 } ?? "") }

    /// The registrable domain of the host, or `nil`.
    public var registrableDomain: String? { RegistrableDomain.of(host: host) }

    /// An address as a URI (RFC 3987, 3.1): what its path and query hold beyond ASCII percent-encoded as UTF-8, and signs that no URI
    /// holds; what is encoded already stays.
    static func uri(_ address: String) -> String {
        guard address.utf8.contains(where: { $0 >= 0x80 || unsafeSigns.contains($0) }) else { return address }
        // A host beyond ASCII is written otherwise, and stays.
        let rest = address.firstRange(of: "://").map { $0.upperBound } ?? address.startIndex
        let path = address[rest...].firstIndex { $0 == "/" || $0 == "?" } ?? address.endIndex
        var bytes = Array(address[..<path].utf8)
        for byte in address[path...].utf8 {
            if byte >= 0x80 || unsafeSigns.contains(byte) {
                bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let hex = Array("0123456789ABCDEF".utf8)
    private static let unsafeSigns = Set(" \"<>\\^`{|}".utf8)
}
