/// What the first tokens of a block say: keywords, a date, a clock time, the title.
struct LeadMarks {
    /// A bit for each ``Keyword`` at the block's start, and within its first tokens.
    var start: UInt32 = 0
    var inside: UInt32 = 0
    /// 2 at the start, 1 within, 0 nowhere.
    var date: UInt8 = 0
    var clock: UInt8 = 0
    /// The smallest learnt value of its phrases, and their sum.
    var phraseLeast: Float = 0
    var phraseSum: Float = 0
    /// The share of its phrases that the page's stated body holds, -1 without one.
    var stated: Float = -1
    /// Whether the block's text is the title's first words or og:title.
    var titleEqual = false

    /// Borrows what it reads: it is made for each block, and an initializer's arguments are else retained one by one.
    init(_ lead: borrowing [LeadToken], words: borrowing WordTable) {
        for index in lead.indices {
            let found = words.keywords(lead, at: index)
            if index == 0 { start = found }
            inside |= found
            let token = lead[index]
            guard token.digits > 0 else { continue }
            if date == 0, Self.isDate(lead, at: index, words: words) { date = index <= 1 ? 2 : 1 }
            if clock == 0, Self.isClock(lead, at: index) { clock = index <= 1 ? 2 : 1 }
        }
    }

    /// Looks up the phrases of the first tokens.
    mutating func read(_ lead: [LeadToken], isWhole: Bool, phrases: PhraseTable) {
        PhraseTable.forEach(in: lead, isWhole: isWhole) { hash in
            let value = phrases[hash]
            phraseLeast = min(phraseLeast, value)
            phraseSum += value
        }
    }

    /// 2 when a keyword stands at the start, 1 when within, else 0.
    @inline(__always)
    func level(_ keyword: Keyword) -> Float {
        let bit: UInt32 = 1 << UInt32(keyword.rawValue)
        return start & bit != 0 ? 2 : inside & bit != 0 ? 1 : 0
    }

    /// Whether a keyword stands at the start or within.
    func holds(_ keyword: Keyword) -> Bool { level(keyword) > 0 }

    /// Whether a chrome word heads the block: related articles, comments, sharing, tags, subscriptions, support.
    var headsChrome: Bool { start & Self.chrome != 0 }

    private static let chrome: UInt32 = [Keyword.related, .comment, .share, .tags, .subscribe, .support]
        .reduce(0) { $0 | 1 << UInt32($1.rawValue) }
    private static let month: UInt32 = 1 << UInt32(Keyword.month.rawValue)

    /// A year before `-`, `/`, `.` or 年 and a month; a month's name beside a number; day, month and year apart by `.` or `/`.
    private static func isDate(_ lead: [LeadToken], at index: Int, words: WordTable) -> Bool {
        let token = lead[index]
        let next = index + 1 < lead.count ? lead[index + 1] : nil
        if token.digits == 4, token.value >= 1900, token.value < 2100 {
            if let next, next.digits == 1 || next.digits == 2, next.value >= 1, next.value <= 12,
                isDateSign(token.separator)
            {
                return true
            }
            if token.separator == 0xE5 && token.separatorTail == 0xB9 { return true }
            return false
        }
        guard token.digits <= 2, token.value >= 1, token.value <= 31 else { return false }
        if let next, words.keywords(of: next) & month != 0 { return true }
        if index > 0, lead[index - 1].digits == 0, words.keywords(of: lead[index - 1]) & month != 0 { return true }
        guard let next, next.digits == 1 || next.digits == 2, isDateSign(token.separator), index + 2 < lead.count else {
            return false
        }
        let year = lead[index + 2]
        return token.separator == next.separator && (year.digits == 4 || year.digits == 2)
    }

    private static func isDateSign(_ byte: UInt8) -> Bool { byte == 0x2D || byte == 0x2E || byte == 0x2F }

    /// Two numbers apart by a colon, the second of two digits.
    private static func isClock(_ lead: [LeadToken], at index: Int) -> Bool {
        let token = lead[index]
        guard token.separator == 0x3A || token.separator == 0xEF, index + 1 < lead.count else { return false }
        return token.digits <= 2 && token.value < 24 && lead[index + 1].digits == 2 && lead[index + 1].value < 60
    }
}
