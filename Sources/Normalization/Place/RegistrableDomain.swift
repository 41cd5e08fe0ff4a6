import CPSL

/// Registrable domains by the public suffix list (libpsl).
public enum RegistrableDomain {
    /// The registrable domain of a host name ("news.example.co.uk" gives "example.co.uk"), or `nil` for a public suffix,
    /// an IP address or something that is no host name.
    public static func of(host: String) -> String? {
        let lower = host.lowercased()
        guard lower.utf8.count <= 253, lower.contains("."), !isAddress(lower), isName(lower) else { return nil }
        guard let list = unsafe psl_builtin() else { return nil }
        // The answer points into the name that was asked for, so it is copied before that goes.
        return unsafe lower.withCString { name in
            guard let found = unsafe psl_registrable_domain(list, name) else { return nil }
            return unsafe String(cString: found)
        }
    }

    /// The registrable domain of a URL's host, or `nil`.
    public static func of(url: String) -> String? {
        WebAddress(url).flatMap { of(host: $0.host) }
    }

    /// Whether a domain ends in a suffix that the list itself names, not only its default rule.
    static func hasListedSuffix(_ domain: String) -> Bool {
        guard let dot = domain.lastIndex(of: "."), let list = unsafe psl_builtin() else { return false }
        let top = String(domain[domain.index(after: dot)...])
        return unsafe psl_is_public_suffix2(list, top, PSL_TYPE_ANY | PSL_TYPE_NO_STAR_RULE) == 1
    }

    /// Labels that are not empty, without white space, controls or signs of URLs.
    private static func isName(_ host: String) -> Bool {
        var last = UInt8(ascii: ".")
        for byte in host.utf8 {
            if byte == UInt8(ascii: "."), last == byte { return false }
            let isSign = byte < 0x2D || byte == 0x2F || byte >= 0x3A && byte <= 0x40 || byte >= 0x5B && byte <= 0x5E
            if isSign || byte == 0x60 || byte >= 0x7B && byte <= 0x7F { return false }
            last = byte
        }
        return last != UInt8(ascii: ".")
    }

    private static func isAddress(_ host: String) -> Bool {
        host.contains(":") || host.utf8.allSatisfy { $0 == UInt8(ascii: ".") || $0 >= 0x30 && $0 <= 0x39 }
    }
}
