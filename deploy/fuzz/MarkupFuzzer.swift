/// libFuzzer's entry: the first byte chooses the limits and whether a fragment is parsed, the rest is the page.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMarkup(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let choice = Int(bytes.first ?? 0)
    let page = Array(bytes.dropFirst())
    let tight = ParseLimits(maxDepth: 8, attributesPerTag: 2, attributeLength: 3, activeFormatting: 4, names: 2)
    let parser = Parser(limits: choice & 1 == 0 ? ParseLimits() : tight)
    let contexts = ["td", "select", "template", "title", "svg", "frameset", "table", "script"]
    for _ in 0..<2 {
        let document =
            choice & 2 == 0 ? parser.parse(page) : parser.parse(fragment: page, in: contexts[choice >> 2 & 7])
        if let violation = TreeInvariants.violation(in: document, of: page) { fatalError(violation) }
        parser.recycle(document)
    }
    return 0
}
