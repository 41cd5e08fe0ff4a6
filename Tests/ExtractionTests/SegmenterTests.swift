import Markup
import Testing

@testable import Extraction

/// How pages are cut into blocks.
@Suite struct SegmenterTests {
    private func texts(_ html: String) -> [String] {
        let page = Segmenter.segment(Document.parse(html))
        return page.blocks.indices.map { page.text(of: $0) }
    }

    @Test func blockElementsAndBreaksEndBlocks() {
        let html = "<body><h1>Harbour opens</h1><p>One <b>bold</b> line<br>and another</p>loose<div>inner</div>tail"
        #expect(texts(html) == ["Harbour opens", "One bold line", "and another", "loose", "inner", "tail"])
    }

    @Test("a link that is never closed links nothing of the paragraphs behind it")
    func unclosedLink() {
        let line = "The ferry crosses the river again, and on the first morning the queue reached the market square."
        func links(_ html: String) -> [Int32] { Segmenter.segment(Document.parse(html)).blocks.map(\.linkBytes) }
        let open = "<p>Read <a href=/more>more. \(line)</p>"
        let behind = "<p>\(line)</p>"
        #expect(links("<body>\(open)\(behind)\(behind)").allSatisfy { $0 == 0 })
        #expect(links("<body><div>\(open)\n\(behind)\n\(behind)\n</div>").allSatisfy { $0 == 0 }, "white space between")
        // One paragraph behind it is too little to tell, and what its author linked stays a link.
        #expect(links("<body>\(open)\(behind)").allSatisfy { $0 > 0 })
        #expect(links("<body><a href=/1>\(behind)\(behind)\(behind)</a>").allSatisfy { $0 > 0 })
        let closed = "<p><a href=/1><div>\(line)</div></a></p>"
        #expect(links("<body>\(closed)\(closed)\(closed)").allSatisfy { $0 > 0 })
    }

    @Test("a page with more blocks than the limit ends with its first ones", arguments: [1, 7, 299])
    func blockLimit(blocks: Int) {
        let paragraphs = (0..<300).map { "<p>Line number \($0)</p>" }.joined()
        let whole = Segmenter.segment(Document.parse("<body><main>\(paragraphs)</main>"))
        let cut = Segmenter.segment(
            Document.parse("<body><main>\(paragraphs)</main>"), limits: BlockLimits(blocks: blocks))
        #expect(cut.isCut && !whole.isCut)
        #expect(cut.blocks == Array(whole.blocks.prefix(blocks)))
        #expect(cut.elements.allSatisfy { Int($0.end) > 0 && Int($0.end) <= cut.elements.count })
    }

    @Test("a page with more text than the limit ends there, in the middle of a block", arguments: [10, 100, 4_001])
    func textLimit(bytes: Int) {
        let html = (0..<300).map { "<p>Zeile Nummer \($0) – über" }.joined()
        let whole = Segmenter.segment(Document.parse(html))
        let cut = Segmenter.segment(Document.parse(html), limits: BlockLimits(textBytes: bytes))
        #expect(cut.isCut && cut.buffer.count <= bytes + 1 && cut.buffer.count > bytes - 8)
        #expect(whole.buffer.starts(with: cut.buffer.dropLast()))
        #expect(String(validating: cut.buffer, as: UTF8.self) != nil)
        let text = Array((0..<300).map { "Zeile Nummer \($0) – über\n" }.joined().utf8)
        let dump = TextSegmenter.segment(text.span, limits: BlockLimits(textBytes: bytes))
        #expect(dump.isCut && dump.buffer == cut.buffer)
        #expect(!Segmenter.segment(Document.parse(html), limits: BlockLimits(textBytes: 100_000)).isCut)
    }

    @Test("one text of more lines than the limit of blocks ends with its first ones")
    func preformattedLimit() {
        let html = "<pre>" + String(repeating: "a\n", count: 1_000)
        let page = Segmenter.segment(Document.parse(html), limits: BlockLimits(blocks: 50))
        #expect(page.isCut && page.lines(of: 0).count == 51)
    }

    @Test("elements without text are bounded too, and a page within its limits is whole")
    func elementLimit() {
        let empty = "<body>" + String(repeating: "<i><b><img></b></i>", count: 500) + "<p>text"
        let cut = Segmenter.segment(Document.parse(empty), limits: BlockLimits(blocks: 10))
        #expect(cut.isCut && cut.elements.count <= 80 && cut.blocks.isEmpty)
        let whole = Segmenter.segment(Document.parse(empty), limits: BlockLimits(blocks: 1000))
        #expect(!whole.isCut && whole.blocks.count == 1)
    }

    @Test("a text dump with more lines than the limit ends with its first ones", arguments: [1, 7, 299])
    func lineLimit(blocks: Int) {
        let text = Array((0..<300).map { "Line number \($0)\n\n" }.joined().utf8)
        let whole = TextSegmenter.segment(text.span)
        let cut = TextSegmenter.segment(text.span, limits: BlockLimits(blocks: blocks))
        #expect(cut.isCut && !whole.isCut && whole.blocks.count == 300)
        #expect(cut.blocks == Array(whole.blocks.prefix(blocks)))
    }

    @Test("the place of a report that a style sheet sets apart is a word of its own")
    func places() {
        #expect(texts("<p><span class=location-stamp>HANOI</span>The bridge</p>") == ["HANOI The bridge"])
        #expect(texts("<p><span class=dateline>PARIS</span>, 4 May</p>") == ["PARIS, 4 May"])
        #expect(texts("<p><span class=first>T</span>he bridge</p>") == ["The bridge"])
        #expect(texts("<p><span class=location-stamp>NGHỆ AN</span>Đò ngang</p>") == ["NGHỆ AN Đò ngang"])
    }

    @Test func whiteSpaceIsCollapsedAndEdgesAreTrimmed() {
        #expect(texts("<p>\u{3000}\u{3000}a\u{A0} \n b\u{200B}\u{FEFF} </p><p> \n&nbsp;</p>") == ["a b"])
    }

    @Test(arguments: [
        "script", "style", "noscript", "template", "svg", "iframe", "select", "textarea", "object", "canvas", "math",
        "audio", "video",
    ])
    func contentThatIsNoTextIsLeftOut(name: String) {
        #expect(texts("<body><p>before</p><\(name)>hidden words</\(name)><p>after</p>") == ["before", "after"])
    }

    @Test func customElementsAndTableCellsAreBlocks() {
        #expect(
            texts("<body>a<my-card>b</my-card><table><tr><td>c</td><td>d</td></tr></table>") == ["a", "b", "c", "d"])
    }

    @Test func hiddenElementsAreWalked() {
        #expect(texts("<body><div hidden>a</div><div style='visibility:hidden'>b</div>") == ["a", "b"])
    }

    @Test(arguments: ["review-count", "comment-num", "j_comments"])
    func howManyCommentsAParagraphHasIsNoPartOfIt(name: String) {
        let line = "The door of the harbour office stood open all night."
        #expect(texts("<p><span>\(line)</span><span class=\(name)>37</span></p>") == [line, "37"])
        #expect(texts("<p>\(line)<i class=x><span class=\(name)> 99+ </span></i></p>") == [line, "99+"])
    }

    @Test(arguments: [
        "<p>Comments <span class=comment-count>37</span></p>",
        "<p>The door of the harbour office stood open<sup>37</sup> all night.</p>",
        "<p>The door of the harbour office stood open <span class=year>1937</span></p>",
        "<p>The door of the harbour office stood open <span class=comment>all night</span></p>",
        "<p>The door of the harbour office stood open <span class=comment></span></p>",
    ])
    func otherNumbersStayInTheirLine(html: String) { #expect(texts(html).count == 1) }

    @Test func aCaptionInsideTheTextIsABlock() {
        let caption = "The ferry at its landing"
        #expect(
            texts("<div><span><b>Photo</b><em class=img_desc>\(caption)</em></span>The council voted.<br>So.</div>")
                == ["Photo", caption, "The council voted.", "So."])
        #expect(
            texts("<p><span class=caption>\(caption)</span> The council voted.</p>") == [caption, "The council voted."])
        for whole in [
            "<p><b>Photo:</b> <span class=caption>\(caption)</span></p><p>", "<p>So <em>\(caption)</em> it is.</p>",
            "<p><b>Photo:</b> <span class=caption>\(caption)</span><br></p>",
        ] {
            #expect(texts(whole).count == 1)
        }
    }

    @Test func anObjectForAScriptIsNoText() {
        let object =
            #"{"smallUrl":"https://a.example/b.jpg","bigUrl":"https://a.example/c.jpg","width":460,"height":345,"licence":"none"}"#
        #expect(texts("<p>before</p><div hidden>\(object)</div><p>after</p>") == ["before", "after"])
        #expect(texts("<p>before</p><div hidden>[\(object)]</div><p>after</p>") == ["before", "after"])
        for kept in [
            "<pre>\(object)</pre>", "<p><code>\(object)</code></p>", "<p>{\"a\":1}</p>", "<p>So: \(object)</p>",
        ] {
            #expect(texts(kept).count == 1)
        }
    }

    @Test func inlineMarkupIsCounted() {
        let page = Segmenter.segment(
            Document.parse("<body><p>abc <a href=x>de</a> <b>fgh</b><em>i</em><img src=y></p><p><br>x"))
        #expect(page.blocks[0].linkBytes == 3)
        #expect(page.blocks[0].links == 1)
        #expect(page.blocks[0].boldBytes == 4)
        #expect(page.blocks[0].emphasisBytes == 1)
        #expect(page.blocks[1].startedByBreak)
        #expect(page.blocks.map(\.imagesBefore) == [1, 0])
    }

    @Test func aPlaceThatLinksLeadToIsNoLink() {
        let page = Segmenter.segment(Document.parse("<body><a name=top><p>abc</p></a><a name=b href=x>de</a>"))
        #expect(page.blocks.map(\.linkBytes) == [0, 2])
        #expect(page.blocks.map(\.links) == [0, 1])
    }

    @Test func theLeafIsTheLowestElementThatHoldsAllOfTheText() {
        let page = Segmenter.segment(
            Document.parse("<body><p><span><i>a</i> <u>b</u></span></p><p><span>c</span> d</p>"))
        let kinds = page.blocks.map { page.elements[Int($0.leaf)].kind }
        #expect(kinds == [.span, .p])
        #expect(page.blocks.map { page.elements[Int($0.element)].kind } == [.p, .p])
    }

    @Test func elementsKnowTheirSubtrees() {
        let page = Segmenter.segment(Document.parse("<body><div><p>a</p><p>b</p></div><div>c</div>"))
        let names = page.elements.map(\.kind)
        #expect(names == [.body, .div, .p, .p, .div])
        #expect(page.elements.map(\.end) == [5, 4, 3, 4, 5])
        #expect(page.elements.map(\.parent) == [-1, 0, 1, 1, 0])
    }

    @Test(arguments: ["", "<body>", "<frameset><frame></frameset>", "<p>", "\u{0}<"])
    func emptyPagesGiveFewBlocks(html: String) {
        #expect(texts(html).count <= 1)
    }

    @Test func deepAndWidePagesAreCutInOneWalk() {
        let deep = String(repeating: "<div><i>", count: 3000) + "deep" + String(repeating: "<p>x", count: 100_000)
        #expect(texts(deep).count == 100_001)
    }
}

/// How text dumps are cut into lines.
@Suite struct TextSegmenterTests {
    private func segment(_ text: String) -> PageBlocks {
        let bytes = Array(text.utf8)
        return TextSegmenter.segment(bytes.span)
    }

    @Test func everyLineThatIsNotBlankIsABlock() {
        let page = segment("a\r\n\r\n  b  c\r d\n\n\ne")
        #expect(page.blocks.indices.map { page.text(of: $0) } == ["a", "b c", "d", "e"])
        #expect(page.blocks.map(\.line) == [0, 2, 3, 6])
        #expect(page.blocks.map(\.blankLinesBefore) == [0, 1, 0, 2])
        #expect(page.blocks.map(\.indentation) == [0, 2, 1, 0])
    }

    @Test func bulletsAreIndentation() {
        let page = segment("  * one\n    + two\n- three\n-4\n*\n• five")
        #expect(page.blocks.indices.map { page.text(of: $0) } == ["one", "two", "three", "-4", "*", "five"])
        #expect(page.blocks.map(\.bullet) == [true, true, true, false, false, true])
    }

    @Test func fullWidthSpacesIndentByTwo() {
        #expect(segment("\u{3000}\u{3000}港口").blocks[0].indentation == 4)
    }

    @Test(
        "preformatted text has its lines, whatever elements they begin or end in",
        arguments: [
            ("<pre>\none\n  two \n\nthree\n</pre>", ["one", "two", "three"]),
            ("<pre>one\n<b>two</b>\n<i>\nthree</i></pre>", ["one", "two", "three"]),
            ("<pre>one<b> two\n</b> three</pre><p>four\nfive</p>", ["one two", "three", "four five"]),
            (
                "<div>one\ntwo<pre>three\n<span>four</span></pre>five\nsix</div>",
                ["one two", "three", "four", "five six"]
            ),
            ("<pre>\n \n</pre>", []),
        ] as [(String, [String])])
    func preformatted(_ html: String, _ lines: [String]) {
        let page = Segmenter.segment(Document.parse("<body>" + html))
        #expect(page.blocks.indices.flatMap { page.lines(of: $0) } == lines)
    }
}

/// Paragraphs that no element parts.
@Suite("Paragraphs inside one run of text")
struct RunParagraphTests {
    private static let one =
        "The harbour opened on Monday, the mayor said, and many people came to see the first ships."
    private static let two =
        "Bicycles travel free, and dogs do so too, as the council decided in a short meeting in May."

    private func lines(_ html: String) -> [String] {
        let page = Segmenter.segment(Document.parse("<body>" + html))
        return page.blocks.indices.flatMap { page.lines(of: $0) }
    }

    @Test(
        "a blank line behind a sentence parts paragraphs",
        arguments: ["\n\n", "\n \n\t", "  \n\r\n\n", "\n\u{3000}", " \n\u{3000}\u{3000}"])
    func blankLines(_ gap: String) { #expect(lines("<p>\(Self.one)\(gap)\(Self.two)</p>") == [Self.one, Self.two]) }

    @Test(
        "line feeds of the source and blank lines within a sentence do not",
        arguments: [
            (one + "\n" + two, one + " " + two), ("\n\n" + one + "\n\n", one),
            (one.dropLast() + "\n\n" + two, one.dropLast() + " " + two),
        ])
    func others(_ html: String, _ line: String) { #expect(lines("<p>\(html)</p>") == [line]) }

    @Test(
        "a span that is shown as a block and holds a line or more is one, a label is not",
        arguments: ["display:block", "color: red; display: block"])
    func spans(style: String) {
        let spans = [Self.one, Self.two].map { "<span style='\(style)'>\($0)</span>" }.joined()
        #expect(lines("<p>\(spans)</p>") == [Self.one, Self.two])
        #expect(lines("<p><span style='\(style)'>One</span><span>two</span></p>") == ["Onetwo"])
        #expect(lines("<p>\(spans.replacing("block", with: "inline-block"))</p>") == [Self.one + Self.two])
    }
}
