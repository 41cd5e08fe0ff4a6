internal import Pages

/// The country of a site.
public enum Country {
    /// The country whose licences a page states: sites of mainland China must show theirs, whatever their domain. `nil`
    /// where the names say nothing.
    static func of(licences: [Licence]) -> String? {
        licences.contains { licence in mainland.contains { licence.name.contains($0) } } ? "CN" : nil
    }

    /// What names of licences of mainland China hold.
    static let mainland = ["许可证", "备案", "准营证", "刊号"]

    /// The country of a host's top-level domain, ISO 3166-1 alpha-2 ("CN" of cnnb.com.cn, "GB" of bbc.co.uk), or `nil`
    /// for a generic one.
    public static func of(host: String) -> String? {
        guard let dot = host.lastIndex(of: ".") else { return nil }
        let top = host[host.index(after: dot)...].lowercased()
        if let country = named[top] { return country }
        guard top.utf8.count == 2, !generic.contains(top), isLetters(top) else { return nil }
        return top.uppercased()
    }

    /// The country named in a language tag ("GB" of `en-GB` or `en_GB`), or `nil`.
    public static func of(locale: String) -> String? {
        let parts = locale.prefix(32).split(whereSeparator: { $0 == "-" || $0 == "_" || $0 == "." || $0 == "@" })
        for part in parts.dropFirst() where part.utf8.count == 2 && isLetters(part) { return part.uppercased() }
        return nil
    }

    private static func isLetters(_ text: some StringProtocol) -> Bool {
        text.utf8.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    }

    /// Top-level domains whose country is not their upper-case form.
    static let named: [String: String] = [
        "uk": "GB", "su": "RU", "xn--p1ai": "RU", "xn--fiqs8s": "CN", "xn--fiqz9s": "CN", "xn--kpry57d": "TW",
        "xn--j6w193g": "HK", "xn--3e0b707e": "KR", "xn--j1amh": "UA", "xn--90ais": "BY", "xn--90a3ac": "RS",
        "xn--qxam": "GR", "xn--e1a4c": "EU", "cat": "ES", "eus": "ES", "gal": "ES", "scot": "GB", "wales": "GB",
        "cymru": "GB", "london": "GB", "berlin": "DE", "hamburg": "DE", "bayern": "DE", "koeln": "DE", "wien": "AT",
        "tirol": "AT", "paris": "FR", "bzh": "FR", "nyc": "US", "gov": "US", "mil": "US", "tokyo": "JP", "moscow": "RU",
        "moskva": "RU", "sydney": "AU", "amsterdam": "NL", "vlaanderen": "BE", "swiss": "CH", "quebec": "CA",
        "istanbul": "TR", "rio": "BR",
    ]

    /// Country codes that the world uses as generic domains, and `eu`.
    static let generic: Set<String> = [
        "tv", "me", "io", "co", "ai", "cc", "ws", "fm", "ly", "to", "gg", "eu", "ac", "sh", "la", "gl", "im", "nu",
        "pw", "tk", "ml", "ga", "cf", "gq", "vc", "so", "st", "sx", "vip",
    ]
}
