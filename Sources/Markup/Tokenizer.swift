/// What kind of content the tokenizer is in.
enum TokenizerState {
    case data
    /// `title`, `textarea`: references are decoded, only the matching end tag ends it.
    case rcdata
    /// `style`, `xmp` and the like: nothing is decoded.
    case rawtext
    /// `script`: as raw text, with the standard's escapes.
    case script
    /// The rest of the page is text.
    case plaintext
    /// Within `<![CDATA[ ... ]]>`, up to `cdataEnd`.
    case cdata
}

/// What the tokenizer met; the particulars are its properties.
enum TokenKind {
    /// `text` has it.
    case text
    /// One zero byte of the data state, which the tree builder drops or replaces.
    case null
    /// `tag`, `attributeStart`, `isSelfClosing`.
    case startTag
    /// `tag`.
    case endTag
    /// `text` has it.
    case comment
    /// `doctype` has it.
    case doctype
    case end
}

/// A doctype as read; nil where it is missing, which differs from empty.
struct DoctypeToken {
    var name: [UInt8]?
    var publicID: [UInt8]?
    var systemID: [UInt8]?
    var forcesQuirks = false
}

/// The tokenizer of the WHATWG standard (13.2.5) over a whole page in memory: the states' work is done by scans over
/// runs of bytes, not by a step per character. A token's bytes are ranges of the page, or of `side` where something was
/// decoded.
struct Tokenizer: ~Copyable {
    let sourceBuffer: Buffer<UInt8>
    let source: SourceBytes
    var position = 0
    var state = TokenizerState.data
    /// Decoded bytes.
    var side: Buffer<UInt8>
    /// Attributes of all start tags that became elements, and of the present one behind `attributeStart`.
    var attributes: Buffer<AttributeRecord>
    var tags: NameTable
    var attributeNames: NameTable
    /// The start tag whose end tag ends raw text.
    var lastStartTag: UInt16 = 0
    /// Whether `<![CDATA[` begins a section: the tree builder is in foreign content.
    var allowsCDATA = false
    var cdataEnd = 0

    // The present token.
    var text = ByteSlice(start: 0, length: 0)
    var tag: UInt16 = 0
    var attributeStart = 0
    var isSelfClosing = false
    var doctype = DoctypeToken()

    let attributesPerTag: Int
    let attributesOfPage: Int
    let attributeLength: Int
    var flags: LimitFlags = []
    /// For each attribute name the last tag that had it: finds duplicates in one step.
    var lastTagWithName: Buffer<UInt32>
    var tagSerial: UInt32 = 0
    /// Attributes, references and ends of raw text looked at.
    var steps = 0

    init(_ memory: consuming TokenizerMemory, limits: ParseLimits) {
        sourceBuffer = memory.buffers.source
        source = SourceBytes(sourceBuffer)
        side = memory.buffers.side
        attributes = memory.buffers.attributes
        tags = memory.tags
        attributeNames = memory.attributeNames
        lastTagWithName = memory.lastTagWithName
        tagSerial = memory.tagSerial
        attributesPerTag = limits.attributesPerTag
        attributesOfPage = limits.attributes
        attributeLength = limits.attributeLength
        tags.bound = limits.names
        attributeNames.bound = limits.names
    }

    /// How many attributes the present start tag has.
    var attributeCount: Int {
        mutating get { attributes.count - attributeStart }
    }

    /// The next token.
    @inline(__always)
    mutating func next() -> TokenKind {
        state == .data ? nextInData() : nextInOtherState()
    }

    private mutating func nextInData() -> TokenKind {
        var start = position
        var place = start
        var hasReference = false
        while true {
            place = source.find(Ascii.less, Ascii.ampersand, from: place)
            let byte = source[place]
            if byte == Ascii.less {
                if place == start {
                    if let token = markup(at: place) { return token }
                    if position != start {
                        // Markup that stands for nothing: read on here, for a page may hold millions one after the other.
                        steps &+= 1
                        (start, place) = (position, position)
                        continue
                    }
                } else if isMarkup(at: place) {
                    break
                }
            } else if byte == Ascii.ampersand {
                hasReference = true
            } else if place >= source.count || place > start {
                break
            } else {
                position = place + 1
                return .null
            }
            place += 1
        }
        return endText(start..<place, as: hasReference ? .text : nil)
    }

    /// Emits the text of a range, decoded where `decoding` asks for it; the end of the page where the range is empty.
    @inline(__always)
    private mutating func endText(_ range: Range<Int>, as decoding: Decoding?) -> TokenKind {
        position = range.upperBound
        guard !range.isEmpty else { return .end }
        text = decoding.map { decoded(range, $0) } ?? ByteSlice(source: range.lowerBound, count: range.count)
        return .text
    }

    /// Whether the `<` there begins markup; otherwise it is text.
    @inline(__always)
    private mutating func isMarkup(at place: Int) -> Bool {
        let next = source[place + 1]
        if Ascii.isLetter(next) { return true }
        if next == Ascii.slash { return place + 2 < source.count }
        return next == Ascii.bang || next == Ascii.question
    }

    /// Reads the markup that begins with the `<` there; nil where it is text after all, or where it stands for nothing and the
    /// position is behind it.
    @inline(__always)
    private mutating func markup(at place: Int) -> TokenKind? {
        let next = source[place + 1]
        if Ascii.isLetter(next) { return startTag(at: place + 1) }
        if next == Ascii.slash {
            return place + 2 < source.count ? closing(at: place + 2) : nil
        }
        if next == Ascii.bang { return declaration(at: place + 2) }
        return next == Ascii.question ? bogusComment(from: place + 1) : nil
    }

    private mutating func nextInOtherState() -> TokenKind {
        switch state {
        case .data: return nextInData()
        case .cdata: return nextInCDATA()
        case .plaintext: return rawText(to: source.count, .raw)
        case .script: return rawText(to: endOfScript(), .raw)
        case .rawtext: return rawText(to: endOfRawText(), .raw)
        case .rcdata: return rawText(to: endOfRawText(), .text)
        }
    }

    private mutating func rawText(to end: Int, _ decoding: Decoding) -> TokenKind {
        // What follows is the matching end tag or the end of the page, which the data state reads as any other.
        if end < source.count { state = .data }
        return end == position ? next(atEndOf: decoding) : endText(position..<end, as: decoding)
    }

    private mutating func next(atEndOf decoding: Decoding) -> TokenKind {
        state == .data ? nextInData() : .end
    }

    private mutating func nextInCDATA() -> TokenKind {
        if position >= cdataEnd {
            position = min(cdataEnd + 3, source.count)
            state = .data
            return nextInData()
        }
        if source[position] == 0 {
            position += 1
            return .null
        }
        return endText(position..<endOfCDATARun(), as: nil)
    }
}

extension Tokenizer {
    /// Where the run of a CDATA section's text at `position` ends: at its next zero byte or the section's end.
    private mutating func endOfCDATARun() -> Int {
        var end = position
        while end < cdataEnd {
            end = source.find(Ascii.closeBracket, Ascii.closeBracket, from: end)
            guard end < cdataEnd, source[end] != 0 else { break }
            end += 1
        }
        return min(end, cdataEnd)
    }
}

/// What a parser keeps for its tokenizers from page to page.
struct TokenizerMemory {
    var buffers: TreeBuffers
    var tags: NameTable
    var attributeNames: NameTable
    var lastTagWithName: Buffer<UInt32>
    var tagSerial: UInt32
}
