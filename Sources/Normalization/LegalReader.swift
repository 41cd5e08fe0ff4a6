public import Pages

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

    /// Adds what another line states; what is known already stays.
    public mutating func merge(_ other: LegalFacts) {
        copyrightNotice = copyrightNotice ?? other.copyrightNotice
        publisherLegalName = publisherLegalName ?? other.publisherLegalName
        domain = domain ?? other.domain
        for licence in other.licences where !licences.contains(licence) { licences.append(licence) }
    }
}

/// Reads copyright notices, publishers' legal names and licence numbers.
public enum LegalReader {
    /// What one line states; empty for a line that is no legal line.
    public static func read(_ line: String) -> LegalFacts {
        LegalFacts()
    }

    /// Whether a line may be a legal line: cheap, on bytes.
    public static func isLegal(_ line: Span<UInt8>) -> Bool {
        false
    }
}
