extension Tokenizer {
    /// `<!` and something; `place` is behind it. An empty CDATA section stands for nothing.
    mutating func declaration(at place: Int) -> TokenKind? {
        if source[place] == Ascii.dash, source[place + 1] == Ascii.dash { return comment(from: place + 2) }
        if matches("doctype", at: place) { return readDoctype(from: place + 7) }
        if allowsCDATA, matchesExactly("[CDATA[", at: place) {
            position = place + 7
            cdataEnd = endOfCDATA(from: position)
            guard position < cdataEnd else {
                position = min(cdataEnd + 3, source.count)
                return nil
            }
            state = .cdata
            return next()
        }
        return bogusComment(from: place)
    }

    /// Everything up to the next `>`.
    mutating func bogusComment(from start: Int) -> TokenKind {
        let end = source.find(Ascii.greater, from: min(start, source.count))
        position = min(end + 1, source.count)
        text = decoded(min(start, end)..<end, .raw)
        return .comment
    }

    /// A comment's text begins at `start`.
    private mutating func comment(from start: Int) -> TokenKind {
        var end = start
        while true {
            end = source.find(Ascii.greater, from: end)
            guard end < source.count else { break }
            if let close = closeOfComment(from: start, at: end) {
                position = end + 1
                text = decoded(start..<close, .raw)
                return .comment
            }
            end += 1
        }
        position = source.count
        text = decoded(start..<endOfUnclosedComment(from: start), .raw)
        return .comment
    }

    /// Where the comment's text ends if the `>` at `place` closes it: behind `--` or `--!`, or right at the start.
    private mutating func closeOfComment(from start: Int, at place: Int) -> Int? {
        let length = place - start
        if length == 0 || length == 1 && source[start] == Ascii.dash { return start }
        return dashes(before: place, from: start)
    }

    private mutating func dashes(before place: Int, from start: Int) -> Int? {
        let length = place - start
        if length >= 2, source[place - 1] == Ascii.dash, source[place - 2] == Ascii.dash { return place - 2 }
        let isBang = length >= 3 && source[place - 1] == Ascii.bang
        return isBang && source[place - 2] == Ascii.dash && source[place - 3] == Ascii.dash ? place - 3 : nil
    }

    private mutating func endOfUnclosedComment(from start: Int) -> Int {
        let end = source.count
        if let close = dashes(before: end, from: start) { return close }
        return end > start && source[end - 1] == Ascii.dash ? end - 1 : max(start, end)
    }

    mutating func endOfCDATA(from start: Int) -> Int {
        var place = start
        while true {
            place = source.find(Ascii.closeBracket, from: place)
            guard place < source.count else { return source.count }
            if source[place + 1] == Ascii.closeBracket, source[place + 2] == Ascii.greater { return place }
            place += 1
        }
    }

    /// Whether the page has that lower-case word there, in any case.
    mutating func matches(_ word: StaticString, at place: Int) -> Bool {
        var at = place
        for byte in word.description.utf8 {
            guard at < source.count, Ascii.lowered(source[at]) == byte else { return false }
            at += 1
        }
        return true
    }

    private mutating func matchesExactly(_ word: StaticString, at place: Int) -> Bool {
        var at = place
        for byte in word.description.utf8 {
            guard at < source.count, source[at] == byte else { return false }
            at += 1
        }
        return true
    }
}

// MARK: Doctype

extension Tokenizer {
    /// `<!DOCTYPE` was read; `place` is behind it.
    private mutating func readDoctype(from place: Int) -> TokenKind {
        doctype = DoctypeToken()
        position = place
        skipDoctypeSpaces()
        if isAtEnd || source[position] == Ascii.greater {
            doctype.forcesQuirks = true
        } else {
            doctype.name = readDoctypeName()
            readIdentifiers()
        }
        skipToEndOfDoctype()
        return .doctype
    }

    private var isAtEnd: Bool {
        mutating get { position >= source.count }
    }

    private mutating func skipDoctypeSpaces() {
        while !isAtEnd, Ascii.isSpace(source[position]) { position += 1 }
    }

    private mutating func skipToEndOfDoctype() {
        position = source.find(Ascii.greater, from: min(position, source.count))
        position = min(position + 1, source.count)
    }

    private mutating func readDoctypeName() -> [UInt8] {
        var name: [UInt8] = []
        while !isAtEnd, !Ascii.isSpace(source[position]), source[position] != Ascii.greater {
            appendReplacingZero(Ascii.lowered(source[position]), to: &name)
            position += 1
        }
        return name
    }

    private mutating func appendReplacingZero(_ byte: UInt8, to bytes: inout [UInt8]) {
        if byte == 0 { bytes += [0xEF, 0xBF, 0xBD] } else { bytes.append(byte) }
    }

    private mutating func readIdentifiers() {
        skipDoctypeSpaces()
        if isAtEnd {
            doctype.forcesQuirks = true
        } else if source[position] == Ascii.greater {
            return
        } else if matches("public", at: position) {
            position += 6
            readPublic()
        } else if matches("system", at: position) {
            position += 6
            readSystem(isRequired: true)
        } else {
            doctype.forcesQuirks = true
        }
    }

    private mutating func readPublic() {
        skipDoctypeSpaces()
        guard let identifier = readIdentifier() else {
            doctype.forcesQuirks = true
            return
        }
        doctype.publicID = identifier.bytes
        if identifier.isWhole { readSystem(isRequired: false) } else { doctype.forcesQuirks = true }
    }

    private mutating func readSystem(isRequired: Bool) {
        skipDoctypeSpaces()
        guard let identifier = readIdentifier() else {
            if isRequired || isAtEnd || source[position] != Ascii.greater { doctype.forcesQuirks = true }
            return
        }
        doctype.systemID = identifier.bytes
        guard identifier.isWhole else {
            doctype.forcesQuirks = true
            return
        }
        skipDoctypeSpaces()
        // Anything else before the `>` is skipped and does not force quirks.
        if isAtEnd { doctype.forcesQuirks = true } else if source[position] != Ascii.greater { finishBogusDoctype() }
    }

    private mutating func finishBogusDoctype() {
        position = source.find(Ascii.greater, from: position)
    }

    /// A quoted identifier; nil where no quote begins here, not whole where `>` or the page's end cuts it.
    private mutating func readIdentifier() -> (bytes: [UInt8], isWhole: Bool)? {
        guard !isAtEnd else { return nil }
        let quote = source[position]
        guard quote == Ascii.quote || quote == Ascii.apostrophe else { return nil }
        position += 1
        var bytes: [UInt8] = []
        while !isAtEnd, source[position] != Ascii.greater {
            let byte = source[position]
            if byte == quote {
                position += 1
                return (bytes, true)
            }
            appendReplacingZero(byte, to: &bytes)
            position += 1
        }
        return (bytes, false)
    }
}
