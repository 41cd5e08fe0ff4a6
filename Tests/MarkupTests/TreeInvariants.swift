// The fuzz target compiles this file in one module with Markup's sources.
#if canImport(Markup)
    @testable import Markup
#endif

/// What must hold of any tree of any bytes.
enum TreeInvariants {
    /// Nil, or what does not hold.
    static func violation(in document: Document, of page: [UInt8]) -> String? {
        brokenLink(document) ?? brokenRange(document) ?? brokenBound(document, page)
    }

    /// Every node reached is reached once, and its links agree with those of its neighbours.
    private static func brokenLink(_ document: Document) -> String? {
        var isReached = [Bool](repeating: false, count: document.nodeCount)
        for node in [document.root] + Array(document.descendants(of: document.root)) {
            if isReached[Int(node.index)] { return "node \(node.index) is reached twice" }
            isReached[Int(node.index)] = true
            var previous: Node?
            for child in document.children(of: node) {
                if document.parent(child) != node { return "parent of \(child.index)" }
                if document.previousSibling(child) != previous { return "previous sibling of \(child.index)" }
                previous = child
            }
            if document.lastChild(node) != previous { return "last child of \(node.index)" }
        }
        return nil
    }

    /// Every range lies in its buffer.
    private static func brokenRange(_ document: Document) -> String? {
        func isInside(_ slice: ByteSlice) -> Bool {
            let limit = slice.isInSide ? document.storage.sideCount : document.storage.sourceCount
            return slice.offset + slice.count <= limit
        }
        for index in 0..<document.nodeCount {
            let node = Node(index: UInt32(index))
            if !isInside(document.slice(of: node)) { return "text of \(index)" }
            for attribute in document.attributes(node) where !isInside(attribute.value) { return "value on \(index)" }
        }
        return nil
    }

    /// Nothing costs more than the bounds allow for each byte.
    private static func brokenBound(_ document: Document, _ page: [UInt8]) -> String? {
        let bound = (page.count + 16) * 4 * 600
        return document.steps > bound ? "\(document.steps) steps for \(page.count) bytes" : nil
    }
}

/// The deepest level of a tree.
func deepestLevel(of document: Document) -> Int {
    var depth = 0
    var deepest = 0
    for event in document.walk(from: document.root) {
        if case .enter = event { depth += 1 } else { depth -= 1 }
        deepest = max(deepest, depth)
    }
    return deepest
}
