/// A page's text as UTF-8, with what is known about how it was read.
public struct DecodedText: Sendable, Equatable {
    /// The text: always valid UTF-8, without a byte-order mark.
    public var utf8: [UInt8]
    /// The encoding it was read in.
    public var charset: Charset
    /// How that encoding was found.
    public var basis: CharsetBasis
    /// Whether a declared encoding did not decode the bytes and another did.
    public var overridden: Bool
    /// How many malformed sequences became U+FFFD.
    public var malformed: Int
    /// Whether the text had been encoded as UTF-8 twice, which was undone.
    public var repaired: Bool

    /// Makes a decoded text.
    public init(
        utf8: [UInt8], charset: Charset, basis: CharsetBasis, overridden: Bool = false, malformed: Int = 0,
        repaired: Bool = false
    ) {
        self.utf8 = utf8
        self.charset = charset
        self.basis = basis
        self.overridden = overridden
        self.malformed = malformed
        self.repaired = repaired
    }
}

/// How a text's encoding was found.
public enum CharsetBasis: String, Sendable {
    /// A byte-order mark.
    case bom
    /// The HTTP header or the envelope.
    case header
    /// A `<meta>` of the page.
    case meta
    /// The bytes themselves.
    case detected
    /// Nothing told; windows-1252 reads every byte.
    case fallback
}
