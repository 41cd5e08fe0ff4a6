/// What the words of a `class`, `id` or `aria-label` say about an element, read in one pass.
struct ClassWords: OptionSet {
    let rawValue: UInt16

    /// It names who wrote: `byline`, `author`.
    static let person = Self(rawValue: 1 << 0)
    /// It may name who wrote, in a word less common than those: `autor`, `writer`, `yazar`.
    static let writer = Self(rawValue: 1 << 1)
    /// It names somebody or something, in its last word: `profile__name`.
    static let name = Self(rawValue: 1 << 2)
    /// It holds a date: `date`, `pubtime`, `publish-time`.
    static let date = Self(rawValue: 1 << 3)
    /// It is a breadcrumb.
    static let breadcrumb = Self(rawValue: 1 << 4)
    /// It names where the article comes from: `source`, `media-name`.
    static let source = Self(rawValue: 1 << 5)
    /// It holds what the article is about: `tags`, `post-tag`.
    static let tags = Self(rawValue: 1 << 6)
    /// It is the line below the headline: `subtitle`, `standfirst`, `dek`.
    static let subtitle = Self(rawValue: 1 << 7)
    /// It introduces the article, as its first paragraph or as a line above it: `lead`, `excerpt`, `chapo`.
    static let lead = Self(rawValue: 1 << 8)
    /// It is of an image or a film: `lead-image`, `caption`.
    static let media = Self(rawValue: 1 << 9)
    /// It is the caption of an image: `caption`, `photo-desc`.
    static let caption = Self(rawValue: 1 << 10)
    /// It names the section: `cat-links`, `post-category`, `rubrique`.
    static let section = Self(rawValue: 1 << 11)

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Bytes of a value that are read.
    static let most = 200

    /// What a value says.
    init(_ value: Span<UInt8>) {
        self = Self.table.says(value.extracting(first: Self.most))
    }

    private static let table = ClassWordTable(
        words(["author", "byline"], .any, .any, .person)
            // Not `autorizado`, `autoriser`.
            + words(
                [
                    "autor", "autore", "autores", "autorin", "autoren", "forfatter", "firma", "journalist",
                    "journaliste", "kirjoittaja", "penulis", "redactor", "reporter", "skribent", "verfasser",
                    "writer", "writtenby", "yazar",
                ], .apart, .apart, .writer)
            + words(["auteur", "szerzo"], .apart, .any, .writer)
            + words(["name"], .behindAnother, .last, .name)
            // Not `update`, `validate`, `candidate`.
            + words(["date"], .behindNoSmallLetter, .any, .date)
            // Not `timeline`.
            + words(["time"], .behindNoSmallLetter, .noL, .date)
            + words(["pubtime", "publish"], .any, .any, .date)
            + words(["breadcrumb", "crumb"], .any, .any, .breadcrumb)
            + words(
                ["briciol", "brotkr", "brodsm", "drobeck", "ekmek", "filariane", "kruimel", "okrusz"], .apart, .any,
                .breadcrumb)
            + words(["ariane", "migas", "pathway"], .apart, .apart, .breadcrumb)
            + words(["path"], .apart, .last, .breadcrumb)
            + words(["nickname"], .any, .any, .source)
            // Not `resource`, `outsource`, `sources`, `open-source`.
            + words(["source"], .apartFromOpen, .apart, .source)
            + words(["tags", "tag"], .apart, .apart, .tags)
            // The line below the headline, as editors and themes name it.
            + words(["dek", "deck"], .apart, .apart, .subtitle)
            + words(
                [
                    "subtitle", "sub-title", "subheadline", "standfirst", "strapline", "sottotitolo", "subtitulo",
                    "untertitel", "undertitel",
                ], .any, .any, .subtitle)
            // Leads as the languages of the web call them.
            + words(
                [
                    "announce", "anons", "abstract", "bajada", "chapo", "chapeau", "copete", "desc", "description",
                    "excerpt", "entradilla", "intro", "ingress", "lead", "lede", "leadtext", "linha-fina", "manchet",
                    "onderkop", "perex", "sapo", "sumario", "summary", "sommario", "synopsis", "underrubrik",
                    "vorspann",
                ], .apart, .apart, .lead)
            + words(["subheading"], .apart, .any, .lead)
            + words(["spot"], .apart, .last, .lead)
            + words(["foto", "image", "img", "media", "photo", "video"], .apart, .any, .media)
            + words(["caption"], .apart, .any, [.media, .caption])
            + words(
                ["image", "img", "photo"].flatMap { word in ["-", "_", "--", "__"].map { word + $0 + "desc" } },
                .apart, .any, [.media, .caption])
            + words(
                [
                    "bildunterschrift", "bildtext", "billedtekst", "bildetekst", "didascalia", "epigrafe", "legende",
                    "legend", "legenda", "onderschrift", "podpis",
                ], .apart, .apart, [.media, .caption])
            // `post-category`, not `category-news`.
            + words(
                ["category", "categories", "rubrik", "rubrique", "ressort", "rubric"], .apart, .last, .section)
            + words(["cat-link", "section-name", "section-link"], .apart, .any, .section))

    private static func words(
        _ words: [String], _ before: ClassWord.Before, _ behind: ClassWord.Behind, _ says: ClassWords
    ) -> [ClassWord] {
        words.map { ClassWord($0, before, behind, says) }
    }
}

/// A word of class names.
struct ClassWord {
    /// What may stand before it.
    enum Before {
        case any
        /// No letter.
        case apart
        /// No letter, but something.
        case behindAnother
        /// No letter, nor `open` and a sign.
        case apartFromOpen
        /// No small letter.
        case behindNoSmallLetter
    }

    /// What may stand behind it.
    enum Behind {
        case any
        /// No letter.
        case apart
        /// The end of the class.
        case last
        /// Not an `l`.
        case noL
    }

    fileprivate let says: ClassWords
    private let before: Before
    private let behind: Behind
    private let count: Int
    /// Its letters, the first in the lowest byte: an array of a struct's own would be copied to be asked for one.
    private var letters: (UInt64, UInt64) = (0, 0)

    /// A word of at most 16 bytes.
    fileprivate init(_ text: String, _ before: Before, _ behind: Behind, _ says: ClassWords) {
        self.before = before
        self.behind = behind
        self.says = says
        count = text.utf8.count
        for (place, letter) in text.utf8.enumerated() {
            let bits = UInt64(letter | 0x20) << UInt64((place & 7) * 8)
            if place < 8 { letters.0 |= bits } else { letters.1 |= bits }
        }
    }

    /// Words that stand somewhere with no letter beside them.
    static func apart(_ texts: String...) -> [Self] { texts.map { Self($0, .apart, .apart, []) } }

    /// Whether a value holds the word.
    func isIn(_ value: Span<UInt8>) -> Bool { value.indices.contains { stands(at: $0, in: value) } }

    /// Its first two letters.
    fileprivate var start: (UInt8, UInt8) { (letter(0), letter(1)) }

    /// Whether it stands at a place of a value.
    @inline(__always)
    fileprivate func stands(at index: Int, in value: Span<UInt8>) -> Bool {
        guard index + count <= value.count else { return false }
        for place in 0..<count where value[index + place] | 0x20 != letter(place) { return false }
        return isFree(before: index, value) && isFree(behind: index + count, value)
    }

    @inline(__always)
    private func letter(_ place: Int) -> UInt8 {
        UInt8(truncatingIfNeeded: (place < 8 ? letters.0 : letters.1) &>> UInt64((place & 7) * 8))
    }

    private func isFree(before index: Int, _ value: Span<UInt8>) -> Bool {
        switch before {
        case .any: true
        case .apart: index == 0 || !Self.isSmall(value[index - 1] | 0x20)
        case .behindAnother: index > 0 && !Self.isSmall(value[index - 1] | 0x20)
        case .apartFromOpen:
            index == 0 || !Self.isSmall(value[index - 1] | 0x20) && !Self.isOpen(before: index, value)
        case .behindNoSmallLetter: index == 0 || !Self.isSmall(value[index - 1])
        }
    }

    private func isFree(behind end: Int, _ value: Span<UInt8>) -> Bool {
        switch behind {
        case .any: true
        case .apart: end >= value.count || !Self.isSmall(value[end] | 0x20)
        case .last: end >= value.count || value[end] == 0x20
        case .noL: end >= value.count || value[end] | 0x20 != UInt8(ascii: "l")
        }
    }

    private static func isSmall(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }

    /// Whether `open` and a sign stand before a place.
    private static func isOpen(before index: Int, _ value: Span<UInt8>) -> Bool {
        index >= 5 && value[index - 5] | 0x20 == UInt8(ascii: "o") && value[index - 4] | 0x20 == UInt8(ascii: "p")
            && value[index - 3] | 0x20 == UInt8(ascii: "e") && value[index - 2] | 0x20 == UInt8(ascii: "n")
    }
}

/// Words of class names by their first two letters, which few places of a value begin with.
private struct ClassWordTable {
    private var words: [ClassWord] = []
    /// Of each pair of letters where its words begin in ``words``, and where the last pair's end.
    private var starts: [UInt16] = [0]
    /// By its low bits a bit for each letter that may follow another: most places are refused by it.
    private var followers: [UInt32] = Array(repeating: 0, count: 32)

    init(_ all: [ClassWord]) {
        let byPair = Dictionary(grouping: all) { Self.pair($0.start.0, $0.start.1) }
        for pair in 0..<26 * 26 {
            words += byPair[pair] ?? []
            starts.append(UInt16(words.count))
        }
        for word in all { followers[Int(word.start.0 & 31)] |= 1 << UInt32(word.start.1 & 31) }
    }

    /// What the words say that stand in a value.
    func says(_ value: Span<UInt8>) -> ClassWords {
        var found: ClassWords = []
        guard value.count > 1 else { return found }
        var first = value[0]
        for index in 1..<value.count {
            let second = value[index]
            if followers[Int(first & 31)] >> UInt32(second & 31) & 1 == 1, let pair = Self.pair(first, second) {
                for place in Int(starts[pair])..<Int(starts[pair + 1])
                where words[place].stands(at: index - 1, in: value) {
                    found.formUnion(words[place].says)
                }
            }
            first = second
        }
        return found
    }

    @inline(__always)
    private static func pair(_ first: UInt8, _ second: UInt8) -> Int? {
        let (first, second) = ((first | 0x20) &- 0x61, (second | 0x20) &- 0x61)
        return first < 26 && second < 26 ? Int(first) * 26 + Int(second) : nil
    }
}
