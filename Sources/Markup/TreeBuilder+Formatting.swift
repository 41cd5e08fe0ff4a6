// MARK: The list of active formatting elements

extension TreeBuilder {
    /// Adds the current node; of four alike since the last marker the first goes.
    mutating func pushFormatting(_ node: UInt32) {
        let tag = nodes[Int(node)].tag
        var alike = 0
        var earliest = 0
        var index = formatting.count - 1
        while index >= 0, !formatting[index].isMarker {
            if formatting[index].tag == tag, haveSameAttributes(formatting[index].node, node) {
                alike += 1
                earliest = index
            }
            steps &+= 1
            index -= 1
        }
        if alike >= 3 { formatting.remove(at: earliest) }
        appendFormatting(FormattingEntry(node: node, tag: tag))
    }

    mutating func appendFormatting(_ entry: FormattingEntry) {
        if formatting.count >= limits.activeFormatting {
            flags.insert(.activeFormatting)
            formatting.remove(at: 0)
        }
        formatting.append(entry)
    }

    private mutating func haveSameAttributes(_ one: UInt32, _ other: UInt32) -> Bool {
        let first = nodes[Int(one)]
        let second = nodes[Int(other)]
        guard first.length == second.length else { return false }
        for index in 0..<Int(first.length) {
            let attribute = tokenizer.attributes[Int(first.start) + index]
            let beside = tokenizer.attributes[Int(second.start) + index]
            let match = beside.name == attribute.name ? beside.value : value(of: attribute.name, in: second)
            steps &+= 1
            guard let match, isSame(attribute.value, match) else { return false }
        }
        return true
    }

    /// The value of an element's attribute.
    mutating func value(of name: UInt16, in element: NodeRecord) -> ByteSlice? {
        steps &+= Int(element.length)
        for index in 0..<Int(element.length) {
            let attribute = tokenizer.attributes[Int(element.start) + index]
            if attribute.name == name { return attribute.value }
        }
        return nil
    }

    private mutating func isSame(_ one: ByteSlice, _ other: ByteSlice) -> Bool {
        guard one.count == other.count else { return false }
        steps &+= one.count &>> 4
        for index in 0..<one.count where byte(one, index) != byte(other, index) { return false }
        return true
    }

    mutating func clearFormattingToMarker() {
        while formatting.count > 0 {
            let last = formatting[formatting.count - 1]
            formatting.truncate(to: formatting.count - 1)
            if last.isMarker { return }
        }
    }

    /// Reopens the formatting elements that were closed by block structure.
    @inline(__always)
    mutating func reconstructFormatting() {
        guard formatting.count > 0 else { return }
        let last = formatting[formatting.count &- 1]
        if last.isMarker || isOpen(last.node) { return }
        reopenFormatting()
    }

    @inline(never)
    private mutating func reopenFormatting() {
        var index = formatting.count - 1
        while index > 0, !formatting[index - 1].isMarker, !isOpen(formatting[index - 1].node) { index -= 1 }
        guard stack.count + formatting.count - index < limits.maxDepth else {
            flags.insert(.depth)
            return
        }
        while index < formatting.count {
            let node = copy(of: formatting[index].node)
            link(node, place())
            push(OpenElement(node: node, tag: formatting[index].tag, namespace: .html))
            formatting[index].node = node
            index += 1
        }
    }

    mutating func formattingIndex(of node: UInt32) -> Int? {
        var index = formatting.count - 1
        while index >= 0 {
            steps &+= 1
            if formatting[index].node == node { return index }
            index -= 1
        }
        return nil
    }

    /// The last formatting element with the tag since the last marker.
    mutating func formattingIndex(_ tag: UInt16) -> Int? {
        var index = formatting.count - 1
        while index >= 0, !formatting[index].isMarker {
            steps &+= 1
            if formatting[index].tag == tag { return index }
            index -= 1
        }
        return nil
    }

    mutating func removeFormatting(_ node: UInt32) {
        if let index = formattingIndex(of: node) { formatting.remove(at: index) }
    }
}

// MARK: The adoption agency

extension TreeBuilder {
    /// The adoption agency algorithm for an end tag (13.2.6.4.7). False where the tag is to be treated as any other end tag.
    mutating func runAdoptionAgency(_ subject: UInt16) -> Bool {
        if current.tag == subject, current.namespace == .html, formattingIndex(of: current.node) == nil {
            pop()
            return true
        }
        for _ in 0..<8 {
            guard let entry = formattingIndex(subject) else { return false }
            if !adopt(entry) { return true }
        }
        return true
    }

    /// One round for the formatting element at `entry`; false where the algorithm ends.
    private mutating func adopt(_ entry: Int) -> Bool {
        let element = formatting[entry]
        guard let index = stackIndex(of: element.node) else {
            formatting.remove(at: entry)
            return false
        }
        guard isInScope(.scope, { $0.node == element.node }) else { return false }
        guard let furthest = furthestBlock(above: index) else {
            popThrough { $0.node == element.node }
            removeFormatting(element.node)
            return false
        }
        rearrange(element, at: index, furthest: furthest, bookmark: entry)
        return true
    }

    private mutating func furthestBlock(above index: Int) -> Int? {
        for place in (index + 1)..<max(index + 1, stack.count) where lists(stack[place]).contains(.special) {
            steps &+= place &- index
            return place
        }
        steps &+= stack.count &- index
        return nil
    }

    private mutating func rearrange(_ element: FormattingEntry, at index: Int, furthest: Int, bookmark: Int) {
        let block = stack[furthest]
        var bookmark = bookmark
        let last = reopenBetween(index, furthest, block.node, &bookmark)
        unlink(last)
        link(last, place(target: stack[max(0, index - 1)]))
        let new = copy(of: element.node)
        let inside = block.isHTML(.template) ? place(target: block).parent : block.node
        moveChildren(of: inside, to: new)
        link(new, InsertionPlace(parent: inside))
        moveFormatting(element, to: bookmark, as: new)
        if let place = stackIndex(of: element.node) { removeFromStack(at: place) }
        if let place = stackIndex(of: block.node) {
            stack.insert(OpenElement(node: new, tag: element.tag, namespace: .html), at: place + 1)
            nodes[Int(new)].bits |= TreeBuilder.openBit
        }
    }

    /// The inner loop: the elements between the formatting element and the furthest block are copied, or closed if they are not
    /// formatting elements. Returns the last node of the chain.
    private mutating func reopenBetween(_ index: Int, _ furthest: Int, _ block: UInt32, _ bookmark: inout Int) -> UInt32
    {
        var last = block
        var place = furthest - 1
        var round = 0
        while place > index {
            defer { place -= 1 }
            round += 1
            let node = stack[place]
            var entry = formattingIndex(of: node.node)
            if round > 3, let found = entry {
                formatting.remove(at: found)
                if found < bookmark { bookmark -= 1 }
                entry = nil
            }
            guard let entry else {
                removeFromStack(at: place)
                continue
            }
            let new = replaceByCopy(stack: place, formatting: entry)
            if last == block { bookmark = entry + 1 }
            unlink(last)
            link(last, InsertionPlace(parent: new))
            last = new
        }
        return last
    }

    private mutating func replaceByCopy(stack place: Int, formatting entry: Int) -> UInt32 {
        let new = copy(of: stack[place].node)
        nodes[Int(stack[place].node)].bits &= ~TreeBuilder.openBit
        nodes[Int(new)].bits |= TreeBuilder.openBit
        stack[place].node = new
        formatting[entry].node = new
        return new
    }

    private mutating func moveFormatting(_ element: FormattingEntry, to bookmark: Int, as new: UInt32) {
        var bookmark = bookmark
        if let old = formattingIndex(of: element.node) {
            formatting.remove(at: old)
            if old < bookmark { bookmark -= 1 }
        }
        formatting.insert(FormattingEntry(node: new, tag: element.tag), at: min(max(0, bookmark), formatting.count))
    }
}
