/// The decision in words.
enum Reasons {
    /// Why a block was kept or left out.
    static func words(_ row: Int, _ page: JudgedPage, isKept: Bool) -> String {
        let p = page.probabilities[row]
        let facts = page.analysis.isCandidate(row) ? facts(row, page.analysis) : []
        let about = facts.isEmpty ? "" : ": " + facts.joined(separator: ", ")
        if isKept { return "kept, p \(percent(p))" + about }
        if page.decision.droppedCopies.contains(row) { return "a copy of text kept before, p \(percent(p))" }
        if let next = page.decision.nextArticle, row >= next, p >= page.threshold {
            return "the page's next article, p \(percent(p))"
        }
        if !page.analysis.isCandidate(row) { return "not in question (navigation, button, lone link or footer)" }
        if p >= page.threshold { return "a caption the model is not sure of, p \(percent(p))" }
        return "left out, p \(percent(p))" + about
    }

    private static func percent(_ p: Float) -> String { "\(Int((p * 100).rounded())) %" }

    /// What stands out about a block.
    private static func facts(_ row: Int, _ analysis: PageAnalysis) -> [String] {
        let features = analysis.features
        let tests: [(Bool, String)] = [
            (features[row, .isLong] == 1, "running text"),
            (analysis.headingKind(row) > 0, "a heading"),
            (features[row, .linkShare] > 0.5, "mostly links"),
            (features[row, .classSum] > 1.5, "class names of article text"),
            (features[row, .classSum] < -1.5, "class names of page furniture"),
            (features[row, .titleEqual] == 1, "the title"),
            (features[row, .underChromeHeading] == 1, "below a heading of related articles, comments or sharing"),
            (features[row, .anchorBranches] > 0, "after another branch of prose below the title"),
            (features[row, .copiesBefore] > 0, "a copy of text before"),
            (features[row, .levelFigcaption] < 15 && analysis.elements != nil, "a caption"),
            (analysis.marks[row].start != 0, "starts with a keyword"),
        ]
        return tests.filter(\.0).map(\.1)
    }
}
