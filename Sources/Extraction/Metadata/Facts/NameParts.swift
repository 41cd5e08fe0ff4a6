internal import Markup
internal import Normalization

/// The text of an element that names people, a bar set where two of its elements meet that are several words each and apart for a
/// reader: `Ann Lee | Harbour Post`, never `Ann | Lee`.
enum NameParts {
    /// The text, or `nil` where no bar stands in it.
    ///
    /// What an element holds that calls itself a job, an employer or a place is left out behind a name.
    static func read(_ node: Node, of document: Document, limit: Int, steps: inout Int) -> String? {
        guard let node = parting(node, of: document, steps: &steps) else { return nil }
        var parts: [String] = []
        var isBarred = false
        var bytes = 0
        var walk = document.walk(from: node)
        let most = steps + Self.maximumSteps
        while bytes < limit, steps < most, let event = walk.next() {
            steps += 1
            guard case .enter(let here) = event else { continue }
            if document.kind(here) == .text {
                let part = MarkedText.collapsed(document.utf8(of: here).extracting(first: limit - bytes))
                bytes += part.utf8.count
                guard !part.isEmpty else { continue }
                if let last = parts.last, BylineReader.standApart(last, part) {
                    parts.append(part)
                    isBarred = true
                } else {
                    parts.append(parts.popLast().map { "\($0) \(part)" } ?? part)
                }
            } else if here != node, ElementText.isSkipped(document.tag(here), document.kind(here)) {
                walk.skipChildren(of: here)
            } else if here != node, let last = parts.last, isAside(here, document), BylineReader.endsWithName(last) {
                walk.skipChildren(of: here)
                isBarred = true
            }
        }
        return isBarred ? parts.joined(separator: " | ") : nil
    }

    /// Nodes that are walked into or out of: a byline is small.
    private static let maximumSteps = 96

    /// The element itself, or the one in it that holds more than one thing; `nil` where one text is all there is.
    private static func parting(_ node: Node, of document: Document, steps: inout Int) -> Node? {
        var here = node
        for _ in 0..<6 {
            steps += 1
            guard let first = document.firstChild(here) else { return nil }
            guard document.nextSibling(first) == nil else { return here }
            here = first
        }
        return nil
    }

    private static func isAside(_ node: Node, _ document: Document) -> Bool {
        guard document.kind(node) == .element, let words = document.attribute(node, .class_) else { return false }
        let span = document.utf8(words.prefix(ContentAttributes.most))
        return asides.contains { $0.isIn(span) }
    }

    private static let asides = ClassWord.apart(
        "role", "job", "position", "publication", "affiliation", "employer", "designation", "location", "bio",
        "occupation")
}
