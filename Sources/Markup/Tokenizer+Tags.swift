extension Tokenizer {
    /// A start tag; `place` is its name's first letter.
    @inline(__always)
    mutating func startTag(at place: Int) -> TokenKind {
        let end = endOfName(from: place)
        guard end < source.count else { return endOfPage() }
        tag = number(of: place..<end)
        attributeStart = attributes.count
        isSelfClosing = false
        position = end
        // `<p>`: most tags have no attributes.
        if source[end] == Ascii.greater {
            position = end &+ 1
        } else if !readAttributes() {
            return endOfPage()
        }
        lastStartTag = tag
        return .startTag
    }

    /// `</` and something; `place` is behind it. `</>` stands for nothing.
    @inline(__always)
    mutating func closing(at place: Int) -> TokenKind? {
        let first = source[place]
        guard Ascii.isLetter(first) else {
            if first != Ascii.greater { return bogusComment(from: place) }
            position = place + 1
            return nil
        }
        let end = endOfName(from: place)
        guard end < source.count else { return endOfPage() }
        tag = number(of: place..<end)
        position = end
        isSelfClosing = false
        if source[end] == Ascii.greater {
            position = end &+ 1
            return .endTag
        }
        attributeStart = attributes.count
        let isWhole = readAttributes()
        attributes.truncate(to: attributeStart)
        return isWhole ? .endTag : endOfPage()
    }

    /// The page ends within a tag: the tag is dropped.
    private mutating func endOfPage() -> TokenKind {
        position = source.count
        return .end
    }

    /// The end of the name that begins at `place`; `also` ends it beside what ends a tag's name. At `count` the page
    /// ends in it.
    @inline(__always)
    private mutating func endOfName(from place: Int, also: UInt8 = Ascii.greater) -> Int {
        var end = source.findNameEnd(also, from: place)
        while !Ascii.endsName(source[end]), source[end] != also, end < source.count {
            end = source.findNameEnd(also, from: end &+ 1)
        }
        return end
    }

    @inline(__always)
    private mutating func number(of range: Range<Int>) -> UInt16 {
        if source.holdsZero(range) { return tags.number(of: replacingZeros(range)) }
        return tags.number(in: source, from: range.lowerBound, to: range.upperBound)
    }

    /// The name with U+FFFD for each zero byte.
    @inline(never)
    private mutating func replacingZeros(_ range: Range<Int>) -> [UInt8] {
        range.flatMap { place -> [UInt8] in
            let byte = source[place]
            return byte == 0 ? [0xEF, 0xBF, 0xBD] : [Ascii.lowered(byte)]
        }
    }

    /// Reads from behind the tag's name to behind its `>`; false where the page ends before.
    private mutating func readAttributes() -> Bool {
        tagSerial &+= 1
        while true {
            var byte = source[position]
            while Ascii.isSpace(byte) {
                position &+= 1
                byte = source[position]
            }
            if byte == Ascii.greater {
                position &+= 1
                return true
            }
            if byte == Ascii.slash {
                position &+= 1
                isSelfClosing = source[position] == Ascii.greater
                continue
            }
            if byte == 0, position >= source.count { return false }
            if !readAttribute() { return false }
        }
    }

    @inline(__always)
    private mutating func readAttribute() -> Bool {
        let start = position
        steps &+= 1
        // A leading `=` is part of the name.
        let nameEnd = endOfName(from: start &+ 1, also: Ascii.equals)
        let name =
            source.holdsZero(start..<nameEnd)
            ? attributeNames.number(of: replacingZeros(start..<nameEnd))
            : attributeNames.number(in: source, from: start, to: nameEnd)
        position = nameEnd
        skipSpaces()
        var value = ByteSlice(source: start, count: 0)
        let sideCount = side.count
        if source[position] == Ascii.equals {
            position &+= 1
            skipSpaces()
            guard let read = readValue() else { return false }
            value = read
        }
        if !keep(name, value) { side.truncate(to: sideCount) }
        return true
    }

    @inline(__always)
    private mutating func skipSpaces() {
        while Ascii.isSpace(source[position]) { position &+= 1 }
    }

    /// The value at `position`; nil where the page ends in it.
    @inline(__always)
    private mutating func readValue() -> ByteSlice? {
        let first = source[position]
        if first == Ascii.quote || first == Ascii.apostrophe { return readQuoted(first) }
        return readUnquoted()
    }

    @inline(__always)
    private mutating func readQuoted(_ quote: UInt8) -> ByteSlice? {
        let start = position &+ 1
        var end = source.find(quote, Ascii.ampersand, from: start)
        if source[end] == quote {
            position = end &+ 1
            return ByteSlice(source: start, count: end &- start)
        }
        end = source.find(quote, from: end)
        guard end < source.count else { return nil }
        position = end &+ 1
        return decoded(start..<end, .attribute)
    }

    private mutating func readUnquoted() -> ByteSlice? {
        let start = position
        var end = start
        var isPlain = true
        while true {
            let byte = source[end]
            if Ascii.isSpace(byte) || byte == Ascii.greater { break }
            if byte == 0, end >= source.count { return nil }
            if byte == 0 || byte == Ascii.ampersand { isPlain = false }
            end &+= 1
        }
        position = end
        return isPlain ? ByteSlice(source: start, count: end &- start) : decoded(start..<end, .attribute)
    }

    /// Adds the attribute to the present tag unless it is a duplicate or past a bound.
    @inline(__always)
    private mutating func keep(_ name: UInt16, _ value: ByteSlice) -> Bool {
        let index = Int(name)
        if index >= lastTagWithName.count {
            lastTagWithName.appendUninitialized(index &+ 1 &- lastTagWithName.count, filledWith: 0)
        }
        if name == 0 || attributes.count &- attributeStart >= attributesPerTag || attributes.count >= attributesOfPage {
            flags.insert(name == 0 ? .names : .attributes)
            return false
        }
        if lastTagWithName[index] == tagSerial { return false }
        lastTagWithName[index] = tagSerial
        attributes.append(AttributeRecord(name: name, value: bounded(value)))
        return true
    }

    @inline(__always)
    private mutating func bounded(_ value: ByteSlice) -> ByteSlice {
        guard value.count > attributeLength else { return value }
        flags.insert(.attributeLength)
        return ByteSlice(start: value.start, length: UInt32(attributeLength))
    }
}
