import Civil

/// Reads a date out of tokens, in the orders in which pages write one.
struct DateGrammar {
    let tokens: [TimeToken]
    let hints: TimeHints

    /// A day and where its tokens end.
    typealias Day = (year: Int, month: Int, day: Int, next: Int)

    /// The date that starts at a token.
    func date(at index: Int) -> Day? {
        let token = tokens[index]
        switch token.kind {
        case .era: return eraDate(index)
        case .number where !continuesNumber(index):
            if token.digits == 4 { return valid(yearFirst(index)) ?? valid(persianNumbers(index)) }
            if token.digits == 3 { return valid(republic(index)) }
            guard token.digits <= 2 else { return nil }
            return valid(dayMonthName(index)) ?? valid(persian(index)) ?? valid(vietnamese(index))
                ?? valid(numeric(index))
        case .word where token.isWord(.month) || token.isWord(.monthPair):
            return valid(monthFirst(index))
        default: return nil
        }
    }

    /// `20211208`, or the day part of `20211208074500`.
    func compact(at index: Int) -> Day? {
        let token = tokens[index]
        guard token.kind == .number, token.digits == 8 || token.digits == 14, !continuesNumber(index) else {
            return nil
        }
        let value = token.digits == 14 ? token.value / 1_000_000 : token.value
        return valid((value / 10000, value / 100 % 100, value % 100, index + 1))
    }

    // MARK: Access

    func token(_ index: Int) -> TimeToken? { index < tokens.count ? tokens[index] : nil }

    func isMark(_ index: Int, _ sign: UInt8) -> Bool { token(index)?.isMark(sign) ?? false }

    /// Whether a number hangs on one before it (`1.08.12.2021`, `12:08`), so that no date starts at it.
    private func continuesNumber(_ index: Int) -> Bool {
        guard index >= 2, !tokens[index].spaced, !tokens[index - 1].spaced, tokens[index - 2].kind == .number else {
            return false
        }
        let mark = tokens[index - 1]
        return mark.isMark(UInt8(ascii: ".")) || mark.isMark(UInt8(ascii: "/")) || mark.isMark(UInt8(ascii: "-"))
            || mark.isMark(UInt8(ascii: ":")) || mark.isMark(UInt8(ascii: ","))
    }

    /// A one- or two-digit number.
    private func small(_ index: Int) -> Int? {
        guard let token = token(index), token.kind == .number, token.digits <= 2 else { return nil }
        return token.value
    }

    /// A year of four digits; Buddhist years (2533...2643) are brought to ours.
    private func year(_ index: Int) -> Int? {
        guard let token = token(index), token.kind == .number, token.digits == 4 else { return nil }
        return (2533...2643).contains(token.value) ? token.value - 543 : token.value
    }

    /// A month's name and where it ends.
    private func month(_ index: Int) -> (month: Int, next: Int)? {
        guard let (month, next) = name(index) else { return nil }
        // Papers of the Levant write both names that Arabic has for a month: آذار/مارس, آذار (مارس).
        let isOpen = isMark(next, UInt8(ascii: "("))
        guard isOpen || isMark(next, UInt8(ascii: "/")) || isMark(next, UInt8(ascii: "-")), let other = name(next + 1),
            other.month == month
        else { return (month, next) }
        return (month, isOpen && isMark(other.next, UInt8(ascii: ")")) ? other.next + 1 : other.next)
    }

    private func name(_ index: Int) -> (month: Int, next: Int)? {
        guard let token = token(index) else { return nil }
        if token.isWord(.month) { return (token.value, index + 1) }
        guard token.isWord(.monthPair), let order = self.token(index + 1), order.isWord(.pairOrder) else { return nil }
        return (order.value == 0 ? token.value : token.value == 12 ? 1 : 11, index + 2)
    }

    /// Skips at most two words and signs between parts.
    private func skip(_ index: Int, signs: StaticString) -> Int {
        var next = index
        while next < index + 3, let token = token(next) {
            let isSign = token.kind == .mark && Self.holds(signs, token.value)
            guard isSign || token.isWord(.filler) || token.isWord(.ordinal) else { break }
            next += 1
        }
        return next
    }

    private static func holds(_ signs: StaticString, _ sign: Int) -> Bool {
        for index in 0..<signs.utf8CodeUnitCount where unsafe Int(signs.utf8Start[index]) == sign { return true }
        return false
    }

    // MARK: Orders

    /// 2021-12-08, 2021/12/8, 2021. 12. 8., 2021年12月8日, 2021년 12월 8일, 2021. december 8., 2021 m. gruodžio 8 d.,
    /// 2021. gada 8. decembris, 2021 оны 12-р сарын 8.
    private func yearFirst(_ index: Int) -> Day? {
        guard let year = year(index) else { return nil }
        var next = index + 1
        if isMark(next, UInt8(ascii: ".")), token(next + 1)?.isWord(.year) ?? false { next += 1 }
        let isUnit = token(next)?.isWord(.year) ?? false
        var sign: Int?
        if isUnit {
            next += 1
        } else if let mark = token(next), mark.kind == .mark, Self.isDateSign(mark.value) {
            sign = mark.value
            next += 1
        }
        if let (month, after) = month(skip(next, signs: ".-/,")) {
            guard let day = small(skip(after, signs: ".-/")) else { return nil }
            return (year, month, day, skip(after, signs: ".-/") + 1)
        }
        guard isUnit || sign != nil, let month = small(next) else { return nil }
        if isUnit, let (name, after) = self.month(skip(next + 1, signs: ".")) { return (year, name, month, after) }
        next += 1
        if isUnit {
            next = skip(next, signs: "-")
            guard token(next)?.isWord(.monthUnit) ?? false else { return nil }
        } else {
            guard let mark = token(next), mark.kind == .mark, mark.value == sign else { return nil }
        }
        guard let day = small(next + 1) else { return nil }
        return (year, month, day, endOfDay(next + 2, sign: sign))
    }

    /// 115/3/5, 115.03.05 on a Chinese page: years of the Republic, whose first was 1912. With full stops a version may look so.
    private func republic(_ index: Int) -> Day? {
        guard hints.language?.hasPrefix("zh") ?? false, (100...199).contains(tokens[index].value),
            let mark = token(index + 1), mark.kind == .mark, Self.isDateSign(mark.value), !mark.spaced,
            let month = small(index + 2), isMark(index + 3, UInt8(truncatingIfNeeded: mark.value)),
            let day = small(index + 4),
            mark.isMark(UInt8(ascii: "/")) || tokens[index + 2].digits == 2 && tokens[index + 4].digits == 2
        else { return nil }
        return (tokens[index].value + 1911, month, day, index + 5)
    }

    private static func isDateSign(_ value: Int) -> Bool {
        value == Int(UInt8(ascii: "-")) || value == Int(UInt8(ascii: "/")) || value == Int(UInt8(ascii: "."))
    }

    private func endOfDay(_ index: Int, sign: Int?) -> Int {
        if token(index)?.isWord(.day) ?? false { return index + 1 }
        let isDot = isMark(index, UInt8(ascii: ".")) && sign == Int(UInt8(ascii: "."))
        return isDot && !(token(index)?.spaced ?? true) ? index + 1 : index
    }

    /// 8 December 2021, 8. Dezember 2021, 8 de diciembre de 2021, 8 d'abril de 2021, 1er mars 2021, 08-Dec-21.
    private func dayMonthName(_ index: Int) -> Day? {
        guard let day = small(index), let (month, after) = month(skip(index + 1, signs: ".-/,`'")) else { return nil }
        let next = skip(after, signs: ".,-/'")
        if let year = year(next) { return (year, month, day, next + 1) }
        let isMarked = isMark(next - 1, UInt8(ascii: "-")) || isMark(next - 1, UInt8(ascii: "'"))
        guard isMarked || next == after && isPlainShortYear(next) else { return nil }
        return shortYear(next).map { ($0, month, day, next + 1) }
    }

    /// `2 November 23`: two digits that are no hour and no count.
    private func isPlainShortYear(_ index: Int) -> Bool {
        guard let token = token(index), token.kind == .number else { return false }
        if isThai, token.digits == 2, (50...99).contains(token.value) { return true }
        guard (10...39).contains(token.value) else { return false }
        guard let next = self.token(index + 1) else { return true }
        let isSpacedMark = next.kind == .mark && !next.isMark(UInt8(ascii: ":")) && !next.isMark(UInt8(ascii: "."))
        return isSpacedMark && (next.spaced || next.isMark(UInt8(ascii: ",")))
    }

    /// December 8, 2021; Dec. 8th 2021; Dec-08-2021; Dec 8 07:45:00 CST 2021.
    private func monthFirst(_ index: Int) -> Day? {
        guard let (month, after) = month(index) else { return nil }
        let start =
            after < tokens.count && (isMark(after, UInt8(ascii: ".")) || isMark(after, UInt8(ascii: "-")))
            ? after + 1 : after
        guard let day = small(start) else { return nil }
        let next = skip(start + 1, signs: ",.-/`")
        if let year = year(next) { return (year, month, day, next + 1) }
        return nil
    }

    /// 8 tháng 12 năm 2021.
    private func vietnamese(_ index: Int) -> Day? {
        guard let day = small(index), token(index + 1)?.isWord(.monthPrefix) ?? false, let month = small(index + 2)
        else {
            return nil
        }
        var next = index + 3
        if token(next)?.isWord(.yearPrefix) ?? false || isMark(next, UInt8(ascii: ","))
            || isMark(next, UInt8(ascii: "/"))
        {
            next += 1
        }
        return year(next).map { ($0, month, day, next + 1) }
    }

    /// ۱۷ آذر ۱۴۰۰: a day of the Iranian calendar.
    private func persian(_ index: Int) -> Day? {
        guard let day = small(index), let month = token(index + 1), month.isWord(.persianMonth) else { return nil }
        let next = skip(index + 2, signs: ",")
        guard let year = token(next), year.kind == .number, year.digits == 4 else { return nil }
        return Calendar.civil(persianYear: year.value, month: month.value, day: day).map {
            ($0.year, $0.month, $0.day, next + 1)
        }
    }

    /// ۱۴۰۰/۰۹/۱۷ on a Persian page.
    private func persianNumbers(_ index: Int) -> Day? {
        guard hints.language?.hasPrefix("fa") ?? false, let day = yearFirst(index) else { return nil }
        return Calendar.civil(persianYear: day.year, month: day.month, day: day.day).map {
            ($0.year, $0.month, $0.day, day.next)
        }
    }

    /// 08.12.2021, 12/08/2021, 08-12-21.
    private func numeric(_ index: Int) -> Day? {
        guard let first = small(index), let second = small(index + 2), let mark = token(index + 1), mark.kind == .mark,
            Self.isDateSign(mark.value), let again = token(index + 3), again.kind == .mark, again.value == mark.value
        else { return nil }
        let isDot = mark.value == Int(UInt8(ascii: "."))
        guard isDot || !(mark.spaced && !tokens[index + 2].spaced) else { return nil }
        if let year = year(index + 4) {
            guard !continues(index + 5) || !isDot else { return nil }
            let isDayFirst = isDot || first > 12 || second <= 12 && dayFirst(index + 5)
            return isDayFirst ? (year, second, first, index + 5) : (year, first, second, index + 5)
        }
        return shortNumeric(index, first, second, isDot: isDot)
    }

    private func shortNumeric(_ index: Int, _ first: Int, _ second: Int, isDot: Bool) -> Day? {
        guard let third = small(index + 4), tokens[index + 4].digits == 2, !tokens[index + 4].spaced,
            tokens[index].digits == 2 || isDot, !continues(index + 5)
        else { return nil }
        let isWide = hints.language.map { ["zh", "ja", "ko"].contains($0.prefix(2)) } ?? false
        if isWide, !isDot || first > 12 { return (2000 + first, second, third, index + 5) }
        guard let year = shortYear(index + 4) else { return nil }
        let isDayFirst = isDot || first > 12 || second <= 12 && dayFirst(index + 5)
        return isDayFirst ? (year, second, first, index + 5) : (year, first, second, index + 5)
    }

    /// Whether a sign and a number follow, so that what stood before was no date (an IP address, a version).
    private func continues(_ index: Int) -> Bool {
        guard let mark = token(index), mark.kind == .mark, !mark.spaced, let next = token(index + 1) else {
            return false
        }
        return next.kind == .number && !next.spaced && mark.value != Int(UInt8(ascii: ","))
    }

    private func shortYear(_ index: Int) -> Int? {
        guard let token = token(index), token.kind == .number, token.digits == 2 else { return nil }
        // Thai papers write the last two digits of Buddhist years: 69 is 2569, our 2026.
        if isThai, token.value >= 50 { return 2500 + token.value - 543 }
        return token.value < 70 ? 2000 + token.value : token.value >= 90 ? 1900 + token.value : nil
    }

    /// Whether the text is Thai, by the page's language or by a word of it.
    private var isThai: Bool {
        hints.language?.hasPrefix("th") ?? false || tokens.contains { $0.kind != .number && $0.isThai }
    }

    /// 令和3年12月8日.
    private func eraDate(_ index: Int) -> Day? {
        guard let count = token(index + 1), count.kind == .number, count.digits <= 3,
            token(index + 2)?.isWord(.year) ?? false, let month = small(index + 3),
            token(index + 4)?.isWord(.monthUnit) ?? false, let day = small(index + 5)
        else { return nil }
        return valid((tokens[index].value + count.value, month, day, endOfDay(index + 6, sign: nil)))
    }

    // MARK: Judgement

    /// Countries that write the month first.
    static let monthFirstCountries: Set<String> = ["US", "PH", "PR", "GU", "FM", "PW", "MH", "BZ"]

    /// Whether `08/12` is the 8th of December here: as told, by country, by language; for English without a country by the
    /// clock behind it, since who writes the month first writes am and pm.
    private func dayFirst(_ next: Int) -> Bool {
        if let told = hints.dayFirst { return told }
        if let country = hints.country { return !Self.monthFirstCountries.contains(country) }
        guard let language = hints.language, language.hasPrefix("en") else { return true }
        guard let region = Country.of(locale: language) else { return hasLongClock(next) }
        return !Self.monthFirstCountries.contains(region)
    }

    /// Whether a clock of 24 hours follows.
    private func hasLongClock(_ index: Int) -> Bool {
        for next in index..<min(index + 4, max(index, tokens.count - 1)) where tokens[next].kind == .number {
            return (13...23).contains(tokens[next].value) && isMark(next + 1, UInt8(ascii: ":"))
        }
        return false
    }

    /// A real calendar day from 1990 to 2100.
    private func valid(_ day: Day?) -> Day? {
        guard let day, Calendar.isDay(year: day.year, month: day.month, day: day.day) else { return nil }
        return day
    }
}
