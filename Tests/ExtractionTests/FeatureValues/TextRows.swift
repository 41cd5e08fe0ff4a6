import Foundation

@testable import Extraction

/// Own text.
enum TextRows {
    private static let page = FeaturePage(
        name: "short lines",
        source: """
            <p>Two <a href=/x>blue</a> boats, <b>one</b> <em>red</em> <time>1999</time>!</p>
            <p>港口 | 新闻 · 体育</p><p>Порт 港口 открыт</p>
            <p>Speichern <button>jetzt</button> oder später</p>
            <p>eins<br>zwei</p>
            <img src=a><img src=b><p>nach Bildern</p>
            <p>Viele Bilder<img src=a><img src=b><img src=c><img src=d><img src=e><img src=f></p><p>kein Bild</p>
            <picture><img src=a></picture><p>Gemälde</p>
            <p>The ferry and the pier</p><p>v1.5 is out. Really?</p><p>uno; dos, tres</p><p>Si.) No.\" Ja.”</p><p>vacío <a></a><a href=/x></a></p><p>下雨了。好！</p>
            <p>(Ende)</p><p>\u{201C}Yes,\u{201D} she said</p><p>Plan B</p><p>Made in USA</p><p>Attendez…</p>
            <p>Titre :</p><p>Preis in €</p><p>Stand 12</p><p>“Sì.”</p>
            """)

    private static func edge(_ edge: TextMeasure.Edge) -> Double { Double(edge.rawValue) }

    /// The first block: 29 bytes, 24 of them no spaces, 18 letters, six tokens.
    @RowsOf<FeatureRow> private static var boats: [FeatureRow] {
        page.row(.tokens, "Two", log(1 + 6))
        page.row(.linkShare, "Two", 5 / 29)
        page.row(.boldShare, "Two", 4 / 29)
        page.row(.emphasisShare, "Two", 4 / 29)
        page.row(.timeShare, "Two", 5 / 29)
        page.row(.buttonShare, "Two", 0)
        page.row(.buttonShare, "Speichern", 6 / 28)
        page.row(.links, "Two", log(1 + 1))
        page.row(.links, "zwei", 0)
        page.row(.links, "vacío", log(1 + 2))
        page.row(.upperShare, "Two", 1 / 18)
        page.row(.digitShare, "Two", 4 / 24)
        page.row(.tokenLength, "Two", 24 / 6)
        page.row(.commaRate, "Two", 1 / 6)
        page.row(.sentenceRate, "Two", 1 / 6)
    }

    @RowsOf<FeatureRow> private static var signs: [FeatureRow] {
        page.row(.sentenceRate, "v1.5", 2 / 5)
        page.row(.sentenceRate, "下雨", 2 / 4)
        page.row(.sentenceRate, "Si", 3 / 3)
        page.row(.sentenceRate, "港口", 0)
        page.row(.commaRate, "uno", 2 / 3)
        page.row(.menuRate, "港口", 2 / 6)
        page.row(.menuRate, "Two", 0)
        page.row(.tokenLength, "港口", 8 / 6)
        page.row(.wideShare, "港口", 1)
        page.row(.wideShare, "Порт", 2 / 12)
        page.row(.wideShare, "Two", 0)
        page.row(.upperShare, "Порт", 1 / 12)
        page.row(.upperShare, "港口", 0)
        page.row(.stopRate, "The ferry", 3 / 5)
        page.row(.stopRate, "港口", 0)
        page.row(.commaRate, "The ferry", 0)
        page.row(.startedByBreak, "zwei", 1)
        page.row(.startedByBreak, "eins", 0)
        page.row(.imagesBefore, "nach Bildern", 2)
        page.row(.imagesBefore, "Viele Bilder", 5)
        page.row(.imagesBefore, "kein Bild", 0)
        page.row(.imagesBefore, "Gemälde", 1)
    }

    @RowsOf<FeatureRow> private static var edges: [FeatureRow] {
        page.row(.firstEdge, "Two", edge(.upper))
        page.row(.firstEdge, "eins", edge(.lower))
        page.row(.firstEdge, "港口", edge(.wide))
        page.row(.firstEdge, "(Ende", edge(.bracket))
        page.row(.firstEdge, "\u{201C}Yes", edge(.openingQuote))
        page.row(.lastEdge, "Two", edge(.sentenceEnd))
        page.row(.lastEdge, "港口", edge(.wide))
        page.row(.lastEdge, "eins", edge(.lower))
        page.row(.lastEdge, "Plan B", edge(.upper))
        page.row(.lastEdge, "Made", edge(.lower))
        page.row(.lastEdge, "Attendez", edge(.ellipsis))
        page.row(.lastEdge, "Titre", edge(.colon))
        page.row(.lastEdge, "Preis", edge(.sign))
        page.row(.lastEdge, "Stand", edge(.digit))
        page.row(.lastEdge, "\u{201C}Sì", edge(.closingQuote))
        page.row(.endsSentence, "Two", 1)
        page.row(.endsSentence, "Attendez", 1)
        page.row(.endsSentence, "\u{201C}Sì", 1)
        page.row(.endsSentence, "(Ende", 0)
        page.row(.endsSentence, "The ferry", 0)
    }

    private static let lengths = FeaturePage(
        name: "long and short blocks",
        source: """
            <p>The harbour opened on Monday, the mayor said, and many people came</p>
            <p>Then the harbour opened, the mayor said, and many came.</p>
            <p>\(line(12, "Hafen"))</p><p>\(words(12, "Molo"))</p>
            <p>\(words(25, "Nave"))</p><p>\(words(24, "Barca"))</p>
            <p><a href=/x>\(line(30, "Link"))</a></p>
            <p><a href=/x>\(words(4, "Mare"))</a> \(line(8, "onda"))</p>
            <p><a href=/x>\(words(5, "Rete"))</a> \(line(7, "onda"))</p>
            <p><a href=/x>\(words(7, "Sole"))</a> \(words(18, "onda"))</p>
            <p><a href=/x>\(words(8, "Lido"))</a> \(words(17, "onda"))</p>
            """)

    /// Twelve tokens with two commas or a sentence's end, or 25.
    @RowsOf<FeatureRow> private static var long: [FeatureRow] {
        lengths.row(.isLong, "The harbour", 1)
        lengths.row(.isLong, "Then", 0)
        lengths.row(.isLong, "Hafen", 1)
        lengths.row(.isLong, "Molo", 0)
        lengths.row(.isLong, "Nave", 1)
        lengths.row(.isLong, "Barca", 0)
        lengths.row(.isLong, "Link", 0)
        // 19 and 24 of 60 bytes are links, 34 and 39 of 124.
        lengths.row(.isLong, "Mare", 1)
        lengths.row(.isLong, "Rete", 0)
        lengths.row(.isLong, "Sole", 1)
        lengths.row(.isLong, "Lido", 0)
    }

    static let all = boats + signs + edges + long
}
