// MARK: SVG and MathML

extension TreeBuilder {
    /// Whether the token is to be treated by the rules for foreign content (13.2.6, the tree construction dispatcher).
    @inline(__always)
    mutating func isForeign(_ token: TokenKind) -> Bool {
        guard stack.count > 0 else { return false }
        let element = adjustedCurrent
        return element.namespace != .html && isForeign(token, in: element)
    }

    @inline(never)
    private mutating func isForeign(_ token: TokenKind, in element: OpenElement) -> Bool {
        let isText = token == .text || token == .null
        if token == .end { return false }
        if lists(element).contains(.mathTextPoint) {
            if isText || token == .startTag && tag != .mglyph && tag != .malignmark { return false }
        }
        if token == .startTag, tag == .svg, element.namespace == .mathML, Tag(number: element.tag) == .annotationXml {
            return false
        }
        return !(isHTMLPoint(element) && (isText || token == .startTag))
    }

    private mutating func isHTMLPoint(_ element: OpenElement) -> Bool {
        lists(element).contains(.htmlPoint) || nodes[Int(element.node)].bits & TreeBuilder.htmlPointBit != 0
    }

    /// The rules for foreign content (13.2.6.5).
    mutating func foreign(_ token: TokenKind) -> Step {
        switch token {
        case .null:
            let start = tokenizer.side.count
            tokenizer.appendScalar(0xFFFD)
            insertText(ByteSlice(side: start, count: 3))
        case .text:
            if leadingSpaces(tokenizer.text) < tokenizer.text.count { allowsFrameset = false }
            insertText(tokenizer.text)
        case .comment: insertComment()
        case .startTag: return startForeignTag()
        case .endTag: return endForeignTag()
        case .doctype, .end: break
        }
        return .done
    }

    private mutating func startForeignTag() -> Step {
        if breaksOut() { return leaveForeign(.startTag) }
        insertForeign(adjustedCurrent.namespace)
        return .done
    }

    /// Whether the present start tag cannot be SVG or MathML.
    private mutating func breaksOut() -> Bool {
        if rules.lists(tokenizer.tag, .html).contains(.breaksOut) { return true }
        guard tag == .font else { return false }
        for index in tokenizer.attributeStart..<tokenizer.attributes.count {
            let name = tokenizer.attributes[index].name
            if [AttributeName.color, .face, .size].contains(where: { $0.number == name }) { return true }
        }
        return false
    }

    private mutating func leaveForeign(_ token: TokenKind) -> Step {
        while stack.count > 1, current.namespace != .html, !isHTMLPoint(current),
            !lists(current).contains(.mathTextPoint)
        {
            pop()
        }
        return process(token, in: mode)
    }

    /// Makes an element of SVG or MathML for the present tag and opens it unless it closes itself.
    mutating func insertForeign(_ namespace: Namespace) {
        if tokenizer.isSelfClosing {
            insertVoid(namespace)
            return
        }
        let node = insert(tokenizer.tag, namespace, hasAttributes: true)
        guard namespace == .mathML, tag == .annotationXml else { return }
        if attribute(.encoding, is: "text/html") || attribute(.encoding, is: "application/xhtml+xml") {
            nodes[Int(node)].bits |= TreeBuilder.htmlPointBit
        }
    }

    private mutating func endForeignTag() -> Step {
        if tag == .br || tag == .p { return leaveForeign(.endTag) }
        var index = stack.count - 1
        while index > 0 {
            let element = stack[index]
            steps &+= 1
            if element.namespace == .html { return process(.endTag, in: mode) }
            if element.tag == tokenizer.tag {
                while stack.count > index { pop() }
                return .done
            }
            index -= 1
        }
        return .done
    }
}
