import Markup
import Testing

@testable import Extraction

@Suite("From which probability on blocks are kept")
struct PageThresholdTests {
    private func threshold(_ blocks: [(p: Float, tokens: Int32)]) -> Float {
        PageThreshold.of(blocks.map(\.p), tokens: { blocks[$0].tokens }, highest: 0.5)
    }

    @Test("a page that the model is sure of has nearly the model's own")
    func sure() {
        // Of 100 tokens 99 are expected: F1 is 2 × 99 / (100 + 99), its half .4975, less .03.
        #expect(abs(threshold([(0.99, 100)]) - 0.4675) < 1e-4)
        #expect(abs(threshold([(0, 400), (0.99, 100)]) - 0.4675) < 1e-4)
    }

    @Test("the less is expected to be right, the less likely a block is kept, to three fifths of the model's own")
    func unsure() {
        // The first alone: 2 × 80 / (100 + 120) = .727; both: 2 × 120 / (200 + 120) = .75, half of which is .375.
        #expect(abs(threshold([(0.4, 100), (0.8, 100)]) - 0.345) < 1e-4)
        #expect(threshold([(0.5, 100), (0.2, 3_000)]) == 0.3)
    }

    @Test("a page without a block that the model would keep has the model's own")
    func nothing() {
        #expect(threshold([(0.4, 100)]) == 0.5)
        #expect(threshold([(0.1, 100), (0.2, 3_000)]) == 0.5)
        #expect(threshold([]) == 0.5)
    }

    @Test("blocks of no tokens, or whose probability is none, say nothing")
    func empty() {
        #expect(threshold([(0.9, 0), (0.4, 100)]) == 0.5)
        #expect(abs(threshold([(.nan, 10), (0.99, 100)]) - 0.4675) < 1e-4)
    }

    @Test("blocks of an HTML page that is unsure are kept from there on, lines of a dump from the model's own on")
    func pages() throws {
        let lines = ["The ferry is back on the river today.", "Many people came to see it and stayed."]
        let extractor = BodyExtractor(model: try .embedded())
        let document = Document.parse(lines.map { "<p>\($0)</p>" }.joined())
        let page = extractor.judge(Segmenter.segment(document), of: document, probabilities: [0.4, 0.8])
        #expect(page.decision.kept == [0, 1])
        let text = lines.joined(separator: "\n")
        let dump = extractor.judge(TextSegmenter.segment(text.utf8.span), of: nil, probabilities: [0.4, 0.8])
        #expect(dump.decision.kept == [1])
    }
}
