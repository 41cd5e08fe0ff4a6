public import Pages
import Text

/// What a page's legal lines state.
public struct LegalFacts: Sendable, Equatable {
    /// The copyright line.
    public var copyrightNotice: String?
    /// The publishing company.
    public var publisherLegalName: String?
    /// A domain named in the copyright line.
    public var domain: String?
    /// Licences as stated.
    public var licences: [Licence] = []

    /// Knows nothing.
    public init() {}

    /// Whether nothing was found.
    public var isEmpty: Bool { self == LegalFacts() }

    /// Adds what another line states; what is known already stays, but a notice with a year is preferred to one without, and
    /// one that names a domain to one that does not.
    public mutating func merge(_ other: LegalFacts) {
        if let notice = other.copyrightNotice, copyrightNotice == nil || rank < other.rank { copyrightNotice = notice }
        publisherLegalName = publisherLegalName ?? other.publisherLegalName
        domain = domain ?? other.domain
        for licence in other.licences where !licences.contains(licence) { licences.append(licence) }
    }

    private var rank: Int {
        (copyrightNotice.map(CopyrightNotice.hasYear) ?? false ? 2 : 0) + (domain == nil ? 0 : 1)
    }
}

/// Reads copyright notices, publishers' legal names and licence numbers.
public enum LegalReader {
    /// What one line states; empty for a line that is no legal line.
    ///
    /// A line that only says whose the rights are (`名称(公司)版权所有(C)`) gives the company; one with the word Copyright,
    /// © or a year gives the notice.
    public static func read(_ line: String) -> LegalFacts {
        let plain = PlainSpace.plain(String(decoding: line.utf8.prefix(600), as: UTF8.self))
        var facts = LegalFacts()
        facts.licences = LicenceReader.read(plain)
        let isRights = LegalWords.rights.isIn(plain.utf8.span)
        guard isRights || LegalWords.company.isIn(plain.utf8.span) else { return facts }
        facts.publisherLegalName = CompanyReader.read(plain)
        guard isRights else { return facts }
        let isNotice =
            LegalWords.notice.isIn(plain.utf8.span) || CopyrightNotice.hasYear(plain) || facts.publisherLegalName == nil
        let notice = isNotice ? CopyrightNotice.read(plain) : nil
        guard notice != nil || !isNotice else { return facts }
        facts.domain = DomainFinder.first(in: plain)
        if facts.licences.isEmpty || facts.domain != nil { facts.copyrightNotice = notice }
        return facts
    }

    /// Whether a line says that rights are reserved, or whose they are by a sign or its first word, rather than to speak of
    /// copyright: cheap, on bytes.
    public static func reservesRights(_ line: Span<UInt8>) -> Bool {
        LegalWords.reserved.isIn(line)
            || LegalWords.notice.isIn(line.extracting(first: min(line.count, 14)))
    }

    /// Whether a line credits a picture: `The ferry (Fot. Jan Nowak)`, `Telegram file photo`, `Ann Lee / Getty Images`.
    public static func creditsPicture(_ line: Span<UInt8>) -> Bool { LegalWords.pictureCredits.isIn(line) }

    /// Whether a line may be a legal line: cheap, on bytes.
    public static func isLegal(_ line: Span<UInt8>, _ cues: () -> Cues) -> Bool {
        line.count >= 6 && line.count <= 900 && cues().holds(.legal)
    }
}
