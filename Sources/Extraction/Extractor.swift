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

    private func extract(_ page: PageBlocks, _ document: Document?, _ url: String?) throws(Rejection) -> Article {
        guard !page.blocks.isEmpty else { throw Rejection(.empty, "the page holds no text") }
        let body = try bodyExtractor.extract(page, of: document)
        let facts = document.map { FactCollector.collect($0, elements: page.elements) } ?? PageFacts()
        var (article, claimed) = MetadataReader.read(
            page: page, body: body.bodyBlocks, facts: facts, document: document, url: url)
        article.paragraphs = zip(body.bodyBlocks, body.paragraphs).filter { !claimed.contains($0.0) }.map(\.1)
        guard !article.paragraphs.isEmpty else {
            throw Rejection(.notArticle, "no block of the page reads like an article's paragraph")
        }
        article.duplicateCopies = body.duplicateCopies
        article.confidence = body.confidence
        return article
    }
}
