/// A node of one `Document`: a number, good only with the document it came from.
public struct Node: Hashable, Sendable, BitwiseCopyable {
    /// The node's place in its document, from 0 (the root) to `Document.nodeCount - 1`, in the order of creation.
    public let index: UInt32

    @inlinable
    init(index: UInt32) { self.index = index }
}

/// What a node is.
public enum NodeKind: UInt8, Sendable, BitwiseCopyable {
    /// The root.
    case document
    /// `<!DOCTYPE ...>`.
    case doctype
    /// An element; its tag, namespace and attributes tell which.
    case element
    /// A run of text.
    case text
    /// `<!-- ... -->`, or markup the standard turns into a comment.
    case comment
    /// The contents of a `template` element, the only child the parser gives it.
    case fragment
}

/// The namespace of an element.
public enum Namespace: UInt8, Sendable, BitwiseCopyable {
    /// HTML.
    case html
    /// SVG.
    case svg
    /// MathML.
    case mathML
}

/// The document's mode by its doctype.
public enum QuirksMode: UInt8, Sendable {
    /// The standard's way.
    case noQuirks
    /// Almost the standard's way.
    case limitedQuirks
    /// As old browsers did.
    case quirks
}

/// A range of a document's bytes: a text, a comment, an attribute's value. Good only with the document it came from.
public struct ByteSlice: Hashable, Sendable, BitwiseCopyable {
    /// Start in the source, or in the side buffer when the high bit is set.
    @usableFromInline
    let start: UInt32
    @usableFromInline
    let length: UInt32

    @inlinable
    init(start: UInt32, length: UInt32) {
        self.start = start
        self.length = length
    }

    @inlinable
    init(side start: Int, count: Int) {
        self.init(start: UInt32(truncatingIfNeeded: start) | (1 << 31), length: UInt32(truncatingIfNeeded: count))
    }

    @inlinable
    init(source start: Int, count: Int) {
        self.init(start: UInt32(truncatingIfNeeded: start), length: UInt32(truncatingIfNeeded: count))
    }

    @inlinable
    var isInSide: Bool { start & (1 << 31) != 0 }

    @inlinable
    var offset: Int { Int(start & ~(1 << 31)) }

    /// Bytes it holds.
    @inlinable
    public var count: Int { Int(length) }

    /// Whether it holds no byte.
    @inlinable
    public var isEmpty: Bool { length == 0 }

    /// Its first bytes.
    @inlinable
    public func prefix(_ most: Int) -> ByteSlice {
        count <= most ? self : ByteSlice(start: start, length: UInt32(max(0, most)))
    }
}

/// The doctype of a document; missing identifiers are empty.
public struct Doctype: Sendable {
    /// `html`, in lower case.
    public let name: ByteSlice
    /// The public identifier.
    public let publicID: ByteSlice
    /// The system identifier.
    public let systemID: ByteSlice
}
