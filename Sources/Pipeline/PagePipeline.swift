public import Extraction
internal import Markup
public import Normalization
public import Pages
internal import Text
public import Wire

/// One page's way through all CPU stages: bytes in, event out.
///
/// One pipeline a lane: it keeps the parser's memory between pages and is not meant for several threads at once. The same
/// input gives the same outcome, whatever pages went before.
public final class PagePipeline {
    /// What a page may cost.
    public let limits: Limits
    /// The time that the stages of the last page took.
    public private(set) var times = StageTimes()

    private let decoder: RawPageDecoder
    private let extractor: Extractor
    private let normalizer: Normalizer
    private let events: EventEncoder
    private let rejections: RejectionEncoder
    private let parser = Parser()

    /// Makes a pipeline.
    ///
    /// - Parameters:
    ///   - extractor: finds articles; may be shared by pipelines.
    ///   - normalizer: makes events and states the version.
    ///   - limits: what a page may cost.
    ///   - format: how record values hold pages.
    ///   - source: the `ce_source` of what is published.
    public init(
        extractor: Extractor, normalizer: Normalizer, limits: Limits = Limits(), format: InputFormat = .auto,
        source: String = "galley"
    ) {
        self.limits = limits
        self.extractor = extractor
        self.normalizer = normalizer
        decoder = RawPageDecoder(format: format, limits: limits)
        events = EventEncoder(source: source)
        rejections = RejectionEncoder(extractorVersion: normalizer.version.version, source: source)
    }

    /// Takes a record all the way.
    public func process(_ record: InboundRecord) -> PageOutcome {
        times = StageTimes()
        guard record.value != nil else { return .tombstone }
        let page: RawPage
        do throws(PageFault) {
            page = try timed(.decode) { () throws(PageFault) in try decoder.decode(record) }
        } catch {
            return .dead(error)
        }
        do throws(PageProblem) {
            let event = try made(from: page)
            let published = timed(.encode) { events.record(event, trace: page.trace) }
            return .article(event, published)
        } catch {
            switch error {
            case .rejection(let rejection):
                let published = timed(.encode) { rejections.record(rejection, of: page, inputKey: record.key) }
                return .rejected(rejection, published)
            case .fault(let fault): return .dead(fault)
            }
        }
    }

    /// The event of a page that is opened already.
    ///
    /// - Throws: a ``Rejection`` when the page is no article, a ``PageFault`` when it cannot be read.
    public func event(for page: RawPage) throws -> ArticleEvent {
        times = StageTimes()
        do throws(PageProblem) {
            return try made(from: page)
        } catch {
            switch error {
            case .rejection(let rejection): throw rejection
            case .fault(let fault): throw fault
            }
        }
    }

    /// How a page became what it became, for a person; not for the worker's way.
    ///
    /// - Throws: a ``PageFault`` when it cannot be read.
    public func explanation(of page: RawPage) throws -> PageExplanation {
        var explanation = PageExplanation()
        do {
            explanation.event = try event(for: page)
        } catch let rejection as Rejection {
            explanation.rejection = rejection
        }
        let kind = PageKind.of(page)
        switch kind {
        case .html: explanation.report = extractor.report(.html(parser.parse(read(page, kind).utf8)), url: page.url)
        case .text: explanation.report = extractor.report(.text(read(page, kind).utf8), url: page.url)
        case .empty, .unsupported: break
        }
        return explanation
    }

    // MARK: Stages

    private enum PageProblem: Error {
        case rejection(Rejection)
        case fault(PageFault)
    }

    private func made(from page: RawPage) throws(PageProblem) -> ArticleEvent {
        let kind = try judged(page)
        let clock = PageClock(seconds: limits.pageSeconds)
        let decoded = timed(.text) { read(page, kind) }
        var article = try extracted(decoded.utf8, kind, page, clock)
        note(decoded, page, in: &article)
        return timed(.normalize) { normalizer.event(from: article, page: page) }
    }

    /// The page's kind, when its status and bytes promise an article.
    private func judged(_ page: RawPage) throws(PageProblem) -> PageKind {
        if let status = page.httpStatus, status >= 400 {
            throw .rejection(Rejection(.httpError, "the response had HTTP status \(status)"))
        }
        let kind = PageKind.of(page)
        switch kind {
        case .empty: throw .rejection(Rejection(.empty, "the page's body is empty or blank"))
        case .unsupported(let name):
            throw .rejection(Rejection(.unsupportedType, "the body is \(name), neither HTML nor text"))
        case .html, .text: return kind
        }
    }

    private func read(_ page: RawPage, _ kind: PageKind) -> DecodedText {
        let declared = page.charset ?? page.contentType.flatMap(Charset.parameter(of:))
        return TextDecoder.decode(page.body, declared: declared, isHTML: kind == .html)
    }

    private func extracted(_ utf8: [UInt8], _ kind: PageKind, _ page: RawPage, _ clock: PageClock) throws(PageProblem)
        -> Article
    {
        guard kind == .html else {
            return try article(.text(utf8), page)
        }
        parser.limits = ParseLimits(nodes: limits.nodes, maxDepth: limits.depth, shouldStop: { clock.isOver })
        let document = timed(.parse) { parser.parse(utf8) }
        guard !clock.isOver else {
            throw .fault(
                PageFault(
                    .timeLimit, stage: Stage.parse.rawValue,
                    "the page took longer than \(limits.pageSeconds) s to parse; raise limits.page_seconds if it is sound"
                ))
        }
        var article = try article(.html(document), page)
        if document.limitsReached != [] { article.warnings.append(.limitReached) }
        parser.recycle(document)
        return article
    }

    private func article(_ source: Extractor.Source, _ page: RawPage) throws(PageProblem) -> Article {
        do throws(Rejection) {
            return try timed(.extract) { () throws(Rejection) in try extractor.extract(source, url: page.url) }
        } catch {
            throw .rejection(error)
        }
    }

    /// Adds what reading the text had to note.
    private func note(_ decoded: DecodedText, _ page: RawPage, in article: inout Article) {
        var warnings = page.warnings
        if page.truncated != nil { warnings.append(.truncatedInput) }
        if decoded.overridden { warnings.append(.charsetOverridden) }
        if decoded.malformed > 0 { warnings.append(.malformedText) }
        for warning in warnings where !article.warnings.contains(warning) { article.warnings.append(warning) }
    }

    /// Runs a stage and keeps its time.
    private func timed<Result, Failure: Error>(_ stage: Stage, _ work: () throws(Failure) -> Result) throws(Failure)
        -> Result
    {
        let start = ContinuousClock.now
        defer { times.add(ContinuousClock.now - start, to: stage) }
        return try work()
    }
}
