extension Document {
    /// The node's children in order. No allocation.
    @inlinable
    public func children(of node: Node) -> Children { Children(document: self, next: firstChild(node)) }

    /// The node's parent, its parent, and so on to the root. No allocation.
    @inlinable
    public func ancestors(of node: Node) -> Ancestors { Ancestors(document: self, next: parent(node)) }

    /// Every node below `node` in the page's order, parents first. No allocation, no recursion.
    @inlinable
    public func descendants(of node: Node) -> Descendants { Descendants(document: self, from: node) }

    /// `node` and everything below it as enter and leave events in the page's order. No allocation, no recursion.
    @inlinable
    public func walk(from node: Node) -> Walk { Walk(document: self, from: node) }

    /// The children of a node.
    public struct Children: Sequence, IteratorProtocol, Sendable {
        @usableFromInline let document: Document
        @usableFromInline var upcoming: Node?

        @inlinable
        init(document: Document, next: Node?) {
            self.document = document
            upcoming = next
        }

        /// The next child.
        @inlinable
        public mutating func next() -> Node? {
            guard let node = upcoming else { return nil }
            upcoming = document.nextSibling(node)
            return node
        }
    }

    /// The ancestors of a node, nearest first.
    public struct Ancestors: Sequence, IteratorProtocol, Sendable {
        @usableFromInline let document: Document
        @usableFromInline var upcoming: Node?

        @inlinable
        init(document: Document, next: Node?) {
            self.document = document
            upcoming = next
        }

        /// The next ancestor.
        @inlinable
        public mutating func next() -> Node? {
            guard let node = upcoming else { return nil }
            upcoming = document.parent(node)
            return node
        }
    }

    /// The nodes below a node.
    public struct Descendants: Sequence, IteratorProtocol, Sendable {
        @usableFromInline let document: Document
        @usableFromInline let top: Node
        @usableFromInline var current: Node
        @usableFromInline var skips = false

        @inlinable
        init(document: Document, from top: Node) {
            self.document = document
            self.top = top
            current = top
        }

        /// The next node; nil at the end, for good.
        @inlinable
        public mutating func next() -> Node? {
            let below = skips ? nil : document.firstChild(current)
            skips = false
            guard let node = below ?? afterCurrent() else {
                current = top
                skips = true
                return nil
            }
            current = node
            return node
        }

        /// Leaves out what is below the node `next()` returned last.
        @inlinable
        public mutating func skipChildren() { skips = true }

        @inlinable
        func afterCurrent() -> Node? {
            var node = current
            while node != top {
                if let sibling = document.nextSibling(node) { return sibling }
                guard let parent = document.parent(node) else { return nil }
                node = parent
            }
            return nil
        }
    }

    /// One step of a walk.
    public enum WalkEvent: Hashable, Sendable {
        /// The node begins; what is below it follows.
        case enter(Node)
        /// Everything below the node has been walked.
        case leave(Node)
    }

    /// A walk through a subtree, top included.
    public struct Walk: Sequence, IteratorProtocol, Sendable {
        @usableFromInline let document: Document
        @usableFromInline let top: Node
        @usableFromInline var upcoming: WalkEvent?

        @inlinable
        init(document: Document, from top: Node) {
            self.document = document
            self.top = top
            upcoming = .enter(top)
        }

        /// The next event; every node entered is left.
        @inlinable
        public mutating func next() -> WalkEvent? {
            guard let event = upcoming else { return nil }
            switch event {
            case .enter(let node): upcoming = document.firstChild(node).map { .enter($0) } ?? .leave(node)
            case .leave(let node): upcoming = node == top ? nil : following(node)
            }
            return event
        }

        /// After `enter(node)`: leaves out what is below it; `leave(node)` comes next.
        @inlinable
        public mutating func skipChildren(of node: Node) { upcoming = .leave(node) }

        @inlinable
        func following(_ node: Node) -> WalkEvent? {
            if let sibling = document.nextSibling(node) { return .enter(sibling) }
            return document.parent(node).map { .leave($0) }
        }
    }
}
