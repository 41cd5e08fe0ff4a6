// MARK: Templates

extension TreeBuilder {
    /// "in template"
    mutating func inTemplate(_ token: TokenKind) -> Step {
        switch token {
        case .text, .null, .comment, .doctype: return inBody(token)
        case .startTag: return startTagInTemplate()
        case .endTag: return tag == .template ? inHead(token) : .done
        case .end:
            guard hasOpenTemplate() else { return .done }
            popThrough(.template)
            leaveTemplate()
            return .again
        }
    }

    private mutating func startTagInTemplate() -> Step {
        switch tag {
        case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
            return inHead(.startTag)
        case .caption, .colgroup, .tbody, .tfoot, .thead: return becomeTemplate(.inTable)
        case .col: return becomeTemplate(.inColumnGroup)
        case .tr: return becomeTemplate(.inTableBody)
        case .td, .th: return becomeTemplate(.inRow)
        default: return becomeTemplate(.inBody)
        }
    }

    /// The template's content turns out to be what `mode` reads.
    private mutating func becomeTemplate(_ newMode: InsertionMode) -> Step {
        templateModes.truncate(to: max(0, templateModes.count - 1))
        templateModes.append(newMode)
        mode = newMode
        return .again
    }
}

// MARK: After the body

extension TreeBuilder {
    /// "after body"
    mutating func afterBody(_ token: TokenKind) -> Step {
        switch token {
        case .text:
            let spaces = leadingSpaces(tokenizer.text)
            if spaces == tokenizer.text.count { return inBody(token) }
        case .comment:
            insertComment(under: stack[0].node)
            return .done
        case .doctype, .end: return .done
        case .startTag where tag == .html: return inBody(token)
        case .endTag where tag == .html:
            if context == nil { mode = .afterAfterBody }
            return .done
        default: break
        }
        mode = .inBody
        return .again
    }

    /// "after after body"
    mutating func afterAfterBody(_ token: TokenKind) -> Step {
        switch token {
        case .text:
            let spaces = leadingSpaces(tokenizer.text)
            if spaces == tokenizer.text.count { return inBody(token) }
        case .comment:
            insertComment(under: 0)
            return .done
        case .doctype: return inBody(token)
        case .end: return .done
        case .startTag where tag == .html: return inBody(token)
        default: break
        }
        mode = .inBody
        return .again
    }
}

// MARK: Frames

extension TreeBuilder {
    /// "in frameset"
    mutating func inFrameset(_ token: TokenKind) -> Step {
        switch token {
        case .text: insertSpacesOnly()
        case .comment: insertComment()
        case .startTag:
            switch tag {
            case .html: return inBody(token)
            case .frameset: insert()
            case .frame: insertVoid()
            case .noframes: return inHead(token)
            default: break
            }
        case .endTag where tag == .frameset:
            guard stack.count > 1 else { return .done }
            pop()
            if context == nil, !current.isHTML(.frameset) { mode = .afterFrameset }
        default: break
        }
        return .done
    }

    /// "after frameset"
    mutating func afterFrameset(_ token: TokenKind) -> Step {
        switch token {
        case .text: insertSpacesOnly()
        case .comment: insertComment()
        case .startTag where tag == .html: return inBody(token)
        case .startTag where tag == .noframes: return inHead(token)
        case .endTag where tag == .html: mode = .afterAfterFrameset
        default: break
        }
        return .done
    }

    /// "after after frameset"
    mutating func afterAfterFrameset(_ token: TokenKind) -> Step {
        switch token {
        case .text: insertSpacesOnly()
        case .comment: insertComment(under: 0)
        case .startTag where tag == .html: return inBody(token)
        case .startTag where tag == .noframes: return inHead(token)
        default: break
        }
        return .done
    }

    private mutating func insertSpacesOnly() {
        let start = tokenizer.side.count
        for index in 0..<tokenizer.text.count {
            let byte = byte(tokenizer.text, index)
            if Ascii.isSpace(byte) { tokenizer.side.append(byte) }
        }
        let count = tokenizer.side.count - start
        if count > 0 { insertText(ByteSlice(side: start, count: count)) }
    }
}
