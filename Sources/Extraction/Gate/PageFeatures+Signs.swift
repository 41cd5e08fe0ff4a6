internal import Text

extension PageFeatures {
    /// How sure the body's model is, and what its blocks are like.
    mutating func setSureness(_ page: JudgedPage) {
        let (analysis, features, p) = (page.analysis, page.analysis.features, page.probabilities)
        var (kept, sure, mass, unsure): (Float, Float, Float, Float) = (0, 0, 0, 0)
        for row in p.indices where p[row] > 0.15 && p[row] < 0.85 { unsure += Float(analysis.measures[row].tokens) }
        let means: [(PageFeature, Feature)] = [
            (.keptAlike, .signatureCount), (.keptStops, .stopRate), (.keptCommas, .commaRate),
            (.keptDigits, .digitShare),
        ]
        for row in page.decision.kept {
            let tokens = Float(analysis.measures[row].tokens)
            kept += tokens
            mass += tokens * p[row]
            if p[row] > 0.9 { sure += tokens }
            for (name, feature) in means { self[name] += tokens * features[row, feature] }
            self[.keptTitle] = max(self[.keptTitle], features[row, .titleCover])
            self[.keptImages] += features[row, .imagesBefore]
        }
        let all = max(1, kept)
        for (name, _) in means { self[name] /= all }
        self[.keptImages] = min(20, self[.keptImages])
        self[.keptProbability] = mass / all
        self[.keptSure] = sure / all
        self[.unsure] = min(4, unsure / all)
    }

    /// What the page's elements are.
    mutating func setElements(_ page: JudgedPage) {
        let analysis = page.analysis
        let lists: [PageFeature] = [
            .shopClasses, .forumClasses, .manualClasses, .brochureClasses, .listingClasses, .articleClasses,
        ]
        for (name, count) in zip(lists, analysis.elements?.pageLists ?? []) { self[name] = Self.log(Int(count)) }
        var (tokens, preformatted): (Float, Float) = (0, 0)
        for row in analysis.page.blocks.indices {
            let size = Float(analysis.measures[row].tokens)
            let element = analysis.page.blocks[row].element
            tokens += size
            if element >= 0, analysis.page.elements[Int(element)].kind == .pre { preformatted += size }
        }
        self[.preformatted] = preformatted / max(1, tokens)
    }

    /// Words of titles of shops, manuals, forums and brochures, folded.
    private static let otherTitleWords: Set<String> = [
        "buy", "price", "prices", "pricing", "shop", "store", "sale", "coupon", "coupons", "shipping", "cart", "kaufen",
        "preis",
        "acheter", "prix", "comprar", "precio", "купить", "цена", "documentation", "docs", "reference", "manual", "api",
        "readme", "dokumentation", "forum", "forums", "thread", "community", "discussion", "foro", "форум", "home",
        "homepage",
        "services", "service", "solutions", "company", "agency", "contact", "about", "login", "search", "results",
        "archives",
        "category", "tag", "courses", "course", "jobs", "careers", "faq", "wiki", "products",
    ]

    /// What the `title` element says of the page's kind.
    mutating func setTitle(_ title: String) {
        let words = title.lowercased().runsOfLettersAndDigits()
        self[.titleOtherWords] = Float(min(5, words.count { Self.otherTitleWords.contains(String($0)) }))
    }

    /// What the page's blocks speak of.
    mutating func setSigns(_ page: JudgedPage) {
        let analysis = page.analysis
        let words: [(PageFeature, Keyword)] = [
            (.contactBlocks, .contact), (.readMoreBlocks, .readMore), (.commentBlocks, .comment),
            (.tagBlocks, .tags), (.pagerBlocks, .pager), (.shareBlocks, .share),
            (.copyrightBlocks, .copyright), (.relatedBlocks, .related),
        ]
        let rows = analysis.page.blocks.indices
        for (name, word) in words { self[name] = Self.log(rows.count { analysis.marks[$0].holds(word) }) }
        self[.secondHeadings] = Self.log(rows.count { analysis.headingKind($0) == 2 })
        self[.lowerHeadings] = Self.log(rows.count { analysis.headingKind($0) > 2 })
        var (prices, questions, tokens, furniture) = (0, 0, Float(0), Float(0))
        let buffer = analysis.page.buffer.span
        for row in rows {
            let text = buffer.extracting(analysis.page.blocks[row].text)
            if Self.holdsPrice(text) { prices += 1 }
            if Self.asks(text) { questions += 1 }
            tokens += Float(analysis.measures[row].tokens)
            if analysis.marks[row].phraseLeast < -1 { furniture += Float(analysis.measures[row].tokens) }
        }
        self[.priceBlocks] = Self.log(prices)
        self[.questionBlocks] = Self.log(questions)
        self[.furniture] = furniture / max(1, tokens)
    }

    /// Whether a sign of money stands beside a digit: `$5`, `5 €`, `£5`, `￥5`.
    private static func holdsPrice(_ text: Span<UInt8>) -> Bool {
        func isDigit(_ place: Int) -> Bool { place >= 0 && place < text.count && text[place] &- 0x30 < 10 }
        for place in text.indices {
            switch text[place] {
            case 0x24: if isDigit(place + 1) || isDigit(place + 2) { return true }
            case 0xA3, 0xA5:  // £ and ¥ are C2 A3 and C2 A5, the wide ￥ is EF BF A5
                guard place > 0,
                    text[place - 1] == 0xC2 || place > 1 && text[place - 1] == 0xBF && text[place - 2] == 0xEF
                else { continue }
                if isDigit(place + 1) || isDigit(place + 2) { return true }
            case 0xAC:  // € is E2 82 AC
                guard place > 1, text[place - 1] == 0x82, text[place - 2] == 0xE2 else { continue }
                if isDigit(place + 1) || isDigit(place - 3) || isDigit(place - 4) || isDigit(place - 5) { return true }
            default: continue
            }
        }
        return false
    }

    /// Whether the text ends with a question mark.
    private static func asks(_ text: Span<UInt8>) -> Bool {
        guard let last = text.indices.last else { return false }
        if text[last] == 0x3F { return true }
        return last > 1 && text[last] == 0x9F && text[last - 1] == 0xBC && text[last - 2] == 0xEF
    }
}
