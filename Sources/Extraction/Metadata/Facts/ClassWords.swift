/// What the words of a `class`, `id` or `aria-label` say about an element, read in one pass.
struct ClassWords: Equatable {
    /// It names who wrote: `byline`, `author`.
    private(set) var person = false
    /// It may name who wrote, in a word less common than those: `autor`, `writer`, `yazar`.
    private(set) var writer = false
    /// It names somebody or something, in its last word: `profile__name`.
    private(set) var name = false
    /// It holds a date: `date`, `pubtime`, `publish-time`.
    private(set) var date = false
    /// It is a breadcrumb.
    private(set) var breadcrumb = false

    /// It names where the article comes from: `source`, `media-name`.
    private(set) var source = false
    /// It holds what the article is about: `tags`, `post-tag`.
    private(set) var tags = false
    /// It is the line below the headline: `subtitle`, `standfirst`, `dek`.
    private(set) var subtitle = false
    /// It introduces the article, as its first paragraph or as a line above it: `lead`, `excerpt`, `chapo`.
    private(set) var lead = false
    /// It is of an image or a film: `lead-image`, `caption`.
    private(set) var media = false
    /// It is the caption of an image: `caption`, `photo-desc`.
    private(set) var caption = false
    /// It names the section: `cat-links`, `post-category`, `rubrique`.
    private(set) var section = false

    /// Says nothing.
    init() {}

    /// Bytes of a value that are read.
    static let most = 200

    init(_ span: Span<UInt8>) {
        let limit = min(span.count, Self.most)
        var index = 0
        while index + 3 <= limit {
            switch span[index] | 0x20 {
            case UInt8(ascii: "a"): if Self.matches(span, index, "author") { person = true }
            case UInt8(ascii: "b"):
                if Self.matches(span, index, "byline") { person = true }
                if Self.matches(span, index, "breadcrumb") { breadcrumb = true }
            case UInt8(ascii: "c"): if Self.matches(span, index, "crumb") { breadcrumb = true }
            case UInt8(ascii: "d"):
                // Not `update`, `validate`, `candidate`: the letter before is none.
                if Self.matches(span, index, "date"), index == 0 || !Self.isLetter(span[index - 1]) { date = true }
                if Self.isSubtitle(span, index) { subtitle = true }
            case UInt8(ascii: "n"): if Self.matches(span, index, "nickname") { source = true }
            case UInt8(ascii: "p"):
                if Self.matches(span, index, "pubtime") || Self.matches(span, index, "publish") { date = true }
            case UInt8(ascii: "s"):
                // Not `resource`, `outsource`, `sources`, `open-source`.
                if Self.standsAlone(span, index, "source"), index < 5 || !Self.matches(span, index - 5, "open") {
                    source = true
                }
                if Self.isSubtitle(span, index) { subtitle = true }
            case UInt8(ascii: "t"):
                if Self.matches(span, index, "time"), index == 0 || !Self.isLetter(span[index - 1]),
                    !Self.matches(span, index, "timel")
                {
                    date = true
                }
                if Self.standsAlone(span, index, "tags") || Self.standsAlone(span, index, "tag") { tags = true }
            case UInt8(ascii: "u"): if Self.isSubtitle(span, index) { subtitle = true }
            default: break
            }
            if index == 0 || !Self.isLetter(span[index - 1] | 0x20) { takeWord(span, index) }
            index += 1
        }
    }

    /// Reads a word that begins at a place: authors, breadcrumbs, leads and sections as the languages of the web call them.
    private mutating func takeWord(_ span: Span<UInt8>, _ index: Int) {
        if Self.namesWriter(span, index) { writer = true }
        switch span[index] | 0x20 {
        case UInt8(ascii: "a"):
            if Self.standsAlone(span, index, "ariane") { breadcrumb = true }
            if Self.standsAlone(span, index, "announce") || Self.standsAlone(span, index, "anons")
                || Self.standsAlone(span, index, "abstract")
            {
                lead = true
            }
        case UInt8(ascii: "b"):
            if Self.matches(span, index, "briciol") || Self.matches(span, index, "brotkr")
                || Self.matches(span, index, "brodsm")
            {
                breadcrumb = true
            }
            if Self.standsAlone(span, index, "bajada") { lead = true }
            if Self.standsAlone(span, index, "bildunterschrift") || Self.standsAlone(span, index, "bildtext")
                || Self.standsAlone(span, index, "billedtekst") || Self.standsAlone(span, index, "bildetekst")
            {
                (media, caption) = (true, true)
            }
        case UInt8(ascii: "c"):
            if Self.matches(span, index, "caption") { (media, caption) = (true, true) }
            if Self.standsAlone(span, index, "chapo") || Self.standsAlone(span, index, "chapeau")
                || Self.standsAlone(span, index, "copete")
            {
                lead = true
            }
            if Self.ends(span, index, "category") || Self.ends(span, index, "categories")
                || Self.matches(span, index, "cat-link")
            {
                section = true
            }
        case UInt8(ascii: "d"):
            if Self.matches(span, index, "drobeck") { breadcrumb = true }
            if Self.standsAlone(span, index, "didascalia") { (media, caption) = (true, true) }
            if Self.standsAlone(span, index, "desc") || Self.standsAlone(span, index, "description") { lead = true }
        case UInt8(ascii: "e"):
            if Self.matches(span, index, "ekmek") { breadcrumb = true }
            if Self.standsAlone(span, index, "excerpt") || Self.standsAlone(span, index, "entradilla") { lead = true }
            if Self.standsAlone(span, index, "epigrafe") { (media, caption) = (true, true) }
        case UInt8(ascii: "f"):
            if Self.matches(span, index, "filariane") { breadcrumb = true }
            if Self.matches(span, index, "foto") { media = true }
        case UInt8(ascii: "i"):
            if Self.matches(span, index, "image") {
                media = true
                caption = caption || Self.isDescription(span, index + 5)
            } else if Self.matches(span, index, "img") {
                media = true
                caption = caption || Self.isDescription(span, index + 3)
            }
            if Self.standsAlone(span, index, "intro") || Self.standsAlone(span, index, "ingress") { lead = true }
        case UInt8(ascii: "k"): if Self.matches(span, index, "kruimel") { breadcrumb = true }
        case UInt8(ascii: "l"):
            if Self.standsAlone(span, index, "lead") || Self.standsAlone(span, index, "lede")
                || Self.standsAlone(span, index, "leadtext") || Self.standsAlone(span, index, "linha-fina")
            {
                lead = true
            }
            if Self.standsAlone(span, index, "legende") || Self.standsAlone(span, index, "legend")
                || Self.standsAlone(span, index, "legenda")
            {
                (media, caption) = (true, true)
            }
        case UInt8(ascii: "m"):
            if Self.standsAlone(span, index, "migas") { breadcrumb = true }
            if Self.matches(span, index, "media") { media = true }
            if Self.standsAlone(span, index, "manchet") { lead = true }
        case UInt8(ascii: "n"): if index > 0, Self.ends(span, index, "name") { name = true }
        case UInt8(ascii: "o"):
            if Self.matches(span, index, "okrusz") { breadcrumb = true }
            if Self.standsAlone(span, index, "onderkop") { lead = true }
            if Self.standsAlone(span, index, "onderschrift") { (media, caption) = (true, true) }
        case UInt8(ascii: "p"):
            if Self.standsAlone(span, index, "pathway") || Self.ends(span, index, "path") { breadcrumb = true }
            if Self.standsAlone(span, index, "perex") { lead = true }
            if Self.standsAlone(span, index, "podpis") { (media, caption) = (true, true) }
            if Self.matches(span, index, "photo") {
                media = true
                caption = caption || Self.isDescription(span, index + 5)
            }
        case UInt8(ascii: "r"):
            if Self.ends(span, index, "rubrik") || Self.ends(span, index, "rubrique")
                || Self.ends(span, index, "ressort") || Self.ends(span, index, "rubric")
            {
                section = true
            }
        case UInt8(ascii: "s"):
            if Self.standsAlone(span, index, "sapo") || Self.standsAlone(span, index, "sumario")
                || Self.standsAlone(span, index, "summary") || Self.standsAlone(span, index, "sommario")
                || Self.standsAlone(span, index, "synopsis") || Self.matches(span, index, "subheading")
                || Self.standsAlone(span, index, "spot") && Self.ends(span, index, "spot")
            {
                lead = true
            }
            if Self.matches(span, index, "section-name") || Self.matches(span, index, "section-link") { section = true }
        case UInt8(ascii: "u"):
            if Self.standsAlone(span, index, "underrubrik") { lead = true }
        case UInt8(ascii: "v"):
            if Self.standsAlone(span, index, "vorspann") { lead = true }
            if Self.matches(span, index, "video") { media = true }
        default: break
        }
    }

    /// Words for who wrote that do not hold `author` or `byline`.
    private static func namesWriter(_ span: Span<UInt8>, _ index: Int) -> Bool {
        switch span[index] | 0x20 {
        case UInt8(ascii: "a"):
            // `autor`, `autore`, `autores`, `autorin`, `auteur`, `auteurs`; not `autorizado`, `autoriser`.
            return matches(span, index, "auteur") || standsAlone(span, index, "autor")
                || standsAlone(span, index, "autore") || standsAlone(span, index, "autores")
                || standsAlone(span, index, "autorin") || standsAlone(span, index, "autoren")
        case UInt8(ascii: "f"): return standsAlone(span, index, "forfatter") || standsAlone(span, index, "firma")
        case UInt8(ascii: "j"): return standsAlone(span, index, "journalist") || standsAlone(span, index, "journaliste")
        case UInt8(ascii: "k"): return standsAlone(span, index, "kirjoittaja")
        case UInt8(ascii: "p"): return standsAlone(span, index, "penulis")
        case UInt8(ascii: "r"): return standsAlone(span, index, "redactor") || standsAlone(span, index, "reporter")
        case UInt8(ascii: "s"): return standsAlone(span, index, "skribent") || matches(span, index, "szerzo")
        case UInt8(ascii: "v"): return standsAlone(span, index, "verfasser")
        case UInt8(ascii: "w"): return standsAlone(span, index, "writer") || standsAlone(span, index, "writtenby")
        case UInt8(ascii: "y"): return standsAlone(span, index, "yazar")
        default: return false
        }
    }

    /// Whether signs and a word for a description stand at a place: what follows `photo` in `photo__desc`.
    private static func isDescription(_ span: Span<UInt8>, _ index: Int) -> Bool {
        var place = index
        while place < span.count, span[place] == UInt8(ascii: "-") || span[place] == UInt8(ascii: "_") { place += 1 }
        return place > index && matches(span, place, "desc")
    }

    /// Whether a class ends with a word that begins at a place: `post-category`, not `category-news`.
    private static func ends(_ span: Span<UInt8>, _ index: Int, _ word: StaticString) -> Bool {
        let end = index + word.utf8CodeUnitCount
        return matches(span, index, word) && (end == span.count || span[end] == 0x20)
    }

    /// Words of the line below the headline, as editors and themes name it.
    private static func isSubtitle(_ span: Span<UInt8>, _ index: Int) -> Bool {
        switch span[index] | 0x20 {
        case UInt8(ascii: "d"):
            return standsAlone(span, index, "dek") || standsAlone(span, index, "deck")
        case UInt8(ascii: "s"):
            return matches(span, index, "subtitle") || matches(span, index, "sub-title")
                || matches(span, index, "subheadline") || matches(span, index, "standfirst")
                || matches(span, index, "strapline") || matches(span, index, "sottotitolo")
                || matches(span, index, "subtitulo")
        default: return matches(span, index, "untertitel") || matches(span, index, "undertitel")
        }
    }

    /// Whether an ASCII word stands somewhere, and no letter beside it.
    static func holds(_ span: Span<UInt8>, _ word: StaticString) -> Bool {
        span.indices.contains { standsAlone(span, $0, word) }
    }

    /// Whether a word stands at a place, and no letter beside it.
    private static func standsAlone(_ span: Span<UInt8>, _ index: Int, _ word: StaticString) -> Bool {
        let end = index + word.utf8CodeUnitCount
        return matches(span, index, word) && (index == 0 || !isLetter(span[index - 1] | 0x20))
            && (end >= span.count || !isLetter(span[end] | 0x20))
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

    private static func matches(_ span: Span<UInt8>, _ start: Int, _ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard start + count <= span.count else { return false }
        return word.withUTF8Buffer { word in
            var at = 0
            while at < count, span[start + at] | 0x20 == word[at] { at += 1 }
            return at == count
        }
    }
}
