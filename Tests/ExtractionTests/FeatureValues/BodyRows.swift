import Foundation

@testable import Extraction

/// What is kept of a page, and where it begins.
enum BodyRows {
    /// Twelve blocks of 1, 3, 3, 5, 20, 3, 6, 16, 20, 1, 2 and 2 tokens, 82 in all. The fifth to the seventh and the ninth to the last
    /// are kept: seven blocks, 54 tokens.
    static let harbour = JudgedCase(
        name: "an article in Italian",
        html: """
            <head><title>Il porto riapre</title></head>
            <body><nav><a href=/>Accedi</a></nav><article class=story><h1>Il porto riapre</h1><p>Di Anna Penna</p>
            <p>12 maggio 2026, 9:30</p><img src=a><img src=b><p>\(line(20, "Barche,"))</p><ul><li>Molo 12 aperto.</li></ul>
            <table><tbody><tr><td>\(line(6, "La"))</td></tr></tbody></table><p>\(line(16, "Fuori"))</p>
            <p>\(line(20, "Reti"))</p><p><a href=/x>Leggi</a></p><form><p>Cerca tutto</p></form><h2>Porto vecchio</h2></article>
            """, p: [0, 0.4, 0.2, 0.1, 0.95, 0.8, 0.7, 0.3, 0.95, 0.6, 0.5, 0.7])

    @RowsOf<PageFeatureRow> private static var kept: [PageFeatureRow] {
        harbour.row(.keptTokens, log(1 + 54))
        harbour.row(.keptBlocks, log(1 + 7))
        harbour.row(.keptShare, 54 / 82)
        harbour.row(.keptBlockTokens, log(1 + 7))
        harbour.row(.keptProse, 40 / 54)
        harbour.row(.keptLinkShare, 1 / 54)
        harbour.row(.keptItems, 3 / 54)
        harbour.row(.keptTables, 6 / 54)
        harbour.row(.keptSentences, 49 / 54)
        harbour.row(.keptForms, 2 / 54)
        harbour.row(.keptHeadings, 1 / 7)
        harbour.row(.largestParent, 43 / 54)
        harbour.row(.keptRuns, log(1 + 2))
        harbour.row(.otherProse, 16 / 56)
        harbour.row(.keptImages, 2)
    }

    @RowsOf<PageFeatureRow> private static var sureness: [PageFeatureRow] {
        harbour.row(.keptProbability, (40 * 0.95 + 3 * 0.8 + 6 * 0.7 + 1 * 0.6 + 2 * 0.5 + 2 * 0.7) / 54)
        harbour.row(.keptSure, 40 / 54)
        harbour.row(.unsure, (3 + 3 + 3 + 6 + 16 + 1 + 2 + 2) / 54)
        // Six blocks are paragraphs of the article; the item, the cell, the form's paragraph and the heading are one of a sort each.
        harbour.row(.keptAlike, (41 * log(1 + 6) + 13 * log(1 + 1)) / 54)
        harbour.row(.keptStops, 1 / 54)
        harbour.row(.keptCommas, 1 / 54)
        harbour.row(.keptDigits, 3 * (2 / 13) / 54)
        harbour.row(.keptTitle, 1 / 3)
    }

    /// The lead are the six blocks from the title to two behind the first kept one.
    @RowsOf<PageFeatureRow> private static var lead: [PageFeatureRow] {
        harbour.row(.titleDistance, log(1 + 3))
        harbour.row(.leadDates, 1)
        harbour.row(.leadClocks, 1)
        harbour.row(.leadBylines, 1)
        days.row(.leadDates, 4)
        days.row(.leadClocks, 4)
        days.row(.leadBylines, 4)
        days.row(.titleDistance, -1)
        days.row(.dateBlocks, log(1 + 6))
        far.row(.titleDistance, -1)
        far.row(.leadDates, 0)
        behind.row(.leadDates, 1)
        below.row(.titleDistance, -1)
        near.row(.titleDistance, log(1 + 60))
        near.row(.leadDates, 1)
    }

    private static let days = JudgedCase(
        name: "six days without a title",
        html: (1...6).map { "<p>\($0). Mai 2026, 9:30 Uhr, von Anna</p>" }.joined() + "<p>\(line(20, "Gestern"))</p>",
        p: Array(repeating: 0, count: 6) + [0.9])

    /// A title, a day, so many lines, and the body.
    private static func apart(_ count: Int) -> JudgedCase {
        let lines = (1...count).map { "<p>wort \($0)</p>" }.joined()
        return JudgedCase(
            name: "a title \(count) lines above",
            html: "<h1>Titel</h1><p>3. Mai 2026</p>\(lines)<p>\(line(20, "Gestern"))</p>",
            p: Array(repeating: 0, count: 2 + count) + [0.9])
    }

    private static let behind = JudgedCase(
        name: "days behind the first lines",
        html: "<p>\(line(20, "Gestern"))</p><p>wort</p><p>3. Mai 2026</p><p>4. Mai 2026</p>", p: [0.9])

    private static let below = JudgedCase(
        name: "a title below the body", html: "<p>\(line(20, "Gestern"))</p><h1>Titel</h1>", p: [0.9])

    private static let near = apart(58)
    private static let far = apart(59)

    private static let none = JudgedCase(name: "a page without a body", html: harbour.html)

    @RowsOf<PageFeatureRow> private static var empty: [PageFeatureRow] {
        none.row(.keptTokens, 0)
        none.row(.keptShare, 0)
        none.row(.keptBlockTokens, 0)
        none.row(.keptProbability, 0)
        none.row(.keptRuns, 0)
        none.row(.otherProse, 1)
        none.row(.unsure, 0)
        none.row(.titleDistance, -1)
        none.row(.leadDates, 0)
        none.row(.leadBylines, 0)
    }

    private static let gallery = JudgedCase(
        name: "a gallery",
        html: (1...5).map { String(repeating: "<img src=a>", count: 5) + "<p>\(line(20, "Bild\($0)"))</p>" }.joined()
            + "<p>\(line(99, "Rest"))</p><p>\(line(99, "Ende"))</p><p>\(line(99, "Schluss"))</p>"
            + "<p>\(line(99, "Aus"))</p><p>\(line(99, "Vorbei"))</p>",
        p: Array(repeating: 0.95, count: 5) + Array(repeating: 0.4, count: 5))

    @RowsOf<PageFeatureRow> private static var capped: [PageFeatureRow] {
        gallery.row(.keptImages, 20)
        gallery.row(.unsure, 4)
        gallery.row(.keptSure, 1)
    }

    static let all = kept + sureness + lead + empty + capped
}
