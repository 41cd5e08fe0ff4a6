import Foundation
internal import Normalization
internal import Pages
internal import Text

/// A page's row of ``PageFeature``.
struct PageFeatures {
    /// The values, in the order of ``PageFeature``.
    private(set) var values = [Float](repeating: 0, count: PageFeature.allCases.count)

    subscript(feature: PageFeature) -> Float {
        get { values[feature.rawValue] }
        set { values[feature.rawValue] = newValue }
    }

    /// Computes them for a page whose body is decided and whose metadata are read; `tables` tell what its tokens are worth.
    init(
        _ page: JudgedPage, _ article: Article, _ facts: PageFacts, _ tokens: PageTokens, _ tables: PageTables,
        url: String?
    ) {
        setKept(page)
        setPage(page)
        setSureness(page)
        setSigns(page)
        setElements(page)
        setTitle(facts.titleElement)
        setLead(page)
        setStated(article, facts)
        setURL(url)
        setTokens(tokens, tables)
    }

    static func log(_ count: Int) -> Float { Float(Foundation.log(Double(count) + 1)) }

    // MARK: The body

    private mutating func setKept(_ page: JudgedPage) {
        let (analysis, kept) = (page.analysis, page.decision.kept)
        let isKept = Set(kept)
        var sums = KeptSums()
        for row in kept { sums.add(row, page) }
        let tokens = max(1, sums.tokens)
        self[.keptTokens] = Self.log(Int(sums.tokens))
        self[.keptBlocks] = Self.log(kept.count)
        self[.keptBlockTokens] = Self.log(Int(sums.tokens) / max(1, kept.count))
        self[.keptProse] = sums.prose / tokens
        self[.keptLinkShare] = sums.links / tokens
        self[.keptItems] = sums.items / tokens
        self[.keptTables] = sums.tables / tokens
        self[.keptSentences] = sums.sentences / tokens
        self[.keptForms] = sums.forms / tokens
        self[.keptHeadings] = sums.headings / Float(max(1, kept.count))
        self[.largestParent] = (sums.byParent.values.max() ?? 0) / tokens
        self[.keptRuns] = Self.log(kept.indices.count { $0 == 0 || kept[$0] != kept[$0 - 1] + 1 })
        var (prose, other): (Float, Float) = (0, 0)
        for row in analysis.page.blocks.indices where analysis.facts[row].isLong {
            prose += Float(analysis.measures[row].tokens)
            if !isKept.contains(row) { other += Float(analysis.measures[row].tokens) }
        }
        self[.otherProse] = other / max(1, prose)
    }

    /// Sums over kept blocks, by tokens.
    private struct KeptSums {
        var tokens: Float = 0
        var prose: Float = 0
        var links: Float = 0
        var items: Float = 0
        var tables: Float = 0
        var sentences: Float = 0
        var forms: Float = 0
        var headings: Float = 0
        var byParent: [Int32: Float] = [:]

        mutating func add(_ row: Int, _ page: JudgedPage) {
            let features = page.analysis.features
            let size = Float(page.analysis.measures[row].tokens)
            tokens += size
            links += size * features[row, .linkShare]
            if features[row, .isLong] == 1 { prose += size }
            if features[row, .levelItem] < 15 { items += size }
            if features[row, .levelTable] < 15 { tables += size }
            if features[row, .endsSentence] == 1 { sentences += size }
            if features[row, .levelForm] < 15 || features[row, .levelButton] < 15 { forms += size }
            if page.analysis.headingKind(row) > 0 { headings += 1 }
            let element = page.analysis.page.blocks[row].element
            let parent = element >= 0 ? page.analysis.page.elements[Int(element)].parent : -1
            byParent[parent, default: 0] += size
        }
    }

    // MARK: The page

    private mutating func setPage(_ page: JudgedPage) {
        let (analysis, features) = (page.analysis, page.analysis.features)
        let rows = analysis.page.blocks.indices
        let tokens = rows.reduce(0) { $0 + Int(analysis.measures[$1].tokens) }
        let kept = page.decision.kept.reduce(0) { $0 + Int(analysis.measures[$1].tokens) }
        self[.keptShare] = Float(kept) / Float(max(1, tokens))
        self[.pageTokens] = Self.log(tokens)
        self[.pageBlocks] = Self.log(rows.count)
        if let first = rows.first {
            self[.pageLinkShare] = features[first, .pageLinkShare]
            self[.pageArticles] = features[first, .pageArticles]
            self[.pageHeadings] = features[first, .pageHeadings]
        }
        self[.shortBlocks] = Float(rows.count { analysis.measures[$0].tokens < 6 }) / Float(max(1, rows.count))
        self[.loginBlocks] = Self.log(rows.count { analysis.marks[$0].holds(.login) })
        self[.consentBlocks] = Self.log(rows.count { analysis.marks[$0].holds(.consent) })
        self[.dateBlocks] = Self.log(rows.count { analysis.marks[$0].date > 0 })
    }

    /// Dates, times and bylines between the title and the body's first lines.
    private mutating func setLead(_ page: JudgedPage) {
        let analysis = page.analysis
        guard let start = page.decision.kept.first else {
            self[.titleDistance] = -1
            return
        }
        let title = Int(analysis.anchor)
        let isNear = title >= 0 && title <= start && start - title <= 60
        let lead = (isNear ? title : max(0, start - 8))..<min(analysis.page.blocks.count, start + 3)
        self[.titleDistance] = isNear ? Self.log(start - title) : -1
        self[.leadDates] = Float(min(4, lead.count { analysis.marks[$0].date > 0 }))
        self[.leadClocks] = Float(min(4, lead.count { analysis.marks[$0].clock > 0 }))
        self[.leadBylines] = Float(min(4, lead.count { analysis.marks[$0].holds(.byline) }))
    }

    // MARK: What it states

    private static let otherTypes: Set<String> = [
        "product", "productgroup", "offer", "itemlist", "collectionpage", "searchresultspage", "faqpage", "qapage",
        "softwareapplication", "service", "localbusiness", "course", "event", "contactpage", "aboutpage", "profilepage",
        "store", "jobposting", "dataset", "apireference",
    ]

    private mutating func setStated(_ article: Article, _ facts: PageFacts) {
        switch facts.meta("og:type")?.lowercased() {
        case nil: break
        case let type? where contains(type.utf8.span, "article") || type == "blog" || type == "news":
            self[.openGraphType] = 1
        case "website": self[.openGraphType] = -1
        default: self[.openGraphType] = -2
        }
        let types = Set(facts.linked.nodes.flatMap { $0.depth <= 1 ? $0.types.map { $0.lowercased() } : [] })
        self[.linkedArticle] = types.isDisjoint(with: LinkedArticle.articleTypes) ? 0 : 1
        self[.linkedOther] = types.isDisjoint(with: Self.otherTypes) ? 0 : 1
        let machine: Set<Origin> = [.jsonLD, .microdata, .rdfa, .openGraph, .meta, .timeElement]
        self[.machineTime] = article.published.contains { machine.contains($0.origin) } ? 1 : 0
        self[.times] = Self.log(article.published.count)
        self[.bylines] = Self.log(article.bylines.count)
        self[.machineAuthor] = article.bylines.contains { machine.contains($0.origin) } ? 1 : 0
        self[.titleConfidence] = Float(article.title?.confidence ?? 0)
        self[.breadcrumb] = Float(min(6, article.breadcrumb.count))
        self[.tags] = Self.log(article.tags.count)
    }

    // MARK: The URL

    /// Words of a path or a host that stand for other things than articles, as they are used across the web.
    static let otherWords: Set<String> = [
        "category", "categories", "tag", "tags", "topic", "topics", "search", "archive", "archives", "collection",
        "collections", "catalog", "catalogue", "shop", "store", "product", "products", "item", "cart", "service",
        "services", "solutions", "pricing", "docs", "doc", "documentation", "manual", "reference", "api", "wiki",
        "forum",
        "forums", "thread", "threads", "community", "viewtopic", "questions", "login", "signin", "account", "about",
        "contact", "help", "support", "careers", "jobs", "courses", "course", "faq", "list", "index", "browse", "bbs",
        "kb",
        "boards", "developer", "developers",
    ]

    private mutating func setURL(_ url: String?) {
        guard let url, let parts = URLComponents(string: url) else {
            self[.urlDepth] = -1
            return
        }
        let segments = parts.percentEncodedPath.split(separator: "/")
        let last = segments.last ?? ""
        self[.urlDepth] = Float(min(8, segments.count))
        self[.urlHyphens] = Float(min(12, last.utf8.count { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }))
        let digits = parts.path.utf8.count { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
        self[.urlDigits] = Float(min(16, digits))
        self[.urlDate] = Self.holdsMonth(segments) ? 1 : 0
        self[.urlLast] = Self.log(last.utf8.count)
        let isOther = segments.contains { segment in
            Self.otherWords.contains(segment.split(separator: ".").first.map { $0.lowercased() } ?? "")
        }
        self[.urlOtherWord] = isOther ? 1 : 0
        self[.urlOtherHost] = Self.labels(of: parts.host ?? "").contains(where: Self.otherWords.contains) ? 1 : 0
        self[.urlQuery] = parts.percentEncodedQuery == nil ? 0 : 1
    }

    /// The labels of a host before its registrable domain.
    private static func labels(of host: String) -> [String] {
        let host = host.lowercased()
        guard let domain = RegistrableDomain.of(host: host), host.utf8.count > domain.utf8.count else { return [] }
        return host.dropLast(domain.count).split(separator: ".").map(String.init)
    }

    /// Whether two neighbouring segments, or the start of one, are a year and a month.
    private static func holdsMonth(_ segments: [Substring]) -> Bool {
        func isYear(_ text: Substring) -> Bool {
            text.count == 4 && WholeNumber.of(text, in: 1990...2099) != nil
        }
        func isMonth(_ text: Substring) -> Bool { WholeNumber.of(text, in: 1...12) != nil }
        return segments.indices.contains { place in
            let segment = segments[place]
            let inside = segment.split(whereSeparator: { $0 == "-" || $0 == "_" })
            return isYear(segment) && place + 1 < segments.count && isMonth(segments[place + 1])
                || inside.count > 2 && isYear(inside[0]) && isMonth(inside[1])
                || segment.count >= 8 && isYear(segment.prefix(4)) && isMonth(segment.dropFirst(4).prefix(2))
        }
    }
}
