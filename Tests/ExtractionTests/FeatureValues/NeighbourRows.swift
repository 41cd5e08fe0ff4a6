import Foundation

@testable import Extraction

/// The blocks around, what stands above, and signs that another article has begun.
enum NeighbourRows {
    /// Blocks of 20, 20, 4 (links), 16, 14 (no ptok) and 12 tokens.
    private static let page = ContainerRows.neighbours

    @RowsOf<FeatureRow> private static var beside: [FeatureRow] {
        page.row(.tokensBefore, "Enlace", log(1 + 20))
        page.row(.tokensBefore, "Primero", 0)
        page.row(.tokensBefore2, "Pie", log(1 + 4))
        page.row(.tokensBefore2, "Segundo", 0)
        page.row(.tokensAfter, "Enlace", log(1 + 16))
        page.row(.tokensAfter, "Fuera", 0)
        page.row(.tokensAfter2, "Enlace", log(1 + 14))
        page.row(.tokensAfter2, "Pie", 0)
        page.row(.linkShareBefore, "Lista", 1)
        page.row(.linkShareBefore, "Segundo", 0)
        page.row(.linkShareAfter, "Segundo", 1)
        page.row(.linkShareAfter, "Primero", 0)
        page.row(.endsBefore, "Segundo", 1)
        page.row(.endsBefore, "Lista", 0)
        page.row(.endsAfter, "Primero", 1)
        page.row(.endsAfter, "Segundo", 0)
        page.row(.kindBefore, "Pie", kind(.li))
        page.row(.kindBefore, "Lista", kind(.p))
        page.row(.kindAfter, "Enlace", kind(.li))
        page.row(.kindAfter, "Lista", kind(.p))
        page.row(.sameParentBefore, "Enlace", 1)
        page.row(.sameParentBefore, "Lista", 0)
        page.row(.sameParentAfter, "Primero", 1)
        page.row(.sameParentAfter, "Enlace", 0)
    }

    @RowsOf<FeatureRow> private static var prose: [FeatureRow] {
        page.row(.longBefore, "Lista", log(1 + 2))
        page.row(.longBefore, "Pie", log(1 + 1))
        page.row(.longBefore, "Primero", log(1 + 20))
        page.row(.longAfter, "Segundo", log(1 + 2))
        page.row(.longAfter, "Fuera", log(1 + 20))
        page.row(.proseBefore, "Lista", 40 / 44)
        page.row(.proseBefore, "Primero", 0)
        page.row(.proseAfter, "Primero", (20 + 16 + 12) / (20 + 4 + 16 + 14 + 12))
        page.row(.proseAfter, "Fuera", 0)
        far.row(.longBefore, "Après", log(1 + 20))
        far.row(.proseBefore, "Après", 0)
        far.row(.proseBefore, "six", line6)
    }

    /// A long block, 25 short ones of one token and another; the sixth short one sees the long one and five others behind it.
    private static let far = FeaturePage(
        name: "a long way",
        source: "<p>\(line(20, "Avant"))</p>"
            + ["un", "deux", "trois", "quatre", "cinq", "six"].map { "<p>\($0)</p>" }.joined()
            + String(repeating: "<p>autre</p>", count: 19) + "<p>Après</p>")
    private static let line6 = 20.0 / 25

    /// What stands above a block, in French.
    private static let above = FeaturePage(
        name: "two articles",
        source: """
            <head><title>Le vieux port ouvre</title></head><body><article><h1 class=t>Le vieux port ouvre</h1>
            <p>\(line(20, "Hier"))</p><h2>Le port demain</h2><p>\(line(20, "Demain"))</p><p>12/05/2026, mis en ligne</p>
            <p>13/05/2026 \(words(25, "mais"))</p><p>Par Anne Plume</p><p>Partager</p><p>Lire encore</p><p>\(words(26, "Partager"))</p><h3>À lire aussi</h3><p>Un titre</p>
            <h1 class=t>Autre article ici</h1><p>Fin</p></article><article><p>FIN !</p></article><p>Dehors</p></body>
            """)

    @RowsOf<FeatureRow> private static var headings: [FeatureRow] {
        above.row(.headingKind, "Le vieux", 0)
        above.row(.headingKind, "Hier", 1)
        above.row(.headingKind, "Demain", 2)
        above.row(.headingKind, "Un titre", 3)
        above.row(.headingDistance, "Le vieux", 0)
        above.row(.headingDistance, "Demain", log(1 + 1))
        above.row(.headingDistance, "12/05", log(1 + 2))
        above.row(.headingTitleOverlap, "Hier", 1)
        above.row(.headingTitleOverlap, "Demain", 2 / 3)
        above.row(.headingTitleOverlap, "Un titre", 0)
        above.row(.chromeSince, "Partager", 0)
        above.row(.chromeSince, "Lire encore", log(1 + 1))
        above.row(.chromeSince, "Dehors", log(1 + 2))
        above.row(.underChromeHeading, "Par Anne", 0)
        above.row(.underChromeHeading, "Lire encore", 1)
        above.row(.underChromeHeading, "Un titre", 1)
        above.row(.underChromeHeading, "Fin", 0)
    }

    @RowsOf<FeatureRow> private static var repeats: [FeatureRow] {
        above.row(.copies, "Fin", 2)
        above.row(.copies, "Dehors", 1)
        above.row(.copiesBefore, "Fin", 0)
        above.row(.copiesBefore, "FIN", 1)
        above.row(.anchorRepeats, "Autre", 0)
        above.row(.anchorRepeats, "Fin", 1)
        above.row(.datesSince, "12/05", 0)
        above.row(.datesSince, "Par Anne", log(1 + 1))
        above.row(.bylinesSince, "Par Anne", 0)
        above.row(.bylinesSince, "Partager", log(1 + 1))
        above.row(.anchorArticle, "Hier", 1)
        above.row(.anchorArticle, "FIN", -1)
        above.row(.anchorArticle, "Dehors", 0)
    }

    static let all = beside + prose + headings + repeats
}
