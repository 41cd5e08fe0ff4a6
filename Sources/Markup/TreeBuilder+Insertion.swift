/// Where a node goes: at the end of a parent's children, or before one of them.
struct InsertionPlace {
    var parent: UInt32
    var before = Link.none
}

// MARK: Links

extension TreeBuilder {
    /// Adds a node to the tree's array; the parse ends at the bound.
    @inline(__always)
    mutating func make(_ record: NodeRecord) -> UInt32 {
        if nodes.count >= limits.nodes { stop(.nodes) }
        nodes.append(record)
        steps &+= 1
        return UInt32(truncatingIfNeeded: nodes.count &- 1)
    }

    /// Links a node without a parent in.
    @inline(__always)
    mutating func link(_ node: UInt32, _ place: InsertionPlace) {
        let previous =
            place.before == Link.none ? nodes[Int(place.parent)].lastChild : nodes[Int(place.before)].previousSibling
        nodes[Int(node)].parent = place.parent
        nodes[Int(node)].previousSibling = previous
        nodes[Int(node)].nextSibling = place.before
        if previous == Link.none {
            nodes[Int(place.parent)].firstChild = node
        } else {
            nodes[Int(previous)].nextSibling = node
        }
        if place.before == Link.none {
            nodes[Int(place.parent)].lastChild = node
        } else {
            nodes[Int(place.before)].previousSibling = node
        }
    }

    /// Takes a node out of its parent.
    mutating func unlink(_ node: UInt32) {
        let record = nodes[Int(node)]
        guard record.parent != Link.none else { return }
        if record.previousSibling == Link.none {
            nodes[Int(record.parent)].firstChild = record.nextSibling
        } else {
            nodes[Int(record.previousSibling)].nextSibling = record.nextSibling
        }
        if record.nextSibling == Link.none {
            nodes[Int(record.parent)].lastChild = record.previousSibling
        } else {
            nodes[Int(record.nextSibling)].previousSibling = record.previousSibling
        }
        nodes[Int(node)].parent = Link.none
        nodes[Int(node)].previousSibling = Link.none
        nodes[Int(node)].nextSibling = Link.none
    }

    /// Moves all children of a node to the end of another's.
    mutating func moveChildren(of old: UInt32, to new: UInt32) {
        while true {
            let child = nodes[Int(old)].firstChild
            guard child != Link.none else { return }
            unlink(child)
            link(child, InsertionPlace(parent: new))
            steps &+= 1
        }
    }
}

// MARK: Places

extension TreeBuilder {
    /// The appropriate place for inserting a node, `target` standing in for the current node.
    @inline(__always)
    mutating func place(target: OpenElement? = nil) -> InsertionPlace {
        let target = target ?? current
        if isFostering, rules.lists(target.tag, target.namespace).contains(.fosters) { return fosterPlace() }
        return target.isHTML(.template) ? inside(target.node) : InsertionPlace(parent: target.node)
    }

    /// The inside of an element: a template's contents, any other element itself.
    private mutating func inside(_ node: UInt32) -> InsertionPlace {
        let content = nodes[Int(node)].firstChild
        let isContent = content != Link.none && nodes[Int(content)].kind == .fragment
        return InsertionPlace(parent: isContent ? content : node)
    }

    @inline(never)
    private mutating func fosterPlace() -> InsertionPlace {
        var index = stack.count - 1
        while index > 0 {
            let element = stack[index]
            if element.isHTML(.template) { return inside(element.node) }
            if element.isHTML(.table) { return foster(before: index) }
            steps &+= 1
            index -= 1
        }
        return InsertionPlace(parent: stack[0].node)
    }

    private mutating func foster(before index: Int) -> InsertionPlace {
        let table = stack[index].node
        let parent = nodes[Int(table)].parent
        if parent != Link.none { return InsertionPlace(parent: parent, before: table) }
        let above = stack[index - 1]
        return above.isHTML(.template) ? inside(above.node) : InsertionPlace(parent: above.node)
    }
}

// MARK: Elements

extension TreeBuilder {
    /// Makes and opens an element of HTML for the present start tag.
    @inline(__always)
    @discardableResult
    mutating func insert() -> UInt32 { insert(tokenizer.tag, .html, hasAttributes: true) }

    /// Makes and opens an element of HTML that the page leaves out.
    @discardableResult
    mutating func insertImplied(_ tag: Tag) -> UInt32 { insert(tag.number, .html, hasAttributes: false) }

    /// Makes and opens an element.
    @discardableResult
    mutating func insert(_ tag: UInt16, _ namespace: Namespace, hasAttributes: Bool) -> UInt32 {
        if stack.count >= limits.maxDepth { flatten() }
        let node = makeElement(tag, namespace, hasAttributes: hasAttributes)
        link(node, place())
        push(OpenElement(node: node, tag: tag, namespace: namespace))
        return node
    }

    /// Makes an element for the present start tag that never has children.
    @inline(__always)
    @discardableResult
    mutating func insertVoid(_ namespace: Namespace = .html) -> UInt32 {
        let node = makeElement(tokenizer.tag, namespace, hasAttributes: true)
        link(node, place())
        return node
    }

    @inline(__always)
    mutating func makeElement(_ tag: UInt16, _ namespace: Namespace, hasAttributes: Bool) -> UInt32 {
        var record = NodeRecord(kind: .element, namespace: namespace, tag: tag)
        if hasAttributes {
            record.start = UInt32(truncatingIfNeeded: tokenizer.attributeStart)
            record.length = UInt32(truncatingIfNeeded: tokenizer.attributeCount)
            claimsAttributes = true
        }
        return make(record)
    }

    /// At the bound of depth the new element takes the current one's place.
    @inline(never)
    private mutating func flatten() {
        flags.insert(.depth)
        if current.isHTML(.template), templateModes.count > 0 { templateModes.truncate(to: templateModes.count - 1) }
        pop()
    }

    /// A copy of an element, for the rules that reopen formatting elements.
    mutating func copy(of node: UInt32) -> UInt32 {
        let original = nodes[Int(node)]
        var record = NodeRecord(kind: .element, namespace: original.namespace, tag: original.tag)
        record.start = original.start
        record.length = original.length
        return make(record)
    }

    /// Adds the present tag's attributes to an element that lacks them.
    mutating func mergeAttributes(into node: UInt32) {
        let old = nodes[Int(node)]
        let added = (tokenizer.attributeStart..<tokenizer.attributes.count).map { tokenizer.attributes[$0] }
            .filter { value(of: $0.name, in: old) == nil }
            .prefix(max(0, limits.attributesPerTag - Int(old.length)))
        guard !added.isEmpty else { return }
        claimsAttributes = true
        tokenizer.attributes.truncate(to: tokenizer.attributeStart)
        nodes[Int(node)].start = UInt32(tokenizer.attributes.count)
        nodes[Int(node)].length = old.length + UInt32(added.count)
        tokenizer.attributes.appendCopy(of: Int(old.start)..<Int(old.start) + Int(old.length))
        for attribute in added { tokenizer.attributes.append(attribute) }
    }

    /// The present comment becomes the last child of a node.
    mutating func insertComment(under parent: UInt32) {
        let node = make(NodeRecord(kind: .comment, start: tokenizer.text.start, length: tokenizer.text.length))
        link(node, InsertionPlace(parent: parent))
    }

    /// The present comment goes where an element would.
    mutating func insertComment() {
        let node = make(NodeRecord(kind: .comment, start: tokenizer.text.start, length: tokenizer.text.length))
        link(node, place())
    }
}

// MARK: Text

extension ByteSlice {
    /// The slice without its first bytes.
    @inline(__always)
    func dropping(_ count: Int) -> ByteSlice {
        let dropped = UInt32(truncatingIfNeeded: min(count, self.count))
        return ByteSlice(start: start &+ dropped, length: length &- dropped)
    }
}

extension TreeBuilder {
    @inline(__always)
    mutating func byte(_ slice: ByteSlice, _ index: Int) -> UInt8 {
        slice.isInSide ? tokenizer.side[slice.offset &+ index] : tokenizer.source[slice.offset &+ index]
    }

    /// How many spaces the slice begins with.
    @inline(__always)
    mutating func leadingSpaces(_ slice: ByteSlice) -> Int {
        var count = 0
        while count < slice.count, Ascii.isSpace(byte(slice, count)) { count &+= 1 }
        return count
    }

    /// Inserts the first bytes of the present text and leaves the rest as the present text.
    mutating func insertLeading(_ count: Int) {
        if count > 0 { insertText(tokenizer.text.prefix(count)) }
        tokenizer.text = tokenizer.text.dropping(count)
    }

    /// Inserts text at the appropriate place, joined with a text just before it.
    @inline(__always)
    mutating func insertText(_ slice: ByteSlice) {
        let place = place()
        let before =
            place.before == Link.none ? nodes[Int(place.parent)].lastChild : nodes[Int(place.before)].previousSibling
        if before != Link.none, nodes[Int(before)].kind == .text { return extend(before, with: slice) }
        guard place.parent != 0 else { return }
        link(make(NodeRecord(kind: .text, start: slice.start, length: slice.length)), place)
    }

    /// Appends to a text: for free where the bytes lie one after the other, else in a copy with room to grow, so that
    /// many small additions cost no more than their sum.
    @inline(never)
    private mutating func extend(_ node: UInt32, with slice: ByteSlice) {
        let record = nodes[Int(node)]
        let old = ByteSlice(start: record.start, length: record.length)
        let isRoomy = record.bits & TreeBuilder.roomyBit != 0
        let total = old.count + slice.count
        guard total < 1 << 30 else { return }
        if !isRoomy, old.start + old.length == slice.start {
            nodes[Int(node)].length = UInt32(total)
            return
        }
        var home = old
        if !isRoomy || total > room(for: old.count) {
            home = ByteSlice(side: tokenizer.side.count, count: old.count)
            tokenizer.side.appendUninitialized(room(for: total), filledWith: 0)
            copyBytes(of: old, toSide: home.offset)
            nodes[Int(node)].bits |= TreeBuilder.roomyBit
        }
        copyBytes(of: slice, toSide: home.offset + old.count)
        nodes[Int(node)].start = home.start
        nodes[Int(node)].length = UInt32(total)
        steps &+= 1
    }

    private mutating func room(for count: Int) -> Int {
        var room = 16
        while room < count { room *= 2 }
        return room
    }

    private mutating func copyBytes(of slice: ByteSlice, toSide place: Int) {
        steps &+= slice.count &>> 4
        for index in 0..<slice.count { tokenizer.side[place + index] = byte(slice, index) }
    }
}
