import Lexicon
import Text

/// Lines that ask the reader to have a newsletter sent.
public enum AppealLine {
    /// Whether a line asks to sign up for letters: an invitation that begins a sentence, and what is offered, in either order.
    public static func isIn(_ line: Span<UInt8>, _ cues: () -> Cues) -> Bool {
        guard line.count >= 12, line.count <= 400, case let cues = cues(), cues.holds(.letters), cues.holds(.invitation)
        else { return false }
        var place = 0
        while let found = invites.first(in: line, from: place) {
            if beginsSentence(found.lowerBound, line) { return true }
            place = found.upperBound
        }
        return false
    }

    /// Whether no letter, digit or comma stands right before a place, white space aside.
    private static func beginsSentence(_ place: Int, _ line: Span<UInt8>) -> Bool {
        var before = place - 1
        while before >= 0, line[before] == 0x20 || line[before] == UInt8(ascii: "\n") { before -= 1 }
        guard before >= 0 else { return true }
        let byte = line[before]
        if byte < 0x80 { return !isWord(byte) }
        // Emoji are four bytes.
        if before >= 3, line[before - 3] >= 0xF0 { return true }
        // Dashes and quotes are E2 80 xx, wide signs E3 80 xx and EF BC xx.
        return before >= 2 && (line[before - 1] == 0x80 && line[before - 2] >= 0xE2 || line[before - 1] == 0xBC)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }

    private static let invites = WordSigns(invitations)

    /// What is offered. A test has a row for each.
    static let offered = Lexicon.all { $0.edges.letters } + ["whatsapp", "telegram"]

    /// How it is offered. A test has a row for each.
    static let invitations = Lexicon.all { $0.edges.invitations }

    /// Whether a text asks its readers to give money or to become members: it says so, and for whose work or how much.
    public static func asksToGive(_ text: Span<UInt8>) -> Bool {
        givings.isIn(text) && (givers.isIn(text) || sums.isIn(text))
    }

    /// Whether a short line asks to follow somebody: a sentence in it begins so, and it names where.
    public static func asksToFollow(_ line: Span<UInt8>) -> Bool {
        guard line.count <= 160, let place = followings.first(in: line)?.lowerBound else { return false }
        return beginsSentence(place, line) && platforms.isIn(line)
    }

    /// Where one follows: names that all languages write alike, and those of one. A test has a row for each.
    static let platformNames =
        [
            "facebook", "instagram", "twitter", "tiktok", "youtube", "linkedin", "telegram", "whatsapp", "bluesky",
            "mastodon", "google news", "pinterest", "flipboard", "viber", "vkontakte",
        ] + Lexicon.all { $0.edges.networks }

    private static let platforms = WordSigns(platformNames)

    private static let followings = WordSigns(followingWords)

    /// How such a line begins. A test has a row for each.
    static let followingWords = Lexicon.all { $0.edges.followings }

    /// Whether a line of few sentences tells that the site earns by its links.
    public static func tellsEarnings(_ text: Span<UInt8>) -> Bool {
        text.count <= 280 && earnings.isIn(text) && links.isIn(text)
    }

    private static let earnings = WordSigns(Lexicon.all { $0.edges.earnings })
    private static let links = WordSigns(Lexicon.all { $0.edges.shopLinks })

    private static let givings = WordSigns(Lexicon.all { $0.edges.givings })
    private static let givers = WordSigns(Lexicon.all { $0.edges.givers })
    private static let sums = WordSigns(Lexicon.all { $0.edges.givenSums })
}
