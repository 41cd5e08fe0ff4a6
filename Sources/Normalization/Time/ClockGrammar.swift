/// Reads a time of day, with its zone, out of tokens.
struct ClockGrammar {
    let tokens: [TimeToken]

    struct Clock {
        var hour: Int
        var minute = 0
        var second: Int?
        var zone: ZoneWords.Zone?
        var next: Int
    }

    func token(_ index: Int) -> TimeToken? { index < tokens.count ? tokens[index] : nil }

    func isMark(_ index: Int, _ sign: UInt8) -> Bool { token(index)?.isMark(sign) ?? false }

    // MARK: Around a date

    /// The clock that follows a date ending before `index`.
    func following(_ index: Int) -> Clock? {
        var next = index
        var left = 6
        var parenthesis = false
        while left > 0, let token = token(next) {
            if let clock = clock(at: next, afterSpace: token.spaced || next > index) { return clock }
            let isSkippable = Self.separates(token) || parenthesis && token.kind != .number
            guard isSkippable || isTimeMark(next) || isNoise(next) else { return nil }
            parenthesis = token.isMark(UInt8(ascii: "(")) || parenthesis && !token.isMark(UInt8(ascii: ")"))
            next += 1
            left -= 1
        }
        return nil
    }

    /// The clock that ends before a date starting at `index`, and the token it starts with.
    func preceding(_ index: Int) -> (clock: Clock, start: Int)? {
        var found: (clock: Clock, start: Int)?
        var start = index - 2
        while start >= 0, start >= index - 12 {
            defer { start -= 1 }
            guard tokens[start].kind == .number || tokens[start].isWord(.meridiem) else { continue }
            guard let clock = clock(at: start, afterSpace: true), clock.next <= index, isFree(start) else { continue }
            guard (clock.next..<index).allSatisfy({ Self.separates(tokens[$0]) }) else { continue }
            found = (clock, start)
        }
        return found
    }

    /// Whether no number hangs before a token.
    private func isFree(_ index: Int) -> Bool {
        guard index >= 2, tokens[index - 2].kind == .number, !tokens[index].spaced else { return true }
        return tokens[index - 1].kind != .mark
    }

    /// Signs and words that may stand between a date and its clock.
    private static func separates(_ token: TimeToken) -> Bool {
        if token.kind == .zone || token.isWord(.filler) || token.isWord(.ordinal) || token.isWord(.hour) {
            return true
        }
        guard token.kind == .mark else { return false }
        switch UInt8(truncatingIfNeeded: token.value) {
        case UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "@"), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "~"),
            UInt8(ascii: "."), UInt8(ascii: "["), UInt8(ascii: "]"):
            return true
        default: return false
        }
    }

    /// The `T` of ISO 8601.
    private func isTimeMark(_ index: Int) -> Bool {
        guard let token = token(index), token.kind == .unknown, token.end - token.start == 1, !token.spaced else {
            return false
        }
        return self.token(index + 1)?.kind == .number
    }

    /// A weekday's single character behind 星期 or 周, or in parentheses.
    private func isNoise(_ index: Int) -> Bool {
        guard let token = token(index), index > 0 else { return false }
        return tokens[index - 1].isWord(.filler) && tokens[index - 1].value == 1 && token.end - token.start == 3
    }

    // MARK: The clock itself

    /// The clock that starts at a token.
    func clock(at index: Int, afterSpace: Bool) -> Clock? {
        var start = index
        var half: Int?
        if let token = token(start), token.isWord(.meridiem) {
            half = token.value
            start += 1
        }
        guard let first = token(start), first.kind == .number else { return nil }
        if first.digits == 6 || first.digits == 4, half == nil { return compact(start) }
        guard first.digits <= 2, var clock = spelled(start, half: half, afterSpace: afterSpace) else { return nil }
        if let token = token(clock.next), token.isWord(.meridiem), half == nil {
            half = token.value
            clock.next += 1
        }
        guard let hour = Self.hour(clock.hour, half: half), clock.minute < 60, clock.second ?? 0 < 61 else {
            return nil
        }
        clock.hour = hour
        clock.second = clock.second.map { min($0, 59) }
        readZone(&clock)
        return clock
    }

    private static func hour(_ hour: Int, half: Int?) -> Int? {
        guard (0...23).contains(hour) else { return nil }
        guard let half, hour <= 12 else { return hour }
        return half == 1 ? (hour == 12 ? 12 : hour + 12) : (hour == 12 ? 0 : hour)
    }

    /// `7:45`, `7:45:00.123`, `7h45`, `7時45分`, `7.45`, `7 am`, `7 Uhr`.
    private func spelled(_ start: Int, half: Int?, afterSpace: Bool) -> Clock? {
        var clock = Clock(hour: tokens[start].value, next: start + 1)
        if isMark(start + 1, UInt8(ascii: ":")), let minute = pair(start + 2) {
            clock.minute = minute
            clock.next = start + 3
            readSeconds(&clock)
            return clock
        }
        if let unit = token(start + 1), unit.isWord(.hour) {
            clock.next = start + 2
            readUnits(&clock)
            return clock
        }
        if isMark(start + 1, UInt8(ascii: ".")), !tokens[start + 1].spaced, let minute = pair(start + 2), afterSpace,
            !tokens[start + 2].spaced, !(isMark(start + 3, UInt8(ascii: ".")) && pair(start + 4) != nil)
        {
            clock.minute = minute
            clock.next = start + 3
            return clock
        }
        if half != nil || token(start + 1)?.isWord(.meridiem) ?? false { return clock }
        return nil
    }

    /// A number of exactly two digits.
    private func pair(_ index: Int) -> Int? {
        guard let token = token(index), token.kind == .number, token.digits == 2 else { return nil }
        return token.value
    }

    private func readSeconds(_ clock: inout Clock) {
        if isMark(clock.next, UInt8(ascii: ":")), let second = pair(clock.next + 1) {
            clock.second = second
            clock.next += 2
            let isFraction = isMark(clock.next, UInt8(ascii: ".")) || isMark(clock.next, UInt8(ascii: ","))
            if isFraction, let token = token(clock.next + 1), token.kind == .number, !token.spaced { clock.next += 2 }
        }
    }

    /// The minutes and seconds behind an hour's unit.
    private func readUnits(_ clock: inout Clock) {
        guard let minute = token(clock.next), minute.kind == .number, minute.digits <= 2 else { return }
        let unit = token(clock.next + 1)
        let isLetter = tokens[clock.next - 1].spaced && tokens[clock.next - 1].end - tokens[clock.next - 1].start == 1
        // `14 Uhr 30`, and no date behind the hour: `14 Uhr 30.3.`
        let isPlain = minute.digits == 2 && !(unit?.kind == .mark && !(unit?.spaced ?? true))
        guard unit?.isWord(.minute) ?? false || minute.digits == 2 && (!minute.spaced || isLetter) || isPlain else {
            return
        }
        clock.minute = minute.value
        clock.next += unit?.isWord(.minute) ?? false ? 2 : 1
        guard let second = token(clock.next), second.kind == .number, second.digits <= 2,
            token(clock.next + 1)?.isWord(.second) ?? false
        else { return }
        clock.second = second.value
        clock.next += 2
    }

    /// `074500` or `0745` behind ISO's `T`, and `0745` before a zone.
    private func compact(_ start: Int) -> Clock? {
        let token = tokens[start]
        guard isBehindTimeMark(start) || token.digits == 4 && self.token(start + 1)?.kind == .zone else { return nil }
        let minutes = token.digits == 6 ? token.value / 100 : token.value
        guard minutes / 100 < 24, minutes % 100 < 60 else { return nil }
        var clock = Clock(hour: minutes / 100, minute: minutes % 100, next: start + 1)
        if token.digits == 6 { clock.second = min(token.value % 100, 59) }
        readZone(&clock)
        return clock
    }

    /// Whether a letter stands right before a number.
    private func isBehindTimeMark(_ index: Int) -> Bool {
        index > 0 && tokens[index - 1].kind == .unknown && tokens[index - 1].end == tokens[index].start
            && tokens[index - 1].end - tokens[index - 1].start == 1
    }

    // MARK: Zone

    /// The zone that stands behind the date of a clock before it: `14:30, 5 July 2026 BST`.
    func zone(behind index: Int) -> (zone: ZoneWords.Zone, next: Int)? {
        let start = isMark(index, UInt8(ascii: ",")) ? index + 1 : index
        var clock = Clock(hour: 0, next: start)
        readZone(&clock)
        return clock.zone.map { ($0, clock.next) }
    }

    private func readZone(_ clock: inout Clock) {
        var next = clock.next
        if let token = token(next), token.isWord(.hour) || token.isWord(.filler) { next += 1 }
        if isMark(next, UInt8(ascii: "(")) { next += 1 }
        if let token = token(next), token.kind == .zone, let zone = token.zone {
            clock.zone = zone
            clock.next = next + 1
            if zone == .offset(0), let (offset, after) = offset(next + 1, isStated: true) {
                clock.zone = .offset(offset)
                clock.next = after
            }
        } else if let (offset, after) = offset(clock.next, isStated: clock.second != nil) {
            clock.zone = .offset(offset)
            clock.next = after
        }
    }

    /// `+08:00`, `+0800`, `+08`; behind `GMT` one digit will do.
    private func offset(_ index: Int, isStated: Bool) -> (minutes: Int, next: Int)? {
        guard let sign = token(index), sign.isMark(UInt8(ascii: "+")) || sign.isMark(UInt8(ascii: "-")),
            let number = token(index + 1), number.kind == .number, !number.spaced,
            !sign.spaced || isStated || sign.isMark(UInt8(ascii: "+"))
        else { return nil }
        var minutes: Int
        var next = index + 2
        switch number.digits {
        case 4: minutes = number.value / 100 * 60 + number.value % 100
        case 1, 2:
            minutes = number.value * 60
            if isMark(next, UInt8(ascii: ":")), let more = pair(next + 1) {
                minutes += more
                next += 2
            } else if sign.spaced, !isStated {
                return nil
            }
        default: return nil
        }
        guard minutes <= 14 * 60, minutes % 15 == 0 else { return nil }
        minutes = sign.isMark(UInt8(ascii: "-")) ? -minutes : minutes
        return (minutes, next)
    }
}
