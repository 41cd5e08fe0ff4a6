import Text

/// What phrases a text holds, of all kinds that rules about lines ask for: found in one pass over its bytes, so that a line is read once
/// however many rules ask of it. A rule reads the text itself only where its cue is.
public struct Cues: Sendable, Equatable {
    /// A kind of phrase.
    enum Cue: UInt32, CaseIterable {
        case legal, contact, readingTime, letters, invitation, comments, commentRule, personalData, grant
        case error, robotCheck, paywall, login, consent
        case originalTitle, syndication, disclaimer, follow, notice, embed

        fileprivate var bit: UInt32 { 1 << rawValue }

        /// The phrases of the kind.
        var phrases: [String] {
            switch self {
            case .legal: LegalWords.anyWords
            case .contact: ContactLine.phrases
            case .readingTime: ReadingTimeLine.phrases
            case .letters: AppealLine.offered
            case .invitation: AppealLine.invitations
            case .comments: CommentLine.words
            case .commentRule: CommentLine.rules
            case .personalData: ConsentLine.dataWords
            case .grant: ConsentLine.grantWords
            case .error: StandInLine.error.phrases
            case .robotCheck: StandInLine.robotCheck.phrases
            case .paywall: StandInLine.paywall.phrases
            case .login: StandInLine.login.phrases
            case .consent: StandInLine.consent.phrases
            case .originalTitle: EdgeLine.originalTitle.phrases
            case .syndication: EdgeLine.syndication.phrases
            case .disclaimer: EdgeLine.disclaimer.phrases
            case .follow: EdgeLine.follow.phrases
            case .notice: EdgeLine.notice.phrases
            case .embed: EmbedNotice.phrases
            }
        }
    }

    private let bits: UInt32

    /// Reads a text.
    public init(_ text: Span<UInt8>) { bits = Cues.table.marks(in: text) }

    /// Whether the text holds a phrase of a kind.
    func holds(_ cue: Cue) -> Bool { bits & cue.bit != 0 }

    private static let table = WordSigns(marked: Cue.allCases.flatMap { cue in cue.phrases.map { ($0, cue.bit) } })
}
