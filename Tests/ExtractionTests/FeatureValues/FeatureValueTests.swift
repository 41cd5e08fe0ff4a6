import Testing

@testable import Extraction

@Suite("Features of blocks have the values of their formulas")
struct FeatureValueTests {
    private static let rows: [FeatureRow] =
        TextRows.all + WordRows.all + ElementRows.all + TitleRows.all + ContainerRows.all + NeighbourRows.all
        + DumpRows.all

    @Test("the value worked out by hand", arguments: rows)
    func value(_ row: FeatureRow) throws {
        let analysis = row.page.analysis
        let blocks = analysis.page.blocks.indices
        let block = try #require(blocks.first { analysis.page.text(of: $0).hasPrefix(row.block) })
        #expect(abs(Double(analysis.features[block, row.feature]) - row.value) < 1e-4)
    }

    @Test("no feature is without such a value other than zero")
    func everyFeature() {
        let known = Set(Self.rows.filter { $0.value != 0 }.map(\.feature))
        #expect(Feature.allCases.filter { !known.contains($0) } == [])
    }
}
