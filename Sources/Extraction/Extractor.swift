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

    /// Why a page gives no article.
    public enum Failure: Error {
        /// It is none.
        case rejected(Rejection)
        /// The clock was over before that was known.
        case outOfTime

        /// Why it is none, if that is known.
        public var rejection: Rejection? {
            if case .rejected(let rejection) = self { rejection } else { nil }
        }
    }

    /// The article of a page.
    ///
    /// - Parameters:
    ///   - source: the decoded page.
    ///   - url: the page's final URL, when it is known: the weakest witness of the day, and the site's name.
    ///   - limits: how much of the page is judged, and for how long.
    public func extract(
        _ source: Source, url: String?, limits: BlockLimits = BlockLimits()
    ) throws(Failure) -> Article {
        var trace = Trace()
        let reading = try read(source, url, limits)
        return try extract(reading, &trace)
    }

    /// What is made of a page, and why, for a person.
    public func report(_ source: Source, url: String?, limits: BlockLimits = BlockLimits()) -> ExtractionReport {
        var trace = Trace()
        var report = ExtractionReport()
        do throws(Failure) {
            report.article = try extract(read(source, url, limits), &trace)
        } catch {
            report.rejection = error.rejection
        }
        if let judged = trace.judged {
            let document: Document? = if case .html(let document) = source { document } else { nil }
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
        let clock: PageClock

        var hasBody: Bool { !judged.decision.kept.isEmpty }

        /// The paragraphs that only a script holds, if the page shows none.
        func hidden() -> [String]? { document.flatMap { ScriptBody.paragraphs(of: $0, judged, facts, clock) } }

        /// The article but for its paragraphs, and the blocks whose lines its fields claim.
        func metadata() -> (article: Article, claimed: Set<Int>) {
            MetadataReader.read(
                page: page, body: judged.decision.kept, facts: facts, document: document, url: url,
                clock: clock)
        }

        /// Asked after each step: what a step left out for want of time may not go into an article.
        func checkTime() throws(Failure) { if clock.isOver { throw .outOfTime } }

        /// The paragraphs of the body, without blocks that fields claim.
        func paragraphs(without claimed: Set<Int>) -> [String] {
            Paragraphs.lines(of: judged.decision.kept.filter { !claimed.contains($0) }, in: page)
        }
    }

    private func read(_ source: Source, _ url: String?, _ limits: BlockLimits) throws(Failure) -> Reading {
        let (page, document) = Self.blocks(of: source, limits)
        if limits.clock.isOver { throw .outOfTime }
        let reading = read(page, document, url, clock: limits.clock)
        try reading.checkTime()
        return reading
    }

    private func read(
        _ page: PageBlocks, _ document: Document?, _ url: String?, probabilities: [Float]? = nil,
        clock: PageClock = .endless
    ) -> Reading {
        Reading(
            page: page, document: document, url: url,
            judged: bodyExtractor.judge(page, of: document, probabilities: probabilities, clock: clock),
            facts: document.map { FactCollector.collect($0, elements: page.elements, clock: clock) } ?? PageFacts(),
            clock: clock)
    }

    /// The reading of a page with given probabilities of its blocks, or the model's own; `nil` when they are of another page.
    private func read(_ source: Source, _ url: String?, probabilities: [Float]?) -> Reading? {
        let (page, document) = Self.blocks(of: source, BlockLimits())
        guard probabilities == nil || probabilities?.count == page.blocks.count else { return nil }
        return read(page, document, url, probabilities: probabilities)
    }

    private static func blocks(of source: Source, _ limits: BlockLimits) -> (PageBlocks, Document?) {
        switch source {
        case .html(let document): (Segmenter.segment(document, limits: limits), document)
        case .text(let utf8): (TextSegmenter.segment(utf8.span, limits: limits), nil)
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

    private func extract(_ reading: Reading, _ trace: inout Trace) throws(Failure) -> Article {
        trace.judged = reading.judged
        let hidden = reading.hidden()
        try reading.checkTime()
        let titles = [reading.facts.titleElement] + reading.facts.headings.prefix(1).map(\.text)
        if hidden == nil, let rejection = OtherPage.rejection(withoutBody: reading.judged, titles: titles) {
            throw .rejected(rejection)
        }
        var (article, claimed) = reading.metadata()
        try reading.checkTime()
        trace.claimed = claimed
        if reading.page.isCut { article.warnings.append(.limitReached) }
        if let hidden {
            trace.isFromScripts = true
            article.paragraphs = hidden
            article.confidence = ScriptBody.confidence
            return article
        }
        if let rejection = rejection(of: reading, article, titles: titles, &trace) { throw .rejected(rejection) }
        article.paragraphs = reading.paragraphs(without: claimed)
        try reading.checkTime()
        guard !article.paragraphs.isEmpty else {
            throw .rejected(Rejection(.notArticle, "no block of the page reads like an article's paragraph"))
        }
        article.duplicateCopies = reading.judged.decision.copies
        article.confidence = reading.judged.confidence
        return article
    }

    /// Why a page with a body is another than an article's: what it states, its address, what it shows, the gate.
    private func rejection(
        of reading: Reading, _ article: Article, titles: [String], _ trace: inout Trace
    ) -> Rejection? {
        let headlines = (article.title.map { [$0.text] } ?? []) + titles
        let isDated = article.published.contains { $0.confidence > 0.8 }
        let other =
            OtherPage.kind(stated: reading.facts)
            ?? OtherPage.kind(addressed: reading.url ?? reading.facts.canonical, title: article.title?.text)
            ?? OtherPage.kind(
                ofReadable: reading.judged, titles: headlines, isDated: isDated, isAnswered: reading.facts.isAnswered)
        if let other { return other.rejection }
        guard let document = reading.document else { return nil }
        let gate = bodyExtractor.model.gate
        let likelihood = gate.likelihood(features(of: reading, article, document))
        trace.likelihood = likelihood
        return gate.rejection(of: reading.judged, likelihood: likelihood, titles: titles)
    }
}
