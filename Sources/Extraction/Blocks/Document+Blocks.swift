internal import Markup

/// What segmentation asks of a parsed document.
extension Document {
    /// The `body` element; else the root (pages of frames, pages cut short).
    var bodyOrRoot: Node { body ?? root }

    /// The kind of an element, or `nil` for other nodes.
    @inline(__always)
    func elementKind(of node: Node) -> ElementKind? {
        guard kind(node) == .element else { return nil }
        let tag = tag(node)
        if tag != .unknown { return ElementKind.byTag[tag.index] }
        return name(node).utf8.contains(0x2D) ? .otherBlock : .other
    }
}

extension ElementKind {
    /// Kinds by ``Markup/Tag/index``.
    static let byTag: [ElementKind] = {
        var table = Array(repeating: ElementKind.other, count: Tag.count)
        for kind in allCases { for name in kind.names where Tag(name) != .unknown { table[Tag(name).index] = kind } }
        return table
    }()
}
