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
        var trace = Trace()
        let (page, document) = Self.blocks(of: source)
        return try extract(page, document, url, &trace)
    }

    /// What is made of a page, and why, for a person.
    public func report(_ source: Source, url: String?) -> ExtractionReport {
        var trace = Trace()
        var report = ExtractionReport()
        let (page, document) = Self.blocks(of: source)
        do throws(Rejection) {
            report.article = try extract(page, document, url, &trace)
        } catch {
            report.rejection = error
        }
        if let judged = trace.judged {
            report.blocks = bodyExtractor.reasons(judged, of: document, claimed: trace.claimed)
            report.threshold = judged.threshold
        }
        report.likelihood = trace.likelihood
        report.refusedBelow = bodyExtractor.model.gate.threshold
        report.isFromScripts = trace.isFromScripts
        return report
    }

    /// What was found on the way to the outcome.
    private struct Trace {
        var judged: JudgedPage?
        var claimed: Set<Int> = []
        var likelihood: Float?
        var isFromScripts = false
    }

    private static func blocks(of source: Source) -> (PageBlocks, Document?) {
        switch source {
        case .html(let document): (Segmenter.segment(document), document)
        case .text(let utf8): (TextSegmenter.segment(utf8.span), nil)
        }
    }

    /// What the gate sees of an HTML page, for its training; `nil` for a page without a body.
    ///
    /// - Parameter probabilities: of each block, by a model that has not seen the page; `nil`: by this model.
    public func pageFeatures(_ document: Document, url: String?, probabilities: [Float]?) -> [Float]? {
        let page = Segmenter.segment(document)
        guard probabilities == nil || probabilities?.count == page.blocks.count else { return nil }
        let judged = bodyExtractor.judge(page, of: document, probabilities: probabilities)
        guard !judged.decision.kept.isEmpty else { return nil }
        let facts = FactCollector.collect(document, elements: page.elements)
        let (article, _) = MetadataReader.read(
            page: page, body: judged.decision.kept, facts: facts, document: document, url: url)
        let tokens = PageTokens(page, of: document, facts, url: url)
        return PageFeatures(judged, article, facts, tokens, bodyExtractor.model.gate.tables, url: url).values
    }

    /// The paragraphs that are made of a page, whatever the gate says of it; none of a page without a body. For measuring what a model
    /// reaches on pages it has not seen.
    ///
    /// - Parameter probabilities: of each block, by a model that has not seen the page; `nil`: by this model.
    public func paragraphs(_ source: Source, url: String?, probabilities: [Float]?) -> [String] {
        let (page, document) = Self.blocks(of: source)
        guard probabilities == nil || probabilities?.count == page.blocks.count else { return [] }
        let judged = bodyExtractor.judge(page, of: document, probabilities: probabilities)
        let facts = document.map { FactCollector.collect($0, elements: page.elements) } ?? PageFacts()
        if let hidden = document.flatMap({ ScriptBody.paragraphs(of: $0, judged, facts) }) { return hidden }
        guard !judged.decision.kept.isEmpty else { return [] }
        let (_, claimed) = MetadataReader.read(
            page: page, body: judged.decision.kept, facts: facts, document: document, url: url)
        return Paragraphs.lines(of: judged.decision.kept.filter { !claimed.contains($0) }, in: page)
    }

    /// The tokens that may tell an HTML page's kind, for the gate's training: of each ``PageTokens/Place`` those on the page, each once.
    public static func pageTokens(_ document: Document, url: String?) -> [[UInt32]] {
        let page = Segmenter.segment(document)
        let facts = FactCollector.collect(document, elements: page.elements)
        let tokens = PageTokens(page, of: document, facts, url: url)
        return PageTokens.Place.allCases.map(tokens.distinct)
    }

    private func extract(
        _ page: PageBlocks, _ document: Document?, _ url: String?, _ trace: inout Trace
    ) throws(Rejection) -> Article {
        let judged = bodyExtractor.judge(page, of: document)
        trace.judged = judged
        let facts = document.map { FactCollector.collect($0, elements: page.elements) } ?? PageFacts()
        let hidden = document.flatMap { ScriptBody.paragraphs(of: $0, judged, facts) }
        let titles = [facts.titleElement] + facts.headings.prefix(1).map(\.text)
        if hidden == nil, let rejection = OtherPage.rejection(withoutBody: judged, titles: titles) { throw rejection }
        var (article, claimed) = MetadataReader.read(
            page: page, body: judged.decision.kept, facts: facts, document: document, url: url)
        trace.claimed = claimed
        if let hidden {
            trace.isFromScripts = true
            article.paragraphs = hidden
            article.confidence = ScriptBody.confidence
            return article
        }
        let headlines = (article.title.map { [$0.text] } ?? []) + titles
        let isDated = article.published.contains { $0.confidence > 0.8 }
        if let kind = OtherPage.kind(ofReadable: judged, titles: headlines, isDated: isDated) {
            throw kind.rejection
        }
        if let document {
            let gate = bodyExtractor.model.gate
            let tokens = PageTokens(page, of: document, facts, url: url)
            let likelihood = gate.likelihood(PageFeatures(judged, article, facts, tokens, gate.tables, url: url))
            trace.likelihood = likelihood
            let rejection = gate.rejection(of: judged, likelihood: likelihood, titles: titles)
            if let rejection { throw rejection }
        }
        article.paragraphs = Paragraphs.lines(of: judged.decision.kept.filter { !claimed.contains($0) }, in: page)
        guard !article.paragraphs.isEmpty else {
            throw Rejection(.notArticle, "no block of the page reads like an article's paragraph")
        }
        article.duplicateCopies = judged.decision.copies
        article.confidence = judged.confidence
        return article
    }
}
