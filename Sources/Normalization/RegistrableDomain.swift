import CPSL

/// Registrable domains by the public suffix list (libpsl).
public enum RegistrableDomain {
    /// The registrable domain of a host name ("news.example.co.uk" gives "example.co.uk"), or `nil` for a public suffix,
    /// an IP address or something that is no host name.
    public static func of(host: String) -> String? {
        let lower = host.lowercased()
        guard lower.utf8.count <= 253, lower.contains("."), !isAddress(lower) else { return nil }
        guard let list = unsafe psl_builtin() else { return nil }
        guard let found = unsafe psl_registrable_domain(list, lower) else { return nil }
        return unsafe String(cString: found)
    }

    /// The registrable domain of a URL's host, or `nil`.
    public static func of(url: String) -> String? {
        WebAddress(url).flatMap { of(host: $0.host) }
    }

    private static func isAddress(_ host: String) -> Bool {
        host.contains(":") || host.utf8.allSatisfy { $0 == UInt8(ascii: ".") || $0 >= 0x30 && $0 <= 0x39 }
    }
}
