import Foundation

@testable import Extraction

/// Keywords, phrases, dates and the stated body.
enum WordRows {
    /// A phrase of each keyword.
    private static let phrases: [(Feature, String)] = [
        (.wordByline, "von"), (.wordCopyright, "tous droits réservés"), (.wordRelated, "相关阅读"),
        (.wordShare, "compartir"),
        (.wordComment, "комментарии"), (.wordSubscribe, "zapisz się"), (.wordPhoto, "bildquelle"),
        (.wordAdvertisement, "advertentie"), (.wordDisclaimer, "aviso legal"), (.wordUpdated, "δημοσίευση"),
        (.wordTags, "etiquetas"), (.wordReadMore, "leggi tutto"), (.wordContact, "お問い合わせ"), (.wordPager, "następny"),
        (.wordConsent, "utilizamos cookies"), (.wordLogin, "로그인"), (.wordOriginalTitle, "原标题"),
        (.wordSource, "kaynak"), (.wordRepost, "本文来自"), (.wordFollow, "síguenos"), (.wordScan, "扫码"),
        (.wordEditor, "redakcja"), (.wordSupport, "faire un don"),
    ]

    /// The phrase at a block's start, behind another word, and behind the first 40 tokens.
    private static func keyword(_ feature: Feature, _ phrase: String) -> [FeatureRow] {
        let page = FeaturePage(
            name: "keywords", source: "<p>\(phrase) onda</p><p>Onda \(phrase)</p><p>\(words(40, "Molo")) \(phrase)</p>")
        return [page.row(feature, phrase, 2), page.row(feature, "Onda", 1), page.row(feature, "Molo", 0)]
    }

    private static let page = FeaturePage(
        name: "phrases",
        source: "<p>Please sign up for news</p><p>Read more: sign up for</p>"
            + "<p>\(String(repeating: "sign up for ", count: 9))</p><p>Ninguna frase conocida</p>")

    /// "sign up for" is worth -2.5, "read more" at the start -1.5.
    @RowsOf<FeatureRow> private static var learnt: [FeatureRow] {
        page.row(.phraseLeast, "Please", -2.5)
        page.row(.phraseLeast, "Read", -2.5)
        page.row(.phraseLeast, "Ninguna", 0)
        page.row(.phraseSum, "Please", -2.5)
        page.row(.phraseSum, "Read", -2.5 - 1.5)
        page.row(.phraseSum, "sign", -20)
        page.row(.phraseSum, "Ninguna", 0)
        page.row(.phraseBefore, "Please", 0)
        page.row(.phraseBefore, "Ninguna", -2.5)
        page.row(.phraseAfter, "Please", -2.5)
        page.row(.phraseAfter, "Ninguna", 0)
    }

    private static let times = FeaturePage(
        name: "days and hours",
        source: "<p>3. Mai 2026</p><p>Stand vom 3. Mai 2026, 9:30 Uhr</p><p>9:30 Uhr</p><p>2026年5月</p><p>Ohne Tag</p>"
            + "<p>\(words(40, "Molo")) 2026-05-03 09:30</p>")

    @RowsOf<FeatureRow> private static var dates: [FeatureRow] {
        times.row(.dateMark, "3. Mai", 2)
        times.row(.dateMark, "Stand", 1)
        times.row(.dateMark, "9:30", 0)
        times.row(.dateMark, "2026年", 2)
        times.row(.dateMark, "Ohne", 0)
        times.row(.dateMark, "Molo", 0)
        times.row(.clockMark, "9:30", 2)
        times.row(.clockMark, "Stand", 1)
        times.row(.clockMark, "3. Mai", 0)
        times.row(.clockMark, "Molo", 0)
    }

    private static let stated = FeaturePage(
        name: "a stated body",
        source:
            "<head><script type=application/ld+json>{\"articleBody\": \"Der Hafen öffnet am Montag\"}</script></head>"
            + "<p>Der Hafen öffnet heute</p><p>Der Hafen öffnet</p><p>Kein Wort davon</p><p>Am Montag</p>")

    @RowsOf<FeatureRow> private static var shares: [FeatureRow] {
        stated.row(.statedShare, "Der Hafen öffnet heute", 1 / 2)
        stated.row(.statedShare, "Kein", 0)
        stated.row(.statedShare, "Am Montag", -1)
        times.row(.statedShare, "Stand", -1)
    }

    static let all = phrases.flatMap(keyword) + learnt + dates + shares
}
