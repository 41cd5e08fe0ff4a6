/// A piece of a text in which a time is looked for.
struct TimeToken {
    enum Kind: UInt8 {
        case number
        /// A word of ``TimeWords``.
        case word
        /// A word that means nothing here.
        case unknown
        /// An era's name; the value is added to the year behind it.
        case era
        /// One punctuation sign; the value is its ASCII form.
        case mark
        /// A zone abbreviation.
        case zone
    }
    var kind: Kind
    /// The number, the month, the sign, the era's base.
    var value = 0
    /// Digits of a number.
    var digits = 0
    var word: TimeWord.Kind?
    var zone: ZoneWords.Zone?
    var start = 0
    var end = 0
    /// Whether it is a word in Thai letters.
    var isThai = false
    /// White space stands before it.
    var spaced = false

    /// Whether it is a punctuation sign.
    func isMark(_ sign: UInt8) -> Bool { kind == .mark && value == Int(sign) }

    /// Whether it is a word of a kind.
    func isWord(_ kind: TimeWord.Kind) -> Bool { word == kind }
}
