internal import Markup

/// What segmentation asks of a parsed document.
extension Document {
    /// The `body` element, if there is one; else the root.
    var bodyElement: Node? {
        var node = firstChild(root)
        while let here = node {
            if !isText(here) && name(here) == "body" { return here }
            node = nextSibling(here)
        }
        return root
    }
    func kind(ofElement n: Node) -> ElementKind? { isText(n) ? nil : kinds[Int(tag[Int(n.index)])] }
}
