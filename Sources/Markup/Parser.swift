/// Parses pages one after the other and keeps the memory between them. Not for several threads: one parser a lane.
public final class Parser {
    /// What each parse may cost.
    public var limits: ParseLimits
    private var spare: TreeBuffers?
    private var memory: ParserMemory

    /// A parser with those limits.
    public init(limits: ParseLimits = ParseLimits()) {
        self.limits = limits
        memory = ParserMemory()
    }

    deinit {
        spare?.deallocate()
        memory.deallocate()
    }

    /// The tree of a page given as UTF-8. Any bytes give a tree; ill-formed UTF-8 is carried through, a byte order mark
    /// is dropped.
    ///
    /// - Parameter isXHTML: whether the page was served as XML: then `<script src="x.js"/>` and every other tag that closes itself is an empty
    ///   element, as XML has it. All other rules are those of HTML.
    public func parse(_ utf8: [UInt8], isXHTML: Bool = false) -> Document {
        var builder = begin(utf8)
        builder.isXHTML = isXHTML
        return finish(builder)
    }

    /// The tree of a fragment, as if it stood in an element of that name: the children of the document's `html`
    /// element.
    public func parse(fragment utf8: [UInt8], in context: String = "body", _ namespace: Namespace = .html) -> Document {
        var builder = begin(utf8)
        builder.beginFragment(in: Array(context.lowercased().utf8), namespace)
        return finish(builder)
    }

    /// Takes a document's memory back for the next page, if no copy of the document is in use.
    public func recycle(_ document: consuming Document) {
        var storage = document.intoStorage()
        guard spare == nil, isKnownUniquelyReferenced(&storage) else { return }
        let buffers = storage.giveUp()
        if buffers.capacityInBytes > Parser.largestSpare { buffers.deallocate() } else { spare = buffers }
    }

    /// Buffers above this many bytes are not kept: one huge page should not hold its memory for good.
    private static let largestSpare = 1 << 26

    private func begin(_ utf8: [UInt8]) -> TreeBuilder {
        var buffers = spare ?? TreeBuffers(pageBytes: utf8.count)
        spare = nil
        buffers.clear()
        let mark = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        SourceBytes.fill(&buffers.source, with: utf8, from: mark)
        var builder = TreeBuilder(memory.lend(buffers), limits: limits)
        if utf8.count - mark > ParseLimits.bytes { builder.flags.insert(.length) }
        return builder
    }

    private func finish(_ builder: consuming TreeBuilder) -> Document {
        builder.run()
        return memory.takeBack(builder)
    }
}

extension Document {
    consuming func intoStorage() -> TreeStorage { storage }
}

/// What a parser keeps from page to page beside the tree's own buffers.
struct ParserMemory {
    private var tags = NameTable(packed: Tag.spellings)
    private var attributeNames = NameTable(packed: AttributeName.spellings)
    private var lastTagWithName = Buffer<UInt32>(capacity: 512)
    private var tagSerial: UInt32 = 0
    private var work = BuilderWork()

    func deallocate() {
        tags.deallocate()
        attributeNames.deallocate()
        lastTagWithName.deallocate()
        work.deallocate()
    }

    mutating func lend(_ buffers: TreeBuffers) -> BuilderMemory {
        tags.forgetPage()
        attributeNames.forgetPage()
        work.clear()
        let tokenizer = TokenizerMemory(
            buffers: buffers, tags: tags, attributeNames: attributeNames, lastTagWithName: lastTagWithName,
            tagSerial: tagSerial)
        return BuilderMemory(tokenizer: tokenizer, work: work)
    }

    /// Takes the tables back, which may have grown.
    mutating func takeBack(_ tokenizer: borrowing Tokenizer) {
        tags = tokenizer.tags
        attributeNames = tokenizer.attributeNames
        lastTagWithName = tokenizer.lastTagWithName
        tagSerial = tokenizer.tagSerial
    }

    /// Ends a parse: the working lists come back here, the tree goes to the document.
    mutating func takeBack(_ builder: consuming TreeBuilder) -> Document {
        takeBack(builder.tokenizer)
        work = BuilderWork(
            stack: builder.stack, formatting: builder.formatting, templateModes: builder.templateModes,
            tableText: builder.tableText)
        let buffers = TreeBuffers(
            nodes: builder.nodes, attributes: builder.tokenizer.attributes, source: builder.tokenizer.sourceBuffer,
            side: builder.tokenizer.side)
        let storage = TreeStorage(buffers: buffers, tagNames: tags.pageNames, attributeNames: attributeNames.pageNames)
        var flags = builder.flags.union(builder.tokenizer.flags)
        if tags.reachedBound || attributeNames.reachedBound { flags.insert(.names) }
        return Document(
            storage: storage, doctype: builder.doctype, quirks: builder.quirks, limitsReached: flags,
            steps: builder.steps &+ builder.tokenizer.steps)
    }
}

extension TreeBuilder {
    /// Starts the fragment algorithm (13.4).
    mutating func beginFragment(in name: [UInt8], _ namespace: Namespace) {
        let tag = tokenizer.tags.number(of: name)
        let stand = make(NodeRecord(kind: .element, namespace: namespace, tag: tag))
        context = OpenElement(node: stand, tag: tag, namespace: namespace)
        let root = insertRoot()
        push(OpenElement(node: root, tag: Tag.html.number, namespace: .html))
        if namespace == .html { beginState(for: Tag(number: tag)) }
        if namespace == .html, Tag(number: tag) == .template { templateModes.append(.inTemplate) }
        if namespace == .html, Tag(number: tag) == .form { form = stand }
        resetMode()
    }

    private mutating func insertRoot() -> UInt32 {
        let root = make(NodeRecord(kind: .element, tag: Tag.html.number))
        link(root, InsertionPlace(parent: 0))
        return root
    }

    private mutating func beginState(for tag: Tag) {
        switch tag {
        case .title, .textarea: tokenizer.state = .rcdata
        case .style, .xmp, .iframe, .noembed, .noframes: tokenizer.state = .rawtext
        case .script: tokenizer.state = .script
        case .plaintext: tokenizer.state = .plaintext
        default: break
        }
    }
}
