import Lexicon

/// What stands in the place of another site's post or film until the reader consents to its being loaded: `External content …`.
public enum EmbedNotice {
    /// Whether a text says so.
    public static func isIn(_ cues: Cues) -> Bool { cues.holds(.embed) }

    /// Phrases of such notices. A test has a row for each.
    static let phrases = Lexicon.all { $0.edges.embeds }
}
