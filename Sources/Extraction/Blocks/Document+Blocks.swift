internal import Markup

/// What segmentation asks of a parsed document.
extension Document {
    /// The `body` element; else the root (pages of frames, pages cut short).
    var bodyOrRoot: Node { body ?? root }

    /// The kind of an element whose tag has no number.
    func kindOfUnknown(_ element: Node) -> ElementKind { name(element).utf8.contains(0x2D) ? .otherBlock : .other }
}

extension ElementKind {
    /// Kinds by ``Markup/Tag/index``.
    static let byTag: [ElementKind] = {
        var table = Array(repeating: ElementKind.other, count: Tag.count)
        for kind in allCases { for name in kind.names where Tag(name) != .unknown { table[Tag(name).index] = kind } }
        return table
    }()
}
