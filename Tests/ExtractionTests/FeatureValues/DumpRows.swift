import Foundation

@testable import Extraction

/// Lines of text dumps.
enum DumpRows {
    /// Seven lines of 1, 4, 3, 20, 15, 1 and 1 tokens, the second to the fifth indented by three columns.
    static let page = FeaturePage(
        name: "a dump",
        source: """
            Menu

               Le titre du jour
               12 mai 2026


               \(line(20, "Hier"))
               \(line(15, "Demain"))

              * Accueil
            Fin
            """, isDump: true)

    @RowsOf<FeatureRow> private static var margins: [FeatureRow] {
        page.row(.indentation, "Menu", 0)
        page.row(.indentation, "Hier", 3)
        page.row(.indentation, "Accueil", 2 + 1 + 1)
        page.row(.indentationShare, "Hier", 4 / 7)
        page.row(.indentationShare, "Accueil", 1 / 7)
        page.row(.indentationTokens, "Hier", log(1 + 42 / 4))
        page.row(.indentationTokens, "Menu", log(1 + 1))
        page.row(.indentationProse, "Hier", 35 / (1 + 35))
        page.row(.indentationProse, "Menu", 0)
        page.row(.bullet, "Accueil", 1)
        page.row(.bullet, "Fin", 0)
        page.row(.blankBefore, "Hier", 2)
        page.row(.blankBefore, "Demain", 0)
        page.row(.blankAfter, "12 mai", 2)
        page.row(.blankAfter, "Hier", 0)
        page.row(.blankAfter, "Fin", 5)
        page.row(.indentationBefore, "Menu", 0)
        page.row(.indentationBefore, "Accueil", 4 - 3)
        page.row(.indentationBefore, "Fin", 0 - 4)
        page.row(.indentationAfter, "Menu", 0 - 3)
        page.row(.indentationAfter, "Accueil", 4 - 0)
        page.row(.indentationAfter, "Fin", 0)
        page.row(.paragraphTokens, "Hier", log(1 + 20 + 15))
        page.row(.paragraphTokens, "Fin", log(1 + 1 + 1))
        page.row(.elementKind, "Hier", 0)
        page.row(.statedShare, "Hier", -1)
    }

    /// The run is the fourth and the fifth line: 20 - 9 + 15 - 9.
    @RowsOf<FeatureRow> private static var window: [FeatureRow] {
        page.row(.inWindow, "Hier", 1)
        page.row(.inWindow, "Demain", 1)
        page.row(.inWindow, "Accueil", 0)
        page.row(.windowDistance, "Hier", 0)
        page.row(.windowDistance, "Le titre", -log(1 + 2))
        page.row(.windowDistance, "Fin", log(1 + 2))
        page.row(.dateDistance, "12 mai", 0)
        page.row(.dateDistance, "Menu", -log(1 + 2))
        page.row(.dateDistance, "Demain", log(1 + 2))
    }

    private static let wide = FeaturePage(
        name: "a dump without prose",
        source: "Anfang\n" + String(repeating: "\n", count: 7) + String(repeating: " ", count: 70) + "weit\n\tTab\n"
            + "\u{3000}\u{3000}港\n2026-05-03",
        isDump: true)

    @RowsOf<FeatureRow> private static var capped: [FeatureRow] {
        wide.row(.indentation, "weit", 60)
        wide.row(.indentation, "Tab", 8)
        wide.row(.indentation, "港", 4)
        wide.row(.blankBefore, "weit", 5)
        wide.row(.blankAfter, "Anfang", 5)
        wide.row(.indentationBefore, "weit", 20)
        wide.row(.indentationAfter, "Anfang", -20)
        wide.row(.inWindow, "Anfang", 0)
        wide.row(.windowDistance, "weit", log(1 + 2))
        wide.row(.dateDistance, "Anfang", 0)
    }

    /// A long line counts 60 - 9 and is undone by six short ones; the three at the end count 3 x (40 - 9).
    private static let far = FeaturePage(
        name: "a dump with a long line far above",
        source: ([line(200, "Lang")] + Array(repeating: "Menu", count: 6)
            + ["Eins", "Zwei", "Drei"].map { line(40, $0) })
            .joined(separator: "\n"),
        isDump: true)

    @RowsOf<FeatureRow> private static var runs: [FeatureRow] {
        far.row(.inWindow, "Lang", 0)
        far.row(.inWindow, "Eins", 1)
        far.row(.windowDistance, "Lang", -log(1 + 7))
    }

    static let all = margins + window + capped + runs
}
