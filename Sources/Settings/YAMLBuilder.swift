/// What a YAML parser reports: the part of libyaml's events that a configuration needs.
enum YAMLEvent: Equatable {
    case scalar(String, isPlain: Bool)
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
    case alias
    case documentStart
    case streamEnd
    /// Stream start, document end.
    case other
}

/// Builds the tree of one document from events, on a stack of its own: nothing recursive on input.
struct YAMLBuilder {
    private var stack: [Open] = []
    private var root: YAMLNode?
    private var documents = 0
    private var nodes = 0

    private struct Open {
        var line: Int
        var items: [YAMLNode] = []
        var entries: [YAMLEntry] = []
        var names: Set<String> = []
        var key: (name: String, line: Int)?
        let isMapping: Bool
    }

    /// The document; an empty file is an empty mapping.
    var document: YAMLNode { root ?? YAMLNode(content: .null, line: 1) }

    /// Takes in the next event.
    mutating func take(_ event: YAMLEvent, line: Int) throws(YAMLFault) {
        switch event {
        case .scalar(let text, let isPlain): try scalar(text, isPlain: isPlain, line)
        case .sequenceStart: try open(isMapping: false, line)
        case .mappingStart: try open(isMapping: true, line)
        case .sequenceEnd, .mappingEnd: try close()
        case .alias:
            throw YAMLFault(line: line, detail: "anchors and aliases are not read; write the value out")
        case .documentStart:
            documents += 1
            if documents > 1 { throw YAMLFault(line: line, detail: "a second document begins; one is read") }
        case .streamEnd, .other: break
        }
    }

    private mutating func scalar(_ text: String, isPlain: Bool, _ line: Int) throws(YAMLFault) {
        if let last = stack.indices.last, stack[last].isMapping, stack[last].key == nil {
            guard stack[last].names.insert(text).inserted else {
                throw YAMLFault(line: line, detail: "the key \"\(text)\" stands here a second time")
            }
            stack[last].key = (text, line)
            return
        }
        let isNull = isPlain && ["", "~", "null", "Null", "NULL"].contains(text)
        try add(YAMLNode(content: isNull ? .null : .scalar(text), line: line))
    }

    private mutating func open(isMapping: Bool, _ line: Int) throws(YAMLFault) {
        if let top = stack.last, top.isMapping, top.key == nil {
            throw YAMLFault(line: line, detail: "a key has to be a text")
        }
        guard stack.count < YAMLBounds.depth else {
            throw YAMLFault(line: line, detail: "values are nested deeper than \(YAMLBounds.depth)")
        }
        stack.append(Open(line: line, isMapping: isMapping))
    }

    private mutating func close() throws(YAMLFault) {
        guard let top = stack.popLast() else { return }
        let content = top.isMapping ? YAMLNode.Content.mapping(top.entries) : .sequence(top.items)
        try add(YAMLNode(content: content, line: top.line))
    }

    private mutating func add(_ node: YAMLNode) throws(YAMLFault) {
        nodes += 1
        guard nodes <= YAMLBounds.nodes else {
            throw YAMLFault(line: node.line, detail: "the file holds more than \(YAMLBounds.nodes) values")
        }
        guard let last = stack.indices.last else {
            root = node
            return
        }
        guard let key = stack[last].key else {
            stack[last].items.append(node)
            return
        }
        stack[last].entries.append(YAMLEntry(key: key.name, line: key.line, value: node))
        stack[last].key = nil
    }
}
