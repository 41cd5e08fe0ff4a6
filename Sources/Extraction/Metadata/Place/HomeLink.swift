/// A link to a site's front page: most sites are called there by their name.
struct HomeLink {
    /// What the link is called, or the image in it.
    var name: String
    /// The host that its address names, lower case without `www.`; empty when it names none and means the page's own.
    var host: String

    /// The host that an address names when it leads to a front page; `nil` when it leads elsewhere.
    static func host(_ address: Span<UInt8>) -> String? {
        guard !address.isEmpty, address.count < 80 else { return nil }
        var start = 0
        if address[0] == slash {
            if address.count == 1 { return "" }
            guard address[1] == slash else { return isIndex(address, from: 1) ? "" : nil }
            start = 2
        } else {
            guard address[0] | 0x20 == UInt8(ascii: "h") else { return nil }
            guard let colon = address.indices.prefix(6).first(where: { address[$0] == UInt8(ascii: ":") }),
                colon + 3 < address.count, address[colon + 1] == slash, address[colon + 2] == slash
            else { return nil }
            start = colon + 3
        }
        let end = (start..<address.count).first { address[$0] == slash } ?? address.count
        guard end >= address.count - 1 || isIndex(address, from: end + 1) else { return nil }
        return plainHost(String(bytes: address.extracting(start..<end)))
    }

    /// A host without what most hosts begin with.
    static func plainHost(_ host: String) -> String {
        let host = host.lowercased()
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    }

    /// A name without the word for the image that shows it: `Herald logo`.
    static func plain(_ name: String) -> String {
        guard contains(name.utf8.span, "logo") else { return name }
        let words = name.split(separator: " ")
        guard words.count > 1 else { return name }
        if words.last?.lowercased() == "logo" { return words.dropLast().joined(separator: " ") }
        return words[0].lowercased() == "logo" ? words.dropFirst().joined(separator: " ") : name
    }

    private static let slash = UInt8(ascii: "/")

    /// Whether a path from a place on is that of a front page's file.
    private static func isIndex(_ address: Span<UInt8>, from start: Int) -> Bool {
        guard (4...11).contains(address.count - start) else { return false }
        let path = String(bytes: address.extracting(start...)).lowercased()
        return ["index.html", "index.htm", "index.php", "index.shtml", "index.asp", "index.aspx", "home"].contains(path)
    }
}
