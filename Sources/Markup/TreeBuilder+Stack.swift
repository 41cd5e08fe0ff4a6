// MARK: The stack of open elements

extension TreeBuilder {
    /// The current node. Only while an element is open, which is so from `html` on.
    @inline(__always)
    var current: OpenElement {
        mutating get { stack[stack.count &- 1] }
    }

    /// The current node, or the element a fragment is parsed for while only its root is open.
    @inline(__always)
    var adjustedCurrent: OpenElement {
        mutating get {
            if stack.count == 1, let context { return context }
            return current
        }
    }

    @inline(__always)
    mutating func push(_ element: OpenElement) {
        stack.append(element)
        nodes[Int(element.node)].bits |= TreeBuilder.openBit
        if element.isHTML(.p) { openParagraphs &+= 1 }
    }

    /// Closes the current node; the root stays.
    @inline(__always)
    mutating func pop() {
        guard stack.count > 1 else { return }
        close(current)
        stack.truncate(to: stack.count &- 1)
    }

    @inline(__always)
    private mutating func close(_ element: OpenElement) {
        nodes[Int(element.node)].bits &= ~TreeBuilder.openBit
        if element.isHTML(.p) { openParagraphs &-= 1 }
    }

    /// Takes an element out of the middle of the stack.
    mutating func removeFromStack(at index: Int) {
        close(stack[index])
        stack.remove(at: index)
    }

    mutating func isOpen(_ node: UInt32) -> Bool { nodes[Int(node)].bits & TreeBuilder.openBit != 0 }

    /// The place of an element in the stack, searched from the top.
    mutating func stackIndex(of node: UInt32) -> Int? {
        guard isOpen(node) else { return nil }
        var index = stack.count - 1
        while index >= 0, stack[index].node != node { index -= 1 }
        steps &+= stack.count &- index
        return index >= 0 ? index : nil
    }

    @inline(__always)
    mutating func lists(_ element: OpenElement) -> TagRules.Lists { rules.lists(element.tag, element.namespace) }

    /// Closes elements up to and with the nearest of HTML that has one of the tags.
    @inline(__always)
    mutating func popThrough(where matches: (OpenElement) -> Bool) {
        while stack.count > 1 {
            let element = current
            pop()
            if matches(element) { return }
        }
    }

    /// Closes elements up to and with the nearest of HTML that has the tag.
    mutating func popThrough(_ tag: Tag) { popThrough { $0.isHTML(tag) } }

    /// Closes elements until the current one is of HTML and has one of the tags; or the root.
    mutating func clearStack(backTo tags: Tag...) {
        while stack.count > 1 {
            if current.namespace == .html, tags.contains(Tag(number: current.tag)) { return }
            pop()
        }
    }

    /// Whether an element matches with none of `barriers` nearer.
    @inline(__always)
    mutating func isInScope(_ barriers: TagRules.Lists, _ matches: (OpenElement) -> Bool) -> Bool {
        var index = stack.count &- 1
        while index >= 0 {
            let element = stack[index]
            steps &+= 1
            if matches(element) { return true }
            if !lists(element).isDisjoint(with: barriers) { return false }
            index &-= 1
        }
        return false
    }

    /// Whether the tag is in scope.
    mutating func isInScope(_ tag: Tag) -> Bool { isInScope(.scope) { $0.isHTML(tag) } }

    mutating func isInListItemScope(_ tag: Tag) -> Bool { isInScope([.scope, .listItemScope]) { $0.isHTML(tag) } }

    mutating func isInTableScope(_ tag: Tag) -> Bool { isInScope(.tableScope) { $0.isHTML(tag) } }

    @inline(__always)
    var isParagraphOpen: Bool {
        mutating get { openParagraphs > 0 }
    }

    mutating func hasParagraphInButtonScope() -> Bool {
        isParagraphOpen && isInScope([.scope, .buttonScope]) { $0.isHTML(.p) }
    }

    /// Whether a template is open.
    mutating func hasOpenTemplate() -> Bool { templateModes.count > 0 }

    /// Closes the elements whose end tags may be left out, except one.
    @inline(__always)
    mutating func generateImpliedEndTags(except tag: Tag = .unknown) {
        while lists(current).contains(.impliedEnd), !(current.isHTML(tag)) {
            if stack.count == 1 { return }
            pop()
        }
    }

    mutating func generateAllImpliedEndTags() {
        while stack.count > 1, lists(current).contains(.thoroughlyImpliedEnd) { pop() }
    }

    @inline(__always)
    mutating func closeParagraphInButtonScope() {
        if isParagraphOpen, hasParagraphInButtonScope() { closeParagraph() }
    }

    mutating func closeParagraph() {
        generateImpliedEndTags(except: .p)
        popThrough(.p)
    }

    /// Chooses the mode by the open elements (13.2.4.1).
    mutating func resetMode() {
        var index = stack.count - 1
        while index >= 0 {
            let isLast = index == 0
            let element = isLast ? context ?? stack[0] : stack[index]
            if element.namespace == .html, let found = mode(for: element, isLast: isLast) {
                mode = found
                return
            }
            steps &+= 1
            index -= 1
        }
        mode = .inBody
    }

    private mutating func mode(for element: OpenElement, isLast: Bool) -> InsertionMode? {
        switch Tag(number: element.tag) {
        case .td, .th: isLast ? .inBody : .inCell
        case .tr: .inRow
        case .tbody, .thead, .tfoot: .inTableBody
        case .caption: .inCaption
        case .colgroup: .inColumnGroup
        case .table: .inTable
        case .template: templateModes.count > 0 ? templateModes[templateModes.count - 1] : .inBody
        case .head: isLast ? .inBody : .inHead
        case .body: .inBody
        case .frameset: .inFrameset
        case .html: head == Link.none ? .beforeHead : .afterHead
        default: isLast ? .inBody : nil
        }
    }
}
