internal import Markup

/// Inline elements that are something else than they are called.
extension Segmenter {
    /// Whether an `a` is a place that links lead to, and no link: it is often never closed, and then all that follows stands inside.
    func isPlace(_ node: Node) -> Bool {
        document.attribute(node, .href) == nil && document.attribute(node, .name) != nil
    }

    /// Whether a `span` says itself that it is shown as a block, and holds a line of text or more: what is shorter is a label or an icon.
    func isShownAsBlock(_ node: Node) -> Bool {
        guard let text = document.firstChild(node), document.kind(text) == .text, isLine(document.utf8(of: text)) else {
            return false
        }
        guard let style = document.attribute(node, .style), style.count >= 13 else { return false }
        return contains(document.utf8(style.prefix(Self.mostOfClass)), "display:block")
            || contains(document.utf8(style.prefix(Self.mostOfClass)), "display: block")
    }

    /// Whether an inline element says by its class that it is the caption of an image, holds a line of text, and the article's text
    /// follows in the same block: `<em class=img_desc>The ferry</em>The council voted …`.
    func isCaption(_ node: Node) -> Bool {
        guard let value = document.attribute(node, .class_), let text = document.firstChild(node),
            document.kind(text) == .text,
            document.utf8(of: text).count >= 12
        else { return false }
        let names = document.utf8(value.prefix(Self.mostOfClass))
        let isCaption =
            contains(names, "caption") || contains(names, "img_desc") || contains(names, "imgdesc")
            || contains(names, "photo_desc")
        return isCaption && isTextBehind(node)
    }

    /// Whether text follows an inline element before a block element or a break does.
    private func isTextBehind(_ node: Node) -> Bool {
        var here = node
        for _ in 0..<8 {
            guard let next = document.nextSibling(here) else {
                guard let parent = document.parent(here), !kinds[document.tag(parent).index].isBlock else {
                    return false
                }
                here = parent
                continue
            }
            here = next
            if document.kind(next) == .text, holdsInk(document.utf8(of: next)) { return true }
            if document.kind(next) == .element {
                let kind = kinds[document.tag(next).index]
                return !kind.isBlock && kind != .br && kind != .skipped && kind != .img
            }
        }
        return false
    }

    private func holdsInk(_ text: Span<UInt8>) -> Bool {
        text.indices.contains { text[$0] > 0x20 }
    }

    private func isLine(_ text: Span<UInt8>) -> Bool { ink(text) >= Self.leastLine }

    /// Bytes of a text that are no white space.
    func ink(_ text: Span<UInt8>) -> Int {
        var ink = 0
        for index in text.indices where text[index] > 0x20 { ink += 1 }
        return ink
    }

    /// Bytes that are read of a `class` or `style`: elements that are made again share theirs.
    private static let mostOfClass = 400

    /// Bytes of a line of text, white space not counted.
    private static let leastLine = 60

    /// Whether a `span` behind a paragraph's text holds nothing but how many comments it has: `<span class="review-count">12</span>`.
    func isCountOfComments(_ node: Node) -> Bool {
        guard text.runCount >= Self.leastLine / 2, let inner = document.firstChild(node), document.kind(inner) == .text,
            document.nextSibling(inner) == nil, Self.isNumber(document.utf8(of: inner)),
            let value = document.attribute(node, .class_)
        else { return false }
        let names = document.utf8(value.prefix(Self.mostOfClass))
        return contains(names, "comment") || contains(names, "review")
    }

    /// Whether a `span` at a block's start is the place that the report comes from, which a style sheet sets apart from the text:
    /// `<span class=location-stamp>HANOI</span>The bridge …`.
    func isPlaceLine(_ node: Node) -> Bool {
        guard !text.isRunEmpty, text.runCount <= 48, let value = document.attribute(node, .class_),
            let next = document.nextSibling(node), document.kind(next) == .text,
            document.utf8(of: next).extracting(first: 1).indices.contains(where: {
                Self.isLetter(document.utf8(of: next)[$0])
            })
        else { return false }
        let names = document.utf8(value.prefix(Self.mostOfClass))
        return contains(names, "location") || contains(names, "dateline")
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || byte >= 0xC3 && byte < 0xE2 }

    private static func isNumber(_ text: Span<UInt8>) -> Bool {
        guard !text.isEmpty, text.count <= 6 else { return false }
        var digits = 0
        for index in text.indices {
            if text[index] &- 0x30 < 10 {
                digits += 1
            } else if text[index] > 0x20 && text[index] != 0x2B {
                return false
            }
        }
        return digits > 0
    }
}
