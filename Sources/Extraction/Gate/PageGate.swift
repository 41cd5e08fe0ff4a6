internal import Pages

/// Whether a page is an article at all, and what it is instead.
///
/// A page without a body is refused; one with a body, and be it a doubtful one, when the gate's trees say so. The trainer sets their
/// threshold so that, with the pages without a body, fewer than one article in a hundred is refused of sites that taught nothing. Conservative, as a wrong
/// refusal loses an article.
struct PageGate: Sendable {
    private let forest: Forest
    private let columns: [Int]
    /// What the page's tokens are worth.
    let tables: PageTables
    /// The probability of being an article below which a page is refused.
    let threshold: Float

    private static let names = Dictionary(uniqueKeysWithValues: PageFeature.allCases.map { ("\($0)", $0.rawValue) })

    /// Reads threshold, forest and tables of tokens.
    init(_ reader: inout ModelReader) throws(ModelError) {
        threshold = try reader.float()
        forest = try Forest(&reader)
        var columns: [Int] = []
        for name in forest.inputs {
            guard let column = Self.names[name] else { throw .unknownFeature(name) }
            columns.append(column)
        }
        self.columns = columns
        var tables: [ValueTable] = []
        for _ in PageTokens.Place.allCases { tables.append(ValueTable(try reader.values())) }
        self.tables = PageTables(tables)
    }

    /// How likely an HTML page with a body is an article, 0...1.
    func likelihood(_ features: PageFeatures) -> Float {
        Logarithm.sigmoid(forest.logit(columns.map { features.values[$0] }))
    }

    /// Why an HTML page of some likelihood is no article in spite of its body, or `nil` when it may be one.
    func rejection(of page: JudgedPage, likelihood p: Float, titles: [String]) -> Rejection? {
        guard p < threshold else { return nil }
        if let kind = OtherPage.kind(ofRefused: page, titles: titles) { return kind.rejection }
        let percent = Int((p * 100).rounded())
        return Rejection(
            .notArticle,
            "the page as a whole does not look like an article (\(percent) % likely): a list, shop, forum or manual?")
    }
}
