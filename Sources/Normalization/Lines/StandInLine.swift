import Lexicon

/// Lines of pages that stand in place of an article: what they say is said to whoever asks for the page.
public enum StandInLine: Sendable, Hashable, CaseIterable {
    /// The page is not there, or the server failed.
    case error
    /// The reader is to prove to be no robot.
    case robotCheck
    /// The rest is for those who pay.
    case paywall
    /// The reader is to log in.
    case login
    /// The reader is to agree to cookies and the like.
    case consent

    /// What a line says, or `nil` when it is no such line.
    public static func kind(of cues: Cues) -> StandInLine? { allCases.first { $0.isIn(cues) } }

    /// Whether a line with these cues says this.
    public func isIn(_ cues: Cues) -> Bool { cues.holds(cue) }

    private var cue: Cues.Cue {
        switch self {
        case .error: .error
        case .robotCheck: .robotCheck
        case .paywall: .paywall
        case .login: .login
        case .consent: .consent
        }
    }

    /// Phrases that hardly any other line holds. A test has a row for each.
    var phrases: [String] {
        switch self {
        case .error: Self.errorPhrases
        case .robotCheck: Self.robotPhrases
        case .paywall: Self.paywallPhrases
        case .login: Self.loginPhrases
        case .consent: Self.consentPhrases
        }
    }

    private static let errorPhrases = Lexicon.all { $0.standIns.errors }

    private static let robotPhrases = Lexicon.all { $0.standIns.robotChecks }

    private static let paywallPhrases = Lexicon.all { $0.standIns.paywalls }

    private static let loginPhrases = Lexicon.all { $0.standIns.logins }

    private static let consentPhrases = Lexicon.all { $0.standIns.consents }

    /// Whether a title, whole, is that of a page that every site has beside its articles: a policy, terms, an imprint, about itself.
    public static func isHousePage(title: String) -> Bool { housePages.contains(NameShape.fold(title)) }

    /// Whether a title is that of a page of search results: nothing else, or what was searched behind it.
    public static func isSearch(title: String) -> Bool {
        let folded = NameShape.fold(title).utf8
        return searches.contains { search in
            folded.starts(with: search.utf8)
                && (folded.count == search.utf8.count || folded.dropFirst(search.utf8.count).first == UInt8(ascii: ":"))
        } || searchesFor.contains { folded.starts(with: $0.utf8) }
    }

    private static let searches = Lexicon.all { $0.standIns.searches }.map { NameShape.fold($0) }

    private static let searchesFor = Lexicon.all { $0.standIns.searchesFor }.map { NameShape.fold($0) }

    private static let housePages = Set(
        Lexicon.all { $0.standIns.housePages }.map { NameShape.fold($0) })
}
