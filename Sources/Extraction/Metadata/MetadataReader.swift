internal import Markup
internal import Normalization
internal import Pages

/// Fills an article's fields from what the page states about itself and from the lines around its body: one set of rules
/// for HTML pages and text dumps.
struct MetadataReader {
    private let facts: PageFacts
    private let linked: LinkedArticle
    private let document: Document?
    private let url: String?
    /// The site's names at the ends of the machine title.
    private let titleNames: [String]
    private var lines: PageText
    private var article = Article()
    private var claimed: Set<Int> = []

    /// A reader over a page whose body is known.
    init(page: PageBlocks, body: [Int], facts: PageFacts, document: Document?, url: String?) {
        self.facts = facts
        self.document = document
        self.url = url
        linked = LinkedArticle(facts.linked, title: facts.titleElement)
        lines = PageText(page: page, body: body)
        titleNames = SiteRule.namesInTitle(facts, url: url)
    }

    /// The article's fields, all but the paragraphs, and the blocks whose lines a field has claimed: they are no text of the
    /// article.
    static func read(
        page: PageBlocks, body: [Int], facts: PageFacts, document: Document?, url: String?, clock: PageClock = .endless
    ) -> (article: Article, claimed: Set<Int>) {
        var reader = MetadataReader(page: page, body: body, facts: facts, document: document, url: url)
        reader.article.declaredLanguage = reader.language()
        reader.readTitle()
        reader.takeEdges()
        if !clock.isOver { reader.readPlace() }
        if !clock.isOver { reader.readPeople() }
        if !clock.isOver { reader.readTimes() }
        if !clock.isOver { reader.readRest() }
        reader.claimLines(clock)
        return (reader.article, reader.claimed)
    }

    // MARK: Fields

    private mutating func readTitle() {
        let names = SiteRule.names(facts: facts, linked: linked, inTitle: titleNames, url: url)
        var rule = TitleRule(siteNames: names, publishers: publishers)
        rule.add(facts: facts, linked: linked)
        let openGraph = facts.meta("og:title") ?? ""
        let start = lines.element(lines.bodyStart)
        let subtitles = Set(facts.subtitles.map(\.element))
        let headings = facts.headings.filter { $0.level == 1 || !subtitles.contains($0.element) }
        rule.add(
            headings: headings, title: facts.titleElement, openGraph: openGraph,
            bodyStart: start < 0 ? .max : start)
        addTightHeads(to: &rule)
        noteBlocks(in: &rule)
        article.title = rule.decide { BodyWords(lines) } ?? lineTitle(&rule, related: false)
        if let title = article.title, isHeadOnly(title) { article.title = lineTitle(&rule, related: true) ?? title }
        lines.titleBlock = article.title.flatMap { block(of: $0.text) }
    }

    /// Who stands as author in the head, where `og:title` is that name and the `title` element has none of it: a template states the site
    /// or the author on every page.
    private var publishers: [String] {
        guard let openGraph = facts.meta("og:title"), !facts.titleElement.hasPrefix(openGraph) else { return [] }
        let folded = TextFold.fold(openGraph)
        guard !folded.isEmpty, !TextFold.contains(TextFold.fold(facts.titleElement), folded) else { return [] }
        let named = (facts.metas["author"] ?? []) + linked.authors + [facts.meta("twitter:creator") ?? ""]
        let isName = named.contains { TextFold.fold($0) == folded }
        let isHost =
            ImageAddress.labels(url ?? facts.canonical ?? "")?.contains { label in
                label.utf8.count > 3 && folded.starts(with: Array(label.utf8))
            } ?? false
        return isName || isHost && openGraph.split(separator: " ").count <= 3 ? [openGraph] : []
    }

    /// Takes off the body what stands at its edges and is no text of the article: the fields are read of what is left.
    private mutating func takeEdges() {
        claimed.formUnion(lines.dropBodyAboveTitle())
        for part in [
            CommentTail.blocks, ConsentTail.blocks, { [document] in ConsentTail.layer($0, of: document) },
            AppealTail.blocks, EndLines.furniture(behindTheEndOf:), EndLines.contacts(of:), PaywallBox.blocks,
            EmbedBox.blocks, TimeList.blocks,
        ] {
            let blocks = part(lines)
            lines.dropFromBody(blocks)
            claimed.formUnion(blocks)
        }
    }

    /// Whether a title that only the head states is about something else than the body, as a site's name is.
    private func isHeadOnly(_ title: Finding) -> Bool {
        guard title.origin != .heading, title.origin != .text else { return false }
        let folded = TextFold.fold(title.text)
        return !facts.headings.contains { TextFold.fold($0.text) == folded }
            && !BodyWords(lines).holdsAny(of: title.text)
    }

    /// The headline when the lines before the body count too.
    private func lineTitle(_ rule: inout TitleRule, related: Bool) -> Finding? {
        let words = BodyWords(lines)
        LineTitles(lines, words: words).add(to: &rule, related: related)
        return rule.decide { words }
    }

    /// Tells the rule which of its candidates stand on the page as a line of their own, above the body or at its start.
    private func noteBlocks(in rule: inout TitleRule) {
        let end = min(lines.bodyStart + 3, lines.count)
        for block in max(0, end - 100)..<end where lines.size(block) <= TitleRule.maximumBytes {
            rule.note(block: lines.folded(block))
        }
    }

    private func addTightHeads(to rule: inout TitleRule) {
        let heads = TitleParts.tightHeads(facts.titleElement)
        guard !heads.isEmpty else { return }
        let folded = heads.map(TextFold.fold)
        let end = min(lines.bodyStart + 2, lines.count)
        for block in max(0, end - 100)..<end where lines.size(block) <= TitleRule.maximumBytes {
            guard let place = folded.firstIndex(of: lines.folded(block)) else { continue }
            rule.add(heads[place], .tightBlock, .titleElement)
        }
    }

    /// The block that holds a text: the last one before the body, or else the first within it.
    private func block(of text: String) -> Int? {
        let folded = TextFold.fold(text)
        let size = text.utf8.count
        func holds(_ block: Int) -> Bool {
            lines.size(block) < 2 * size + 64 && lines.isFolded(block, to: folded)
        }
        let start = min(lines.bodyStart, lines.count)
        if let before = (max(0, start - 300)..<start).last(where: holds) { return before }
        return (start..<min(start + 4, lines.count)).first(where: holds)
    }

    private mutating func readPlace() {
        let (path, block) = SiteRule.breadcrumb(facts: facts, linked: linked, lines: lines, title: article.title?.text)
        article.breadcrumb = path
        if let block { claimed.insert(block) }
        if let (source, block) = SourceRule.find(lines, facts: facts, document: document) {
            article.source = source
            if let block { claimed.insert(block) }
        }
        let legalLines = SiteRule.legalLines(lines)
        article.siteName = SiteRule.name(
            facts: facts, linked: linked, breadcrumb: path, lines: lines, legalLines, source: article.source,
            title: article.title?.text, inTitle: titleNames)
        let legal = SiteRule.legal(lines, legalLines)
        article.publisherLegalName = legal.publisherLegalName.map { Finding($0, origin: .text, confidence: 0.9) }
        article.copyrightNotice = legal.copyrightNotice.map { Finding($0, origin: .text, confidence: 0.9) }
        article.copyrightDomain = legal.domain
        article.licences = legal.licences
    }

    private mutating func readPeople() {
        let names = [
            article.siteName?.text, linked.publisher, linked.siteName, facts.meta("og:site_name"),
            article.publisherLegalName?.text, SiteRule.label(url ?? facts.canonical),
        ].compactMap { $0 }
        var rule = PeopleRule(language: article.declaredLanguage, siteNames: names, document: document)
        rule.add(
            facts: facts, linked: linked, near: lines.articleElements, head: lines.headElements,
            behind: lines.elementsBehind)
        rule.add(lines: lines)
        article.bylines = rule.ordered()
        claimed.formUnion(rule.blocks)
    }

    private mutating func readTimes() {
        var rule = TimeRule(hints: TimeHints(language: article.declaredLanguage))
        let title = lines.titleBlock.map(lines.element)
        rule.add(facts: facts, linked: linked, document: document, near: lines.articleElements, title: title)
        rule.add(lines: lines, of: document)
        if let document { rule.add(scripts: document) }
        rule.add(url: url ?? facts.canonical)
        (article.published, article.modified) = rule.ordered()
    }

    /// The names of the article's people, folded.
    private var people: Set<[UInt8]> {
        let names = article.bylines.flatMap { byline in [byline.text] + BylineReader.read(byline.text).map(\.name) }
        return Set(names.map(TextFold.fold))
    }

    private mutating func readRest() {
        article.section =
            SectionRule.find(facts: facts, linked: linked)
            ?? SectionRule.shown(facts.sections, in: lines, title: article.title?.text)
            ?? SectionRule.above(
                url ?? facts.canonical, in: lines, document, title: article.title?.text, site: article.siteName?.text)
            ?? SectionRule.titled(facts, url: url ?? facts.canonical)
        article.subtitle = subtitle()
        article.summary = summary()
        article.tags = tags()
        article.images = ImageRule.images(
            facts: facts, linked: linked, document: document, near: lines.imageElements, people: people, url: url)
        article.canonicalURL = facts.canonical ?? facts.meta("og:url")
        article.baseURL = facts.base
    }

    private func tags() -> [String] {
        let stated = [
            linked.keywords, facts.metas["article:tag"] ?? [], facts.meta("news_keywords").map(Tags.split) ?? [],
            facts.meta("parsely-tags", "sailthru.tags").map(Tags.split) ?? [], Tags.near(facts.tagLinks, lines),
        ].map { ($0, false) }
        let keywords = [
            facts.meta("keywords", "dc.subject").map(Tags.split) ?? [],
            facts.items["keywords"]?.flatMap(Tags.split) ?? [],
        ].map { ($0, true) }
        let shown = ([facts.classTags, facts.tagPaths].map { Tags.marked($0, in: lines) } + [Tags.labelled(in: lines)])
            .map { ($0, false) }
        let sites = [article.siteName?.text, linked.publisher, linked.siteName].compactMap { $0 }
        return Tags.chosen(stated + keywords + shown, title: article.title?.text, sites: sites, lines: lines)
    }

    private func language() -> String? {
        facts.language ?? linked.language ?? facts.meta("og:locale", "content-language", "language", "dc.language")
    }

    private func subtitle() -> Finding? {
        let title = TextFold.fold(article.title?.text ?? "")
        let stated: [(String?, Origin)] = [
            (linked.alternativeHeadline, .jsonLD), (facts.items["alternativeheadline"]?.first, .microdata),
            (shownSubtitle(), .text),
        ]
        for (text, origin) in stated {
            // What the title says is no second line below it.
            guard let text, !TextFold.contains(title, TextFold.fold(text)) else { continue }
            return Finding(text, origin: origin, confidence: 0.8)
        }
        return nil
    }

    /// The line that stands between the headline and the first lines of the body and is marked as such.
    private func shownSubtitle() -> String? {
        guard let title = lines.titleBlock, title < lines.bodyStart else { return nil }
        let range = lines.element(title)...max(lines.element(title), lines.element(lines.bodyStart))
        func isShown(_ fact: TextFact) -> Bool {
            range.contains(fact.element) && Self.isLine(fact.text)
                && TimeReader.first(in: fact.text) == nil && !BylineReader.isByline(fact.text.utf8.span)
        }
        // A lead to which the body's next paragraph joins is that paragraph, no line of its own.
        let isApart = lines.body.dropFirst().first.map { $0 > lines.bodyStart + 1 } ?? false
        func isLine(_ fact: TextFact) -> Bool {
            guard isShown(fact), !lines.isInFigure(fact.element),
                !facts.images.contains(where: { $0.caption == fact.text })
            else { return false }
            let folded = TextFold.fold(fact.text)
            return (title + 1..<lines.bodyStart + (isApart ? 1 : 0)).contains { lines.isFolded($0, to: folded) }
                && fact.text != fact.text.uppercased() && !LegalReader.creditsPicture(fact.text.utf8.span)
        }
        return (facts.subtitles.first(where: isShown) ?? facts.leads.first(where: isLine))?.text
    }

    /// Whether a text is long enough to say something and short enough for one line: four words, or eight signs of a script without
    /// spaces.
    private static func isLine(_ text: String) -> Bool {
        let columns = TitleParts.columns(text)
        let words = text.split(separator: " ").count
        return columns <= 300 && (words >= 4 || columns >= 16 && columns > text.count * 3 / 2)
    }

    /// A description that was cut by a machine is no summary.
    private func summary() -> Finding? {
        let stated: [(String?, Origin)] = [
            (linked.description, .jsonLD), (facts.meta("og:description"), .openGraph),
            (facts.meta("description", "dc.description", "dcterms.abstract", "sailthru.description"), .meta),
        ]
        for (text, origin) in stated {
            guard let text, TitleParts.columns(text) >= 20, !text.hasSuffix("…"), !text.hasSuffix("...") else {
                continue
            }
            return Finding(text, origin: origin, confidence: 0.8)
        }
        return nil
    }

    // MARK: Claims

    /// Claims the lines at the edges of the body that state metadata, and everywhere those that only lead on.
    private mutating func claimLines(_ clock: PageClock) {
        let title = article.title.map { TextFold.fold($0.text) }
        let bylines = article.bylines.map { TextFold.fold($0.text) }
        let names = [article.source?.name, article.siteName?.text].compactMap { $0.map(TextFold.fold) }
        for block in lines.body.prefix(5) + lines.body.suffix(6) {
            let isTitle = title.map { lines.isFolded(block, to: $0) || isHeadline(block, endingWith: $0) } ?? false
            let isByline = bylines.contains { lines.isFolded(block, to: $0) } && !lines.isSentence(block)
            let isSource = names.contains { lines.isFolded(block, to: $0) }
            if isTitle || isByline || isSource || statesMetadata(block) { claimed.insert(block) }
        }
        claimed.formUnion(EdgeLines.blocks(lines, domain: (url ?? facts.canonical).flatMap(RegistrableDomain.of(url:))))
        claimed.formUnion(AuthorNote.blocks(lines, bylines: article.bylines.map(\.text)))
        for (step, block) in lines.body.enumerated() {
            guard !clock.isOver(at: step) else { return }
            guard ReadMoreLine.isOne(block, lines) || ToolLine.isOne(block, lines) || lines.ask(block, AppealLine.isIn)
            else { continue }
            claimed.insert(block)
        }
    }

    /// Whether a heading is a kicker and the title behind it.
    private func isHeadline(_ block: Int, endingWith title: [UInt8]) -> Bool {
        guard lines.isHeading(block), lines.size(block) <= 2 * title.count + 64 else { return false }
        let text = lines.folded(block)
        return text.count <= title.count + Self.longestKicker && text.suffix(title.count).elementsEqual(title)
    }

    /// Bytes of the longest kicker, folded.
    private static let longestKicker = 60

    /// Whether a sentence reserves rights or gives the number of a licence, not just speaks of them.
    private func statesRights(_ block: Int) -> Bool {
        guard lines.ask(block, LegalReader.isLegal) else { return false }
        return lines.ask(block, LegalReader.reservesRights) || !LegalReader.read(lines.text(block)).licences.isEmpty
    }

    /// Whether a line is an e-mail address and nothing else.
    private func isAddress(_ text: Span<UInt8>) -> Bool {
        text.count < 100 && contains(text, "@") && !contains(text, " ")
    }

    /// Whether a sentence gives an address or a number beside the words that ask to write or call.
    private func asksToWrite(_ block: Int) -> Bool {
        lines.ask(block, ContactLine.isContact) && lines.holdsAddress(block, digits: 5)
    }

    private func statesMetadata(_ block: Int) -> Bool {
        guard lines.isShortLine(block, limit: 160) else { return false }
        if StandInLine.paywall.isIn(lines.cues(block)) { return true }
        if lines.isSentence(block) { return statesRights(block) || asksToWrite(block) }
        if lines.ask(block, isAddress) || Tags.isLine(block, lines) { return true }
        if lines.isTime(block) || lines.ask(block, ReadingTimeLine.isIn) || CommentTail.counts(block, lines) {
            return true
        }
        if lines.ask(block, ContactLine.isContact) || lines.ask(block, LegalReader.isLegal) { return true }
        if lines.ask(block, SourceReader.isSourceLine) { return true }
        return lines.ask(block) { text in
            let times = TimeReader.all(in: text)
            // Of two times one is that of a change: whatever stands beside them calls them so.
            let isPair = times.count > 1 && times.allSatisfy { $0.hour != nil }
            return times.reduce(0) { $0 + $1.range.count } * (isPair ? 3 : 2) >= text.count
        }
    }
}
