internal import Markup

/// What segmentation asks of a parsed document.
extension Document {
    /// Whether a `template` is a shadow root that came with the page: what it holds is shown in place of its host's content.
    func isShadowRoot(_ node: Node) -> Bool {
        attribute(node, Self.shadowRootMode) != nil || attribute(node, Self.shadowRoot) != nil
    }

    /// Whether the content of a `template` is a shadow root's.
    func isShown(fragment node: Node) -> Bool { parent(node).map(isShadowRoot) ?? false }

    private static let shadowRootMode = AttributeName("shadowrootmode")
    private static let shadowRoot = AttributeName("shadowroot")

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
