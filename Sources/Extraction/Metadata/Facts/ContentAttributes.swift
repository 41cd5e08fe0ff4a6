internal import Markup

/// The attributes by which an element says what its content is, found in one pass over all that it has; empty ones are none, of long
/// ones the beginning counts: formatting elements that are made again share theirs, so that a page holds more than it has bytes.
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

    /// Bytes that are read of a list of words, of a relation, and of an address.
    static let (most, mostOfRelation, mostOfAddress) = (240, 80, 2_048)

    @inline(__always)
    init(of node: Node, in document: Document) {
        document.forEachAttribute(node) { attribute in
            guard !attribute.value.isEmpty else { return }
            let value = attribute.value.prefix(Self.most)
            switch attribute.name {
            case .itemprop: itemprop = value
            case .property: property = value
            case .rel: rel = attribute.value.prefix(Self.mostOfRelation)
            case .href: href = attribute.value.prefix(Self.mostOfAddress)
            case .class_: classWords = value
            case .id: id = value
            case .ariaLabel: label = value
            case .itemtype, .typeof: type = value
            default: break
            }
        }
    }
}
