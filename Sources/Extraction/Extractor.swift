public import Markup
public import Pages

/// Makes an article of a page: blocks, body, metadata. Pure and synchronous; one value serves all threads.
public struct Extractor: Sendable {
    /// A page, decoded.
    public enum Source: Sendable {
        /// An HTML document.
        case html(Document)
        /// A text dump, UTF-8.
        case text([UInt8])
    }

    private let bodyExtractor: BodyExtractor

    /// An extractor that finds bodies with a model.
    public init(bodyExtractor: BodyExtractor) {
        self.bodyExtractor = bodyExtractor
    }

    /// The article of a page.
    ///
    /// - Parameters:
    ///   - source: the decoded page.
    ///   - url: the page's final URL, when it is known: the weakest witness of the day, and the site's name.
    /// - Throws: why the page is no article.
    public func extract(_ source: Source, url: String?) throws(Rejection) -> Article {
        switch source {
        case .html(let document): try extract(Segmenter.segment(document), document, url)
        case .text(let utf8): try extract(TextSegmenter.segment(utf8.span), nil, url)
        }
    }

    /// What the gate sees of an HTML page, for its training; `nil` for a page without a body.
    public func pageFeatures(_ document: Document, url: String?) -> [Float]? {
        let page = Segmenter.segment(document)
        let judged = bodyExtractor.judge(page, of: document)
        guard !judged.decision.kept.isEmpty else { return nil }
        let facts = FactCollector.collect(document, elements: page.elements)
        let (article, _) = MetadataReader.read(
            page: page, body: judged.decision.kept, facts: facts, document: document, url: url)
        return PageFeatures(judged, article, facts, url: url).values
    }

    private func extract(_ page: PageBlocks, _ document: Document?, _ url: String?) throws(Rejection) -> Article {
        guard !page.blocks.isEmpty else { throw Rejection(.empty, "the page holds no text") }
        let judged = bodyExtractor.judge(page, of: document)
        let facts = document.map { FactCollector.collect($0, elements: page.elements) } ?? PageFacts()
        if let rejection = PageGate.rejection(of: judged, title: facts.titleElement) { throw rejection }
        var (article, claimed) = MetadataReader.read(
            page: page, body: judged.decision.kept, facts: facts, document: document, url: url)
        if document != nil {
            let features = PageFeatures(judged, article, facts, url: url)
            let rejection = bodyExtractor.model.gate.rejection(of: judged, features, title: facts.titleElement)
            if let rejection { throw rejection }
        }
        article.paragraphs = judged.decision.kept.filter { !claimed.contains($0) }.map { page.text(of: $0) }
        guard !article.paragraphs.isEmpty else {
            throw Rejection(.notArticle, "no block of the page reads like an article's paragraph")
        }
        article.duplicateCopies = judged.decision.copies
        article.confidence = judged.confidence
        return article
    }
}
