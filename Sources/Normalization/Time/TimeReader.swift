import Text

/// Finds and reads times in texts of many languages.
///
/// A text is only looked at around what may be a year or a short date; everything else is skipped at the speed of a byte
/// scan. Linear in the text and bounded: at most ``windows`` places of ``reach`` bytes each way are read.
public enum TimeReader {
    /// How far from a possible year a date's other parts may stand, in bytes.
    static let reach = 96
    /// How many places of one text are read.
    static let windows = 256

    /// The first time that a text states, or `nil`.
    public static func first(in text: Span<UInt8>, hints: TimeHints = TimeHints()) -> TimeReading? {
        all(in: text, hints: hints, limit: 1).first ?? EpochReader.read(text)
    }

    /// The first time that a text states, or `nil`.
    public static func first(in text: String, hints: TimeHints = TimeHints()) -> TimeReading? {
        let bytes = Array(text.utf8)
        return first(in: bytes.span, hints: hints)
    }

    /// All times of a text in their order, at most `limit`.
    ///
    /// A number of eight digits is read as a day only where no date is written otherwise.
    public static func all(in text: Span<UInt8>, hints: TimeHints = TimeHints(), limit: Int = 16) -> [TimeReading] {
        let found = scan(text, hints: hints, limit: limit, compact: false)
        return found.isEmpty ? scan(text, hints: hints, limit: limit, compact: true) : found
    }

    /// All times of a text in their order, at most `limit`.
    public static func all(in text: String, hints: TimeHints = TimeHints(), limit: Int = 16) -> [TimeReading] {
        let bytes = Array(text.utf8)
        return all(in: bytes.span, hints: hints, limit: limit)
    }

    private static func scan(
        _ text: Span<UInt8>, hints: TimeHints, limit: Int, compact: Bool
    ) -> [TimeReading] {
        var found: [TimeReading] = []
        var floor = 0
        var anchor = TimeAnchors.next(in: text, from: 0, compact: compact)
        var left = windows
        while let place = anchor, left > 0, found.count < limit {
            left -= 1
            let window = window(around: place, floor: floor, in: text)
            var end = place.upperBound
            for reading in readings(text, window: window, hints: hints, compact: compact) where found.count < limit {
                found.append(reading)
                floor = reading.range.upperBound
                end = max(end, floor)
            }
            anchor = TimeAnchors.next(in: text, from: end, compact: compact)
        }
        return found
    }

    /// A stretch around an anchor that starts and ends between words, not before what was read already.
    private static func window(around anchor: Range<Int>, floor: Int, in text: Span<UInt8>) -> Range<Int> {
        var start = max(floor, anchor.lowerBound - reach)
        var end = min(text.count, anchor.upperBound + reach)
        while start > floor, start < anchor.lowerBound, text[start - 1] > 0x2F, text[start - 1] != 0x3A { start += 1 }
        while end < text.count, end > anchor.upperBound, text[end] > 0x2F { end -= 1 }
        while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        return start..<max(start, end)
    }

    private static func readings(
        _ text: Span<UInt8>, window: Range<Int>, hints: TimeHints, compact: Bool
    ) -> [TimeReading] {
        var tokenizer = TimeTokenizer(text, window: window, hints: hints)
        tokenizer.run()
        let dates = DateGrammar(tokens: tokenizer.tokens, hints: hints)
        let clocks = ClockGrammar(tokens: tokenizer.tokens)
        var found: [TimeReading] = []
        var index = 0
        while index < dates.tokens.count {
            if let day = compact ? dates.compact(at: index) : dates.date(at: index) {
                found.append(reading(day, from: index, clocks: clocks))
                index = day.next
            } else if !compact, let (reading, next) = UnixDate.read(at: index, dates, clocks) {
                found.append(reading)
                index = next
            } else {
                index += 1
            }
        }
        return found
    }

    private static func reading(_ day: DateGrammar.Day, from index: Int, clocks: ClockGrammar) -> TimeReading {
        let tokens = clocks.tokens
        let dayRange = tokens[index].start..<tokens[day.next - 1].end
        var reading = TimeReading(year: day.year, month: day.month, day: day.day, range: dayRange)
        if tokens[index].digits == 14 {
            reading.hour = min(tokens[index].value / 10000 % 100, 23)
            reading.minute = min(tokens[index].value / 100 % 100, 59)
            reading.second = min(tokens[index].value % 100, 59)
        } else if let clock = clocks.following(day.next) {
            reading.set(clock, range: dayRange.lowerBound..<tokens[clock.next - 1].end)
        } else if let (clock, start) = clocks.preceding(index) {
            reading.set(clock, range: tokens[start].start..<dayRange.upperBound)
            if clock.zone == nil, let (zone, next) = clocks.zone(behind: day.next) {
                reading.set(zone)
                reading.range = tokens[start].start..<tokens[next - 1].end
            }
        }
        return reading
    }
}

extension TimeReading {
    mutating func set(_ clock: ClockGrammar.Clock, range: Range<Int>) {
        hour = clock.hour
        minute = clock.minute
        second = clock.second
        self.range = range
        set(clock.zone)
    }

    mutating func set(_ zone: ZoneWords.Zone?) {
        switch zone {
        case .offset(let minutes): offsetMinutes = minutes
        case .named(let name): zoneName = name
        case nil: break
        }
    }
}

/// `Wed Dec  8 07:45:00 CST 2021`: the year stands behind the clock.
enum UnixDate {
    static func read(at index: Int, _ dates: DateGrammar, _ clocks: ClockGrammar) -> (TimeReading, next: Int)? {
        let tokens = dates.tokens
        guard tokens[index].isWord(.month), let day = dates.token(index + 1), day.kind == .number, day.digits <= 2,
            let clock = clocks.clock(at: index + 2, afterSpace: true), let year = dates.token(clock.next),
            year.kind == .number, year.digits == 4,
            Calendar.isDay(year: year.value, month: tokens[index].value, day: day.value)
        else { return nil }
        let range = tokens[index].start..<year.end
        var reading = TimeReading(year: year.value, month: tokens[index].value, day: day.value, range: range)
        reading.set(clock, range: range)
        return (reading, clock.next + 1)
    }
}
