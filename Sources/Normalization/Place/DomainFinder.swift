import Text

/// Finds a domain name in a line of text.
enum DomainFinder {
    /// The registrable domain of the first host name that is one by the public suffix list.
    static func first(in line: String) -> String? {
        guard line.utf8.contains(UInt8(ascii: ".")) else { return nil }
        for word in line.split(whereSeparator: { !isHostCharacter($0) }) {
            guard word.contains("."), !word.contains("@") else { continue }
            let host = word.lowercased().trimming { $0 == "." || $0 == "-" }
            guard host.utf8.contains(where: { $0 >= 0x61 && $0 <= 0x7A }),
                let domain = RegistrableDomain.of(host: host),
                isKnownSuffix(domain)
            else { continue }
            return domain
        }
        return nil
    }

    private static func isHostCharacter(_ character: Character) -> Bool {
        guard let byte = character.asciiValue else { return false }
        return byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x2D
            || byte == 0x2E
            || byte == 0x40
    }

    /// The public suffix list's default rule makes a suffix of any last label; `S.A` or `Inc.All` is no domain.
    private static func isKnownSuffix(_ domain: String) -> Bool { RegistrableDomain.hasListedSuffix(domain) }
}
