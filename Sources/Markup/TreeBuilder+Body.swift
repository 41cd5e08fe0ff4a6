// MARK: "in body"

extension TreeBuilder {
    /// "in body"
    @inline(__always)
    mutating func inBody(_ token: TokenKind) -> Step {
        switch token {
        case .text:
            textInBody()
            return .done
        case .startTag: return startTagInBody()
        case .endTag: return endTagInBody()
        case .comment:
            insertComment()
            return .done
        case .null, .doctype: return .done
        case .end: return hasOpenTemplate() ? inTemplate(token) : .done
        }
    }

    @inline(__always)
    private mutating func textInBody() {
        reconstructFormatting()
        if allowsFrameset, leadingSpaces(tokenizer.text) < tokenizer.text.count { allowsFrameset = false }
        insertText(tokenizer.text)
    }

    @inline(__always)
    private mutating func startTagInBody() -> Step {
        switch rules.start(tokenizer.tag) {
        case .ordinary:
            reconstructFormatting()
            insert()
        case .block:
            closeParagraphInButtonScope()
            insert()
        case .anchor: startAnchor()
        case .formatting:
            reconstructFormatting()
            pushFormatting(insert())
        case .listItem: startListItem()
        case .void:
            reconstructFormatting()
            insertVoid()
            allowsFrameset = false
        case .inHead: return inHead(.startTag)
        default: return startRarer()
        }
        return .done
    }

    @inline(never)
    private mutating func startRarer() -> Step {
        switch rules.start(tokenizer.tag) {
        case .html: startHTML()
        case .body: startBody()
        case .frameset: startFrameset()
        case .heading: startHeading()
        case .preformatted: startPreformatted()
        case .form: startForm()
        case .definition: startDefinition()
        case .plaintext:
            closeParagraphInButtonScope()
            insert()
            tokenizer.state = .plaintext
        case .button: startButton()
        case .nobr: startNobr()
        case .marker:
            reconstructFormatting()
            insert()
            appendFormatting(.marker)
            allowsFrameset = false
        case .table: startTable()
        case .silentVoid: insertVoid()
        case .rule: startRule()
        case .image:
            tokenizer.tag = Tag.img.number
            return .again
        case .ignored: break
        default: return startRarest()
        }
        return .done
    }

    private mutating func startRarest() -> Step {
        switch rules.start(tokenizer.tag) {
        case .input: startInput()
        case .textarea:
            openText(.rcdata)
            skipsLineFeed = true
            allowsFrameset = false
        case .xmp:
            closeParagraphInButtonScope()
            reconstructFormatting()
            allowsFrameset = false
            openText(.rawtext)
        case .iframe:
            allowsFrameset = false
            openText(.rawtext)
        case .noembed: openText(.rawtext)
        case .select: startSelect()
        case .option: startOption()
        case .optgroup: startOptgroup()
        case .rubyBase:
            if isInScope(.ruby) { generateImpliedEndTags() }
            insert()
        case .rubyText:
            if isInScope(.ruby) { generateImpliedEndTags(except: .rtc) }
            insert()
        case .math: startForeign(.mathML)
        case .svg: startForeign(.svg)
        default: break
        }
        return .done
    }

    private mutating func startHTML() {
        guard !hasOpenTemplate() else { return }
        mergeAttributes(into: stack[0].node)
    }

    private mutating func startBody() {
        guard stack.count > 1, stack[1].isHTML(.body), !hasOpenTemplate() else { return }
        allowsFrameset = false
        mergeAttributes(into: stack[1].node)
    }

    private mutating func startFrameset() {
        guard stack.count > 1, stack[1].isHTML(.body), allowsFrameset else { return }
        unlink(stack[1].node)
        while stack.count > 1 { pop() }
        insert()
        mode = .inFrameset
    }

    private mutating func startHeading() {
        closeParagraphInButtonScope()
        if lists(current).contains(.heading) { pop() }
        insert()
    }

    private mutating func startPreformatted() {
        closeParagraphInButtonScope()
        insert()
        skipsLineFeed = true
        allowsFrameset = false
    }

    private mutating func startForm() {
        let isInTemplate = hasOpenTemplate()
        guard form == Link.none || isInTemplate else { return }
        closeParagraphInButtonScope()
        let node = insert()
        if !isInTemplate { form = node }
    }

    private mutating func startListItem() {
        allowsFrameset = false
        closeNearest { $0.isHTML(.li) }
        closeParagraphInButtonScope()
        insert()
    }

    private mutating func startDefinition() {
        allowsFrameset = false
        closeNearest { $0.isHTML(.dd) || $0.isHTML(.dt) }
        closeParagraphInButtonScope()
        insert()
    }

    /// Closes the nearest matching element unless a special one other than `address`, `div` and `p` is nearer.
    @inline(__always)
    private mutating func closeNearest(_ matches: (OpenElement) -> Bool) {
        var index = stack.count - 1
        while index >= 0 {
            let element = stack[index]
            steps &+= 1
            if matches(element) {
                generateImpliedEndTags(except: Tag(number: element.tag))
                return popThrough { matches($0) }
            }
            let isPassed = element.isHTML(.address) || element.isHTML(.div) || element.isHTML(.p)
            if lists(element).contains(.special), !isPassed { return }
            index -= 1
        }
    }

    private mutating func startButton() {
        if isInScope(.button) {
            generateImpliedEndTags()
            popThrough(.button)
        }
        reconstructFormatting()
        insert()
        allowsFrameset = false
    }

    private mutating func startAnchor() {
        if formatting.count > 0, let index = formattingIndex(Tag.a.number) {
            let node = formatting[index].node
            if !runAdoptionAgency(Tag.a.number) { endOrdinary() }
            removeFormatting(node)
            if let place = stackIndex(of: node) { removeFromStack(at: place) }
        }
        reconstructFormatting()
        pushFormatting(insert())
    }

    private mutating func startNobr() {
        reconstructFormatting()
        if isInScope(.nobr) {
            if !runAdoptionAgency(Tag.nobr.number) { endOrdinary() }
            reconstructFormatting()
        }
        pushFormatting(insert())
    }

    private mutating func startTable() {
        if quirks != .quirks { closeParagraphInButtonScope() }
        insert()
        allowsFrameset = false
        mode = .inTable
    }

    private mutating func startRule() {
        closeParagraphInButtonScope()
        if isInScope(.select) { generateImpliedEndTags() }
        insertVoid()
        allowsFrameset = false
    }

    private mutating func startInput() {
        if let context, context.isHTML(.select) { return }
        if isInScope(.select) { popThrough(.select) }
        reconstructFormatting()
        insertVoid()
        if !isHiddenInput { allowsFrameset = false }
    }

    /// Whether the present tag says `type=hidden`.
    var isHiddenInput: Bool {
        mutating get { attribute(.type, is: "hidden") }
    }

    /// Whether the present tag has the attribute with that value, in any case.
    mutating func attribute(_ name: AttributeName, is value: StaticString) -> Bool {
        for index in tokenizer.attributeStart..<tokenizer.attributes.count {
            let attribute = tokenizer.attributes[index]
            guard attribute.name == name.number else { continue }
            let bytes = value.description.utf8
            return attribute.value.count == bytes.count
                && zip(0..<attribute.value.count, bytes).allSatisfy { Ascii.lowered(byte(attribute.value, $0)) == $1 }
        }
        return false
    }

    private mutating func startSelect() {
        if let context, context.isHTML(.select) { return }
        if isInScope(.select) { return popThrough(.select) }
        reconstructFormatting()
        insert()
        allowsFrameset = false
    }

    private mutating func startOption() {
        if isInScope(.select) {
            generateImpliedEndTags(except: .optgroup)
        } else if current.isHTML(.option) {
            pop()
        }
        reconstructFormatting()
        insert()
    }

    private mutating func startOptgroup() {
        if isInScope(.select) {
            generateImpliedEndTags()
        } else if current.isHTML(.option) {
            pop()
        }
        reconstructFormatting()
        insert()
    }

    private mutating func startForeign(_ namespace: Namespace) {
        reconstructFormatting()
        insertForeign(namespace)
    }
}
