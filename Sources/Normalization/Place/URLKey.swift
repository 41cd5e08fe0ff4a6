/// The key under which all copies of one page's URL fall together, and URL resolution.
public enum URLKey {
    /// Version of the list of dropped parameters: it rises with every change, since keys change with it.
    public static let version = 1

    /// The key of an absolute http(s) URL, or `nil` for anything else: scheme and host lower-cased, no fragment, no
    /// default port, tracking parameters dropped, the rest sorted.
    public static func key(of url: String) -> String? {
        WebAddress(url)?.key
    }

    /// A reference made absolute against a base (RFC 3986, section 5), or `nil` when it is no http(s) URL then.
    ///
    /// Dot segments are removed, the fragment is dropped, spaces inside become `%20` as browsers do.
    public static func resolve(_ reference: String, against base: String?) -> String? {
        let text = escaped(reference)
        if let absolute = WebAddress(text) { return absolute.url }
        guard let base = base.flatMap(WebAddress.init), !hasScheme(text) else { return nil }
        if text.hasPrefix("//") { return WebAddress("\(base.scheme):\(text)")?.url }
        return WebAddress(joined(text, base).url)?.url
    }

    private static func joined(_ reference: String, _ base: WebAddress) -> WebAddress {
        var target = base
        let bare = reference.prefix { $0 != "#" }
        let path = bare.prefix { $0 != "?" }
        let query = path.endIndex < bare.endIndex ? String(bare[bare.index(after: path.endIndex)...]) : nil
        if path.isEmpty {
            target.query = query ?? base.query
        } else {
            target.path = withoutDots(path.hasPrefix("/") ? String(path) : folder(base.path) + path)
            target.query = query
        }
        return target
    }

    private static func folder(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/"
    }

    /// RFC 3986, 5.2.4.
    private static func withoutDots(_ path: String) -> String {
        var kept: [Substring] = []
        let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            if segment == ".." { _ = kept.popLast() }
            if segment == "." || segment == ".." {
                if isLast { kept.append("") }
            } else {
                kept.append(segment)
            }
        }
        return "/" + kept.joined(separator: "/")
    }

    private static func hasScheme(_ text: String) -> Bool {
        for byte in text.utf8 {
            if byte == UInt8(ascii: ":") { return true }
            let isName = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
            if !isName && byte != 0x2B && byte != 0x2D && byte != 0x2E { return false }
        }
        return false
    }

    private static func escaped(_ reference: String) -> String {
        var out: [UInt8] = []
        var bytes = Array(reference.utf8.prefix(WebAddress.longest))[...]
        while let first = bytes.first, first <= 0x20 { bytes = bytes.dropFirst() }
        while let last = bytes.last, last <= 0x20 { bytes = bytes.dropLast() }
        for byte in bytes {
            if byte == 0x20 { out.append(contentsOf: "%20".utf8) } else if byte > 0x20 { out.append(byte) }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
