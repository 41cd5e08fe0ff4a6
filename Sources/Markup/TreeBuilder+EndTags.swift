// MARK: End tags "in body"

extension TreeBuilder {
    @inline(__always)
    mutating func endTagInBody() -> Step {
        switch rules.end(tokenizer.tag) {
        case .ordinary: endOrdinary()
        case .block: endBlock()
        case .formatting:
            if !runAdoptionAgency(tokenizer.tag) { endOrdinary() }
        case .paragraph: endParagraph()
        case .listItem: endListItem()
        default: return endRarer()
        }
        return .done
    }

    @inline(never)
    private mutating func endRarer() -> Step {
        switch rules.end(tokenizer.tag) {
        case .template: closeTemplate()
        case .body, .html:
            guard isInScope(.body) else { return .done }
            mode = .afterBody
            return tag == .html ? .again : .done
        case .form: endForm()
        case .definition: endDefinition()
        case .heading: endHeading()
        case .marker: endMarker()
        case .lineBreak:
            reconstructFormatting()
            insertImplied(.br)
            pop()
            allowsFrameset = false
        default: break
        }
        return .done
    }

    /// "any other end tag"
    mutating func endOrdinary() {
        let tag = tag
        var index = stack.count &- 1
        while index >= 0 {
            let element = stack[index]
            steps &+= 1
            if element.isHTML(tag) {
                generateImpliedEndTags(except: tag)
                while stack.count > max(1, index) { pop() }
                return
            }
            if lists(element).contains(.special) { return }
            index &-= 1
        }
    }

    @inline(__always)
    private mutating func endBlock() {
        let tag = tag
        // Well-formed pages close what is open.
        if current.isHTML(tag) { return pop() }
        guard isInScope(tag) else { return }
        generateImpliedEndTags()
        popThrough(tag)
    }

    private mutating func endParagraph() {
        if !hasParagraphInButtonScope() { insertImplied(.p) }
        closeParagraph()
    }

    private mutating func endListItem() {
        guard isInListItemScope(.li) else { return }
        generateImpliedEndTags(except: .li)
        popThrough(.li)
    }

    private mutating func endDefinition() {
        let tag = tag
        guard isInScope(tag) else { return }
        generateImpliedEndTags(except: tag)
        popThrough(tag)
    }

    private mutating func endHeading() {
        let rules = rules
        let isHeading = { (element: OpenElement) in rules.lists(element.tag, element.namespace).contains(.heading) }
        guard isInScope(.scope, isHeading) else { return }
        generateImpliedEndTags()
        popThrough(where: isHeading)
    }

    private mutating func endMarker() {
        let tag = tag
        guard isInScope(tag) else { return }
        generateImpliedEndTags()
        popThrough(tag)
        clearFormattingToMarker()
    }

    private mutating func endForm() {
        if hasOpenTemplate() {
            guard isInScope(.form) else { return }
            generateImpliedEndTags()
            return popThrough(.form)
        }
        let node = form
        form = Link.none
        guard node != Link.none, isInScope(.scope, { $0.node == node }) else { return }
        generateImpliedEndTags()
        if let index = stackIndex(of: node), index > 0 { removeFromStack(at: index) }
    }
}
