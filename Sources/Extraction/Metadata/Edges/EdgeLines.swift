internal import Normalization

/// Blocks of the body that speak of the article, not of what it tells, and stand at its edges: the model knows them by nothing but their
/// words.
enum EdgeLines {
    /// The blocks; none of a body of few blocks, which they could be all of.
    /// - Parameter domain: the site's registrable domain.
    static func blocks(_ lines: PageText, domain: @autoclosure () -> String?) -> [Int] {
        let body = lines.body
        guard body.count > 2 else { return [] }
        let head = body.prefix(3).filter { isOne($0, of: [.originalTitle, .syndication, .follow], lines) }
        let found = head + tail(lines, domain: domain()).filter { !head.contains($0) }
        return found.count < body.count ? found : []
    }

    private static func isOne(_ block: Int, of kinds: Set<EdgeLine>, _ lines: PageText) -> Bool {
        lines.ask(block) { text, cues in EdgeLine.kind(of: text, cues).map(kinds.contains) ?? false }
    }

    /// The blocks at the end; a label that nothing follows any more goes too.
    private static func tail(_ lines: PageText, domain: @autoclosure () -> String?) -> [Int] {
        let last = lines.body.suffix(4)
        var found = last.filter { block in
            isOne(block, of: [.syndication, .disclaimer, .follow, .notice], lines)
                || lines.ask(block, AppealLine.asksToFollow) || lines.ask(block, AppealLine.tellsEarnings)
                || last.suffix(2).contains(block) && givesAddress(block, of: domain(), lines)
        }
        while let end = last.last(where: { !found.contains($0) }), isLabel(end, lines) { found.append(end) }
        return found
    }

    /// Whether a short block gives an e-mail address of the site's own: of its author, its newsroom, its letters page.
    private static func givesAddress(_ block: Int, of domain: @autoclosure () -> String?, _ lines: PageText) -> Bool {
        guard lines.size(block) <= 160, lines.ask(block, { contains($0, "@") }), let domain = domain() else {
            return false
        }
        return lines.text(block).split(separator: "@").dropFirst().contains { part in
            let host = part.prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
            return RegistrableDomain.of(host: String(host.last == "." ? host.dropLast() : host)) == domain
        }
    }

    /// Whether a short line ends with a colon: what it heads is no more of the body.
    private static func isLabel(_ block: Int, _ lines: PageText) -> Bool {
        guard lines.size(block) <= 60 else { return false }
        return lines.ask(block) { text in
            guard let last = text.indices.last else { return false }
            return text[last] == UInt8(ascii: ":")
                || last > 1 && text[last] == 0x9A && text[last - 1] == 0xBC && text[last - 2] == 0xEF
        }
    }
}
