/// What the words of a `class`, `id` or `aria-label` say about an element, read in one pass.
struct ClassWords {
    /// It names who wrote: `byline`, `author`.
    private(set) var person = false
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

    init(_ span: Span<UInt8>) {
        let limit = min(span.count, 200)
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
            index += 1
        }
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
