/// How a range of the page becomes text.
enum Decoding {
    /// References as in text.
    case text
    /// References as in attribute values, where some look-alikes in URLs stay.
    case attribute
    /// Only zero bytes are replaced.
    case raw
}

extension Tokenizer {
    /// The range's text: the range itself where nothing is to be decoded, else decoded bytes in `side`.
    mutating func decoded(_ range: Range<Int>, _ decoding: Decoding) -> ByteSlice {
        let end = range.upperBound
        // The byte at the end stops the search, so that it never runs on through the page.
        let stop = source[end]
        let sideStart = side.count
        var run = range.lowerBound
        var place = run
        while true {
            place = source.find(decoding == .raw ? 0 : Ascii.ampersand, stop, from: place)
            steps &+= 1
            guard place < end else { break }
            let byte = source[place]
            if byte == 0 {
                appendRun(run..<place)
                appendScalar(0xFFFD)
                run = place + 1
            } else if byte == Ascii.ampersand, decoding != .raw,
                let reference = reference(at: place + 1, inAttribute: decoding == .attribute)
            {
                appendRun(run..<place)
                append(reference)
                place += reference.length
                run = place + 1
            }
            place += 1
        }
        guard run > range.lowerBound else { return ByteSlice(source: range.lowerBound, count: range.count) }
        appendRun(run..<max(run, end))
        return ByteSlice(side: sideStart, count: side.count - sideStart)
    }

    @inline(__always)
    private mutating func appendRun(_ range: Range<Int>) {
        source.append(range, to: &side)
    }

    private mutating func append(_ reference: Reference) {
        appendScalar(reference.first)
        if reference.second != 0 { appendScalar(reference.second) }
    }

    /// Appends a code point in UTF-8.
    mutating func appendScalar(_ scalar: UInt32) {
        func tail(_ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: 0x80 | scalar >> shift & 0x3F) }
        func lead(_ mark: UInt32, _ shift: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: mark | scalar >> shift) }
        switch scalar {
        case 0..<0x80:
            side.append(UInt8(truncatingIfNeeded: scalar))
        case 0x80..<0x800:
            side.append(lead(0xC0, 6))
            side.append(tail(0))
        case 0x800..<0x10000:
            side.append(lead(0xE0, 12))
            side.append(tail(6))
            side.append(tail(0))
        default:
            side.append(lead(0xF0, 18))
            side.append(tail(12))
            side.append(tail(6))
            side.append(tail(0))
        }
    }
}

// MARK: Character references

extension Tokenizer {
    /// The reference whose text begins at `place`, just behind the `&`; nil where the `&` is only itself.
    private mutating func reference(at place: Int, inAttribute: Bool) -> Reference? {
        let first = source[place]
        if first == Ascii.hash { return numericReference(at: place + 1) }
        if let common = Reference(common: source.word(at: min(place, source.count))) { return common }
        guard Ascii.isLetter(first), let match = EntityTable.standard.longestMatch(in: source, at: place) else {
            return nil
        }
        if inAttribute, source[place + match.length - 1] != Ascii.semicolon {
            let next = source[place + match.length]
            if next == Ascii.equals || Ascii.isLetter(next) || Ascii.isDigit(next) { return nil }
        }
        return match
    }

    /// `place` is behind the `#`.
    private mutating func numericReference(at place: Int) -> Reference? {
        let isHex = source[place] | 0x20 == 0x78
        let start = isHex ? place + 1 : place
        var end = start
        var value: UInt32 = 0
        while let digit = digit(at: end, isHex: isHex) {
            value = min(value * (isHex ? 16 : 10) + digit, 0x110000)
            end += 1
        }
        guard end > start else { return nil }
        if source[end] == Ascii.semicolon { end += 1 }
        return Reference(first: Tokenizer.scalar(of: value), length: end - place + 1)
    }

    private mutating func digit(at place: Int, isHex: Bool) -> UInt32? {
        let byte = source[place]
        if Ascii.isDigit(byte) { return UInt32(byte - 0x30) }
        let letter = (byte | 0x20) &- 0x61
        return isHex && letter < 6 ? UInt32(letter) + 10 : nil
    }

    /// The code point a number stands for: what is no character becomes U+FFFD, 0x80 to 0x9F are taken as windows-1252.
    private static func scalar(of value: UInt32) -> UInt32 {
        switch value {
        case 0, 0xD800...0xDFFF, 0x110000...: 0xFFFD
        case 0x80...0x9F: windows1252[Int(value - 0x80)]
        default: value
        }
    }

    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D,
        0x8F,
        0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E,
        0x178,
    ]
}

// MARK: Raw text

extension Tokenizer {
    /// Where the end tag of the element the tokenizer is in begins, from `position` on; the page's end where there is none.
    mutating func endOfRawText() -> Int {
        var place = position
        while true {
            place = source.find(Ascii.less, from: place)
            guard place < source.count else { return source.count }
            steps &+= 1
            if source[place + 1] == Ascii.slash, isLastStartTag(at: place + 2) { return place }
            place += 1
        }
    }

    private mutating func isLastStartTag(at place: Int) -> Bool {
        var at = place
        for byte in tags.spelling(lastStartTag) {
            guard at < source.count, Ascii.lowered(source[at]) == byte else { return false }
            at += 1
        }
        return at > place && Ascii.endsName(source[at])
    }

    /// As `endOfRawText()` for `script`: within `<!-- <script> ... </script> -->` the inner end tag does not count.
    mutating func endOfScript() -> Int {
        var place = position
        var escape = ScriptEscape.none
        while true {
            place = source.find(Ascii.less, escape == .none ? Ascii.less : Ascii.greater, from: place)
            guard place < source.count else { return source.count }
            steps &+= 1
            let byte = source[place]
            if byte == Ascii.greater {
                if source[place - 1] == Ascii.dash, source[place - 2] == Ascii.dash { escape = .none }
            } else if byte == Ascii.less {
                if escape != .double, source[place + 1] == Ascii.slash, isLastStartTag(at: place + 2) { return place }
                place += readEscape(at: place, &escape)
            }
            place += 1
        }
    }

    /// What the `<` at `place` does to the escape; returns how many bytes behind it are not to be looked at again.
    private mutating func readEscape(at place: Int, _ escape: inout ScriptEscape) -> Int {
        switch escape {
        case .none:
            guard source[place + 1] == Ascii.bang, source[place + 2] == Ascii.dash, source[place + 3] == Ascii.dash
            else { return 0 }
            escape = .single
            return 3
        case .single:
            guard isScript(at: place + 1) else { return 0 }
            escape = .double
            return 6
        case .double:
            guard source[place + 1] == Ascii.slash, isScript(at: place + 2) else { return 0 }
            escape = .single
            return 7
        }
    }

    private mutating func isScript(at place: Int) -> Bool {
        matches("script", at: place) && Ascii.endsName(source[place + 6])
    }
}

/// How deep the tokenizer is in a script's old-style comment.
private enum ScriptEscape {
    case none
    /// Within `<!--`.
    case single
    /// Within `<script` within `<!--`.
    case double
}
