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
    /// The URL of the last page that was opened.
    public private(set) var pageURL: String?
    /// The trace of the last page: what it came with, and what its outcome is published with.
    public private(set) var trace: (page: TraceContext?, outcome: TraceContext?)

    private let decoder: RawPageDecoder
    private let extractor: Extractor
    private let normalizer: Normalizer
    private let encoders: OutcomeEncoders
    private let parser = Parser()
    private let traces: TracePolicy
    private let tombstones: TombstonePolicy
    private let makeClock: @Sendable (Double) -> PageClock

    /// How records are read and outcomes written.
    public struct Options: Sendable {
        /// What a page may cost.
        public var limits = Limits()
        /// How record values hold pages.
        public var format = InputFormat.auto
        /// Where schemas of framed values are found; without it such values are dead letters.
        public var schemas: (any SchemaSource)?
        /// Where bodies are found that a record only names; without it such records are dead letters.
        public var bodies: (any BodyStore)?
        /// How what is published is written; `nil` for bare JSON.
        public var encoders: OutcomeEncoders?
        /// What delete requests do, and pages that are gone.
        public var tombstones = TombstonePolicy.skip
        /// Which pages belong to a trace.
        public var traces = TracePolicy()

        /// Makes options; each has the configuration's default.
        public init(limits: Limits = Limits(), format: InputFormat = .auto) {
            self.limits = limits
            self.format = format
        }
    }

    /// Makes a pipeline.
    ///
    /// - Parameters:
    ///   - extractor: finds articles; may be shared by pipelines.
    ///   - normalizer: makes events and states the version.
    ///   - options: how records are read and outcomes written.
    ///   - makeClock: the clock of a page that may take so many seconds; another only in tests.
    public init(
        extractor: Extractor, normalizer: Normalizer, options: Options = Options(),
        makeClock: @escaping @Sendable (Double) -> PageClock = { PageClock(seconds: $0) }
    ) {
        limits = options.limits
        tombstones = options.tombstones
        traces = options.traces
        self.makeClock = makeClock
        self.extractor = extractor
        self.normalizer = normalizer
        decoder = RawPageDecoder(
            format: options.format, limits: options.limits, schemas: options.schemas, bodies: options.bodies)
        encoders = options.encoders ?? OutcomeEncoders(version: normalizer.version.version)
    }

    /// Takes a record all the way.
    ///
    /// - Parameter host: who has it worked on, told as the page grows and when it waits.
    public func process(_ record: InboundRecord, for host: PageHost = PageHost()) -> PageOutcome {
        times = StageTimes()
        pageURL = nil
        // Of a record that cannot be opened its headers tell.
        let stated = record.trace
        trace = (stated, traces.context(after: stated, seed: Self.seed(of: record)))
        guard record.value != nil else { return deleted(record) }
        let clock = makeClock(limits.pageSeconds)
        var page: RawPage
        do throws(PageFault) {
            let room = PageRoom(limits: limits, clock: clock, host: host)
            page = try timed(.decode) { () throws(PageFault) in try decoder.decode(record, in: room) }
            pageURL = page.url
            if page.trace != stated {
                trace = (page.trace, traces.context(after: page.trace, seed: Self.seed(of: record)))
            }
            page.trace = trace.outcome
            if clock.isOver { throw .outOfTime(stage: Stage.decode.rawValue, limits) }
        } catch {
            return .dead(error)
        }
        if let withdrawn = withdrawn(page) { return withdrawn }
        do throws(PageProblem) {
            let event = try made(from: page, clock)
            let published = timed(.encode) { encoders.events.record(event, trace: page.trace) }
            return .article(event, published)
        } catch {
            switch error {
            case .rejection(let rejection):
                let published = timed(.encode) {
                    encoders.rejections.record(rejection, of: page, inputKey: record.key)
                }
                return .rejected(rejection, published)
            case .fault(let fault): return .dead(fault)
            }
        }
    }

    /// What a null value asks for: its article is withdrawn where that is the policy and key or headers tell which one it is.
    private func deleted(_ record: InboundRecord) -> PageOutcome {
        guard tombstones == .delete else { return .tombstone }
        return retraction(of: decoder.deleteRequest(record)) ?? .tombstone
    }

    /// What a page asks for that is gone for good, as its server says.
    private func withdrawn(_ page: RawPage) -> PageOutcome? {
        guard tombstones == .delete, page.httpStatus == 404 || page.httpStatus == 410 else { return nil }
        return retraction(of: page)
    }

    private func retraction(of page: RawPage) -> PageOutcome? {
        guard let event = normalizer.retraction(of: page) else { return nil }
        return .article(event, timed(.encode) { encoders.events.record(event, trace: trace.outcome) })
    }

    /// The event of a page that is opened already.
    ///
    /// - Throws: a ``Rejection`` when the page is no article, a ``PageFault`` when it cannot be read.
    public func event(for page: RawPage) throws -> ArticleEvent {
        times = StageTimes()
        do throws(PageProblem) {
            return try made(from: page, makeClock(limits.pageSeconds))
        } catch {
            switch error {
            case .rejection(let rejection): throw rejection
            case .fault(let fault): throw fault
            }
        }
    }

    /// How a record became what it became, for a person; not for the worker's way.
    ///
    /// - Throws: a ``PageFault`` when it cannot be read.
    public func explanation(of record: InboundRecord) throws -> PageExplanation {
        let clock = makeClock(limits.pageSeconds)
        return try explanation(of: decoder.decode(record, in: PageRoom(limits: limits, clock: clock)))
    }

    /// How a page became what it became, for a person; not for the worker's way.
    ///
    /// - Throws: a ``PageFault`` when it cannot be read.
    public func explanation(of page: RawPage) throws -> PageExplanation {
        var explanation = PageExplanation(url: page.url)
        do {
            explanation.event = try event(for: page)
        } catch let rejection as Rejection {
            explanation.rejection = rejection
        }
        let kind = PageKind.of(page)
        let blocks = BlockLimits(blocks: limits.blocks, textBytes: limits.textBytes)
        switch kind {
        case .html:
            let document = parser.parse(read(page, kind).utf8, isXHTML: PageKind.isXHTML(page))
            explanation.report = extractor.report(.html(document), url: page.url, limits: blocks)
        case .text:
            explanation.report = extractor.report(.text(read(page, kind).utf8), url: page.url, limits: blocks)
        case .empty, .unsupported: break
        }
        return explanation
    }

    // MARK: Stages

    private enum PageProblem: Error {
        case rejection(Rejection)
        case fault(PageFault)
    }

    private func made(from page: RawPage, _ clock: PageClock) throws(PageProblem) -> ArticleEvent {
        let kind = try judged(page)
        var (text, reading) = timed(.text) { read(page, kind).parted() }
        try checkTime(clock, after: .text)
        try checkSize(of: text)
        var article = try extracted(&text, kind, page, clock)
        note(reading, page, in: &article)
        let event = timed(.normalize) { normalizer.event(from: article, page: page, clock: clock) }
        try checkTime(clock, after: .normalize)
        return event
    }

    /// Text of one byte a letter grows as UTF-8, and each broken byte becomes three.
    private func checkSize(of text: [UInt8]) throws(PageProblem) {
        guard text.count / 2 > limits.pageBytes else { return }
        throw .fault(
            PageFault(
                .tooLarge, stage: Stage.text.rawValue,
                "the page has \(text.count) bytes as UTF-8, more than twice limits.page_bytes (\(limits.pageBytes))"))
    }

    private func checkTime(_ clock: PageClock, after stage: Stage) throws(PageProblem) {
        if clock.isOver { throw .fault(.outOfTime(stage: stage.rawValue, limits)) }
    }

    /// The page's kind, when its status and bytes promise an article.
    private func judged(_ page: RawPage) throws(PageProblem) -> PageKind {
        if let status = page.httpStatus, status >= 400 {
            throw .rejection(Rejection(.httpError, "the response had HTTP status \(status)"))
        }
        let kind = PageKind.of(page)
        switch kind {
        case .empty:
            if let status = page.httpStatus, (300..<400).contains(status) {
                throw .rejection(
                    Rejection(.httpError, "the response had HTTP status \(status), a redirect, and no body"))
            }
            throw .rejection(Rejection(.empty, "the page's body is empty or blank"))
        case .unsupported(let name):
            throw .rejection(Rejection(.unsupportedType, "the body is \(name), neither HTML nor text"))
        case .html, .text: return kind
        }
    }

    private func read(_ page: RawPage, _ kind: PageKind) -> DecodedText {
        let declared = page.charset ?? page.contentType.flatMap(Charset.parameter(of:))
        return TextDecoder.decode(page.body, declared: declared, isHTML: kind == .html)
    }

    /// The article of a page's text, which is given up as soon as the tree holds its own copy.
    private func extracted(
        _ utf8: inout [UInt8], _ kind: PageKind, _ page: RawPage, _ clock: PageClock
    ) throws(PageProblem) -> Article {
        guard kind == .html else { return try article(.text(utf8), page, clock) }
        parser.limits = ParseLimits(
            nodes: limits.nodes, attributes: limits.nodes, maxDepth: limits.depth, shouldStop: { clock.isOver })
        let document = timed(.parse) { parser.parse(utf8, isXHTML: PageKind.isXHTML(page)) }
        utf8 = []
        try checkTime(clock, after: .parse)
        var article = try article(.html(document), page, clock)
        if document.limitsReached != [] { warn(.limitReached, in: &article) }
        parser.recycle(document)
        return article
    }

    private func article(
        _ source: Extractor.Source, _ page: RawPage, _ clock: PageClock
    ) throws(PageProblem) -> Article {
        let blocks = BlockLimits(blocks: limits.blocks, textBytes: limits.textBytes, clock: clock)
        do throws(Extractor.Failure) {
            return try timed(.extract) { () throws(Extractor.Failure) in
                try extractor.extract(source, url: page.url, limits: blocks)
            }
        } catch {
            switch error {
            case .rejected(let rejection): throw .rejection(rejection)
            case .outOfTime: throw .fault(.outOfTime(stage: Stage.extract.rawValue, limits))
            }
        }
    }

    /// Adds what reading the text had to note.
    private func note(_ reading: TextReading, _ page: RawPage, in article: inout Article) {
        var warnings = page.warnings
        if page.truncated != nil { warnings.append(.truncatedInput) }
        if reading.isOverridden { warnings.append(.charsetOverridden) }
        if reading.isMalformed || reading.isRepaired { warnings.append(.malformedText) }
        if reading.isRepaired { warnings.append(.textRepaired) }
        for warning in warnings { warn(warning, in: &article) }
    }

    private func warn(_ warning: PageWarning, in article: inout Article) {
        if !article.warnings.contains(warning) { article.warnings.append(warning) }
    }

    /// What tells a record from others.
    private static func seed(of record: InboundRecord) -> [UInt8] {
        Array("\(record.topic)/\(record.partition)/\(record.offset)/\(record.timestampMs ?? 0)".utf8)
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

/// What reading a page's bytes as text had to note.
private struct TextReading {
    var isOverridden: Bool
    var isMalformed: Bool
    var isRepaired: Bool
}

extension DecodedText {
    /// The text apart from what is known of it, so that it can be given up before.
    fileprivate consuming func parted() -> (text: [UInt8], reading: TextReading) {
        (utf8, TextReading(isOverridden: overridden, isMalformed: malformed > 0, isRepaired: repaired))
    }
}
