public import Pages
import Text

/// Makes the event of an article: times with zones, people with roles, URLs, language, hashes.
///
/// A pure function of its input: the same article, page and version give the same event.
public struct Normalizer: Sendable {
    /// The version that events will state.
    public var version: ExtractorVersion
    /// The registrable domain to state for pages that do not tell theirs (`site_domain_basis: config`).
    public var siteDomain: String?

    /// Makes a normalizer.
    public init(version: ExtractorVersion, siteDomain: String? = nil) {
        self.version = version
        self.siteDomain = siteDomain
    }

    /// The event of an article and the page it stood on; once the clock is over, no event that may be published.
    public func event(from article: Article, page: RawPage, clock: PageClock = .endless) -> ArticleEvent {
        var event = ArticleEvent()
        let place = Place(article: article, page: page, configured: siteDomain)
        let steps: [(inout ArticleEvent) -> Void] = [
            { fillText(&$0, article, clock) },
            { fillOrigin(&$0, article, place) },
            { fillTimes(&$0, article, place, page) },
            { fillPeople(&$0, article) },
            { fillRights(&$0, article, place) },
            { fillQuality(&$0, article, page) },
            { fillProvenance(&$0, page) },
            { fillIdentity(&$0, page) },
        ]
        for step in steps where !clock.isOver { step(&event) }
        return event
    }

    // MARK: Text

    private func fillText(_ event: inout ArticleEvent, _ article: Article, _ clock: PageClock) {
        event.title = text(article.title)
        event.subtitle = text(article.subtitle)
        event.summary = text(article.summary)
        for (step, paragraph) in article.paragraphs.enumerated() {
            guard !clock.isOver(at: step) else { return }
            let plain = PlainSpace.plain(paragraph)
            if !plain.isEmpty { event.paragraphs.append(plain) }
        }
        event.charCount = event.paragraphs.reduce(0) { $0 + UTF8Scalars.count(in: $1.utf8.span) }
        event.tags = unique(article.tags.map(PlainSpace.plain).filter { !$0.isEmpty })
        event.duplicateCopies = article.duplicateCopies
    }

    /// A finding's text, `nil` when empty.
    private func text(_ finding: Finding?) -> String? {
        guard let plain = finding.map({ PlainSpace.plain($0.text) }), !plain.isEmpty else { return nil }
        return plain
    }

    private func unique(_ words: [String]) -> [String] {
        var seen: Set<String> = []
        return words.filter { seen.insert($0).inserted }
    }

    // MARK: Time

    private func fillTimes(_ event: inout ArticleEvent, _ article: Article, _ place: Place, _ page: RawPage) {
        let hints = TimeHints(language: event.language, country: place.country)
        let rule = ZoneRule(country: place.country, isFromURL: place.isFromURL, language: event.language)
        let now = page.fetchedAtMs ?? page.provenance.timestampMs
        event.published = time(article.published, hints, rule, now)
        event.modified = time(article.modified, hints, rule, now)
        // A change before the publication was one of a draft.
        if let published = event.published, let modified = event.modified, isBefore(modified, published) {
            event.modified = nil
        }
    }

    /// Whether a time is before another, or its day before the other's where one of them states no clock.
    private func isBefore(_ first: EventTime, _ second: EventTime) -> Bool {
        let isByDay = first.precision == .day || second.precision == .day
        return isByDay ? first.rfc3339.prefix(10) < second.rfc3339.prefix(10) : first.ms < second.ms
    }

    /// The time of the first text that states one, made finer by another that states the same day with a clock.
    ///
    /// What lies days ahead of the fetch is a template's or a mistake, and counts only where nothing else is stated.
    private func time(_ findings: [Finding], _ hints: TimeHints, _ rule: ZoneRule, _ now: Int64?) -> EventTime? {
        let all = StatedTime.all(in: findings.prefix(32), hints: hints, now: now)
        let past = all.filter { stated in now.map { !stated.isAhead(of: $0) } ?? true }
        let stated = past.isEmpty ? all : past
        guard let first = stated.first else { return nil }
        let isFiner = { (reading: TimeReading) in reading.hour != nil && reading.isoDay == first.reading.isoDay }
        let best = first.reading.hour == nil ? stated.first { isFiner($0.reading) } ?? first : first
        // Another may state the same minute with its second.
        if best.reading.second == nil, best.reading.hour != nil,
            let exact = stated.first(where: { $0.reading.isExact(best.reading) })
        {
            return rule.time(of: exact.reading, raw: exact.raw)
        }
        if let zoned = stated.first(where: { $0.reading.isZoned(best.reading) }) {
            return rule.time(of: zoned.reading, raw: zoned.raw)
        }
        let addressed = stated.first { $0.origin == .url }?.reading
        let local = LocalClock.reading(of: best.reading, among: stated.map(\.reading), addressed: addressed, rule)
        return rule.time(of: local ?? best.reading, raw: best.raw)
    }

    // MARK: People

    private func fillPeople(_ event: inout ArticleEvent, _ article: Article) {
        let people = PeopleFinder.people(in: article.bylines, language: event.language)
        event.contributors = people.contributors
        event.bylineRaw = people.raw
    }

    // MARK: Origin

    private func fillOrigin(_ event: inout ArticleEvent, _ article: Article, _ place: Place) {
        event.language = language(event, article)
        event.url = place.url
        event.canonicalURL = place.canonicalURL
        event.breadcrumb = article.breadcrumb.map(PlainSpace.plain).filter { !$0.isEmpty }
        event.siteName = text(article.siteName) ?? Sections.siteName(in: event.breadcrumb)
        event.siteDomain = place.domain
        event.siteDomainBasis = place.basis
        event.country = place.country
        event.sectionPath = Sections.path(of: event.breadcrumb, site: event.siteName, title: event.title)
        let stated = text(article.section).map { [$0] } ?? []
        event.section = event.sectionPath.last ?? Sections.path(of: stated, site: nil, title: nil).last
        if event.sectionPath.isEmpty, let section = event.section { event.sectionPath = [section] }
        fillSource(&event, article, place)
    }

    private func fillSource(_ event: inout ArticleEvent, _ article: Article, _ place: Place) {
        guard let source = article.source else { return }
        let name = PlainSpace.plain(source.name)
        guard !name.isEmpty else { return }
        event.sourceName = name
        event.sourceLabelRaw = source.label.map(PlainSpace.plain)
        event.sourceURL = source.url.flatMap { URLKey.resolve($0, against: place.base) }
        event.isOriginal = Sections.isOriginal(source: name, event: event, publisher: article.publisherLegalName?.text)
    }

    private func language(_ event: ArticleEvent, _ article: Article) -> String? {
        var sample = Array((event.title ?? "").utf8)
        for paragraph in event.paragraphs where sample.count < LanguageDetector.sample {
            sample.append(0x0A)
            sample.append(contentsOf: paragraph.utf8)
        }
        return LanguageDetector.detect(sample.span, declared: article.declaredLanguage)
    }

    // MARK: Rights and media

    private func fillRights(_ event: inout ArticleEvent, _ article: Article, _ place: Place) {
        event.publisherLegalName = text(article.publisherLegalName)
        event.copyrightNotice = text(article.copyrightNotice)
        event.licences = article.licences
        var seen: Set<String> = []
        event.images = article.images.compactMap { image in
            var image = image
            let source = PlainSpace.plain(image.url)
            image.url = WebAddress.uri(URLKey.resolve(source, against: place.base) ?? source)
            image.alt = image.alt.map(PlainSpace.plain).flatMap { $0.isEmpty ? nil : $0 }
            image.caption = image.caption.map(PlainSpace.plain).flatMap { $0.isEmpty ? nil : $0 }
            let isData = image.url.isEmpty || image.url.hasPrefix("data:")
            return !isData && seen.insert(image.url).inserted ? image : nil
        }
    }

    // MARK: Quality

    private func fillQuality(_ event: inout ArticleEvent, _ article: Article, _ page: RawPage) {
        var body = Array((event.title ?? "").utf8)
        body.append(0x0A)
        body.append(contentsOf: event.bodyText.utf8)
        event.simhash = Fingerprint.simhash(body.span)
        event.fieldConfidence = Confidence.fields(of: event, article)
        event.qualityScore = Confidence.score(of: event, article)
        event.warnings = Warnings.all(event, article, page)
        let isCut = event.warnings.contains(.truncatedInput) || event.warnings.contains(.limitReached)
        event.status = event.title == nil || event.paragraphs.isEmpty || isCut ? .partial : .ok
    }

    // MARK: Provenance and identity

    private func fillProvenance(_ event: inout ArticleEvent, _ page: RawPage) {
        event.provenance = page.provenance
        event.fetchedAtMs = page.fetchedAtMs ?? page.provenance.timestampMs
        event.extractorVersion = version.version
        event.rulesetSerial = version.rulesetSerial
    }

    private func fillIdentity(_ event: inout ArticleEvent, _ page: RawPage) {
        event.contentHash = Hashes.contentHash(title: event.title, paragraphs: event.paragraphs)
        event.dedupHash = Hashes.dedupHash(title: event.title, paragraphs: event.paragraphs)
        event.articleID = Hashes.articleID(url: event.url, dedupHash: event.dedupHash)
        event.eventID = Hashes.eventID(articleID: event.articleID, page: page, version: version)
        event.rowVersion = Hashes.rowVersion(fetchedAtMs: event.fetchedAtMs, version: version)
    }

    /// The event that withdraws the article of a page: identity, provenance and URL, nothing else.
    ///
    /// - Returns: `nil` when neither a URL nor, in its place, an `article_id` tells which article that is.
    public func retraction(of page: RawPage) -> ArticleEvent? {
        guard let url = page.url ?? page.requestURL else { return nil }
        var event = ArticleEvent()
        if Hashes.isArticleID(url) {
            event.status = .retracted
            event.warnings = page.warnings
            fillProvenance(&event, page)
            fillIdentity(&event, page)
            event.articleID = url
            event.eventID = Hashes.eventID(articleID: url, page: page, version: version)
            return event
        }
        guard URLKey.key(of: url) != nil else { return nil }
        event.status = .retracted
        event.url = url
        event.siteDomain = RegistrableDomain.of(url: url)
        event.siteDomainBasis = event.siteDomain == nil ? nil : .url
        event.warnings = page.warnings
        fillProvenance(&event, page)
        fillIdentity(&event, page)
        return event
    }
}
