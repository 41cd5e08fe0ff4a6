import Markup
import Testing

@testable import Extraction

/// Measures of texts, class names and pages.
@Suite struct FeatureTests {
    private func measure(_ text: String) -> (TextMeasure, LeadMarks) {
        var meter = TextMeter(titles: TitleWords(), words: .shared)
        let bytes = Array(text.utf8)
        let measure = meter.measure(bytes.span)
        return (measure, LeadMarks(meter.lead, words: .shared))
    }

    private func analyse(_ html: String) -> PageAnalysis {
        let document = Document.parse(html)
        return PageAnalysis(
            Segmenter.segment(document), of: document, table: ClassTable(values: []), phrases: PhraseTable(values: []))
    }

    @Test(arguments: [
        ("One two, three 4.", 4), ("港口开放", 4), ("港口 opens", 3), ("don't", 2), ("", 0), ("—!?", 0), ("Порт открыт", 2),
        ("カナ漢字", 4),
    ])
    func tokensAreFairToAllScripts(text: String, tokens: Int32) {
        #expect(measure(text).0.tokens == tokens)
    }

    @Test(arguments: [
        ("It rained.", true), ("He said: \u{201C}It rained.\u{201D}", true), ("Read more", false), ("下雨了。", true),
        ("3.14", false),
        ("Wait…", true), ("Is it?)", true), ("Title:", false),
    ])
    func sentencesEnd(text: String, ends: Bool) {
        #expect(measure(text).0.endsSentence == ends)
    }

    @Test func copiesFoldToTheSameHash() {
        let fold = measure("The harbour, they say, OPENS!").0.fold
        #expect(fold == measure("the harbour  they say \u{201C}opens\u{201D}").0.fold)
        #expect(fold != measure("the harbour they say opened").0.fold)
        #expect(measure("ПОРТ").0.fold == measure("порт").0.fold)
    }

    @Test(arguments: Keyword.allCases)
    func everyPhraseIsFoundAtTheStart(keyword: Keyword) {
        for phrase in keyword.phrases { #expect(measure(phrase).1.level(keyword) == 2, "\(phrase)") }
    }

    @Test(arguments: [
        ("2026-01-06 09:30", 2, 1), ("Tuesday, 6 January 2026", 2, 0), ("Printed on Tuesday, 6 January 2026", 1, 0),
        ("6. Januar 2026, 9:30 Uhr", 2, 1),
        ("2026年1月6日 07:45", 2, 1),
        ("06/01/2026", 2, 0), ("Call 555 0199", 0, 0), ("A score of 3 to 2", 0, 0), ("Oct 12, 2026", 2, 0),
    ])
    func datesAndTimesAreSeen(text: String, date: UInt8, clock: UInt8) {
        let marks = measure(text).1
        #expect(marks.date == date)
        #expect(marks.clock == clock)
    }

    @Test func classNamesAreCutAtCapitalsAndSigns() {
        var tokens: [String] = []
        let value = Array("articleBody__main-text p3 x RelatedLinks".utf8)
        let span = value.span
        ClassTokens.forEach(in: span) { _, range in
            tokens.append(String(decoding: range.map { span[$0] | 0x20 }, as: UTF8.self))
        }
        #expect(tokens == ["article", "body", "main", "text", "related", "links"])
    }

    @Test func levelsAreCountedFromTheLeaf() {
        let page = analyse(
            "<body><article><div class='story-content'><p>Words of a line</p></div></article><nav><p>x y")
        #expect(page.features[0, .levelParagraph] == 0)
        #expect(page.features[0, .levelClassContent] == 1)
        #expect(page.features[0, .levelArticle] == 2)
        #expect(page.features[0, .levelNav] == 15)
        #expect(page.features[1, .levelNav] == 1)
        #expect(!page.isCandidate(1))
    }

    @Test func branchesAfterTheTitleAreCounted() {
        let prose =
            "<p>The harbour opened on Monday, the mayor said, and many people came to see the first ships sail in, "
            + "among them the old ferry, two tugs, and a lightship.</p>"
        let page = analyse(
            "<head><title>Harbour opens its gates today</title></head><body><div><h1>Harbour opens its gates today</h1></div>"
                + "<div>\(prose)\(prose)</div><div>\(prose)</div>")
        #expect(page.anchor == 0)
        #expect(page.features[1, .anchorBranches] == 0)
        #expect(page.features[3, .anchorBranches] == 1)
        #expect(page.features[2, .copiesBefore] == 1)
        #expect(page.features[1, .copies] == 3)
    }

    @Test func whatHeadsAnArticleIsSeenAgain() {
        let prose =
            "<p>The harbour opened on Monday, the mayor said, and many people came to see the first ships sail in, "
            + "among them the old ferry, two tugs, and a lightship.</p>"
        func story(_ title: String, _ prose: String) -> String {
            "<article><h1 class=t>\(title)</h1><div>2026-05-04 07:15</div><div>By Nora Quill</div>\(prose)</article>"
        }
        let page = analyse(
            "<head><title>Harbour opens its gates</title></head><body>"
                + story("Harbour opens its gates", prose + prose)
                + story("Another day in town", prose) + "<p>End</p>")
        #expect((0..<10).map { page.features[$0, .anchorRepeats] } == [0, 0, 0, 0, 0, 0, 1, 1, 1, 1])
        #expect((0..<10).map { page.features[$0, .anchorArticle] } == [1, 1, 1, 1, 1, -1, -1, -1, -1, 0])
        #expect(page.features[9, .datesSince] == ln1(1))
        #expect(page.features[9, .bylinesSince] == ln1(1))
        #expect(page.features[6, .datesSince] == 0)
    }

    @Test func hiddenElementsAreMarked() {
        let page = analyse(
            "<body><div hidden><p>a</p></div><div style='color:red; display : none'>b</div><div aria-hidden=true>c</div><p>d"
        )
        #expect((0..<4).map { page.features[$0, .levelHidden] } == [1, 0, 0, 15])
    }

    @Test func everyFeatureIsFiniteOnHostilePages() {
        for html in [
            "<p>", String(repeating: "<a>x", count: 500), "<h1>1</h1>",
            String(repeating: "<br>y<div class=a>", count: 900),
        ] {
            #expect(!analyse(html).features.values.contains { !$0.isFinite })
        }
    }
}

@Suite("Levels to the nearest elements")
struct LevelsTests {
    @Test("each step down is a level more, at most 15; a hit is 0")
    func steps() {
        var levels = Levels.far.below(hits: 1 << 0 | 1 << 9 | 1 << 31)
        for step in 0..<40 {
            for sort in 0..<32 {
                let isHit = sort == 0 || sort == 9 || sort == 31
                #expect(levels[sort] == (isHit ? UInt8(min(step, 15)) : 15))
            }
            levels = levels.below(hits: 0)
        }
    }
}
