import Testing

@testable import Extraction
@testable import Markup

/// What falls short by itself but is built as the body is.
@Suite struct AlikeBlockTests {
    private static let section = """
        The ferry to the lighthouse leaves at nine, and who wants to see the seals should stand on the left side of the deck
        """

    /// Sections of a page builder, each with a heading and a text; the text of the last is short.
    private static func page(_ sections: Int, behind: String = "") -> String {
        let components = (1...sections).map { number in
            let text = number == sections ? "The last boat waits for nobody." : "\(section), number \(number)."
            return "<div class=row><div class=card><h2>Stop \(number)</h2></div></div>"
                + "<div class=row><div class=text><p>\(text)</p></div></div>"
        }
        return "<body><main>\(components.joined())</main>\(behind)"
    }

    /// The places of the blocks that are kept where all texts have a probability but for the last, and headings too.
    private static func kept(_ html: String, _ probabilities: [Float]) throws -> [Int] {
        let document = Document.parse(html)
        let page = Segmenter.segment(document)
        #expect(page.blocks.count == probabilities.count)
        return try BodyExtractor(model: .embedded()).judge(page, of: document, probabilities: probabilities)
            .decision.kept
    }

    @Test func aShortSectionAmongOthersOfItsKindIsKept() throws {
        let likely = Array(repeating: Float(0.9), count: 9)
        #expect(try Self.kept(Self.page(5), likely + [0.25]) == Array(0..<10))
        #expect(try Self.kept(Self.page(5), likely + [0.15]) == Array(0..<10), "a body ends with no heading")
        #expect(try Self.kept(Self.page(5), likely + [0.05]) == Array(0..<9), "too unlikely")
        #expect(try Self.kept(Self.page(3), likely.prefix(5) + [0.25]) == Array(0..<5), "two are no kind")
    }

    @Test func aKindOfWhichTooLittleIsKeptTellsNothing() throws {
        let p: [Float] = [0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.25, 0.9, 0.25]
        #expect(try Self.kept(Self.page(5), p) == [0, 1, 2, 3, 4, 5, 6, 8])
    }

    @Test func whatStandsFarBehindTheBodyIsNotAsked() throws {
        let likely = Array(repeating: Float(0.9), count: 10)
        let other = "<section><p>\(Self.section), in other words.</p></section>"
        let alike = "<main><div class=row><div class=text><p>The last boat waits for nobody.</p></div></div></main>"
        let near = Self.page(5, behind: other + other + alike)
        #expect(try Self.kept(near, likely + [0, 0, 0.25]) == Array(0..<10) + [12])
        let far = Self.page(5, behind: other + other + other + alike)
        #expect(try Self.kept(far, likely + [0, 0, 0, 0.25]) == Array(0..<10))
    }

    @Test func aLinkOfTheKindIsNoneOfIt() throws {
        let html = Self.page(5).replacing("The last boat", with: "<a href=/boats>The last boat waits</a>")
        #expect(try Self.kept(html, Array(repeating: 0.9, count: 9) + [0.25]) == Array(0..<9))
    }
}
