import Markup
import Pages
import Testing

@testable import Extraction

/// Bytes of a model file, little-endian.
struct ModelBytes {
    var bytes: [UInt8] = []
    mutating func u16(_ value: UInt16) { bytes += [UInt8(value & 255), UInt8(value >> 8)] }
    mutating func u32(_ value: UInt32) { u16(UInt16(value & 0xFFFF)); u16(UInt16(value >> 16)) }
    mutating func float(_ value: Float) { u32(value.bitPattern) }
    mutating func name(_ name: String) { bytes.append(UInt8(name.utf8.count)); bytes += Array(name.utf8) }

    /// A forest of one tree: `input` at most `threshold` gives -2, else 2.
    mutating func forest(_ input: String, threshold: Float, right: UInt16 = 2) {
        u16(1)
        name(input)
        u16(1)
        u16(3)
        u16(0)
        u16(right)
        float(threshold)
        for leaf: Float in [-2, 2] {
            u16(.max)
            u16(0)
            float(leaf)
        }
    }
}

/// The model file and the trees.
@Suite struct ModelTests {
    private func model(
        input: String = "isLong", right: UInt16 = 2, version: UInt32 = 4, damage: Bool = false,
        gate: String = "keptProse"
    ) -> [UInt8] {
        var body = ModelBytes()
        body.float(0.5)
        body.float(0.5)
        body.u32(1)
        body.u32(ClassTable.hash(of: "story"))
        body.u16(1500)
        body.u32(0)
        body.forest(input, threshold: 0.5, right: right)
        body.forest("p", threshold: 0.5)
        body.forest("isLong", threshold: 0.5)
        body.forest("p", threshold: 0.5)
        body.float(0.4)
        body.forest(gate, threshold: 0.5)
        for place in PageTokens.Place.allCases {
            body.u32(1)
            body.u32(PageWords.hashes(of: place == .words ? "rained" : "unknown")[0])
            body.u16(1500)
        }
        let sites = ["example.org", "example.com", "example.net"].map { Folding.hash(of: $0.utf8) }.sorted()
        body.u32(UInt32(sites.count))
        sites.forEach { body.u32($0) }
        var file = ModelBytes()
        file.bytes = Array("GALLEYM\0".utf8)
        file.u32(version)
        file.u32(body.bytes.reduce(Folding.seed) { Folding.step($0, UInt32($1)) })
        if damage { body.bytes[20] ^= 1 }
        return file.bytes + body.bytes
    }

    private func judged(_ html: String) throws -> JudgedPage {
        let document = Document.parse(html)
        return BodyExtractor(model: try ExtractionModel(model())).judge(Segmenter.segment(document), of: document)
    }

    @Test func aModelIsReadAndJudges() throws {
        let prose = "The harbour opened on Monday, the mayor said, and many people came to see the first ships sail in."
        let body = try judged("<body><p>Menu</p><p>\(prose)</p><p>More</p>").decision
        #expect(body.kept == [1])
        #expect(body.copies == 0)
        let twice = try judged("<body><div><p>\(prose)</p></div><p>Print</p><div><p>\(prose)</p></div>").decision
        #expect(twice.kept == [0])
        #expect(twice.copies == 1)
        let dump = TextSegmenter.segment(Array("Menu\n\n  \(prose)\n\nMore".utf8).span)
        let extractor = BodyExtractor(model: try ExtractionModel(model()))
        #expect(extractor.judge(dump, of: nil).decision.kept.map(dump.text(of:)) == [prose])
    }

    /// A page that goes on with other articles.
    private func endless(second: String, date: String = "May 5, 2026") -> String {
        let prose = (1...4).map {
            "<p>On day \($0) it rained on us, and on the town, and it rained on the sea, and on you."
        }.joined()
        let other = (5...8).map {
            "<p>On day \($0) the sun shone on us, and on the town, and it shone on the sea, and on you."
        }.joined()
        return
            "<title>Rain in the north</title><body><div><h1 class=head>Rain in the north</h1><p>May 4, 2026</p>\(prose)</div>"
            + "<div><h1 class=head>\(second)</h1><p>\(date)</p>\(other)</div>"
    }

    @Test func theNextArticleOfAnEndlessPageIsCutOff() throws {
        let page = try judged(endless(second: "Sun in the south"))
        #expect(page.decision.kept == [2, 3, 4, 5])
        #expect(page.decision.nextArticle == 6)
        #expect(Reasons.words(8, page, isKept: false).hasPrefix("the page's next article"))
        let glued = "<span>Bo Dahl</span><span>May 5, 2026</span>"
        #expect(try judged(endless(second: "Sun in the south", date: glued)).decision.nextArticle == 6)
        let undated = try judged(endless(second: "Sun in the south", date: "Read on"))
        #expect(undated.decision.nextArticle == nil, "a sub-heading has no date")
        let same = try judged(endless(second: "Rain in the north"))
        #expect(same.decision.nextArticle == nil, "the title again is no other article")
    }

    @Test(
        "the next article begins with a heading of the title's class or with another h1, in an element beside the first's",
        arguments: [
            // Container and heading have a class of the first's, and a label stands before; the date is no other language's.
            ("<div class='story next'><p>Next</p><h2 class=head>Sun in the south</h2>", "2026년 5월 4일", true),
            ("<div class='story next'><h2>Sun in the south</h2>", "2026년 5월 4일", false),
            ("<div class=more><h1>Sun in the south</h1><p>By Bo Dahl</p>", "May 4, 2026", true),
            ("<div class=more><h1>Sun in the south</h1>", "May 4, 2026", false),
            ("<div class='story next'><h2 class=head>Sun in the south</h2>", "Rain", false),
        ])
    func nextArticleBeside(next: String, date: String, isCut: Bool) throws {
        func prose(_ days: ClosedRange<Int>) -> String {
            days.map { "<p>On day \($0) it rained on us, and on the town, and it rained on the sea, and on you." }
                .joined()
        }
        func page(_ first: String) throws -> JudgedPage {
            try judged(
                "<title>Rain in the north</title><body><main><div class=story><h1 class=head>Rain in the north</h1>"
                    + "<p>\(date)</p>\(first)</div>\(next)\(prose(5...8))</div></main>")
        }
        #expect(try page(prose(1...4)).decision.nextArticle == (isCut ? 6 : nil))
        // Builders of pages put the title in a component of its own.
        let apart = "</div><div class=story>\(prose(1...4))"
        #expect(try page(apart).decision.nextArticle == nil)
    }

    @Test("a page of little else than one text keeps what falls a little short of the threshold")
    func mostOfThePage() throws {
        let document = Document.parse(
            "<body><p>The ferry is back on the river and many people came to see it.</p><p>Home</p>")
        let extractor = BodyExtractor(model: try ExtractionModel(model()))
        func kept(_ p: [Float]) -> [Int] {
            extractor.judge(Segmenter.segment(document), of: document, probabilities: p).decision.kept
        }
        #expect(kept([0.4, 0.1]) == [0])
        #expect(kept([0.3, 0.1]) == [])
        #expect(kept([0.1, 0.4]) == [])
        #expect(kept([0.2, 0.6]) == [1])
    }

    @Test(
        "an HTML page on which nothing reaches the threshold has a doubtful body of its likeliest blocks; a dump has none"
    )
    func doubtful() throws {
        let line =
            "The ferry is back on the river and many people came to see it on the first day of its new life, as they did long ago."
        let lines = (1...4).map { "\(line) \($0)." } + ["Home"]
        let document = Document.parse("<body>" + lines.map { "<p>\($0)</p>" }.joined())
        let extractor = BodyExtractor(model: try ExtractionModel(model()))
        func decision(_ p: [Float]) -> Decision {
            extractor.judge(Segmenter.segment(document), of: document, probabilities: p).decision
        }
        let doubtful = decision([0.2, 0.13, 0.11, 0.01, 0.3])
        #expect(doubtful.kept == [0, 4])
        #expect(doubtful.isDoubtful)
        let pictured = Document.parse(
            "<body><figure><figcaption>Home again.</figcaption></figure><p>\(line) \(line)</p>")
        let captioned = extractor.judge(Segmenter.segment(pictured), of: pictured, probabilities: [0.6, 0.2]).decision
        #expect(captioned.kept == [1], "a caption is not what the text is measured by")
        #expect(decision([0.09, 0.09, 0.09, 0, 0]).kept == [], "nothing is likely enough")
        #expect(decision([0.01, 0, 0, 0, 0.3]).kept == [], "too little text")
        #expect(!decision([0.5, 0.4, 0.4, 0, 0]).isDoubtful)
        let dump = TextSegmenter.segment(Array(lines.joined(separator: "\n\n").utf8).span)
        #expect(extractor.judge(dump, of: nil, probabilities: [0.2, 0.13, 0.11, 0.01, 0.3]).decision.kept == [])
    }

    @Test("a doubtful body is refused by the page's words as if there were none")
    func doubtfulWords() throws {
        let line =
            "The page that you asked for is not here any more, and we do not know where it has gone to since then."
        let document = Document.parse("<body><h1>404</h1><p>\(line)</p><p>\(line) Home.</p>")
        let extractor = BodyExtractor(model: try ExtractionModel(model()))
        let judged = extractor.judge(Segmenter.segment(document), of: document, probabilities: [0, 0.2, 0.2])
        #expect(judged.decision.isDoubtful)
        #expect(OtherPage.rejection(withoutBody: judged, titles: ["404 Not found"])?.reason == .errorPage)
        #expect(OtherPage.rejection(withoutBody: judged, titles: ["The ferry"]) == nil, "the gate is asked")
    }

    @Test func learntValuesOfClassTokensAreRead() throws {
        #expect(try ExtractionModel(model()).classes[ClassTable.hash(of: "story")].value == 1.5)
    }

    @Test func pagesWithoutAnArticleAreRefused() throws {
        let empty = OtherPage.rejection(withoutBody: try judged("<body></body>"), titles: [""])
        #expect(empty == Rejection(.empty, "the page holds no text"))
        let menu = String(repeating: "<p>Menu of the day</p>", count: 30)
        let document = Document.parse("<body>\(menu)")
        let page = Segmenter.segment(document)
        let judged = BodyExtractor(model: try ExtractionModel(model()))
            .judge(page, of: document, probabilities: Array(repeating: 0.05, count: page.blocks.count))
        #expect(OtherPage.rejection(withoutBody: judged, titles: [""])?.reason == .notArticle)
    }

    @Test func everyBlockHasItsReasonInWords() throws {
        let prose = "The harbour opened on Monday, the mayor said, and many people came to see the first ships sail in."
        let html = "<title>A harbour in the north</title><body><p>Menu</p><p>\(prose)</p><nav><a href=/>Home</a></nav>"
        let extractor = Extractor(bodyExtractor: BodyExtractor(model: try ExtractionModel(model())))
        let report = extractor.report(.html(Document.parse(html)), url: nil)
        #expect(report.blocks.map(\.isKept) == [false, true, false])
        #expect(report.blocks.map(\.element) == ["p", "p", "a"])
        #expect(report.blocks[1].words.hasPrefix("kept, p 88 %: running text"))
        #expect(report.blocks[2].words.hasPrefix("not in question"))
        #expect(report.article?.paragraphs == [prose])
        // The tree of each stage has one split; the middle of its leaves, -2 and 2, is 0.
        #expect(
            report.blocks[1].moves == [
                FeatureMove(stage: 2, feature: "p", value: report.blocks[1].first, change: 2),
                FeatureMove(stage: 1, feature: "isLong", value: 1, change: 2),
            ])
        #expect(report.blocks[0].moves.map(\.change) == [-2, -2])
        #expect(report.blocks[2].moves.isEmpty)
    }

    @Test func theGateRefusesWhatItsTreesTakeForNoArticle() throws {
        let extractor = Extractor(bodyExtractor: BodyExtractor(model: try ExtractionModel(model())))
        let prose = (1...4).map { "<p>On day \($0) it rained on us, and on the town, and it rained on the sea." }
            .joined()
        let article = try extractor.extract(.html(Document.parse("<body>\(prose)")), url: nil)
        #expect(!article.paragraphs.isEmpty)
        let refused = BodyExtractor(model: try ExtractionModel(model(gate: "urlDepth")))
        #expect(throws: Extractor.Failure.self) {
            try Extractor(bodyExtractor: refused).extract(.html(Document.parse("<body>\(prose)")), url: nil)
        }
    }

    @Test func theGateKnowsWhatThePagesWordsAreWorth() throws {
        let prose = (1...4).map { "<p>On day \($0) it rained on us, and on the town, and it rained on the sea." }
            .joined()
        let extractor = Extractor(bodyExtractor: BodyExtractor(model: try ExtractionModel(model())))
        let features = extractor.pageFeatures(
            Document.parse("<body>\(prose)"), url: "https://example.org/unknown", probabilities: nil)
        let known = try #require(features)
        #expect(known[PageFeature.wordsOther.rawValue] == 1.5)
        #expect(known[PageFeature.wordsArticle.rawValue] == 0)
        #expect(known[PageFeature.wordsBalance.rawValue] == 1.5 / Float(6).squareRoot())
        #expect(known[PageFeature.classesOther.rawValue] == 0)
        #expect(known[PageFeature.statementsOther.rawValue] == 0, "a word of the URL is not the bare word")
    }

    @Test func wrongFilesAreNamed() {
        #expect(throws: ModelError.notAModel(version: nil)) { try ExtractionModel([]) }
        #expect(throws: ModelError.notAModel(version: 9)) { try ExtractionModel(model(version: 9)) }
        #expect(throws: ModelError.damaged) { try ExtractionModel(model(damage: true)) }
        #expect(throws: ModelError.unknownFeature("moonPhase")) { try ExtractionModel(model(input: "moonPhase")) }
        #expect(throws: ModelError.badTree(part: "html")) { try ExtractionModel(model(right: 0)) }
        #expect(throws: ModelError.badTree(part: "html")) { try ExtractionModel(model(right: 3)) }
    }

    @Test func aModelKnowsTheSitesItLearntOf() throws {
        let model = try ExtractionModel(model())
        #expect(["example.org", "example.com", "example.net"].allSatisfy(model.hasLearnt(of:)))
        #expect(!["example.edu", "", "www.example.org"].contains(where: model.hasLearnt(of:)))
    }

    @Test func theEmbeddedModelIsSound() throws {
        _ = try ExtractionModel.embedded()
    }
}
