import Lexicon

/// Paragraphs in which a site asks for consent to the processing of its readers' data: the texts of consent dialogs, which read like
/// running text.
public enum ConsentLine {
    /// Whether a text speaks of personal data and of who may use them, or on what ground.
    public static func speaks(_ cues: Cues) -> Bool { cues.holds(.personalData) && cues.holds(.grant) }

    /// Whether a text speaks of such data, or of who may use them.
    public static func touches(_ cues: Cues) -> Bool { cues.holds(.personalData) || cues.holds(.grant) }

    /// Beginnings of words for the data. A test has a row for each.
    static let dataWords = Lexicon.all { $0.standIns.personalData }

    /// Beginnings of words for consent, for the grounds of processing and for those who share in it. A test has a row for each.
    static let grantWords = Lexicon.all { $0.standIns.grants }
}
