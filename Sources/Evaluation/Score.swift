/// What one set of pages scores, counted as the public article-extraction benchmark counts.
public struct Score: Sendable, Equatable {
    /// Pages in the set.
    public var pages = 0
    /// Pages among them of sites that the extraction's model was trained on: what it scores on them flatters.
    public var learnt = 0
    /// F1 of the two means below; `nil` when no page of the set has a gold body.
    public var f1: Double?
    /// Mean precision over the pages for which something was predicted.
    public var precision: Double?
    /// Mean recall over the pages that have a body.
    public var recall: Double?
    /// Share of the gold's lines of eight tokens or more, of those whose text was taken, that are a paragraph by themselves.
    public var paragraphs: Double?
    /// Share of pages whose title equals the gold's, folded.
    public var title: Double?
    /// Share of pages with the right day of publication.
    public var day: Double?
    /// Mean F1 of the sets of author names.
    public var author: Double?
    /// Share of pages whose source equals the gold's, folded.
    public var source: Double?
    /// Share of pages whose main image is the gold's: the same file name, whatever the server and the size.
    public var image: Double?
    /// F1 over snippets that must and must not appear.
    public var snippets: Double?
    /// Share of the pages marked as no article for which nothing was predicted.
    public var refused: Double?
    /// Share of the pages with an article for which nothing was predicted.
    public var lost: Double?

    /// The figures by name, in the order of the table's columns.
    public var figures: [(name: String, value: Double?)] {
        [
            ("F1", f1), ("precision", precision), ("recall", recall), ("paragraphs", paragraphs), ("title", title),
            ("day", day), ("author", author), ("source", source), ("image", image), ("snippets", snippets),
            ("refused", refused), ("lost", lost),
        ]
    }
}

/// Collects pages of one set and gives their score.
public struct Scorer {
    private var pages = 0
    private var learnt = 0
    private var precisions: [Double] = []
    private var recalls: [Double] = []
    private var lines: [Bool] = []
    private var titles: [Bool] = []
    private var days: [Bool] = []
    private var authors: [Double] = []
    private var sources: [Bool] = []
    private var images: [Bool] = []
    private var snippets = SnippetCounts()
    private var refusals: [Bool] = []
    private var losses: [Bool] = []
    private var bodies = 0

    /// A scorer that has seen no page.
    public init() {}

    /// Judges one page.
    ///
    /// - Parameters:
    ///   - prediction: what was extracted; `nil` counts as an empty prediction.
    ///   - isLearnt: whether the extraction's model was trained on pages of the same site.
    public mutating func add(_ page: GoldPage, _ prediction: Prediction?, isLearnt: Bool = false) {
        pages += 1
        if isLearnt { learnt += 1 }
        let said = prediction ?? Prediction(id: page.id)
        addBody(page, said)
        if let title = page.gold.title, !title.isEmpty { titles.append(folded(said.title ?? "") == folded(title)) }
        if let date = page.gold.date, !date.isEmpty { days.append(String((said.date ?? "").prefix(10)) == date) }
        addAuthors(page, said)
        if let source = page.gold.source, !source.isEmpty {
            sources.append(folded(said.source ?? "") == folded(source))
        }
        if let image = page.gold.leadImage, !image.isEmpty {
            images.append(fileName(said.image ?? "") == fileName(image))
        }
        snippets.add(page, body: said.body)
        if page.article == false {
            refusals.append(said.body.isEmpty)
        } else {
            losses.append(said.body.isEmpty)
        }
    }

    /// The score of all pages added so far.
    public var score: Score {
        var score = Score(pages: pages, learnt: learnt)
        if bodies > 0 {
            let (precision, recall) = (mean(precisions) ?? 0, mean(recalls) ?? 0)
            score.precision = precision
            score.recall = recall
            score.f1 = harmonicMean(precision, recall)
        }
        score.paragraphs = share(lines)
        score.title = share(titles)
        score.day = share(days)
        score.author = mean(authors)
        score.source = share(sources)
        score.image = share(images)
        score.snippets = snippets.f1
        score.refused = share(refusals)
        score.lost = share(losses)
        return score
    }

    private mutating func addBody(_ page: GoldPage, _ said: Prediction) {
        guard var body = page.gold.body else { return }
        if let optional = page.gold.optional {
            let plainBody = plainSpace(said.body)
            for part in optional where !plainBody.contains(plainSpace(part)) {
                body = body.replacing(part, with: "")
            }
        }
        let splitsCJK = ["zh", "ja", "ko"].contains(page.lang)
        var vocabulary = Vocabulary()
        let gold = Shingles(body, splitsCJK: splitsCJK, vocabulary: &vocabulary)
        let predicted = Shingles(said.body, splitsCJK: splitsCJK, vocabulary: &vocabulary)
        let agreement = Agreement(gold: gold, predicted: predicted)
        bodies += 1
        if agreement.hasPrediction { precisions.append(agreement.precision) }
        if agreement.hasGold { recalls.append(agreement.recall) }
        addLines(of: body, said.body, predicted, splitsCJK, &vocabulary)
    }

    /// Compares where paragraphs begin and end, in the text that both have.
    private mutating func addLines(
        of gold: String, _ said: String, _ predicted: Shingles, _ splitsCJK: Bool, _ vocabulary: inout Vocabulary
    ) {
        let paragraphs = Set(
            said.split(separator: "\n").map { vocabulary.tokens(of: String($0), splitsCJK: splitsCJK) })
        for line in gold.split(separator: "\n") {
            let tokens = vocabulary.tokens(of: String(line), splitsCJK: splitsCJK)
            guard tokens.count >= 8 else { continue }
            let shingles = Shingles(String(line), splitsCJK: splitsCJK, vocabulary: &vocabulary)
            guard shingles.counts.keys.allSatisfy({ predicted.counts[$0] != nil }) else { continue }
            lines.append(paragraphs.contains(tokens))
        }
    }

    private mutating func addAuthors(_ page: GoldPage, _ said: Prediction) {
        guard let names = page.gold.authors, !names.isEmpty else { return }
        let wanted = people(names)
        let found = people(.list(said.authors))
        let common = Double(wanted.intersection(found).count)
        authors.append(common == 0 ? 0 : harmonicMean(common / Double(found.count), common / Double(wanted.count)))
    }
}

/// Snippets that must be in a body, or must not.
struct SnippetCounts {
    private var kept = 0
    private var missed = 0
    private var wronglyKept = 0

    mutating func add(_ page: GoldPage, body: String) {
        let with = page.gold.with ?? []
        let without = page.gold.without ?? []
        guard !with.isEmpty || !without.isEmpty else { return }
        let plain = plainSpace(body)
        for snippet in with {
            if plain.contains(plainSpace(snippet)) { kept += 1 } else { missed += 1 }
        }
        for snippet in without where plain.contains(plainSpace(snippet)) { wronglyKept += 1 }
    }

    /// F1 over all snippets; `nil` when there was none.
    var f1: Double? {
        guard kept + missed + wronglyKept > 0 else { return nil }
        let precision = kept + wronglyKept == 0 ? 0 : Double(kept) / Double(kept + wronglyKept)
        let recall = kept + missed == 0 ? 0 : Double(kept) / Double(kept + missed)
        return harmonicMean(precision, recall)
    }
}

private func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
}

private func share(_ values: [Bool]) -> Double? {
    values.isEmpty ? nil : Double(values.count(where: { $0 })) / Double(values.count)
}
