import Foundation

@testable import Extraction

/// Class names and elements.
enum ElementRows {
    /// An attribute that marks each list of class names.
    private static let lists: [(Feature, String)] = [
        (.levelClassContent, "class=storyText"), (.levelClassTitle, "id=headline"),
        (.levelClassLead, "class=standfirst"),
        (.levelClassByline, "itemprop=author"), (.levelClassDate, "class=pub-date"),
        (.levelClassMeta, "property=metadata"),
        (.levelClassCaption, "class=bildunterschrift"), (.levelClassSocial, "data-testid=share_bar"),
        (.levelClassComment, "id=disqus2"), (.levelClassRelated, "class=tuijian"), (.levelClassNav, "role=navigation"),
        (.levelClassFooter, "class=imprint"), (.levelClassSide, "class='x rail'"),
        (.levelClassAdvertisement, "class=werbung"), (.levelClassNews, "class=newsletter"),
        (.levelClassModal, "class=cookie-consent"), (.levelClassTags, "class=keywords"),
        (.levelClassLive, "class=liveblog"), (.levelClassApp, "class=qrcode"), (.levelClassQuote, "class=pull-quote"),
    ]

    private static let classes = FeaturePage(
        name: "class names",
        source: lists.map { "<div \($1)><p>\($0)</p></div>" }.joined() + "<div><p>ohne</p></div>"
            + "<div class=story>\(String(repeating: "<div>", count: 14))fern<div>ferner</div></div>")

    @RowsOf<FeatureRow> private static var classLevels: [FeatureRow] {
        for (feature, _) in lists {
            classes.row(feature, "\(feature)", 1)
            classes.row(feature, "ohne", 15)
        }
        classes.row(.levelClassContent, "fern", 14)
        classes.row(.levelClassContent, "ferner", 15)
    }

    private static let values = FeaturePage(
        name: "learnt class names",
        source: "<body class=gamma><div class='alpha beta'><p class=delta>Texto aquí</p>margen</div><p>fuera</p></body>"
    )

    /// gamma is worth .5, alpha 2, beta -1.5, delta -.25: the sums are .5 at the body, .7 x .5 - 1.5 + 2 = .85 at the `div`.
    @RowsOf<FeatureRow> private static var classValues: [FeatureRow] {
        values.row(.classSum, "Texto", 0.7 * 0.85 - 0.25)
        values.row(.classParentSum, "Texto", 0.85)
        values.row(.classNegative, "Texto", -0.25)
        values.row(.classPositive, "Texto", 0)
        values.row(.classPathLeast, "Texto", -1.5)
        values.row(.classPathMost, "Texto", 2)
        values.row(.classSum, "margen", 0.85)
        values.row(.classParentSum, "margen", 0.5)
        values.row(.classNegative, "margen", -1.5)
        values.row(.classPositive, "margen", 2)
        values.row(.classSum, "fuera", 0.7 * 0.5)
        values.row(.classPathLeast, "fuera", 0)
        values.row(.classPathMost, "fuera", 0.5)
        values.row(.classBefore, "margen", 0.7 * 0.85 - 0.25)
        values.row(.classBefore, "Texto", 0)
        values.row(.classAfter, "Texto", 0.85)
        values.row(.classAfter, "fuera", 0)
    }

    private static let landmarks = FeaturePage(
        name: "elements",
        source: """
            <main><article><header><h2>Titel</h2></header>
            <section><blockquote><p>Zitat <i>eins</i></p></blockquote></section>
            <figure><figcaption>Bildtext</figcaption></figure>
            <table><tbody><tr><td>Zelle</td></tr></tbody></table>
            <ul><li><a href=/>Punkt</a></li></ul><dl><dd>Wort</dd></dl><details><p>Mehr</p></details>
            <div class=articlebody><p>Rumpf</p></div></article></main>
            <aside><form><button>Knopf</button></form></aside><nav>Start</nav><footer>Schluss</footer>
            <div hidden><p>Verborgen</p></div><div aria-hidden=true>Stumm</div><div style='display: none'>Unsichtbar</div>
            <div itemprop=articleBody>Leer</div>
            """)

    /// The block and the levels from its leaf.
    private static let levels: [(Feature, String, Double)] = [
        (.levelParagraph, "Zitat", 0), (.levelParagraph, "Verborgen", 0), (.levelItem, "Punkt", 1),
        (.levelList, "Punkt", 2), (.levelTable, "Zelle", 3), (.levelCell, "Zelle", 0), (.levelFigure, "Bildtext", 1),
        (.levelFigcaption, "Bildtext", 0), (.levelAside, "Knopf", 2), (.levelNav, "Start", 0),
        (.levelFooter, "Schluss", 0), (.levelHeader, "Titel", 1), (.levelArticle, "Zitat", 3), (.levelMain, "Zitat", 4),
        (.levelForm, "Knopf", 1), (.levelSection, "Zitat", 2), (.levelBlockquote, "Zitat", 1), (.levelLink, "Punkt", 0),
        (.levelButton, "Knopf", 0), (.levelDefinitions, "Wort", 1), (.levelDetails, "Mehr", 1),
        (.levelHeading, "Titel", 0), (.levelHidden, "Verborgen", 1), (.levelHidden, "Stumm", 0),
        (.levelHidden, "Unsichtbar", 0), (.levelArticleBody, "Rumpf", 1),
        (.levelArticleBody, "Leer", 0),
    ]

    @RowsOf<FeatureRow> private static var elementLevels: [FeatureRow] {
        for (feature, block, level) in levels { landmarks.row(feature, block, level) }
        for feature in levels.map(\.0).filter({ $0 != .levelArticleBody }) { landmarks.row(feature, "Leer", 15) }
        landmarks.row(.elementKind, "Punkt", kind(.li))
        landmarks.row(.elementKind, "Titel", kind(.h2))
        landmarks.row(.leafKind, "Punkt", kind(.a))
        landmarks.row(.leafKind, "Wort", kind(.dd))
        landmarks.row(.parentKind, "Punkt", kind(.ul))
        landmarks.row(.parentKind, "Leer", kind(.body))
    }

    /// A role, and the element it stands for.
    private static let roles: [(String, Feature)] = [
        ("navigation", .levelNav), ("menu", .levelNav), ("menubar", .levelNav), ("tablist", .levelNav),
        ("contentinfo", .levelFooter), ("banner", .levelHeader), ("complementary", .levelAside), ("main", .levelMain),
        ("article", .levelArticle), ("button", .levelButton), ("list", .levelList), ("listitem", .levelItem),
        ("figure", .levelFigure), ("heading", .levelHeading), ("form", .levelForm), ("search", .levelForm),
    ]

    private static let roled = FeaturePage(
        name: "roles", source: roles.map { "<div role=\($0.0)><p>\($0.0)</p></div>" }.joined())

    static let all =
        classLevels + classValues + elementLevels + roles.map { roled.row($0.1, $0.0, 1) }
}
