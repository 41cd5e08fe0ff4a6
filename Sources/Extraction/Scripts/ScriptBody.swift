internal import Markup
internal import Pages

/// The text of an article that a page shows only when its scripts run: `articleBody` of linked data, or the state that a
/// single-page application starts from, as HTML or as a list of paragraphs.
///
/// Asked for only when the page's own text holds no article or a small part of one, and believed only on positive evidence: the page states that
/// it is an article, or shows nothing and states one day of publication in its data; and the text holds what the page shows of it.
enum ScriptBody {
    /// How sure such a body is.
    static let confidence = 0.6
    /// A page that shows more tokens of an article than this is taken as it is.
    static let shownTokens = 40
    /// The least tokens that are worth it.
    static let leastTokens = 60
    /// A page with fewer tokens than this shows nothing but its frame.
    static let emptyTokens = 20
    /// The least tokens of an `articleBody`, which says what it is: a brief.
    static let leastStated = 30

    /// The paragraphs, or `nil` when the page's own text is to be taken.
    static func paragraphs(
        of document: Document, _ judged: JudgedPage, _ facts: PageFacts, _ clock: PageClock
    ) -> [String]? {
        let body = judged.decision.isDoubtful ? [] : judged.decision.kept
        let shown = body.reduce(0) { $0 + Int(judged.analysis.measures[$1].tokens) }
        guard shown < shownTokens else { return nil }
        let isArticle = statesArticle(facts)
        // A page that shows next to nothing may state nothing either: then its data must be of one article, with its day.
        guard isArticle || judged.tokens < emptyTokens, let (group, days) = longest(in: document),
            isArticle || days == 1 && !summaries.contains(group.name)
        else { return nil }
        guard group.tokens >= max(group.isStated ? leastStated : leastTokens, shown * 4), holds(body, of: judged, group)
        else { return nil }
        let paragraphs = paragraphs(of: group.texts, clock)
        return paragraphs.isEmpty ? nil : paragraphs
    }

    /// Nodes and blocks of a body in scripts that are read.
    private static let (mostNodes, mostBlocks) = (100_000, 10_000)

    private static func statesArticle(_ facts: PageFacts) -> Bool {
        if let type = facts.meta("og:type")?.lowercased(), type.contains("article") || type == "news" { return true }
        if facts.meta("article:published_time") != nil { return true }
        return facts.linked.nodes.contains { node in
            !LinkedArticle.articleTypes.isDisjoint(with: node.types.map { $0.lowercased() })
        }
    }

    /// Names of what lists of articles hold of each of them.
    private static let summaries: Set<[UInt8]> = Set(
        [
            "description", "summary", "excerpt", "teaser", "abstract", "dek", "lead", "intro", "subtitle", "snippet",
            "caption", "alt",
        ]
        .map { Array($0.utf8) })

    /// Texts of the same name.
    private struct Group {
        var name: [UInt8] = []
        var texts: [[UInt8]] = []
        var tokens = 0
        /// Whether it is the linked data's `articleBody`.
        var isStated = false
    }

    /// The name with the most running text behind it, `articleBody` before all others, and how many days of publication the data states.
    private static func longest(in document: Document) -> (Group, days: Int)? {
        var groups: [[UInt8]: Group] = [:]
        var days: Set<[UInt8]> = []
        var seen: Set<[UInt8]> = []
        var meter = TextMeter(titles: TitleWords(), words: .empty)
        ScriptValues.forEach(in: document) { pair in
            if TimeRule.scriptNames.contains(pair.name), days.count < 2 { days.insert(pair.value) }
            guard pair.value.count >= 40, !pair.name.isEmpty, !isAddress(pair.value) else { return }
            let measure = meter.measure(pair.value.span)
            guard measure.tokens >= 12, measure.sentenceEnds > 0, seen.insert(pair.value).inserted else { return }
            groups[pair.name, default: Group()].texts.append(pair.value)
            groups[pair.name, default: Group()].tokens += Int(measure.tokens)
        }
        if var stated = groups[Array("articlebody".utf8)], stated.tokens >= leastStated {
            stated.isStated = true
            return (stated, days.count)
        }
        let most = groups.max { a, b in
            (a.value.tokens, b.key.count) < (b.value.tokens, a.key.count)
        }
        guard let most else { return nil }
        var group = most.value
        group.name = most.key
        return (group, days.count)
    }

    /// Addresses, style sheets and code have no blanks, or braces.
    private static func isAddress(_ value: [UInt8]) -> Bool {
        var (blanks, braces) = (0, 0)
        for byte in value.prefix(400) {
            if byte == 0x20 || byte >= 0x80 { blanks += 1 }
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ";") { braces += 1 }
        }
        return blanks * 20 < min(400, value.count) || braces > 6
    }

    /// Whether the text holds half of the phrases that the page shows of the article.
    private static func holds(_ body: [Int], of judged: JudgedPage, _ group: Group) -> Bool {
        guard !body.isEmpty else { return true }
        let stated = StatedBody(texts: group.texts)
        var meter = TextMeter(titles: TitleWords(), words: .empty)
        var (all, held): (Float, Float) = (0, 0)
        let page = judged.analysis.page
        for row in body {
            _ = meter.measure(page.buffer.span.extracting(page.blocks[row].text))
            let share = stated.share(of: meter.lead)
            guard share >= 0 else { continue }
            all += Float(meter.lead.count)
            held += share * Float(meter.lead.count)
        }
        return all > 0 && held * 2 >= all
    }

    /// The texts as paragraphs: HTML is read as HTML, other text by its lines.
    private static func paragraphs(of texts: [[UInt8]], _ clock: PageClock) -> [String] {
        var html: [UInt8] = []
        for text in texts {
            html += Array("<div>".utf8)
            if text.contains(UInt8(ascii: "<")) {
                html += text
            } else {
                for line in text.split(separator: 0x0A) { html += Array("<p>".utf8) + line + Array("</p>".utf8) }
            }
            html += Array("</div>".utf8)
        }
        let limits = ParseLimits(nodes: mostNodes, attributes: mostNodes, shouldStop: { clock.isOver })
        let document = Parser(limits: limits).parse(html)
        let page = Segmenter.segment(document, limits: BlockLimits(blocks: mostBlocks, clock: clock))
        return page.blocks.indices.filter { row in
            let block = page.blocks[row]
            return Int(block.linkBytes) * 10 < block.text.count * 9 && block.buttonBytes == 0
        }.map { page.text(of: $0) }
    }
}
