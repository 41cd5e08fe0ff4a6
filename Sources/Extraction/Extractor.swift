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
        return try extract(read(page, document, url), &trace)
    }

    /// What is made of a page, and why, for a person.
    public func report(_ source: Source, url: String?) -> ExtractionReport {
        var trace = Trace()
        var report = ExtractionReport()
        let (page, document) = Self.blocks(of: source)
        do throws(Rejection) {
            report.article = try extract(read(page, document, url), &trace)
        } catch {
            report.rejection = error
        }
        if let judged = trace.judged {
            report.blocks = bodyExtractor.reasons(judged, of: document, claimed: trace.claimed)
            report.threshold = judged.threshold
            report.isDoubtful = judged.decision.isDoubtful
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

    /// A page cut and judged, with what it states: what every way through the extraction goes on from.
    private struct Reading {
        let page: PageBlocks
        let document: Document?
        let url: String?
        let judged: JudgedPage
        let facts: PageFacts

        var hasBody: Bool { !judged.decision.kept.isEmpty }

        /// The paragraphs that only a script holds, if the page shows none.
        func hidden() -> [String]? { document.flatMap { ScriptBody.paragraphs(of: $0, judged, facts) } }

        /// The article but for its paragraphs, and the blocks whose lines its fields claim.
        func metadata() -> (article: Article, claimed: Set<Int>) {
            MetadataReader.read(page: page, body: judged.decision.kept, facts: facts, document: document, url: url)
        }

        /// The paragraphs of the body, without blocks that fields claim.
        func paragraphs(without claimed: Set<Int>) -> [String] {
            Paragraphs.lines(of: judged.decision.kept.filter { !claimed.contains($0) }, in: page)
        }
    }

    private func read(
        _ page: PageBlocks, _ document: Document?, _ url: String?, probabilities: [Float]? = nil
    ) -> Reading {
        Reading(
            page: page, document: document, url: url,
            judged: bodyExtractor.judge(page, of: document, probabilities: probabilities),
            facts: document.map { FactCollector.collect($0, elements: page.elements) } ?? PageFacts())
    }

    /// The reading of a page with given probabilities of its blocks, or the model's own; `nil` when they are of another page.
    private func read(_ source: Source, _ url: String?, probabilities: [Float]?) -> Reading? {
        let (page, document) = Self.blocks(of: source)
        guard probabilities == nil || probabilities?.count == page.blocks.count else { return nil }
        return read(page, document, url, probabilities: probabilities)
    }

    private static func blocks(of source: Source) -> (PageBlocks, Document?) {
        switch source {
        case .html(let document): (Segmenter.segment(document), document)
        case .text(let utf8): (TextSegmenter.segment(utf8.span), nil)
        }
    }

    /// What the gate sees of a page.
    private func features(of reading: Reading, _ article: Article, _ document: Document) -> PageFeatures {
        let tokens = PageTokens(reading.page, of: document, reading.facts, url: reading.url)
        return PageFeatures(
            reading.judged, article, reading.facts, tokens, bodyExtractor.model.gate.tables, url: reading.url)
    }

    /// What the gate sees of an HTML page, for its training; `nil` for a page without a body.
    ///
    /// - Parameter probabilities: of each block, by a model that has not seen the page; `nil`: by this model.
    public func pageFeatures(_ document: Document, url: String?, probabilities: [Float]?) -> [Float]? {
        guard let reading = read(.html(document), url, probabilities: probabilities), reading.hasBody else {
            return nil
        }
        return features(of: reading, reading.metadata().article, document).values
    }

    /// The paragraphs that are made of a page, whatever the gate says of it; none of a page without a body. For measuring what a model
    /// reaches on pages it has not seen.
    ///
    /// - Parameter probabilities: of each block, by a model that has not seen the page; `nil`: by this model.
    public func paragraphs(_ source: Source, url: String?, probabilities: [Float]?) -> [String] {
        guard let reading = read(source, url, probabilities: probabilities) else { return [] }
        if let hidden = reading.hidden() { return hidden }
        return reading.hasBody ? reading.paragraphs(without: reading.metadata().claimed) : []
    }

    /// The tokens that may tell an HTML page's kind, for the gate's training: of each ``PageTokens/Place`` those on the page, each once.
    public static func pageTokens(_ document: Document, url: String?) -> [[UInt32]] {
        let page = Segmenter.segment(document)
        let facts = FactCollector.collect(document, elements: page.elements)
        let tokens = PageTokens(page, of: document, facts, url: url)
        return PageTokens.Place.allCases.map(tokens.distinct)
    }

    private func extract(_ reading: Reading, _ trace: inout Trace) throws(Rejection) -> Article {
        let judged = reading.judged
        trace.judged = judged
        let hidden = reading.hidden()
        let titles = [reading.facts.titleElement] + reading.facts.headings.prefix(1).map(\.text)
        if hidden == nil, let rejection = OtherPage.rejection(withoutBody: judged, titles: titles) { throw rejection }
        var (article, claimed) = reading.metadata()
        trace.claimed = claimed
        if let hidden {
            trace.isFromScripts = true
            article.paragraphs = hidden
            article.confidence = ScriptBody.confidence
            return article
        }
        let headlines = (article.title.map { [$0.text] } ?? []) + titles
        let isDated = article.published.contains { $0.confidence > 0.8 }
        let other =
            OtherPage.kind(stated: reading.facts)
            ?? OtherPage.kind(addressed: reading.url ?? reading.facts.canonical, title: article.title?.text)
            ?? OtherPage.kind(ofReadable: judged, titles: headlines, isDated: isDated)
        if let other { throw other.rejection }
        if let document = reading.document {
            let gate = bodyExtractor.model.gate
            let likelihood = gate.likelihood(features(of: reading, article, document))
            trace.likelihood = likelihood
            let rejection = gate.rejection(of: judged, likelihood: likelihood, titles: titles)
            if let rejection { throw rejection }
        }
        article.paragraphs = reading.paragraphs(without: claimed)
        guard !article.paragraphs.isEmpty else {
            throw Rejection(.notArticle, "no block of the page reads like an article's paragraph")
        }
        article.duplicateCopies = judged.decision.copies
        article.confidence = judged.confidence
        return article
    }
}
