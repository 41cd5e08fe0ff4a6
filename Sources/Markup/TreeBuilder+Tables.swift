// MARK: Tables

extension TreeBuilder {
    /// "in table"
    mutating func inTable(_ token: TokenKind) -> Step {
        switch token {
        case .text, .null:
            guard lists(current).contains(.fosters) || current.isHTML(.template) else { return fosterInBody(token) }
            tableText.truncate(to: 0)
            originalMode = mode
            mode = .inTableText
            return .again
        case .comment:
            insertComment()
            return .done
        case .doctype: return .done
        case .startTag: return startTagInTable()
        case .endTag: return endTagInTable()
        case .end: return inBody(token)
        }
    }

    /// "anything else": by the rules of the body, misplaced content before the table.
    private mutating func fosterInBody(_ token: TokenKind) -> Step {
        isFostering = true
        let step = inBody(token)
        isFostering = false
        return step
    }

    private mutating func startTagInTable() -> Step {
        switch tag {
        case .caption:
            clearStack(backTo: .table, .template, .html)
            appendFormatting(.marker)
            insert()
            mode = .inCaption
        case .colgroup:
            clearStack(backTo: .table, .template, .html)
            insert()
            mode = .inColumnGroup
        case .col:
            clearStack(backTo: .table, .template, .html)
            insertImplied(.colgroup)
            mode = .inColumnGroup
            return .again
        case .tbody, .tfoot, .thead:
            clearStack(backTo: .table, .template, .html)
            insert()
            mode = .inTableBody
        case .td, .th, .tr:
            clearStack(backTo: .table, .template, .html)
            insertImplied(.tbody)
            mode = .inTableBody
            return .again
        default: return startOtherInTable()
        }
        return .done
    }

    private mutating func startOtherInTable() -> Step {
        switch tag {
        case .table:
            guard isInTableScope(.table) else { return .done }
            popThrough(.table)
            resetMode()
            return .again
        case .style, .script, .template: return inHead(.startTag)
        case .input where isHiddenInput:
            insertVoid()
            return .done
        case .form:
            guard form == Link.none, !hasOpenTemplate() else { return .done }
            form = insertVoid()
            return .done
        default: return fosterInBody(.startTag)
        }
    }

    private mutating func endTagInTable() -> Step {
        switch tag {
        case .table:
            guard isInTableScope(.table) else { return .done }
            popThrough(.table)
            resetMode()
            return .done
        case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: return .done
        case .template: return inHead(.endTag)
        default: return fosterInBody(.endTag)
        }
    }

    /// "in table text"
    mutating func inTableText(_ token: TokenKind) -> Step {
        switch token {
        case .text: tableText.append(tokenizer.text)
        case .null: break
        default:
            flushTableText()
            mode = originalMode
            return .again
        }
        return .done
    }

    private mutating func flushTableText() {
        let present = tokenizer.text
        var isSpace = true
        for index in 0..<tableText.count where leadingSpaces(tableText[index]) < tableText[index].count {
            isSpace = false
        }
        for index in 0..<tableText.count {
            tokenizer.text = tableText[index]
            if isSpace { insertText(tokenizer.text) } else { _ = fosterInBody(.text) }
        }
        tableText.truncate(to: 0)
        tokenizer.text = present
    }

    /// "in caption"
    mutating func inCaption(_ token: TokenKind) -> Step {
        switch (token, tag) {
        case (.endTag, .caption):
            _ = closeCaption()
            return .done
        case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody), (.startTag, .td),
            (.startTag, .tfoot), (.startTag, .th), (.startTag, .thead), (.startTag, .tr), (.endTag, .table):
            return closeCaption() ? .again : .done
        case (.endTag, .body), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html), (.endTag, .tbody),
            (.endTag, .td),
            (.endTag, .tfoot), (.endTag, .th), (.endTag, .thead), (.endTag, .tr):
            return .done
        default: return inBody(token)
        }
    }

    private mutating func closeCaption() -> Bool {
        guard isInTableScope(.caption) else { return false }
        generateImpliedEndTags()
        popThrough(.caption)
        clearFormattingToMarker()
        mode = .inTable
        return true
    }

    /// "in column group"
    mutating func inColumnGroup(_ token: TokenKind) -> Step {
        switch token {
        case .text:
            insertLeading(leadingSpaces(tokenizer.text))
            if tokenizer.text.isEmpty { return .done }
        case .comment:
            insertComment()
            return .done
        case .doctype: return .done
        case .end: return inBody(token)
        case .startTag:
            if tag == .html { return inBody(token) }
            if tag == .template { return inHead(token) }
            if tag == .col {
                insertVoid()
                return .done
            }
        case .endTag:
            if tag == .col { return .done }
            if tag == .template { return inHead(token) }
            if tag == .colgroup { return closeColumnGroup(then: .done) }
        case .null: break
        }
        return closeColumnGroup(then: .again)
    }

    private mutating func closeColumnGroup(then step: Step) -> Step {
        guard current.isHTML(.colgroup) else { return .done }
        pop()
        mode = .inTable
        return step
    }

    /// "in table body"
    mutating func inTableBody(_ token: TokenKind) -> Step {
        switch (token, tag) {
        case (.startTag, .tr):
            clearStack(backTo: .tbody, .tfoot, .thead, .template, .html)
            insert()
            mode = .inRow
            return .done
        case (.startTag, .th), (.startTag, .td):
            clearStack(backTo: .tbody, .tfoot, .thead, .template, .html)
            insertImplied(.tr)
            mode = .inRow
            return .again
        case (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead):
            guard isInTableScope(tag) else { return .done }
            closeTableBody()
            return .done
        case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody), (.startTag, .tfoot),
            (.startTag, .thead), (.endTag, .table):
            guard isInTableScope(.tbody) || isInTableScope(.thead) || isInTableScope(.tfoot) else { return .done }
            closeTableBody()
            return .again
        case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html),
            (.endTag, .td), (.endTag, .th), (.endTag, .tr):
            return .done
        default: return inTable(token)
        }
    }

    private mutating func closeTableBody() {
        clearStack(backTo: .tbody, .tfoot, .thead, .template, .html)
        pop()
        mode = .inTable
    }

    /// "in row"
    mutating func inRow(_ token: TokenKind) -> Step {
        switch (token, tag) {
        case (.startTag, .th), (.startTag, .td):
            clearStack(backTo: .tr, .template, .html)
            insert()
            mode = .inCell
            appendFormatting(.marker)
            return .done
        case (.endTag, .tr):
            _ = closeRow()
            return .done
        case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody), (.startTag, .tfoot),
            (.startTag, .thead), (.startTag, .tr), (.endTag, .table):
            return closeRow() ? .again : .done
        case (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead):
            guard isInTableScope(tag) else { return .done }
            return closeRow() ? .again : .done
        case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html),
            (.endTag, .td), (.endTag, .th):
            return .done
        default: return inTable(token)
        }
    }

    private mutating func closeRow() -> Bool {
        guard isInTableScope(.tr) else { return false }
        clearStack(backTo: .tr, .template, .html)
        pop()
        mode = .inTableBody
        return true
    }

    /// "in cell"
    mutating func inCell(_ token: TokenKind) -> Step {
        switch (token, tag) {
        case (.endTag, .td), (.endTag, .th):
            guard isInTableScope(tag) else { return .done }
            generateImpliedEndTags()
            popThrough(tag)
            clearFormattingToMarker()
            mode = .inRow
            return .done
        case (.startTag, .caption), (.startTag, .col), (.startTag, .colgroup), (.startTag, .tbody), (.startTag, .td),
            (.startTag, .tfoot), (.startTag, .th), (.startTag, .thead), (.startTag, .tr):
            return closeCell() ? .again : .done
        case (.endTag, .body), (.endTag, .caption), (.endTag, .col), (.endTag, .colgroup), (.endTag, .html):
            return .done
        case (.endTag, .table), (.endTag, .tbody), (.endTag, .tfoot), (.endTag, .thead), (.endTag, .tr):
            return isInTableScope(tag) && closeCell() ? .again : .done
        default: return inBody(token)
        }
    }

    private mutating func closeCell() -> Bool {
        guard isInTableScope(.td) || isInTableScope(.th) else { return false }
        generateImpliedEndTags()
        popThrough { $0.isHTML(.td) || $0.isHTML(.th) }
        clearFormattingToMarker()
        mode = .inRow
        return true
    }
}
