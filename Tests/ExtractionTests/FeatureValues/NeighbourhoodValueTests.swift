import Foundation
import Testing

@testable import Extraction

/// What a feature of the second stage is of a block, given the first stage's probabilities.
struct NeighbourhoodRow: Sendable, CustomTestStringConvertible {
    let feature: NeighbourhoodFeature
    let page: NeighbourhoodPage
    let block: Int
    let value: Double

    var testDescription: String { "\(feature) of block \(block) (\(page.name))" }
}

/// A page with a probability a block.
struct NeighbourhoodPage: Sendable {
    let name: String
    let page: FeaturePage
    let p: [Float]

    func row(_ feature: NeighbourhoodFeature, _ block: Int, _ value: Double) -> NeighbourhoodRow {
        NeighbourhoodRow(feature: feature, page: self, block: block, value: value)
    }
}

@Suite("Features of the second stage have the values of their formulas")
struct NeighbourhoodValueTests {
    private static let rows = around + containers + window + runs + bare + dump

    @Test("the value worked out by hand", arguments: rows)
    func value(_ row: NeighbourhoodRow) {
        let analysis = row.page.page.analysis
        #expect(analysis.page.blocks.count == row.page.p.count)
        let features = NeighbourhoodFeatures(analysis, probabilities: row.page.p)
        #expect(abs(Double(features.matrix[row.block, row.feature.rawValue]) - row.value) < 1e-4)
    }

    @Test("no feature is without such a value other than zero")
    func everyFeature() {
        let known = Set(Self.rows.filter { $0.value != 0 }.map(\.feature))
        #expect(NeighbourhoodFeature.allCases.filter { !known.contains($0) } == [])
    }

    /// Sixty blocks of one token, all alike; p is the block's number in hundredths.
    private static let list = NeighbourhoodPage(
        name: "a list", page: FeaturePage(name: "a list", source: String(repeating: "<p>Wort</p>", count: 60)),
        p: (0..<60).map { Float($0) / 100 })

    @RowsOf<NeighbourhoodRow> private static var around: [NeighbourhoodRow] {
        list.row(.p, 30, 0.3)
        list.row(.pBefore1, 30, 0.29)
        list.row(.pBefore2, 30, 0.28)
        list.row(.pBefore3, 30, 0.27)
        list.row(.pBefore1, 0, 0)
        list.row(.pAfter1, 30, 0.31)
        list.row(.pAfter2, 30, 0.32)
        list.row(.pAfter3, 30, 0.33)
        list.row(.pAfter3, 57, 0)
        list.row(.meanBefore4, 30, (0.26 + 0.29) / 2)
        list.row(.meanBefore10, 30, (0.2 + 0.29) / 2)
        list.row(.meanBefore25, 30, (0.05 + 0.29) / 2)
        list.row(.meanBefore25, 3, 0.01)
        list.row(.meanBefore4, 0, 0)
        list.row(.meanAfter4, 30, (0.31 + 0.34) / 2)
        list.row(.meanAfter10, 30, (0.31 + 0.4) / 2)
        list.row(.meanAfter25, 30, (0.31 + 0.55) / 2)
        list.row(.meanAfter10, 59, 0)
        list.row(.copyBefore, 3, 0.01)
        list.row(.copyBefore, 0, -1)
        list.row(.pageMass, 5, log(1 + 17.7))
        parts.row(.meanBefore4, 3, (4 * 0.9 + 4 * 0.8 + 2 * 0.25) / (4 + 4 + 2))
        parts.row(.meanAfter4, 3, (1 * 0.1 + 3 * 0.8) / (1 + 3))
        parts.row(.copyBefore, 3, -1)
    }

    /// Blocks of 16, 16, 4, 9, 1 and 9 tokens.
    private static let contents = FeaturePage(
        name: "parts",
        source: """
            <div class=a><p>\(line(16, "Erst"))</p><p>\(line(16, "Zweit"))</p><p><i>\(line(4, "Dritt"))</i></p></div>
            <div class=b><ul><li>\(line(9, "Viert"))</li><li>Punkt.</li></ul></div>
            <section><p>\(line(9, "Sechst"))</p></section>
            """)

    /// The p-masses are 14.4, 12.8, 1, 1.8, .1 and 7.2: 37.3 in all, of 55 tokens.
    private static let parts = NeighbourhoodPage(name: "parts", page: contents, p: [0.9, 0.8, 0.25, 0.2, 0.1, 0.8])

    @RowsOf<NeighbourhoodRow> private static var containers: [NeighbourhoodRow] {
        parts.row(.parentMean, 0, 28.2 / 36)
        parts.row(.parentMean, 5, 7.2 / 9)
        parts.row(.parentShare, 0, 28.2 / 37.3)
        parts.row(.parentShare, 5, 7.2 / 37.3)
        parts.row(.containerMean, 3, 1.9 / 10)
        parts.row(.containerMean, 5, 37.3 / 55)
        parts.row(.containerShare, 3, 1.9 / 37.3)
        parts.row(.containerShare, 5, 1)
        parts.row(.outerMean, 0, 37.3 / 55)
        parts.row(.outerShare, 0, 1)
        parts.row(.signatureMean, 0, 28.2 / 36)
        parts.row(.signatureMean, 3, 1.9 / 10)
        parts.row(.signatureShare, 0, 28.2 / 37.3)
        parts.row(.signatureShare, 3, 1.9 / 37.3)
        parts.row(.massBefore, 0, 0)
        parts.row(.massBefore, 2, 27.2 / 37.3)
        parts.row(.pageMass, 0, log(1 + 37.3))
    }

    /// The first `div` has .6 x (.9 x 16^.8 + .8 x 16^.8 + .25 x 4^.8) = 9.8, more than the 8.3 of its first paragraph and the 7.8 of
    /// the body.
    @RowsOf<NeighbourhoodRow> private static var window: [NeighbourhoodRow] {
        parts.row(.topLevels, 0, 1)
        parts.row(.topLevels, 2, 2)
        parts.row(.topLevels, 3, 15)
        parts.row(.inWindow, 1, 1)
        parts.row(.inWindow, 2, 0)
        parts.row(.windowDistance, 0, 0)
        parts.row(.windowDistance, 2, log(1 + 1))
        parts.row(.windowDistance, 5, log(1 + 4))
        slight.row(.inWindow, 0, 1)
        slight.row(.inWindow, 1, 0)
        late.row(.inWindow, 4, 1)
        late.row(.inWindow, 0, 0)
        late.row(.windowDistance, 0, -log(1 + 3))
        late.row(.windowDistance, 5, log(1 + 1))
    }

    /// The best run is the fourth and the fifth block: .4 x 9 + .4 x 1.
    private static let late = NeighbourhoodPage(name: "a late run", page: contents, p: [0.1, 0.1, 0.1, 0.9, 0.9, 0.1])

    private static let slight = NeighbourhoodPage(name: "a slight run", page: contents, p: [0.55, 0.45, 0, 0, 0, 0])

    @RowsOf<NeighbourhoodRow> private static var runs: [NeighbourhoodRow] {
        parts.row(.runTokens, 0, log(1 + 32))
        parts.row(.runTokens, 3, log(1 + 14))
        parts.row(.runTokens, 5, log(1 + 9))
        parts.row(.runBlocks, 1, log(1 + 2))
        parts.row(.runBlocks, 2, log(1 + 3))
        parts.row(.runBlocks, 5, log(1 + 1))
    }

    /// Without p-mass, the densest element is the body, and there is no run.
    private static let empty = NeighbourhoodPage(
        name: "nothing likely", page: contents, p: Array(repeating: 0, count: 6))

    /// A p of .05 counts for nothing, one of .1 does.
    private static let faint = NeighbourhoodPage(name: "one faint block", page: contents, p: [0.05, 0, 0, 0, 0, 0])
    private static let fair = NeighbourhoodPage(name: "one fair block", page: contents, p: [0.1, 0, 0, 0, 0, 0])
    private static let long = NeighbourhoodPage(
        name: "one long block and three others", page: ContainerRows.long, p: [0.9, 0.9, 0.9, 0.9])

    @RowsOf<NeighbourhoodRow> private static var bare: [NeighbourhoodRow] {
        empty.row(.topLevels, 0, 2)
        empty.row(.topLevels, 2, 3)
        faint.row(.topLevels, 0, 2)
        fair.row(.topLevels, 0, 0)
        long.row(.topLevels, 0, 15)
        long.row(.topLevels, 1, 1)
        empty.row(.inWindow, 0, 0)
        empty.row(.windowDistance, 1, log(1 + 2))
        empty.row(.parentShare, 0, 0)
        empty.row(.massBefore, 5, 0)
        empty.row(.pageMass, 0, 0)
    }

    /// The masses are 10, 7.5 and .5; the lines of the first two's indentation have 42 tokens.
    private static let lines = NeighbourhoodPage(name: "a dump", page: DumpRows.page, p: [0, 0, 0, 0.5, 0.5, 0, 0.5])

    @RowsOf<NeighbourhoodRow> private static var dump: [NeighbourhoodRow] {
        lines.row(.parentMean, 1, 17.5 / 42)
        lines.row(.parentMean, 5, 0)
        lines.row(.parentShare, 1, 17.5 / 18)
        lines.row(.containerMean, 3, 0)
        lines.row(.outerMean, 3, 0)
        lines.row(.signatureMean, 3, 0)
        lines.row(.topLevels, 3, 0)
    }
}
