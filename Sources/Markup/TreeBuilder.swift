/// The insertion modes of the standard (13.2.4.1); "in select" is gone from it since select may hold any content.
enum InsertionMode: UInt8, BitwiseCopyable {
    case initial, beforeHTML, beforeHead, inHead, inHeadNoscript, afterHead, inBody, text, inTable, inTableText,
        inCaption
    case inColumnGroup, inTableBody, inRow, inCell, inTemplate, afterBody, inFrameset, afterFrameset, afterAfterBody
    case afterAfterFrameset
}

/// Whether a mode is done with a token, or the (changed) mode is to have it again.
enum Step {
    case done
    case again
}

/// An entry of the stack of open elements.
struct OpenElement: BitwiseCopyable {
    var node: UInt32
    var tag: UInt16
    var namespace: Namespace

    @inline(__always)
    func isHTML(_ name: Tag) -> Bool { tag == name.number && namespace == .html }
}

/// An entry of the list of active formatting elements; a marker has no node.
struct FormattingEntry: BitwiseCopyable {
    var node: UInt32
    var tag: UInt16

    static let marker = FormattingEntry(node: Link.none, tag: 0)
    var isMarker: Bool { node == Link.none }
}

/// Tree construction of the WHATWG standard (13.2.6). Tokens come in by `run()`; each insertion mode has a function a
/// token kind; everything is loops over the stack of open elements, whose depth is bounded.
///
/// Methods that change nothing are `mutating` as well, here and in `Tokenizer`: Swift 6.3 hands a borrowed struct over
/// as a copy of all its bytes, which was a fifth of the parse; a mutated one by its address.
struct TreeBuilder: ~Copyable {
    var tokenizer: Tokenizer
    var nodes: Buffer<NodeRecord>
    var stack: Buffer<OpenElement>
    var formatting: Buffer<FormattingEntry>
    var templateModes: Buffer<InsertionMode>
    /// Texts met in a table, until it is known whether they are only space.
    var tableText: Buffer<ByteSlice>
    let rules = TagRules.standard

    var mode = InsertionMode.initial
    var originalMode = InsertionMode.initial
    var head = Link.none
    var form = Link.none
    var allowsFrameset = true
    var isFostering = false
    var skipsLineFeed = false
    /// How many `p` are open: most tags ask.
    var openParagraphs = 0
    /// The element a fragment is parsed for.
    var context: OpenElement?

    var doctype: Doctype?
    var quirks = QuirksMode.noQuirks
    var flags: LimitFlags = []
    var steps = 0
    /// When the bounds that end a parse are looked at next.
    var nextCheck = 4096
    var isStopped = false
    /// Whether tags that close themselves are empty elements, as in XML.
    var isXHTML = false
    /// Whether the present start tag's attributes belong to an element now.
    var claimsAttributes = false
    let limits: ParseLimits

    /// Bit of `NodeRecord.bits`: the element is on the stack.
    static let openBit: UInt8 = 4
    /// The text lies in `side` with room behind it up to the next power of two.
    static let roomyBit: UInt8 = 8
    /// `annotation-xml` that holds HTML.
    static let htmlPointBit: UInt8 = 16

    /// Reads the page to its end, or to a bound.
    mutating func run() {
        var token = TokenKind.text
        repeat {
            let current = stack.count > 0 ? adjustedCurrent.namespace : .html
            tokenizer.allowsCDATA = current != .html
            token = tokenizer.next()
            steps &+= 1
            if steps >= nextCheck { checkBounds() }
            handle(token)
        } while token != .end && !isStopped
    }

    /// Closes the element that the present tag opened, if it is still open and empty.
    @inline(never)
    private mutating func closeEmpty() {
        guard stack.count > 1, claimsAttributes || mode == .text, adjustedCurrent.namespace == .html,
            adjustedCurrent.tag == tokenizer.tag, ![.html, .head, .body].contains(tag)
        else { return }
        if mode == .text {
            mode = originalMode
            tokenizer.state = .data
        }
        pop()
    }

    @inline(never)
    private mutating func checkBounds() {
        nextCheck = steps &+ 4096
        if let shouldStop = limits.shouldStop, shouldStop() { stop(.stopped) }
        if steps &+ tokenizer.steps > limits.steps(bytes: tokenizer.source.count) { stop(.steps) }
        if tokenizer.side.count > ParseLimits.bytes { stop(.length) }
    }

    mutating func stop(_ flag: LimitFlags) {
        flags.insert(flag)
        isStopped = true
    }

    @inline(__always)
    private mutating func handle(_ token: TokenKind) {
        if skipsLineFeed {
            skipsLineFeed = false
            if token == .text, byte(tokenizer.text, 0) == Ascii.lineFeed {
                tokenizer.text = tokenizer.text.dropping(1)
                if tokenizer.text.isEmpty { return }
            }
        }
        if token == .startTag {
            claimsAttributes = false
            dispatch(token)
            if isXHTML, tokenizer.isSelfClosing { closeEmpty() }
            if !claimsAttributes { tokenizer.attributes.truncate(to: tokenizer.attributeStart) }
        } else {
            dispatch(token)
        }
    }

    @inline(__always)
    private mutating func dispatch(_ token: TokenKind) {
        // Each round leaves a mode or an element; the bound only guards against a rule that would not.
        var rounds = 2 * limits.maxDepth + 64
        while rounds > 0, !isStopped {
            let step = isForeign(token) ? foreign(token) : process(token, in: mode)
            if step == .done { return }
            rounds &-= 1
        }
    }

    /// The rules of a mode for a token.
    @inline(__always)
    mutating func process(_ token: TokenKind, in mode: InsertionMode) -> Step {
        mode == .inBody ? inBody(token) : processElsewhere(token, in: mode)
    }

    @inline(never)
    private mutating func processElsewhere(_ token: TokenKind, in mode: InsertionMode) -> Step {
        switch mode {
        case .initial: initial(token)
        case .beforeHTML: beforeHTML(token)
        case .beforeHead: beforeHead(token)
        case .inHead: inHead(token)
        case .inHeadNoscript: inHeadNoscript(token)
        case .afterHead: afterHead(token)
        case .inBody: inBody(token)
        case .text: inText(token)
        case .inTable: inTable(token)
        case .inTableText: inTableText(token)
        case .inCaption: inCaption(token)
        case .inColumnGroup: inColumnGroup(token)
        case .inTableBody: inTableBody(token)
        case .inRow: inRow(token)
        case .inCell: inCell(token)
        case .inTemplate: inTemplate(token)
        case .afterBody: afterBody(token)
        case .inFrameset: inFrameset(token)
        case .afterFrameset: afterFrameset(token)
        case .afterAfterBody: afterAfterBody(token)
        case .afterAfterFrameset: afterAfterFrameset(token)
        }
    }

    /// The present tag's name.
    @inline(__always)
    var tag: Tag {
        mutating get { Tag(number: tokenizer.tag) }
    }
}

extension TreeBuilder {
    init(_ memory: consuming BuilderMemory, limits: ParseLimits) {
        let work = memory.work
        nodes = memory.tokenizer.buffers.nodes
        stack = work.stack
        formatting = work.formatting
        templateModes = work.templateModes
        tableText = work.tableText
        tokenizer = Tokenizer(memory.tokenizer, limits: limits)
        self.limits = limits
        nodes.append(NodeRecord(kind: .document))
    }
}

/// The lists a builder works with, kept from page to page.
struct BuilderWork {
    var stack = Buffer<OpenElement>(capacity: 512)
    var formatting = Buffer<FormattingEntry>(capacity: 128)
    var templateModes = Buffer<InsertionMode>(capacity: 16)
    var tableText = Buffer<ByteSlice>(capacity: 16)

    func deallocate() {
        stack.deallocate()
        formatting.deallocate()
        templateModes.deallocate()
        tableText.deallocate()
    }

    mutating func clear() {
        stack.truncate(to: 0)
        formatting.truncate(to: 0)
        templateModes.truncate(to: 0)
        tableText.truncate(to: 0)
    }
}

/// All a builder needs to begin.
struct BuilderMemory {
    var tokenizer: TokenizerMemory
    var work: BuilderWork
}
