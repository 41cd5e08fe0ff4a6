internal import Markup

/// Items of lists that lead to other articles: what they state is those articles'.
enum Teaser {
    /// Whether an element stands in one of several like-built elements beside each other, with a link of a headline's length; with
    /// `isHeaded` that has to stand in a heading.
    static func holds(_ node: Node, in document: Document, isHeaded: Bool = false) -> Bool {
        var here = node
        for _ in 0..<depth {
            if hasTwin(here, in: document), leadsOn(here, in: document, isHeaded) { return true }
            guard let parent = document.parent(here) else { return false }
            here = parent
        }
        return false
    }

    /// Elements around one that are looked at, siblings on each side, elements within, and links that are read.
    private static let (depth, siblings, within, links) = (5, 4, 40, 6)
    /// Bytes of the shortest headline.
    private static let leastHeadline = 20

    /// Whether an element with a class, or an item of a list, has a sibling of the same name and class.
    private static func hasTwin(_ node: Node, in document: Document) -> Bool {
        let own = document.attribute(node, .class_)
        guard own.map({ !$0.isEmpty }) ?? (document.tag(node) == .li || document.tag(node) == .article) else {
            return false
        }
        for step in [document.previousSibling, document.nextSibling] {
            var other = step(node)
            for _ in 0..<siblings {
                guard let twin = other else { break }
                if document.kind(twin) == .element, document.tag(twin) == document.tag(node),
                    areSame(own, document.attribute(twin, .class_), in: document)
                {
                    return true
                }
                other = step(twin)
            }
        }
        return false
    }

    private static func isInHeading(_ link: Node, in document: Document) -> Bool {
        let headings: [Tag] = [.h2, .h3, .h4, .h5]
        return document.parent(link).map { headings.contains(document.tag($0)) } ?? false
            || document.firstChild(link).map { headings.contains(document.tag($0)) } ?? false
    }

    private static func areSame(_ one: ByteSlice?, _ other: ByteSlice?, in document: Document) -> Bool {
        guard let one, let other else { return one == nil && other == nil }
        guard one.count == other.count else { return false }
        let (a, b) = (one.prefix(ContentAttributes.most), other.prefix(ContentAttributes.most))
        return areEqual(document.utf8(a), document.utf8(b))
    }

    private static func leadsOn(_ node: Node, in document: Document, _ isHeaded: Bool) -> Bool {
        var walk = document.descendants(of: node)
        var read = 0
        for _ in 0..<within where read < links {
            guard let below = walk.next() else { return false }
            guard document.tag(below) == .a, document.attribute(below, .href) != nil,
                !isHeaded || isInHeading(below, in: document)
            else { continue }
            read += 1
            if ElementText.read(below, of: document, limit: 60).utf8.count >= leastHeadline { return true }
        }
        return false
    }
}
