internal import Pages

/// Finds the headline: gathers every text that may be it, notes what speaks for each, takes the one with most.
struct TitleRule {
    /// A text that may be the headline.
    struct Candidate {
        var text: String
        var folded: [UInt8]
        var signs: TitleSigns
        var origin: Origin
    }

    private(set) var candidates: [Candidate] = []
    private var places: [[UInt8]: Int] = [:]
    private let siteNames: [[UInt8]]

    /// Texts longer than this are no headlines.
    static let maximumBytes = 600

    /// Names that a template states in place of a headline, folded.
    private let publishers: Set<[UInt8]>

    init(siteNames: [String], publishers: [String] = []) {
        self.publishers = Set(publishers.map(TextFold.fold))
        self.siteNames = siteNames.map(TextFold.fold).filter { $0.count > 2 }
    }

    /// Notes a text with a sign; equal texts (folded) are one candidate, whose first spelling stays unless it is all capitals.
    mutating func add(_ text: String, _ signs: TitleSigns, _ origin: Origin) {
        guard text.utf8.count <= Self.maximumBytes, candidates.count < 400 else { return }
        let folded = TextFold.fold(text)
        guard !folded.isEmpty else { return }
        if let place = places[folded] {
            candidates[place].signs.formUnion(signs)
            if Self.isShouted(candidates[place].text), !Self.isShouted(text) {
                (candidates[place].text, candidates[place].origin) = (text, origin)
            }
        } else {
            places[folded] = candidates.count
            candidates.append(Candidate(text: text, folded: folded, signs: signs, origin: origin))
        }
    }

    /// Whether a text is written in capitals alone.
    private static func isShouted(_ text: String) -> Bool {
        var holdsCapital = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isLowercase { return false }
            holdsCapital = holdsCapital || scalar.properties.isUppercase
        }
        return holdsCapital
    }

    /// Adds what the head and the linked data state.
    mutating func add(facts: PageFacts, linked: LinkedArticle) {
        let openGraph = facts.meta("og:title")
        if let openGraph {
            add(openGraph, .openGraph, .openGraph)
            let parts = TitleParts(openGraph)
            add(parts.withoutSite(siteNames), .openGraphBare, .openGraph)
            add(parts.head, .openGraphHead, .openGraph)
        }
        if let headline = linked.headline {
            add(headline, .linked, .jsonLD)
            add(TitleParts(headline).withoutSite(siteNames), .linkedBare, .jsonLD)
        }
        if let twitter = facts.meta("twitter:title") {
            add(TitleParts(twitter).withoutSite(siteNames), .twitter, .meta)
        }
        if !facts.titleElement.isEmpty {
            add(facts.titleElement, .titleElement, .titleElement)
            let parts = TitleParts(facts.titleElement)
            add(parts.withoutSite(siteNames), .titleBare, .titleElement)
            add(parts.head, .titleHead, .titleElement)
            add(parts.trunk, .titleTrunk, .titleElement)
        }
        // The name that the standard for sites of Chinese governments gives to the headline.
        if let title = facts.meta("articletitle") { add(title, .openGraph, .meta) }
        for name in Self.otherNames { if let value = facts.meta(name) { add(value, .otherMeta, .meta) } }
        for value in facts.items["headline"]?.prefix(4) ?? [] { add(value, .otherMeta, .microdata) }
    }

    /// What a translator's pop-up writes into saved pages, as a heading of the first level.
    private static let translatorHeading = "Original text"

    private static let otherNames = [
        "dc.title", "dcterms.title", "sailthru.title", "parsely-title", "cxenseparse:title", "headline", "title", "hdl",
    ]

    /// Adds headings. Those behind the start of the body are candidates only when the head's titles hold them.
    mutating func add(headings: [HeadingFact], title: String, openGraph: String, bodyStart: Int) {
        let (title, openGraph) = (TextFold.fold(title), TextFold.fold(openGraph))
        let firsts = headings.filter {
            $0.level == 1 && $0.text.utf8.count <= Self.maximumBytes && $0.text != Self.translatorHeading
        }
        for (index, heading) in firsts.enumerated() {
            var signs: TitleSigns = .h1
            if firsts.count == 1 { signs.insert(.onlyH1) }
            if index == 0 { signs.insert(.firstH1) }
            let folded = TextFold.fold(heading.text)
            if folded.count > 3, TextFold.contains(title, folded) { signs.insert(.h1InTitle) }
            if folded.count > 3, TextFold.contains(openGraph, folded) { signs.insert(.h1InOpenGraph) }
            add(heading.text, signs, .heading)
        }
        for heading in headings where heading.level == 2 || heading.level == 3 {
            let folded = TextFold.fold(heading.text)
            guard folded.count > 7 else { continue }
            if TextFold.contains(title, folded) { add(heading.text, .h2InTitle, .heading) }
            if TextFold.contains(openGraph, folded) { add(heading.text, .h2InOpenGraph, .heading) }
        }
        let kicked = headings.last { $0.headline != nil && $0.level <= 2 && $0.element >= 0 && $0.element < bodyStart }
        if let headline = kicked?.headline { add(headline, .behindKicker, .heading) }
        for heading in headings where heading.level <= 2 && heading.parts.count > 1 {
            for part in heading.parts where part.utf8.count > 15 { add(part, .headingPart, .heading) }
        }
        if let last = headings.last(where: { $0.level <= 2 && $0.element >= 0 && $0.element < bodyStart }) {
            add(last.text, .headsBody, .heading)
        }
        compare(with: headings)
    }

    /// Notes which candidates headings begin or end with.
    private mutating func compare(with headings: [HeadingFact]) {
        let folded = headings.prefix(64).map { (level: $0.level, text: TextFold.fold($0.text)) }
        for place in candidates.indices {
            let text = candidates[place].folded
            for heading in folded where heading.level > 1 && heading.text == text {
                candidates[place].signs.insert(.isLowerHeading)
            }
            guard text.count > 15 else { continue }
            for heading in folded where heading.text.count > text.count {
                if heading.text.suffix(text.count).elementsEqual(text) {
                    candidates[place].signs.insert(heading.level > 1 ? .endsLowerHeading : .endsHeading)
                } else if heading.level == 1, heading.text.starts(with: text) {
                    candidates[place].signs.insert(.beginsH1)
                }
            }
        }
    }

    /// Notes that a block of the page's text is equal to a candidate.
    mutating func note(block folded: [UInt8], _ signs: TitleSigns = .isBlock) {
        if let place = places[folded] { candidates[place].signs.insert(signs) }
    }

    /// The headline with its confidence, and what was left behind; `words` are those of the body's first paragraphs.
    mutating func decide(words: () -> BodyWords) -> Finding? {
        for place in candidates.indices { judgeLength(place) }
        var best: (place: Int, score: Double)?
        var second = -Double.infinity
        for place in candidates.indices where !isPublisher(place) {
            let score = candidates[place].signs.score
            if score > best?.score ?? -Double.infinity {
                second = best?.score ?? second
                best = (place, score)
            } else {
                second = max(second, score)
            }
        }
        guard let best, !isRunningText(best.place) else { return nil }
        let place = whole(of: best.place) ?? shown(besides: best.place, words) ?? best.place
        let candidate = candidates[place]
        return Finding(candidate.text, origin: candidate.origin, confidence: Self.confidence(lead: best.score - second))
    }

    /// Whether a candidate is a name that a template states, and no heading of the page.
    private func isPublisher(_ place: Int) -> Bool {
        publishers.contains(candidates[place].folded) && candidates[place].signs.isDisjoint(with: [.h1, .titleElement])
    }

    /// Whether a candidate is a long sentence of the page's text that nothing calls a headline.
    private func isRunningText(_ place: Int) -> Bool {
        let candidate = candidates[place]
        return candidate.origin == .text && candidate.signs.contains(.sentence)
            && TitleParts.columns(candidate.text) > 90
    }

    /// The page's only h1, which heads its body or begins it, where the best candidate stands in the head alone: that is for search engines, not for
    /// readers. It words the same otherwise, or is about what the body is about.
    private func shown(besides place: Int, _ words: () -> BodyWords) -> Int? {
        let best = candidates[place]
        let isShown: TitleSigns = [
            .h1, .isBlock, .isLowerHeading, .headsBody, .endsHeading, .beginsH1, .endsLowerHeading,
        ]
        guard best.signs.isDisjoint(with: isShown) else { return nil }
        return candidates.indices.first { other in
            let candidate = candidates[other]
            guard candidate.signs.contains(.onlyH1), !candidate.signs.isDisjoint(with: [.headsBody, .isBlock]),
                !candidate.signs.contains(.isSite),
                candidate.signs.isDisjoint(with: [.tiny, .long])
            else { return false }
            let wording = TitleWording(best.text)
            return wording.isReworded(candidate.text)
                || isForSearch(best.signs) && !candidate.signs.contains(.short) && wording.isOther(candidate.text)
                    && words().tell(candidate.text, before: best.text, atLeast: Self.leastShare)
        }
    }

    /// Whether a candidate is stated by the `title` element, and not as the headline of linked data.
    private func isForSearch(_ signs: TitleSigns) -> Bool {
        signs.isDisjoint(with: [.linked, .linkedBare])
            && !signs.isDisjoint(with: [.titleElement, .titleBare, .titleHead, .titleTrunk])
    }

    /// The share of an h1's words that the body holds if it is to be believed rather than what the head states in other words.
    private static let leastShare = 0.34

    /// The candidate that begins as one does that was cut short, and goes on; the first of the shortest such.
    private func whole(of place: Int) -> Int? {
        let text = candidates[place].text
        guard let ellipsis = ["...", "…", ".."].first(where: text.hasSuffix) else { return nil }
        let stem = TextFold.fold(String(text.dropLast(ellipsis.count)))
        guard stem.count > 15 else { return nil }
        return candidates.indices.filter { other in
            let candidate = candidates[other]
            return candidate.folded.count > stem.count && candidate.folded.starts(with: stem)
                && !candidate.text.contains("..") && !candidate.text.contains("…")
                && TitleParts.columns(candidate.text) <= 200
                && !candidate.signs.isDisjoint(with: [.h1, .linked, .titleBare, .isBlock, .headsBody])
        }.min { candidates[$0].folded.count < candidates[$1].folded.count }
    }

    /// How often a headline with such a lead over the next candidate is right, read off the pages with gold titles.
    private static func confidence(lead: Double) -> Double {
        let table: [(lead: Double, right: Double)] = [
            (0, 0.3), (0.25, 0.42), (0.75, 0.62), (1.4, 0.75), (1.8, 0.84), (2.3, 0.88), (3, 0.92), (4, 0.96),
        ]
        guard let above = table.firstIndex(where: { $0.lead >= lead }) else { return 0.96 }
        guard above > 0 else { return table[0].right }
        let (low, high) = (table[above - 1], table[above])
        return low.right + (high.right - low.right) * (lead - low.lead) / (high.lead - low.lead)
    }

    private mutating func judgeLength(_ place: Int) {
        let columns = TitleParts.columns(candidates[place].text)
        if columns < 12 {
            candidates[place].signs.insert(.tiny)
        } else if columns < 20 {
            candidates[place].signs.insert(.short)
        } else if columns > 200 {
            candidates[place].signs.insert(.long)
        }
        if siteNames.contains(candidates[place].folded) { candidates[place].signs.insert(.isSite) }
    }
}
