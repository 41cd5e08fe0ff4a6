import Testing

@testable import Extraction

/// The trees split ordinals: the model was trained on these, and another order would ask it of other things.
@Suite("Ordinals that the model has learnt")
struct OrdinalTests {
    @Test("kinds of elements have their places")
    func kinds() {
        let kinds = """
            p blockquote pre div center body article main section otherBlock h1 h2 h3 h4 h5 h6 hgroup header li ul ol dl dt dd summary \
            details td th tr table caption figure figcaption address form fieldset legend option aside nav footer menu dialog button \
            label span a b strong em i font time small cite other br hr img skipped
            """
        #expect(ElementKind.allCases.map { "\($0)" } == kinds.split(separator: " ").map(String.init))
        #expect(ElementKind.allCases.enumerated().allSatisfy { $0.offset == Int($0.element.rawValue) })
    }

    @Test("what stands at a text's edge has its place")
    func edges() {
        let edges = """
            lower upper digit wide sentenceEnd closingQuote openingQuote ellipsis colon comma bracket sign none
            """
        let names = (0...).lazy.map { TextMeasure.Edge(rawValue: $0) }.prefix { $0 != nil }.compactMap {
            $0.map { "\($0)" }
        }
        #expect(Array(names) == edges.split(separator: " ").map(String.init))
    }
}
