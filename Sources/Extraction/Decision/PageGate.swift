internal import Pages

/// Whether a page is an article at all.
enum PageGate {
    /// Why the page is no article, or `nil` when it may be one. Conservative: a wrong refusal loses an article.
    static func rejection(of page: JudgedPage) -> Rejection? {
        let tokens = page.analysis.measures.reduce(0) { $0 + Int($1.tokens) }
        guard tokens > 0 else { return Rejection(.empty, "the page holds no text") }
        guard page.decision.kept.isEmpty else { return nil }
        return tokens < 30
            ? Rejection(.empty, "the page holds \(tokens) words and none reads like an article")
            : Rejection(.notArticle, "no block reads like an article's text")
    }
}
