internal import Markup

/// The text of an element as a reader sees it: white space plain, blocks and line breaks apart, scripts left out.
enum ElementText {
    /// The text, cut after `limit` bytes; with `parted`, words that meet at a ``Seam`` are parted.
    static func read(_ node: Node, of document: Document, limit: Int, parted: Bool = false) -> String {
        var steps = 0
        return read(node, of: document, limit: limit, parted: parted, steps: &steps)
    }

    /// The same; `steps` is told the nodes that were walked into and out of.
    static func read(
        _ node: Node, of document: Document, limit: Int, parted: Bool, steps: inout Int
    ) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(limit)
        var walk = document.walk(from: node)
        let most = steps + 4 * limit
        while bytes.count < limit, steps < most, let event = walk.next() {
            steps += 1
            switch event {
            case .enter(let here):
                if document.kind(here) == .text {
                    let seam = bytes.count
                    bytes.append(span: document.utf8(of: here), limit: limit)
                    if parted, Seam.parts(bytes.span, at: seam) || isStop(bytes, before: seam) {
                        bytes.insert(0x20, at: seam)
                    }
                } else if here != node, isSkipped(document.tag(here), document.kind(here)) {
                    walk.skipChildren(of: here)
                } else if isBreak(document.tag(here)) {
                    bytes.append(0x20)
                }
            case .leave(let here):
                if document.kind(here) == .element, isBreak(document.tag(here)) { bytes.append(0x20) }
            }
        }
        return MarkedText.collapsed(bytes.span)
    }

    /// Whether a sentence ends before a place and a capital stands there: a caption and its credit.
    private static func isStop(_ bytes: [UInt8], before place: Int) -> Bool {
        guard place > 0, place < bytes.count, (0x41...0x5A).contains(bytes[place]) else { return false }
        return bytes[place - 1] == UInt8(ascii: ".") || bytes[place - 1] == UInt8(ascii: ")")
    }

    /// Whether what an element holds is no text for readers.
    static func isSkipped(_ tag: Tag, _ kind: NodeKind) -> Bool {
        guard kind == .element else { return true }
        switch tag {
        case .script, .style, .noscript, .template, .svg, .iframe, .select, .textarea, .button: return true
        // Readings above the characters of their base.
        case .rt, .rp, .rtc: return true
        default: return false
        }
    }

    private static func isBreak(_ tag: Tag) -> Bool {
        switch tag {
        case .br, .p, .div, .li, .ul, .ol, .h1, .h2, .h3, .h4, .td, .tr, .section, .header: true
        default: false
        }
    }
}

extension [UInt8] {
    /// Appends the bytes of a span up to a total of `limit`.
    mutating func append(span: Span<UInt8>, limit: Int) {
        let part = span.extracting(first: Swift.max(0, limit - count))
        append(addingCapacity: part.count) { out in
            for index in part.indices { out.append(part[index]) }
        }
    }
}

extension String {
    /// The span's bytes as a string, ill-formed UTF-8 repaired.
    init(bytes span: Span<UInt8>) {
        self = span.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }
}

/// Whether two spans hold the same bytes.
func areEqual(_ one: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    guard one.count == other.count else { return false }
    for index in one.indices where one[index] != other[index] { return false }
    return true
}

/// Whether a span holds an ASCII word in any case.
func contains(_ span: Span<UInt8>, _ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard span.count >= count else { return false }
    return word.withUTF8Buffer { word in
        let first = word[0] | 0x20
        var start = 0
        while start <= span.count - count {
            if span[start] | 0x20 == first {
                var at = 1
                while at < count, span[start + at] | 0x20 == word[at] | 0x20 { at += 1 }
                if at == count { return true }
            }
            start += 1
        }
        return false
    }
}
