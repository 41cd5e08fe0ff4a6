import Markup
import Testing

@testable import Extraction

@Suite("Captions by policy")
struct CaptionTests {
    /// The rows that are kept of three: a paragraph, a caption and a paragraph.
    private func kept(
        _ captions: BodyOptions.Captions, caption p: Float, others: Float = 0.9, lang: String = "en"
    ) throws -> [Int] {
        let texts =
            lang == "zh"
            ? ["渡船停航十一年之后今天重新下水。", "渡船在码头边。", "两岸居民早早来到码头。"]
            : ["The ferry is back on the river.", "The ferry at its landing.", "Many people came to see it."]
        let html =
            "<p>\(texts[0])</p><figure><img src=a.jpg><figcaption>\(texts[1])</figcaption></figure><p>\(texts[2])</p>"
        let document = Document.parse("<html lang=\(lang)><body><article>\(html)</article>")
        let extractor = BodyExtractor(model: try .embedded(), options: BodyOptions(captions: captions))
        return extractor.judge(Segmenter.segment(document), of: document, probabilities: [others, p, others]).decision
            .kept
    }

    @Test("all that the model takes, those that are likely, none")
    func policies() throws {
        #expect(try kept(.all, caption: 0.6) == [0, 1, 2])
        #expect(try kept(.likely, caption: 0.6) == [0, 2])
        #expect(try kept(.likely, caption: 0.8) == [0, 1, 2])
        #expect(try kept(.none, caption: 0.99) == [0, 2])
        #expect(try kept(.all, caption: 0.4) == [0, 2])
        #expect(try kept(.likely, caption: 0.9, others: 0.1) == [1])
        #expect(try kept(.none, caption: 0.9, others: 0.1) == [])
    }

    @Test("in the text's flow of Chinese, Japanese and Korean a caption needs to be no likelier than other lines")
    func wide() throws {
        #expect(try kept(.likely, caption: 0.6, lang: "zh") == [0, 1, 2])
    }
}
