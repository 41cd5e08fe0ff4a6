import Foundation

@testable import Extraction

/// The title's words, and the place beside the anchor.
enum TitleRows {
    private static let page = FeaturePage(
        name: "words of the title",
        source: """
            <head><title>Der alte Hafen öffnet wieder</title><meta property=og:title content="Hafen öffnet">
            <meta name=description content="Am Montag öffnet der Hafen, der alte."></head>
            <body><p>Alte Boote im Hafen</p><p>Hafen, Hafen, Hafen, der der der alte</p><p>hafen ÖFFNET!</p><p>Der alte</p>
            <p>Hafen.</p><p>Segel</p></body>
            """)

    /// The title has five words, the description six.
    @RowsOf<FeatureRow> private static var overlaps: [FeatureRow] {
        page.row(.titleOverlap, "Alte Boote", 2 / 4)
        page.row(.titleOverlap, "Segel", 0)
        page.row(.titleCover, "Alte Boote", 2 / 5)
        page.row(.titleCover, "Hafen,", 1)
        page.row(.titleCover, "Segel", 0)
        page.row(.ogTitleOverlap, "Alte Boote", 1 / 4)
        page.row(.ogTitleOverlap, "Segel", 0)
        page.row(.descriptionOverlap, "Alte Boote", 2 / 4)
        page.row(.descriptionOverlap, "Segel", 0)
        page.row(.descriptionCover, "Alte Boote", 2 / 6)
        page.row(.descriptionCover, "Hafen,", 1)
        page.row(.descriptionCover, "Segel", 0)
        page.row(.titleEqual, "hafen ÖFFNET", 1)
        page.row(.titleEqual, "Der alte", 1)
        page.row(.titleEqual, "Hafen.", 0)
        page.row(.titleEqual, "Alte Boote", 0)
        page.row(.titleEqual, "Segel", 0)
    }

    private static let branches = FeaturePage(
        name: "branches below the title",
        source: """
            <head><title>Der alte Hafen öffnet wieder</title></head><body><nav>Start</nav>
            <div><h1>Der alte Hafen öffnet wieder</h1><p>Stand Mai</p></div>
            <div>\(line(30, "Gestern"))</div><div><p>\(line(31, "Heute"))</p><p>kurz</p></div><div>\(line(29, "Morgen"))</div>
            <div>Ende</div></body>
            """)

    /// The anchor is the second block; the branches with 30 ptok begin at the fourth and the fifth.
    @RowsOf<FeatureRow> private static var anchor: [FeatureRow] {
        branches.row(.anchorDistance, "Start", -log(1 + 1))
        branches.row(.anchorDistance, "Der alte", 0)
        branches.row(.anchorDistance, "Gestern", log(1 + 2))
        branches.row(.anchorLevels, "Der alte", 0)
        branches.row(.anchorLevels, "Stand", 1)
        branches.row(.anchorLevels, "Heute", 2)
        branches.row(.anchorBranches, "Start", 0)
        branches.row(.anchorBranches, "Stand", 0)
        branches.row(.anchorBranches, "Gestern", 0)
        branches.row(.anchorBranches, "kurz", 1)
        branches.row(.anchorBranches, "Ende", 2)
        branches.row(.anchorBranchTokens, "Gestern", 0)
        branches.row(.anchorBranchTokens, "kurz", log(1 + 30))
        branches.row(.anchorBranchTokens, "Ende", log(1 + 30 + 31))
        page.row(.anchorDistance, "Segel", log(1 + 2))
    }

    private static let long = FeaturePage(
        name: "a long title",
        source: """
            <head><title>Als der alte Hafen nach langer Zeit wieder öffnete, kamen viele Leute aus der ganzen Stadt zum großen Wasser</title>
            <meta name=twitter:title content="Der Hafen"></head>
            <body><p>Als der alte Hafen nach</p><p>als der alte hafen nach langer</p><p>der Hafen</p></body>
            """)

    private static let bare = FeaturePage(name: "no title", source: "<p>Vor</p><h1>Eins</h1><h1>Zwei</h1><p>Nach</p>")

    /// Of 19 tokens, six begin it, being six, but five do not, being less than a third. Without a title the anchor is the first `h1`.
    @RowsOf<FeatureRow> private static var other: [FeatureRow] {
        long.row(.titleEqual, "Als", 0)
        long.row(.titleEqual, "als", 1)
        long.row(.titleEqual, "der", 1)
        bare.row(.anchorDistance, "Vor", -log(1 + 1))
        bare.row(.anchorDistance, "Nach", log(1 + 2))
    }

    static let all = overlaps + anchor + other
}
