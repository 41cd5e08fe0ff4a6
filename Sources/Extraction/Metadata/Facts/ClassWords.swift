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
        let table = Self.table
        var found = Self()
        var index = 0
        while index + 3 <= min(value.count, Self.most) {
            found.formUnion(table.says(at: index, in: value))
            index += 1
        }
        self = found
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
    private var letters = InlineArray<16, UInt8>(repeating: 0)

    /// A word of at most 16 bytes.
    fileprivate init(_ text: String, _ before: Before, _ behind: Behind, _ says: ClassWords) {
        self.before = before
        self.behind = behind
        self.says = says
        count = text.utf8.count
        for (place, letter) in text.utf8.enumerated() { letters[place] = letter | 0x20 }
    }

    /// Words that stand somewhere with no letter beside them.
    static func apart(_ texts: String...) -> [Self] { texts.map { Self($0, .apart, .apart, []) } }

    /// Whether a value holds the word.
    func isIn(_ value: Span<UInt8>) -> Bool { value.indices.contains { stands(at: $0, in: value) } }

    /// Its first two letters.
    fileprivate var start: (UInt8, UInt8) { (letters[0], letters[1]) }

    /// Whether it stands at a place of a value.
    @inline(__always)
    fileprivate func stands(at index: Int, in value: Span<UInt8>) -> Bool {
        guard index + count <= value.count else { return false }
        for place in 0..<count where value[index + place] | 0x20 != letters[place] { return false }
        return isFree(before: index, value) && isFree(behind: index + count, value)
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

    init(_ all: [ClassWord]) {
        let byPair = Dictionary(grouping: all) { Self.pair($0.start.0, $0.start.1) }
        for pair in 0..<26 * 26 {
            words += byPair[pair] ?? []
            starts.append(UInt16(words.count))
        }
    }

    /// What the words say that stand at a place.
    @inline(__always)
    func says(at index: Int, in value: Span<UInt8>) -> ClassWords {
        guard let pair = Self.pair(value[index], value[index + 1]) else { return [] }
        var found: ClassWords = []
        for place in Int(starts[pair])..<Int(starts[pair + 1]) where words[place].stands(at: index, in: value) {
            found.formUnion(words[place].says)
        }
        return found
    }

    @inline(__always)
    private static func pair(_ first: UInt8, _ second: UInt8) -> Int? {
        let (first, second) = ((first | 0x20) &- 0x61, (second | 0x20) &- 0x61)
        return first < 26 && second < 26 ? Int(first) * 26 + Int(second) : nil
    }
}
