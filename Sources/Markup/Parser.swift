/// Parses pages one after the other and keeps the memory between them. Not for several threads: one parser a lane.
public final class Parser {
    /// What each parse may cost.
    public var limits: ParseLimits
    private var spare: TreeBuffers?

    /// A parser with those limits.
    public init(limits: ParseLimits = ParseLimits()) {
        self.limits = limits
    }

    deinit { spare?.deallocate() }

    /// The tree of a page given as UTF-8. Any bytes give a tree; ill-formed UTF-8 is carried through.
    public func parse(_ utf8: [UInt8]) -> Document {
        var buffers = spare ?? TreeBuffers(pageBytes: utf8.count)
        spare = nil
        buffers.clear()
        SourceBytes.fill(&buffers.source, with: utf8)
        buffers.nodes.append(NodeRecord(kind: .document))
        let storage = TreeStorage(buffers: buffers, tagNames: PageNames(), attributeNames: PageNames())
        return Document(storage: storage, doctype: nil, quirks: .noQuirks, limitsReached: [], steps: 0)
    }

    /// Takes a document's memory back for the next page, if no copy of the document is in use.
    public func recycle(_ document: consuming Document) {
        var storage = document.intoStorage()
        guard spare == nil, isKnownUniquelyReferenced(&storage) else { return }
        spare = storage.giveUp()
    }
}

extension Document {
    consuming func intoStorage() -> TreeStorage { storage }
}
