extension PageAnalysis {
    /// Features that tell that another article has begun: what heads an article comes again.
    func fillRepeats() {
        let (features, page, measures, marks) = (features, page, measures, marks)
        let articles = nearestArticles()
        let own = anchor >= 0 ? articles[Int(page.blocks[Int(anchor)].leaf)] : -1
        let signature = anchor >= 0 ? signatureKeys[Int(anchor)] : 0
        let first = firstProse
        var (repeats, dates, bylines): (Float, Float, Float) = (0, 0, 0)
        for row in page.blocks.indices {
            let article = articles[Int(page.blocks[row].leaf)]
            if anchor >= 0, article >= 0 { features[row, .anchorArticle] = article == own ? 1 : -1 }
            features[row, .anchorRepeats] = min(9, repeats)
            features[row, .datesSince] = ln1(dates)
            features[row, .bylinesSince] = ln1(bylines)
            if anchor >= 0, row > anchor, signatureKeys[row] == signature { repeats += 1 }
            guard row > first, measures[row].tokens < 25 else { continue }
            if marks[row].date > 0 { dates += 1 }
            if marks[row].level(.byline) == 2 { bylines += 1 }
        }
    }

    /// The nearest `article` at or above each element, or -1.
    private func nearestArticles() -> [Int32] {
        var nearest: [Int32] = Array(repeating: -1, count: page.elements.count)
        for index in page.elements.indices {
            let parent = Int(page.elements[index].parent)
            if page.elements[index].kind == .article {
                nearest[index] = Int32(index)
            } else if parent >= 0 {
                nearest[index] = nearest[parent]
            }
        }
        return nearest
    }
}
