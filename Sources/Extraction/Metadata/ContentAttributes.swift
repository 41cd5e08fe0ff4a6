internal import Markup

/// The attributes by which an element says what its content is, found in one pass over all that it has; empty ones are none.
struct ContentAttributes {
    private(set) var itemprop: ByteSlice?
    private(set) var property: ByteSlice?
    private(set) var rel: ByteSlice?
    private(set) var href: ByteSlice?
    private(set) var classWords: ByteSlice?
    private(set) var id: ByteSlice?
    private(set) var label: ByteSlice?
    /// The type that microdata or RDFa give the element.
    private(set) var type: ByteSlice?

    @inline(__always)
    init(of node: Node, in document: Document) {
        document.forEachAttribute(node) { attribute in
            guard !attribute.value.isEmpty else { return }
            switch attribute.name {
            case .itemprop: itemprop = attribute.value
            case .property: property = attribute.value
            case .rel: rel = attribute.value
            case .href: href = attribute.value
            case .class_: classWords = attribute.value
            case .id: id = attribute.value
            case .ariaLabel: label = attribute.value
            case .itemtype, .typeof: type = attribute.value
            default: break
            }
        }
    }
}
