import Markup
import Testing

@Suite("Bounds of a parse")
struct LimitTests {
    private static func bytes(_ text: String) -> [UInt8] { [UInt8](text.utf8) }

    @Test("past the depth elements become siblings, and all text stays")
    func depth() {
        let page = String(repeating: "<div>x", count: 5000)
        let document = Document.parse(page, limits: ParseLimits(maxDepth: 64))
        #expect(document.limitsReached == .depth)
        #expect(deepestLevel(of: document) <= 66)
        #expect(document.text(of: document.root).count == 5000)
    }

    @Test("past the nodes the parse ends with what it has")
    func nodes() {
        let document = Document.parse(String(repeating: "<p>x", count: 5000), limits: ParseLimits(nodes: 100))
        #expect(document.limitsReached == .nodes)
        #expect(document.nodeCount < 110)
        #expect(document.body != nil)
    }

    @Test("past the attributes of a tag more are dropped")
    func attributes() throws {
        let names = (0..<1000).map { "a\($0)=v" }.joined(separator: " ")
        let document = Document.parse("<body><p \(names)>x", limits: ParseLimits(attributesPerTag: 10))
        #expect(document.limitsReached == .attributes)
        let paragraph = try #require(document.body.flatMap { document.firstChild($0) })
        #expect(document.attributes(paragraph).count == 10)
    }

    @Test("past the attributes of a page more are dropped")
    func attributesOfPage() {
        let page = (0..<100).map { "<p a=\($0) b=\($0)>x" }.joined()
        let document = Document.parse(page, limits: ParseLimits(attributes: 50))
        #expect(document.limitsReached == .attributes)
        let counts = document.descendants(of: document.root).map { document.attributes($0).count }
        #expect(counts.reduce(0, +) == 50)
        #expect(document.text(of: document.root).count == 100)
    }

    @Test("past the length of a value the rest is dropped")
    func attributeLength() throws {
        let document = Document.parse("<body id=123456789>", limits: ParseLimits(attributeLength: 4))
        #expect(document.limitsReached == .attributeLength)
        let body = try #require(document.body)
        let value = try #require(document.attribute(body, .id))
        #expect(document.string(value) == "1234")
    }

    @Test("past the distinct names attributes are dropped and elements have none of their own")
    func names() {
        let page = (0..<100).map { "<x-\($0) y-\($0)=1>" }.joined()
        let document = Document.parse(page, limits: ParseLimits(names: 10))
        #expect(document.limitsReached == .names)
        #expect(document.nodeCount >= 104)
    }

    @Test("past the active formatting elements the oldest are forgotten")
    func activeFormatting() {
        let open = (0..<100).map { "<font size=\($0)>" }.joined()
        let page = open + String(repeating: "<p>x", count: 100)
        let document = Document.parse(page, limits: ParseLimits(activeFormatting: 8))
        #expect(document.limitsReached.contains(.activeFormatting))
        #expect(document.nodeCount < 2500)
    }

    @Test("the parse ends when it is told to stop")
    func stopping() {
        let page = Self.bytes(String(repeating: "<p>x</p>", count: 100_000))
        let document = Document.parse(page, limits: ParseLimits(shouldStop: { true }))
        #expect(document.limitsReached == .stopped)
        #expect(document.nodeCount < 10_000)
        #expect(document.body != nil)
    }

    @Test(
        "twice the page is at most about twice the work",
        arguments: [
            "<div>", "<p>", "<a>", "<b>", "<b><p>", "<a><div>", "<font size=1>", "<table>", "<table><td>",
            "<table>x<tr>",
            "<table>a&amp;<td>b", "</p>", "</b>", "</div>", "<li>", "<dd>", "<select><option>", "<button>", "<form>",
            "<svg>",
            "<svg><desc>", "<math><mi>", "<template>", "<template><tr>", "<html a=1>", "<body b=2>", "<!--", "<!-->",
            "<![CDATA[",
            "<svg><![CDATA[x", "<script>", "<script><!--<script>", "<title>", "<textarea></", "&", "&amp", "&#", "&#x9",
            "&notit;", "<",
            "</", "<a b", "<a b='", "<a b=&", "<i>x<b>y</i>z</b>", "<table><b><tr>x", "<nobr>", "<h1>", "<ruby><rt>",
            "<frameset>",
            "<a><p></a>", "<b><i><u><p></b>", "<b></p><hr>", "<font><p><hr>", "\0", "<table>\0x", "a\0", "\r",
            "<p \0=1>", "<!doctype>",
            "<div></p>", "<span><hr>", "<object>", "<marquee><b>", "<caption>", "<col>", "<colgroup>x", "<noscript>",
            "<xmp>",
            "<body><table><b>x<i>y</b>", "<svg></p>", "<math><annotation-xml encoding=text/html><p>",
            "<dialog><summary>", "<image>",
        ])
    func linearWork(_ unit: String) {
        let once = Self.steps(String(repeating: unit, count: 4000))
        let twice = Self.steps(String(repeating: unit, count: 8000))
        #expect(twice <= once * 5 / 2 + 10_000)
        #expect(twice <= 600 * 8000)
    }

    private static func steps(_ page: String) -> Int { Document.parse(page).steps }
}
