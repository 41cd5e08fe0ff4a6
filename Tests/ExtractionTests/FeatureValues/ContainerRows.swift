import Foundation

@testable import Extraction

/// Containers, blocks built alike, and the page's own figures.
enum ContainerRows {
    /// Of tokens: 20, 20, 4 in links, below one `div`; 16 in a list beside it, below another; 14 in the footer; 12 at the end.
    /// The ptok are 20, 20, 0, 16, 0 and 12.
    private static let page = FeaturePage(
        name: "containers",
        source: """
            <div><div><p>\(line(20, "Primero"))</p><p>\(line(20, "Segundo"))</p><p><a href=/x>\(words(4, "Enlace"))</a></p></div>
            <ul><li>\(line(16, "Lista"))</li></ul></div><footer><p>\(line(14, "Pie"))</p></footer><p>\(line(12, "Fuera"))</p>
            """)

    @RowsOf<FeatureRow> private static var containers: [FeatureRow] {
        page.row(.parentTokens, "Primero", log(1 + 44))
        page.row(.parentTokens, "Lista", log(1 + 16))
        page.row(.parentLinkShare, "Primero", 4 / 44)
        page.row(.parentLinkShare, "Lista", 0)
        page.row(.containerTokens, "Primero", log(1 + 44))
        page.row(.containerTokens, "Lista", log(1 + 60))
        page.row(.containerTokens, "Fuera", log(1 + 86))
        page.row(.containerLinkShare, "Primero", 4 / 44)
        page.row(.containerLinkShare, "Lista", 4 / 60)
        page.row(.containerProse, "Primero", log(1 + 40))
        page.row(.containerProse, "Pie", log(1 + 68))
        page.row(.containerBlocks, "Primero", log(1 + 3))
        page.row(.containerBlocks, "Lista", log(1 + 4))
        page.row(.containerLongShare, "Primero", 2 / 3)
        page.row(.containerLongShare, "Pie", 5 / 6)
        page.row(.containerProseShare, "Primero", 40 / 68)
        page.row(.containerProseShare, "Lista", 56 / 68)
        page.row(.shareOfContainer, "Segundo", 20 / 44)
        page.row(.shareOfContainer, "Lista", 16 / 60)
    }

    @RowsOf<FeatureRow> private static var outer: [FeatureRow] {
        page.row(.outerTokens, "Primero", log(1 + 60))
        page.row(.outerTokens, "Lista", log(1 + 86))
        page.row(.outerTokens, "Fuera", log(1 + 86))
        page.row(.outerLinkShare, "Primero", 4 / 60)
        page.row(.outerLinkShare, "Lista", 4 / 86)
        page.row(.outerProse, "Primero", log(1 + 56))
        page.row(.outerProse, "Lista", log(1 + 68))
        page.row(.outerBlocks, "Primero", log(1 + 4))
        page.row(.outerBlocks, "Lista", log(1 + 6))
        page.row(.outerProseShare, "Primero", 56 / 68)
        page.row(.outerProseShare, "Lista", 1)
    }

    /// The inner `div` has .6 x 2 x 20^.8 = 13.2, more than the 11 of a paragraph and the 11.2 of the outer `div`.
    @RowsOf<FeatureRow> private static var top: [FeatureRow] {
        page.row(.topLevels, "Primero", 1)
        page.row(.topLevels, "Enlace", 2)
        page.row(.topLevels, "Lista", 15)
        twins.row(.topLevels, "Uno", 15)
        twins.row(.topLevels, "Dos", 0)
        long.row(.topLevels, "Lang", 15)
        long.row(.topLevels, "Kurz", 1)
    }

    @RowsOf<FeatureRow> private static var signatures: [FeatureRow] {
        page.row(.signatureCount, "Primero", log(1 + 3))
        page.row(.signatureCount, "Pie", log(1 + 1))
        page.row(.signatureTokens, "Primero", log(1 + 44 / 3))
        page.row(.signatureTokens, "Pie", log(1 + 14))
        page.row(.signatureLinkShare, "Primero", 4 / 44)
        page.row(.signatureLinkShare, "Pie", 0)
    }

    @RowsOf<FeatureRow> private static var figures: [FeatureRow] {
        page.row(.pageLinkShare, "Pie", 4 / 86)
        page.row(.pageProse, "Pie", log(1 + 68))
        page.row(.pageWideShare, "Pie", 0)
        page.row(.pageArticles, "Pie", 0)
        page.row(.pageHeadings, "Pie", 0)
        lines.row(.pageWideShare, "港口", 2 / 10)
        lines.row(.pageArticles, "港口", 0)
        lines.row(.copies, "***", 1)
        lines.row(.sharesElement, "港口", 1)
        lines.row(.sharesElement, "eins", 1)
        page.row(.sharesElement, "Segundo", 0)
    }

    private static let twins = FeaturePage(
        name: "two parts alike", source: ["Uno", "Dos"].map { "<div><p>\(line(20, $0))</p></div>" }.joined())

    /// The second `div` has .6 x 3 x 60^.8 = 47.6, the paragraph of the first no more than 120^.8 = 46.1.
    static let long = FeaturePage(
        name: "one long paragraph and three others",
        source: "<div><p>\(line(300, "Lang"))</p></div>"
            + "<div><p>\(line(60, "Kurz"))</p><p>\(line(60, "Klein"))</p><p>\(line(60, "Knapp"))</p></div>")

    private static let lines = FeaturePage(
        name: "lines of an address", source: "<article></article><p>港口 Nr<br>eins zw</p><p>***</p><p>***</p>")

    private static let many = FeaturePage(
        name: "many headings",
        source: String(repeating: "<article><h1>Titre</h1></article>", count: 25) + "<p>titre !</p><p>Fin</p>")

    @RowsOf<FeatureRow> private static var capped: [FeatureRow] {
        many.row(.pageArticles, "Fin", 20)
        many.row(.pageHeadings, "Fin", 9)
        many.row(.copies, "Titre", 9)
        many.row(.copiesBefore, "titre", 9)
        many.row(.anchorRepeats, "Fin", 9)
    }

    /// Where a long block has no ptok, and where it does.
    private static let places: [(String, Double)] = [
        ("nav", 20), ("footer", 20), ("figcaption", 20), ("button", 20), ("form", 20), ("div role=search", 20),
        ("aside", 40), ("header", 40), ("li", 40),
    ]

    private static func place(_ element: String, _ tokens: Double) -> FeatureRow {
        let source = "<p>\(line(20, "Uno"))</p><\(element)><p>\(line(20, "Dos"))</p></\(element.prefix { $0 != " " })>"
        return FeaturePage(name: "prose in \(element)", source: source).row(.pageProse, "Uno", log(1 + tokens))
    }

    static let all = containers + outer + top + signatures + figures + capped + places.map(place)

    /// The page of containers, for its neighbours.
    static var neighbours: FeaturePage { page }
}
