import Testing

@testable import Extraction

@Suite("Features of pages have the values of their formulas")
struct PageFeatureValueTests {
    private static let rows: [PageFeatureRow] = BodyRows.all + PageSignRows.all + StatementRows.all

    @Test("the value worked out by hand", arguments: rows)
    func value(_ row: PageFeatureRow) {
        #expect(abs(Double(row.page.features[row.feature]) - row.value) < 1e-4)
    }

    @Test("no feature is without such a value other than zero")
    func everyFeature() {
        let known = Set(Self.rows.filter { $0.value != 0 }.map(\.feature))
        #expect(PageFeature.allCases.filter { !known.contains($0) } == [])
    }
}
