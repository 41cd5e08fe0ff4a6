/// libFuzzer's entry. The first byte chooses limits (bit 0), page or fragment (bit 1) and the fragment's context (bits
/// 2 to 4); the rest is the page. So a seed that begins with `0` is a page, one that begins with `2` a fragment of a
/// table cell.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMarkup(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let choice = Int(bytes.first ?? 0)
    let page = Array(bytes.dropFirst())
    let parser = choice & 1 == 0 ? Fuzzing.parser : Fuzzing.tightParser
    let context = choice & 2 == 0 ? nil : Fuzzing.contexts[choice >> 2 & 7]
    let document = Fuzzing.parse(page, in: context, with: parser)
    if let violation = TreeInvariants.violation(in: document, of: page) { fatalError(violation) }
    let isText = String(validating: page, as: UTF8.self) != nil
    if context == nil, isText, let violation = RoundTrip.violation(in: document, parser: Fuzzing.otherParser) {
        fatalError(violation)
    }
    if count < 256 { Fuzzing.checkReuse(document, page, context, parser) }
    parser.recycle(document)
    return 0
}

/// Parsers live from input to input, as a worker's do. libFuzzer calls from one thread.
enum Fuzzing {
    nonisolated(unsafe) static let parser = Parser()
    nonisolated(unsafe) static let otherParser = Parser()
    nonisolated(unsafe) static let tightParser = Parser(
        limits: ParseLimits(
            nodes: 60, maxDepth: 8, attributesPerTag: 2, attributeLength: 3, activeFormatting: 4, names: 2))
    static let contexts = ["td", "select", "template", "title", "svg", "frameset", "table", "script"]

    static func parse(_ page: [UInt8], in context: String?, with parser: Parser) -> Document {
        if let context { parser.parse(fragment: page, in: context) } else { parser.parse(page) }
    }

    /// What a parser read before leaves no trace in the next tree.
    static func checkReuse(_ document: Document, _ page: [UInt8], _ context: String?, _ parser: Parser) {
        otherParser.limits = parser.limits
        defer { otherParser.limits = ParseLimits() }
        let again = parse(page, in: context, with: otherParser)
        defer { otherParser.recycle(again) }
        let isSame = TreeDump.lines(again, from: again.root) == TreeDump.lines(document, from: document.root)
        guard isSame, again.limitsReached == document.limitsReached else { fatalError("another tree the second time") }
    }
}
