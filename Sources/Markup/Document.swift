/// A parsed page: a tree of nodes in one array, read by node handles. A value: copies share the (immutable) tree.
///
/// All links are constant-time, no accessor allocates unless it returns a `String` or an array.
public struct Document: Sendable {
    @usableFromInline
    let storage: TreeStorage
    /// The doctype, where the page has one.
    public let doctype: Doctype?
    /// The mode its doctype asks for.
    public let quirks: QuirksMode
    /// The bounds of `ParseLimits` the parse met; empty for ordinary pages.
    public let limitsReached: LimitFlags
    /// Work done: tokens, nodes and list entries looked at. Grows linearly with the page whatever it holds.
    public let steps: Int

    init(storage: TreeStorage, doctype: Doctype?, quirks: QuirksMode, limitsReached: LimitFlags, steps: Int) {
        self.storage = storage
        self.doctype = doctype
        self.quirks = quirks
        self.limitsReached = limitsReached
        self.steps = steps
    }

    /// Parses UTF-8 bytes with a parser of its own. A worker keeps a `Parser` instead and reuses its memory.
    public static func parse(_ utf8: [UInt8], limits: ParseLimits = ParseLimits()) -> Document {
        Parser(limits: limits).parse(utf8)
    }

    /// Parses a string; for tests and small inputs.
    public static func parse(_ html: String, limits: ParseLimits = ParseLimits()) -> Document {
        parse([UInt8](html.utf8), limits: limits)
    }

    @inlinable
    func record(_ node: Node) -> NodeRecord {
        precondition(Int(node.index) < storage.nodeCount, "a node of another document")
        return unsafe storage.nodes[Int(node.index)]
    }

    @inlinable
    func handle(_ index: UInt32) -> Node? {
        index == Link.none ? nil : Node(index: index)
    }
}

// MARK: Nodes

extension Document {
    /// The document node.
    @inlinable
    public var root: Node { Node(index: 0) }

    /// How many nodes were made; every `Node.index` is below. Some may have been taken out of the tree again.
    @inlinable
    public var nodeCount: Int { storage.nodeCount }

    /// Bytes of memory the tree takes, the page's own bytes included.
    public var bytesUsed: Int {
        storage.nodeCount * MemoryLayout<NodeRecord>.stride + storage.attributeCount
            * MemoryLayout<AttributeRecord>.stride
            + storage.sourceCount + storage.sideCount
    }

    /// The `html` element; missing only where a bound ended the parse at once.
    public var html: Node? {
        firstChild(of: root, where: { kind($0) == .element })
    }

    /// The `head` element.
    public var head: Node? {
        html.flatMap { firstChild(of: $0, where: { tag($0) == .head }) }
    }

    /// The `body` element; missing on pages of frames.
    public var body: Node? {
        html.flatMap { firstChild(of: $0, where: { tag($0) == .body }) }
    }

    private func firstChild(of node: Node, where matches: (Node) -> Bool) -> Node? {
        children(of: node).first(where: matches)
    }

    /// What the node is.
    @inlinable
    public func kind(_ node: Node) -> NodeKind { record(node).kind }

    /// The element's tag; `unknown` for other nodes and for names without a number.
    @inlinable
    public func tag(_ node: Node) -> Tag {
        let number = record(node).tag
        return number < Tag.knownCount ? Tag(number: number) : .unknown
    }

    /// The element's namespace.
    @inlinable
    public func namespace(_ node: Node) -> Namespace { record(node).namespace }

    /// Whether the node is an element of HTML with that tag.
    @inlinable
    public func isHTML(_ node: Node, _ tag: Tag) -> Bool {
        let record = record(node)
        return record.tag == tag.number && record.kind == .element && record.bits & 3 == 0
    }

    /// The parent; none for the root and for nodes taken out of the tree.
    @inlinable
    public func parent(_ node: Node) -> Node? { handle(record(node).parent) }

    /// The first child.
    @inlinable
    public func firstChild(_ node: Node) -> Node? { handle(record(node).firstChild) }

    /// The last child.
    @inlinable
    public func lastChild(_ node: Node) -> Node? { handle(record(node).lastChild) }

    /// The next sibling.
    @inlinable
    public func nextSibling(_ node: Node) -> Node? { handle(record(node).nextSibling) }

    /// The previous sibling.
    @inlinable
    public func previousSibling(_ node: Node) -> Node? { handle(record(node).previousSibling) }

    /// The element's qualified name as the standard has it: `div`, `my-element`, `foreignObject`. Empty for other
    /// nodes.
    public func name(_ element: Node) -> String {
        let record = record(element)
        guard record.kind == .element else { return "" }
        let name =
            record.tag < Tag.knownCount
            ? Tag(number: record.tag).name
            : String(decoding: storage.tagNames.spelling(Int(record.tag - Tag.knownCount)), as: UTF8.self)
        return record.namespace == .svg ? KnownNames.adjustedTags[name] ?? name : name
    }
}

// MARK: Bytes

extension Document {
    /// The bytes of a slice, valid as long as this document is borrowed.
    @inlinable
    @_lifetime(borrow self)
    public func utf8(_ slice: ByteSlice) -> Span<UInt8> {
        let limit = slice.isInSide ? storage.sideCount : storage.sourceCount
        precondition(slice.offset + slice.count <= limit, "a slice of another document")
        let base = unsafe slice.isInSide ? storage.side : storage.source
        let span = unsafe Span(_unsafeStart: UnsafePointer(base + slice.offset), count: slice.count)
        return unsafe _overrideLifetime(span, borrowing: self)
    }

    /// The bytes of a text or comment; empty for other nodes.
    @inlinable
    @_lifetime(borrow self)
    public func utf8(of node: Node) -> Span<UInt8> {
        utf8(slice(of: node))
    }

    /// Where the bytes of a text or comment are; empty for other nodes.
    @inlinable
    public func slice(of node: Node) -> ByteSlice {
        let record = record(node)
        guard record.kind == .text || record.kind == .comment else { return ByteSlice(start: 0, length: 0) }
        return ByteSlice(start: record.start, length: record.length)
    }

    /// The slice as a string, ill-formed UTF-8 repaired.
    public func string(_ slice: ByteSlice) -> String {
        let bytes = utf8(slice)
        return unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes of all texts of the subtree one after the other; the contents of `template` elements are not part of
    /// it.
    public func text(of node: Node) -> [UInt8] {
        var bytes: [UInt8] = []
        var walk = descendants(of: node)
        if kind(node) == .text { append(node, to: &bytes) }
        while let next = walk.next() {
            switch kind(next) {
            case .text: append(next, to: &bytes)
            case .fragment: walk.skipChildren()
            default: break
            }
        }
        return bytes
    }

    private func append(_ text: Node, to bytes: inout [UInt8]) {
        let span = utf8(of: text)
        unsafe span.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }
}

// MARK: Attributes

/// One attribute of an element.
public struct Attribute: Sendable {
    @usableFromInline
    let record: AttributeRecord

    @inlinable
    init(record: AttributeRecord) { self.record = record }

    /// The name; `unknown` where it has no number: ask `Document.name(_:)`.
    @inlinable
    public var name: AttributeName {
        AttributeName(number: record.name < AttributeName.knownCount ? record.name : 0)
    }

    /// The value, references decoded.
    @inlinable
    public var value: ByteSlice { record.value }
}

extension Document {
    /// The element's attributes in the page's order.
    @inlinable
    public func attributes(_ node: Node) -> Attributes {
        let record = record(node)
        guard record.kind == .element else { return Attributes(storage: storage, range: 0..<0) }
        let start = Int(record.start)
        precondition(start + Int(record.length) <= storage.attributeCount)
        return Attributes(storage: storage, range: start..<start + Int(record.length))
    }

    /// Calls `body` with each of the element's attributes in the page's order; holds nothing meanwhile, unlike ``attributes(_:)``.
    @inlinable
    @inline(__always)
    public func forEachAttribute(_ node: Node, _ body: (Attribute) -> Void) {
        let record = record(node)
        guard record.kind == .element else { return }
        let start = Int(record.start)
        precondition(start + Int(record.length) <= storage.attributeCount)
        for index in start..<start + Int(record.length) { unsafe body(Attribute(record: storage.attributes[index])) }
    }

    /// Whether any element that was made, taken out of the tree again or not, has that tag and an attribute value that matches: what to
    /// ask before a walk that is seldom needed.
    public func holds(_ tag: Tag, _ name: AttributeName, where matches: (Span<UInt8>) -> Bool) -> Bool {
        for index in 0..<storage.nodeCount where unsafe storage.nodes[index].tag == tag.number {
            let node = Node(index: UInt32(truncatingIfNeeded: index))
            if let value = attribute(node, name), matches(utf8(value)) { return true }
        }
        return false
    }

    /// The value of an attribute; nil where the element does not have it, or the node is no element.
    @inlinable
    public func attribute(_ node: Node, _ name: AttributeName) -> ByteSlice? {
        let record = record(node)
        guard record.kind == .element else { return nil }
        if name.number == 0 { return unnumberedAttribute(node, name.spelling) }
        let start = Int(record.start)
        precondition(start + Int(record.length) <= storage.attributeCount)
        for index in start..<start + Int(record.length) {
            let attribute = unsafe storage.attributes[index]
            if attribute.name == name.number { return attribute.value }
        }
        return nil
    }

    /// Whether two elements were made of one start tag that has attributes: the standard makes phrases and links again that a block's end
    /// closed before their own.
    public func isSameTag(_ one: Node, _ other: Node) -> Bool {
        let (one, other) = (record(one), record(other))
        return one.kind == .element && other.kind == .element && one.length > 0 && one.start == other.start
            && one.length == other.length
    }

    @usableFromInline
    func unnumberedAttribute(_ node: Node, _ spelling: String) -> ByteSlice? {
        for attribute in attributes(node) where attribute.record.name >= AttributeName.knownCount {
            let index = Int(attribute.record.name - AttributeName.knownCount)
            if storage.attributeNames.spelling(index).elementsEqual(spelling.utf8) { return attribute.value }
        }
        return nil
    }

    /// The attribute's name in lower case.
    public func name(_ attribute: Attribute) -> String {
        let number = attribute.record.name
        guard number >= AttributeName.knownCount else { return AttributeName(number: number).name }
        let index = Int(number - AttributeName.knownCount)
        return String(decoding: storage.attributeNames.spelling(index), as: UTF8.self)
    }

    /// The attribute's qualified name as the standard has it on that element: `viewBox` within SVG, `viewbox`
    /// elsewhere.
    public func qualifiedName(_ attribute: Attribute, on element: Node) -> String {
        let name = name(attribute)
        switch namespace(element) {
        case .html: return name
        case .mathML: return name == "definitionurl" ? "definitionURL" : name
        case .svg: return name == "definitionurl" ? name : KnownNames.adjustedAttributes[name] ?? name
        }
    }

    /// The attributes of one element.
    public struct Attributes: RandomAccessCollection, Sendable {
        @usableFromInline let storage: TreeStorage
        @usableFromInline let range: Range<Int>

        @inlinable
        init(storage: TreeStorage, range: Range<Int>) {
            self.storage = storage
            self.range = range
        }

        /// The first attribute's place.
        @inlinable public var startIndex: Int { range.lowerBound }
        /// The place past the last attribute.
        @inlinable public var endIndex: Int { range.upperBound }

        /// The attribute at a place.
        @inlinable
        public subscript(position: Int) -> Attribute {
            precondition(range.contains(position))
            return unsafe Attribute(record: storage.attributes[position])
        }
    }
}
