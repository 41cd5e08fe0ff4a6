internal import Lexicon
internal import Normalization
internal import Pages

/// Pages that stand in place of an article, and those that every site has beside its articles: told by their words, by the links that
/// each of their paragraphs ends with or stands below, or by their own address, whatever the model makes of their text.
enum OtherPage {
    case standIn(StandInLine)
    case errorTitle(sign: String)
    case housePage
    case search
    case teasers(count: Int)
    case cards(count: Int)
    case author(name: String)
    case tag
    case stated(type: String)
    case thread(posts: Int)

    /// Why a page without a body, or with a doubtful one, is none, or `nil` when it may be an article.
    static func rejection(withoutBody page: JudgedPage, titles: [String]) -> Rejection? {
        guard page.decision.kept.isEmpty || page.decision.isDoubtful else { return nil }
        let tokens = page.tokens
        if tokens == 0 { return Rejection(.empty, "the page holds no text") }
        if let kind = kind(ofRefused: page, titles: titles) { return kind.rejection }
        guard !page.decision.isDoubtful else { return nil }
        return tokens < 30
            ? Rejection(.empty, "the page holds \(tokens) words and none reads like an article")
            : Rejection(.notArticle, "no block reads like an article's text")
    }

    /// What a page whose body is no article's, or that has none, is by its words, or `nil` when they do not tell. A doubtful body is none here.
    static func kind(ofRefused page: JudgedPage, titles: [String]) -> OtherPage? {
        let tokens = page.tokens
        guard tokens < 600 else { return nil }
        if let sign = errorSign(of: titles) { return .errorTitle(sign: sign) }
        let stated = Counts(page, rows: Array(page.analysis.page.blocks.indices), titles: titles)
        if let kind = StandInLine.allCases.first(where: { stated.title == $0 || stated.tokens[$0] != nil }) {
            return .standIn(kind)
        }
        let marks = page.analysis.marks
        // A link to log in stands in the header of most sites.
        let asks = marks.indices.contains { marks[$0].holds(.login) && !page.analysis.page.blocks[$0].isLink }
        if tokens < 250, asks { return .standIn(.login) }
        return marks.contains { $0.holds(.consent) } ? .standIn(.consent) : nil
    }

    /// What a page is in spite of its body: a short one that says little else, on a page that states no day, or a title that no
    /// article has.
    ///
    /// - Parameters:
    ///   - titles: the article's headline and what the page states as its title.
    ///   - isDated: whether the page states when it was published.
    ///   - isAnswered: whether it states that it is a question with its answers, which read like an article.
    static func kind(
        ofReadable page: JudgedPage, titles: [String], isDated: Bool, isAnswered: Bool = false
    ) -> OtherPage? {
        let body = page.decision.kept
        if titles.prefix(1).contains(where: StandInLine.isHousePage) { return .housePage }
        if !isDated, titles.prefix(1).contains(where: { homes.contains(TextFold.fold($0)) }) { return .housePage }
        if !isAnswered, let posts = Thread.posts(of: page) { return .thread(posts: posts) }
        if titles.prefix(1).contains(where: StandInLine.isSearch) { return .search }
        if let count = teasers(of: page) { return .teasers(count: count) }
        if !isDated, areCards(page) { return .cards(count: body.count) }
        let total = body.reduce(0) { $0 + Int(page.analysis.measures[$1].tokens) }
        let limits = limits.filter { total < $0.tokens && (!isDated || $0.line == .paywall) }
        guard !limits.isEmpty else { return nil }
        // What the headline says is asked of the titles.
        let stated = Counts(page, rows: body.filter { page.analysis.headingKind($0) == 0 }, titles: titles)
        for limit in limits {
            let share = Double(stated.tokens[limit.line] ?? 0) / Double(max(1, total))
            if share >= limit.share || stated.title == limit.line && (share > 0 || stated.isTitleAlone) {
                return .standIn(limit.line)
            }
        }
        return nil
    }

    /// How many blocks of a body end with a link to the rest of what they tell, where half of its text does: a list of other articles.
    private static func teasers(of page: JudgedPage) -> Int? {
        let body = page.decision.kept
        guard body.count >= leastTeasers else { return nil }
        let blocks = page.analysis.page
        let tokens = { (rows: [Int]) in rows.reduce(0) { $0 + Int(page.analysis.measures[$1].tokens) } }
        let half = tokens(body)
        // Few bodies have links in half of their text: the ends of others are not read.
        let linked = body.filter { blocks.blocks[$0].links > 0 }
        guard linked.count >= leastTeasers, 2 * tokens(linked) >= half else { return nil }
        let ending = linked.filter { leadsOn(blocks.end(of: $0)) }
        return ending.count >= leastTeasers && 2 * tokens(ending) >= half ? ending.count : nil
    }

    private static let leastTeasers = 3

    /// Whether each block of a body is a short one right behind a heading that leads elsewhere: the front page of a site or of a section.
    private static func areCards(_ page: JudgedPage) -> Bool {
        let body = page.decision.kept
        return body.count >= leastCards
            && body.allSatisfy { row in
                row > 0 && page.analysis.measures[row].tokens <= mostOfCard && page.analysis.headingKind(row - 1) > 0
                    && page.analysis.page.blocks[row - 1].isLink
            }
    }

    private static let leastCards = 5
    /// Tokens of the longest text of a card.
    private static let mostOfCard = 60

    /// Whether the last words of a text are those of such a link.
    private static func leadsOn(_ text: String) -> Bool {
        let words = text.split(separator: " ").suffix(3)
        return words.indices.contains { leading.contains(TextFold.fold(words[$0...].joined(separator: " "))) }
    }

    private static let leading = Keyword.lines(.readMore)

    /// What a page's linked data states it to be, where that is no article: an advertised job, results of a search.
    static func kind(stated facts: PageFacts) -> OtherPage? {
        let types = Set(facts.linked.nodes.flatMap { $0.depth <= 1 ? $0.types : [] })
        guard LinkedArticle.articleTypes.isDisjoint(with: types.map { $0.lowercased() }) else { return nil }
        if let type = statedTypes.first(where: types.contains) { return .stated(type: type) }
        // A review names the product that it is about too, but offers none.
        let isProduct = facts.linked.nodes.contains { node in
            node.depth <= 1 && node.types.contains("Product") && node.properties["offers"] != nil
        }
        let isReview = types.contains("Review") || facts.linked.nodes.contains { $0.properties["reviewBody"] != nil }
        if isProduct, !isReview { return .stated(type: "Product") }
        return facts.isThread ? .stated(type: thread) : nil
    }

    /// What a page is by its own address: that of an author, whose name is the title, or of a tag.
    static func kind(addressed url: String?, title: String?) -> OtherPage? {
        guard let address = url.flatMap(WebAddress.init) else { return nil }
        let path = address.path.utf8.span
        // Links to profiles lead to readers too, a page with one's name as its title is of one who writes or comments.
        let isAuthors = AuthorPath.isIn(path) || contains(path, "/profile/") || contains(path, "/profiles/")
        if let title, isAuthors, BylineReader.isName(title) { return .author(name: title) }
        return Tags.isTagPage(address.path) ? .tag : nil
    }

    private static let statedTypes = ["JobPosting", "SearchResultsPage", thread]

    /// The type of a thread's posts in schema.org.
    static let thread = "DiscussionForumPosting"

    /// What sites call their home pages, folded.
    private static let homes = Set(Lexicon.all { $0.places.homes }.map(TextFold.fold))

    /// Of each kind, how long its pages' text is at most, and what share of it such lines make at least.
    private static let limits: [(line: StandInLine, tokens: Int, share: Double)] = [
        (.error, 150, 0.4), (.robotCheck, 250, 0.3), (.paywall, 150, 0.5), (.login, 150, 0.4), (.consent, 500, 0.3),
    ]

    /// How many tokens the lines of each kind hold, and what the titles say.
    private struct Counts {
        var tokens: [StandInLine: Int] = [:]
        var title: StandInLine?
        /// Whether a title of few words says so: it is about nothing else, and the page need not say it again.
        var isTitleAlone = false

        /// Bytes and words of the longest such title.
        private static let longestAlone = (bytes: 40, words: 4)

        init(_ page: JudgedPage, rows: [Int], titles: [String]) {
            let buffer = page.analysis.page.buffer.span
            for row in rows {
                let block = page.analysis.page.blocks[row]
                guard block.text.count < 2_000, let kind = StandInLine.kind(of: Cues(buffer.extracting(block.text)))
                else {
                    continue
                }
                tokens[kind, default: 0] += Int(page.analysis.measures[row].tokens)
            }
            for text in titles where text.utf8.count < 150 {
                guard let kind = StandInLine.kind(of: Cues(text.utf8.span)) else { continue }
                title = title ?? kind
                isTitleAlone = isTitleAlone || kind == title && Self.isAlone(text, kind)
            }
        }

        /// Whether what is not the site's name in a title is such a line, and short.
        private static func isAlone(_ title: String, _ kind: StandInLine) -> Bool {
            guard kind == .error || kind == .robotCheck else { return false }
            return title.split { "|–—·".contains($0) }.contains { part in
                part.utf8.count <= longestAlone.bytes && part.split(separator: " ").count <= longestAlone.words
                    && StandInLine.kind(of: Cues(String(part).utf8.span)) == kind
            }
        }
    }

    private static func errorSign(of titles: [String]) -> String? {
        titles.lazy.compactMap { title in
            let title = title.lowercased()
            return errorSigns.first(where: title.contains)
        }.first
    }

    /// The rejection that names it.
    var rejection: Rejection {
        switch self {
        case .errorTitle(let sign):
            Rejection(.errorPage, "the title says \"\(sign)\" and nothing reads like an article")
        case .standIn(.error): Rejection(.errorPage, "the page says that it is not there")
        case .standIn(.robotCheck): Rejection(.errorPage, "the page asks to prove that no robot reads it")
        case .standIn(.paywall): Rejection(.paywall, "the page asks to subscribe and shows no article")
        case .standIn(.login): Rejection(.login, "the page asks to log in and nothing reads like an article")
        case .standIn(.consent): Rejection(.consent, "the page asks for consent and nothing reads like an article")
        case .stated(let type): Rejection(.notArticle, "the page states that it is a \(type)")
        case .teasers(let count):
            Rejection(.notArticle, "\(count) paragraphs end with a link to the rest: a list of articles")
        case .cards(let count):
            Rejection(
                .notArticle,
                "each of \(count) paragraphs stands below a headline that leads elsewhere: a list of articles")
        case .author(let name):
            Rejection(.notArticle, "the page's address and title say that it is about its author \(name)")
        case .tag: Rejection(.notArticle, "the page's address is that of a tag")
        case .search: Rejection(.notArticle, "the title is that of search results")
        case .housePage:
            Rejection(
                .notArticle,
                "the title is that of a page that every site has: a policy, terms, about itself, the home page")
        case .thread(let posts): Rejection(.notArticle, "\(posts) posts, each with who wrote it and when: a thread")
        }
    }

    /// Words of titles of error pages, lower case: looser than ``StandInLine/error``, as only pages without an article's text are asked.
    private static let errorSigns = Lexicon.all { $0.standIns.errorTitles }
}
