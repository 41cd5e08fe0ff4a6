/// What one pass over a block's text counts.
struct TextMeasure {
    /// What stands at an edge of a text, as an ordinal for the trees.
    enum Edge: UInt8 {
        case lower, upper, digit, wide, sentenceEnd, closingQuote, openingQuote, ellipsis, colon, comma, bracket, sign,
            none
    }

    /// Tokens: Han, kana and hangul characters, and runs of letters and digits; of scripts that set no spaces between words, as
    /// many letters as a word has on the average.
    var tokens: Int32 = 0
    /// Tokens that are runs of letters.
    var words: Int32 = 0
    /// Scalars that are no white space.
    var characters: Int32 = 0
    var letters: Int32 = 0
    var uppers: Int32 = 0
    var digits: Int32 = 0
    /// Han, kana and hangul characters.
    var wides: Int32 = 0
    /// Signs that end a sentence; a full stop only before white space or the end. Thai and Lao have none: the end of a text of twelve
    /// tokens counts.
    var sentenceEnds: Int32 = 0
    /// Commas and semicolons; of Thai and Lao spaces between clauses.
    var commas: Int32 = 0
    /// Signs of menus: bars, arrows, bullets, slashes apart.
    var menuSigns: Int32 = 0
    var stopWords: Int32 = 0
    /// Tokens that the page's title, og:title and description hold.
    var titleWords: Int32 = 0, ogTitleWords: Int32 = 0, descriptionWords: Int32 = 0
    var first = Edge.none
    var last = Edge.none
    /// Whether the last sign other than a quote or bracket ends a sentence.
    var endsSentence = false
    /// Hash of the folded tokens: equal for copies of a text whatever its spacing, punctuation and case.
    var fold: UInt64 = 0
}
