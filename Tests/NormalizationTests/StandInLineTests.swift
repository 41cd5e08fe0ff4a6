import Testing

@testable import Normalization

@Suite("Lines of pages that stand in place of an article")
struct StandInLineTests {
    @Test("every phrase is known in a line, whatever the case of its letters", arguments: StandInLine.allCases)
    func phrases(_ kind: StandInLine) {
        for phrase in kind.phrases {
            let line = "• \(phrase.uppercased())"
            #expect(StandInLine.kind(of: line.utf8.span) != nil, "\(phrase)")
            let plain = "\(phrase) ."
            #expect(StandInLine.kind(of: plain.utf8.span) != nil, "\(phrase)")
        }
    }

    @Test(arguments: [
        ("The page you were looking for doesn't exist.", StandInLine.error),
        ("Prosím, potvrďte: I'm not a robot", .robotCheck),
        ("Dieser Artikel ist nur für Abonnenten.", .paywall),
        ("¿Has olvidado tu contraseña?", .login),
        ("Nous utilisons des cookies et d'autres traceurs.", .consent),
    ])
    func lines(_ line: String, _ kind: StandInLine) {
        #expect(StandInLine.kind(of: line.utf8.span) == kind)
    }

    @Test(
        "what an article says of such things is no such line",
        arguments: [
            "The court found that the page was not there.", "Robots weld the hulls, the foreman said.",
            "Subscribers to the water supply pay by the month.", "She forgot her key again.",
            "Two cookies cost a euro.", "",
        ])
    func others(_ line: String) {
        #expect(StandInLine.kind(of: line.utf8.span) == nil)
    }

    @Test func titlesOfSearchResultsSayNothingElse() {
        for title in ["Search results for ferry", "Suchergebnisse", "Результати пошуку: пором", "搜索结果"] {
            #expect(StandInLine.isSearch(title: title))
        }
        for title in [
            "Search results to carry more advertisements", "Search for missing sailor goes on", "Suche nach Vermissten",
            "",
        ] {
            #expect(!StandInLine.isSearch(title: title))
        }
    }

    @Test(arguments: [
        "Privacy policy", "ПОЛИТИКА конфиденциальности", "Sobre nosotros", "OM OSS", "Condizioni d'uso", "Par mums",
        "درباره ما",
        "เกี่ยวกับเรา", "個人情報保護方針", "회사소개", "Ποιοι είμαστε",
    ])
    func titlesOfHousePagesAreWhole(_ title: String) { #expect(StandInLine.isHousePage(title: title)) }

    @Test(arguments: [
        "Privacy policy of harbour town under fire", "What the ferry says about us", "Impressum fehlt: Strafe", "",
    ])
    func aTitleThatSaysMoreIsNoHousePages(_ title: String) { #expect(!StandInLine.isHousePage(title: title)) }
}
