internal import Markup

/// Reads a breadcrumb out of navigation markup: the texts of its links or items, separators left out.
enum CrumbMarkup {
    /// The crumbs below a node; none when it does not look like a path.
    static func read(_ node: Node, of document: Document) -> [String] {
        var crumbs: [String] = []
        var steps = 0
        var walk = document.descendants(of: node)
        while steps < 400, crumbs.count <= 12, let below = walk.next() {
            steps += 1
            guard document.kind(below) == .text else {
                if isSkipped(document.tag(below)) { walk.skipChildren() }
                continue
            }
            let text = Crumbs.trimmed(String(bytes: document.utf8(of: below)))
            crumbs += Crumbs.split(text, atEverySlash: false)
        }
        let clean = Crumbs.cleaned(crumbs)
        // Of a path that names itself one section may be left.
        let least = crumbs.first.map(Crumbs.isName) ?? false ? 1 : 2
        return (least...8).contains(clean.count) && clean.allSatisfy { $0.utf8.count < 200 } ? clean : []
    }

    private static func isSkipped(_ tag: Tag) -> Bool {
        tag == .script || tag == .style || tag == .svg || tag == .noscript || tag == .template
    }
}
