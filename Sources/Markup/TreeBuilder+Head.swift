// MARK: Before the body

extension TreeBuilder {
    /// "initial"
    mutating func initial(_ token: TokenKind) -> Step {
        switch token {
        case .text:
            tokenizer.text = tokenizer.text.dropping(leadingSpaces(tokenizer.text))
            if tokenizer.text.isEmpty { return .done }
        case .comment:
            insertComment(under: 0)
            return .done
        case .doctype:
            insertDoctype()
            mode = .beforeHTML
            return .done
        default: break
        }
        quirks = .quirks
        mode = .beforeHTML
        return .again
    }

    /// "before html"
    mutating func beforeHTML(_ token: TokenKind) -> Step {
        switch token {
        case .doctype: return .done
        case .comment:
            insertComment(under: 0)
            return .done
        case .text:
            tokenizer.text = tokenizer.text.dropping(leadingSpaces(tokenizer.text))
            if tokenizer.text.isEmpty { return .done }
        case .startTag where tag == .html:
            openRoot(hasAttributes: true)
            return .done
        case .endTag where ![Tag.head, .body, .html, .br].contains(tag): return .done
        default: break
        }
        openRoot(hasAttributes: false)
        return .again
    }

    private mutating func openRoot(hasAttributes: Bool) {
        let node = makeElement(Tag.html.number, .html, hasAttributes: hasAttributes)
        link(node, InsertionPlace(parent: 0))
        push(OpenElement(node: node, tag: Tag.html.number, namespace: .html))
        mode = .beforeHead
    }

    /// "before head"
    mutating func beforeHead(_ token: TokenKind) -> Step {
        switch token {
        case .doctype: return .done
        case .comment:
            insertComment()
            return .done
        case .text:
            tokenizer.text = tokenizer.text.dropping(leadingSpaces(tokenizer.text))
            if tokenizer.text.isEmpty { return .done }
        case .startTag where tag == .html: return inBody(token)
        case .startTag where tag == .head:
            head = insert()
            mode = .inHead
            return .done
        case .endTag where ![Tag.head, .body, .html, .br].contains(tag): return .done
        default: break
        }
        head = insertImplied(.head)
        mode = .inHead
        return .again
    }

    /// "in head"
    mutating func inHead(_ token: TokenKind) -> Step {
        switch token {
        case .doctype: return .done
        case .comment:
            insertComment()
            return .done
        case .text:
            insertLeading(leadingSpaces(tokenizer.text))
            if tokenizer.text.isEmpty { return .done }
        case .startTag:
            if let step = startTagInHead() { return step }
        case .endTag:
            if let step = endTagInHead() { return step }
        default: break
        }
        pop()
        mode = .afterHead
        return .again
    }

    /// Nil where the head ends before the tag.
    private mutating func startTagInHead() -> Step? {
        switch tag {
        case .html: return inBody(.startTag)
        case .base, .basefont, .bgsound, .link, .meta: insertVoid()
        case .title: openText(.rcdata)
        case .noframes, .style: openText(.rawtext)
        case .script: openText(.script)
        case .noscript:
            insert()
            mode = .inHeadNoscript
        case .template: openTemplate()
        case .head: break
        default: return nil
        }
        return .done
    }

    private mutating func endTagInHead() -> Step? {
        switch tag {
        case .head:
            pop()
            mode = .afterHead
        case .template: closeTemplate()
        case .body, .html, .br: return nil
        default: break
        }
        return .done
    }

    /// Opens an element that holds text only.
    mutating func openText(_ state: TokenizerState) {
        insert()
        tokenizer.state = state
        originalMode = mode
        mode = .text
    }

    private mutating func openTemplate() {
        let node = insert()
        let content = make(NodeRecord(kind: .fragment))
        link(content, InsertionPlace(parent: node))
        appendFormatting(.marker)
        allowsFrameset = false
        mode = .inTemplate
        templateModes.append(.inTemplate)
    }

    /// An end tag `template`.
    mutating func closeTemplate() {
        guard hasOpenTemplate() else { return }
        generateAllImpliedEndTags()
        popThrough(.template)
        leaveTemplate()
    }

    /// What follows the closing of a template.
    mutating func leaveTemplate() {
        clearFormattingToMarker()
        templateModes.truncate(to: max(0, templateModes.count - 1))
        resetMode()
    }

    /// "in head noscript", scripting being off
    mutating func inHeadNoscript(_ token: TokenKind) -> Step {
        switch token {
        case .doctype: return .done
        case .comment: return inHead(token)
        case .text:
            insertLeading(leadingSpaces(tokenizer.text))
            if tokenizer.text.isEmpty { return .done }
        case .startTag:
            switch tag {
            case .html: return inBody(token)
            case .basefont, .bgsound, .link, .meta, .noframes, .style: return inHead(token)
            case .head, .noscript: return .done
            default: break
            }
        case .endTag:
            if tag == .noscript {
                pop()
                mode = .inHead
                return .done
            }
            if tag != .br { return .done }
        default: break
        }
        pop()
        mode = .inHead
        return .again
    }

    /// "after head"
    mutating func afterHead(_ token: TokenKind) -> Step {
        switch token {
        case .doctype: return .done
        case .comment:
            insertComment()
            return .done
        case .text:
            insertLeading(leadingSpaces(tokenizer.text))
            if tokenizer.text.isEmpty { return .done }
        case .startTag:
            if let step = startTagAfterHead() { return step }
        case .endTag:
            if tag == .template { return inHead(token) }
            if ![Tag.body, .html, .br].contains(tag) { return .done }
        default: break
        }
        insertImplied(.body)
        mode = .inBody
        return .again
    }

    private mutating func startTagAfterHead() -> Step? {
        switch tag {
        case .html: return inBody(.startTag)
        case .body:
            insert()
            allowsFrameset = false
            mode = .inBody
        case .frameset:
            insert()
            mode = .inFrameset
        case .base, .basefont, .bgsound, .link, .meta, .noframes, .script, .style, .template, .title:
            reopenHead()
        case .head: break
        default: return nil
        }
        return .done
    }

    /// What belongs into the head goes there although it is closed.
    private mutating func reopenHead() {
        guard head != Link.none else { return }
        push(OpenElement(node: head, tag: Tag.head.number, namespace: .html))
        _ = inHead(.startTag)
        if let index = stackIndex(of: head), index > 0 { removeFromStack(at: index) }
    }

    /// "text"
    mutating func inText(_ token: TokenKind) -> Step {
        switch token {
        case .text: insertText(tokenizer.text)
        case .end:
            pop()
            mode = originalMode
            return .again
        case .endTag:
            pop()
            mode = originalMode
        default: break
        }
        return .done
    }
}

// MARK: Doctype

extension TreeBuilder {
    private mutating func insertDoctype() {
        let token = tokenizer.doctype
        doctype = Doctype(
            name: store(token.name), publicID: store(token.publicID), systemID: store(token.systemID))
        quirks = QuirksMode(token)
        link(make(NodeRecord(kind: .doctype)), InsertionPlace(parent: 0))
    }

    private mutating func store(_ bytes: [UInt8]?) -> ByteSlice {
        let start = tokenizer.side.count
        for byte in bytes ?? [] { tokenizer.side.append(byte) }
        return ByteSlice(side: start, count: tokenizer.side.count - start)
    }
}

extension QuirksMode {
    /// The mode a doctype asks for (13.2.6.4.1).
    init(_ doctype: DoctypeToken) {
        let publicID = (doctype.publicID ?? []).map(Ascii.lowered)
        let systemID = (doctype.systemID ?? []).map(Ascii.lowered)
        if doctype.forcesQuirks || doctype.name != Array("html".utf8)
            || QuirksMode.quirkyPublicIDs.contains(publicID) || QuirksMode.quirkySystemID == systemID
            || QuirksMode.starts(publicID, with: QuirksMode.quirkyPrefixes)
        {
            self = .quirks
        } else if QuirksMode.starts(publicID, with: QuirksMode.html401Prefixes) {
            self = doctype.systemID == nil ? .quirks : .limitedQuirks
        } else {
            self = QuirksMode.starts(publicID, with: QuirksMode.limitedPrefixes) ? .limitedQuirks : .noQuirks
        }
    }

    private static func starts(_ bytes: [UInt8], with prefixes: [String]) -> Bool {
        prefixes.contains { bytes.starts(with: $0.utf8) }
    }

    private static let quirkyPublicIDs = [
        "-//w3o//dtd w3 html strict 3.0//en//", "-/w3c/dtd html 4.0 transitional/en", "html",
    ]
    .map { Array($0.utf8) }
    private static let quirkySystemID = Array("http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd".utf8)
    private static let html401Prefixes = ["-//w3c//dtd html 4.01 frameset//", "-//w3c//dtd html 4.01 transitional//"]
    private static let limitedPrefixes = ["-//w3c//dtd xhtml 1.0 frameset//", "-//w3c//dtd xhtml 1.0 transitional//"]
    private static let quirkyPrefixes = [
        "+//silmaril//dtd html pro v0r11 19970101//", "-//as//dtd html 3.0 aswedit + extensions//",
        "-//advasoft ltd//dtd html 3.0 aswedit + extensions//", "-//ietf//dtd html 2.0 level 1//",
        "-//ietf//dtd html 2.0 level 2//", "-//ietf//dtd html 2.0 strict level 1//",
        "-//ietf//dtd html 2.0 strict level 2//", "-//ietf//dtd html 2.0 strict//", "-//ietf//dtd html 2.0//",
        "-//ietf//dtd html 2.1e//", "-//ietf//dtd html 3.0//", "-//ietf//dtd html 3.2 final//",
        "-//ietf//dtd html 3.2//", "-//ietf//dtd html 3//", "-//ietf//dtd html level 0//",
        "-//ietf//dtd html level 1//", "-//ietf//dtd html level 2//", "-//ietf//dtd html level 3//",
        "-//ietf//dtd html strict level 0//", "-//ietf//dtd html strict level 1//",
        "-//ietf//dtd html strict level 2//", "-//ietf//dtd html strict level 3//", "-//ietf//dtd html strict//",
        "-//ietf//dtd html//", "-//metrius//dtd metrius presentational//",
        "-//microsoft//dtd internet explorer 2.0 html strict//", "-//microsoft//dtd internet explorer 2.0 html//",
        "-//microsoft//dtd internet explorer 2.0 tables//", "-//microsoft//dtd internet explorer 3.0 html strict//",
        "-//microsoft//dtd internet explorer 3.0 html//", "-//microsoft//dtd internet explorer 3.0 tables//",
        "-//netscape comm. corp.//dtd html//", "-//netscape comm. corp.//dtd strict html//",
        "-//o'reilly and associates//dtd html 2.0//", "-//o'reilly and associates//dtd html extended 1.0//",
        "-//o'reilly and associates//dtd html extended relaxed 1.0//",
        "-//sq//dtd html 2.0 hotmetal + extensions//",
        "-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//",
        "-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//",
        "-//spyglass//dtd html 2.0 extended//", "-//sun microsystems corp.//dtd hotjava html//",
        "-//sun microsystems corp.//dtd hotjava strict html//", "-//w3c//dtd html 3 1995-03-24//",
        "-//w3c//dtd html 3.2 draft//", "-//w3c//dtd html 3.2 final//", "-//w3c//dtd html 3.2//",
        "-//w3c//dtd html 3.2s draft//", "-//w3c//dtd html 4.0 frameset//", "-//w3c//dtd html 4.0 transitional//",
        "-//w3c//dtd html experimental 19960712//", "-//w3c//dtd html experimental 970421//",
        "-//w3c//dtd w3 html//", "-//w3o//dtd w3 html 3.0//", "-//webtechs//dtd mozilla html 2.0//",
        "-//webtechs//dtd mozilla html//",
    ]
}
