internal import Pages

/// Whether a page is an article at all, and what it is instead.
///
/// A page without a body is refused; one with a body when the gate's trees say so. The trainer sets their threshold so that, with
/// the pages without a body, fewer than one article in a hundred is refused of sites that taught nothing. Conservative, as a wrong
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

    /// Why a page without a body is none, or `nil` when it has one.
    static func rejection(of page: JudgedPage, title: String) -> Rejection? {
        guard page.decision.kept.isEmpty else { return nil }
        let tokens = page.tokens
        if tokens == 0 { return Rejection(.empty, "the page holds no text") }
        if let kind = OtherPage.kind(of: page, title: title) { return kind.rejection }
        return tokens < 30
            ? Rejection(.empty, "the page holds \(tokens) words and none reads like an article")
            : Rejection(.notArticle, "no block reads like an article's text")
    }

    /// How likely an HTML page with a body is an article, 0...1.
    func likelihood(_ features: PageFeatures) -> Float {
        Logarithm.sigmoid(forest.logit(columns.map { features.values[$0] }))
    }

    /// Why an HTML page of some likelihood is no article in spite of its body, or `nil` when it may be one.
    func rejection(of page: JudgedPage, likelihood p: Float, title: String) -> Rejection? {
        guard p < threshold else { return nil }
        if let kind = OtherPage.kind(of: page, title: title) { return kind.rejection }
        let percent = Int((p * 100).rounded())
        return Rejection(
            .notArticle,
            "the page as a whole does not look like an article (\(percent) % likely): a list, shop, forum or manual?")
    }
}

/// Pages that stand in place of an article.
enum OtherPage {
    case errorPage(sign: String)
    case login
    case consent

    /// What a page without a good body is by its words, or `nil` when they do not tell.
    static func kind(of page: JudgedPage, title: String) -> OtherPage? {
        let (tokens, marks) = (page.tokens, page.analysis.marks)
        guard tokens < 600 else { return nil }
        let title = title.lowercased()
        if let sign = errorSigns.first(where: title.contains) { return .errorPage(sign: sign) }
        if tokens < 250, marks.contains(where: { $0.holds(.login) }) { return .login }
        if marks.contains(where: { $0.holds(.consent) }) { return .consent }
        return nil
    }

    /// The rejection that names it.
    var rejection: Rejection {
        switch self {
        case .errorPage(let sign): Rejection(.errorPage, "the title says \"\(sign)\" and nothing reads like an article")
        case .login: Rejection(.login, "the page asks to log in and nothing reads like an article")
        case .consent: Rejection(.consent, "the page asks for consent and nothing reads like an article")
        }
    }

    /// Words of titles of error pages, lower case.
    static let errorSigns = [
        "404", "403 forbidden", "500 internal", "502 bad", "503 service", "not found", "page unavailable",
        "access denied",
        "forbidden", "an error occurred", "nicht gefunden", "seite existiert nicht", "introuvable", "n'existe pas",
        "no encontrada", "no encontrado", "não encontrada", "non trovata", "niet gevonden", "nie znaleziono",
        "hittades inte", "ikke fundet", "ikke funnet", "не найдена", "не знайдено", "δεν βρέθηκε", "bulunamadı",
        "找不到", "页面不存在", "頁面不存在", "无法访问", "已删除", "見つかりません", "찾을 수 없", "غير موجودة", "לא נמצא",
    ]
}
