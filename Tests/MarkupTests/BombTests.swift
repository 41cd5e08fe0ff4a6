import Testing

@testable import Markup

/// A unit of markup over and over, and the bounds it meets.
struct Bomb: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let page: String
    var flags: LimitFlags = []

    init(_ unit: String, _ count: Int, _ flags: LimitFlags = [], behind start: String = "") {
        testDescription = "\(start.prefix(40)) \(count) x \(unit.prefix(40))"
        page = start + String(repeating: unit, count: count)
        self.flags = flags
    }

    static let all = [
        Bomb("<div>", 100_000, .depth), Bomb("<span>", 100_000, .depth), Bomb("<b>", 100_000, [.depth]),
        Bomb("<table><tr><td>", 50_000, [.depth, .activeFormatting]), Bomb("<svg>", 100_000, .depth),
        Bomb("<template>", 100_000, [.depth, .activeFormatting]), Bomb("<table>", 100_000),
        Bomb("<!--", 200_000), Bomb("<!-- --!", 100_000), Bomb("<", 1_000_000), Bomb("</", 500_000),
        Bomb("&", 1_000_000), Bomb("&notinva", 100_000), Bomb("&#", 300_000),
        Bomb("<![CDATA[", 100_000, behind: "<svg>"),
        Bomb("</span", 100_000, .depth, behind: String(repeating: "<span>", count: 600)),
        Bomb("</x>", 100_000, [.depth, .steps], behind: String(repeating: "<span>", count: 600)),
        Bomb("<a><b><i><div>", 20_000, .depth), Bomb("<a><div></a>", 20_000, .depth),
        Bomb("<b><i><u><s><p></b>", 20_000),
        Bomb(
            "<p>", 20_000, .activeFormatting, behind: (0..<300).map { "<font size=\($0)>" }.joined() + "<p>"),
    ]
}

@Suite("Pages made to be slow or large")
struct BombTests {
    /// Pages made to be slow or large; each ends with a tree, within its steps.
    @Test("a bomb costs no more than its bound", arguments: Bomb.all)
    func bombs(_ bomb: Bomb) {
        let page = [UInt8](bomb.page.utf8)
        let document = Document.parse(page)
        #expect(document.steps <= ParseLimits().steps(bytes: page.count) + 200_000)
        #expect(document.limitsReached == bomb.flags)
        // A template holds its contents in a fragment of its own.
        #expect(deepestLevel(of: document) <= 2 * 512 + 2)
        #expect(document.nodeCount <= 2_000_001)
    }

    @Test(
        "a million of what stands for nothing is read without a step of the stack each",
        arguments: ["</>", "<![CDATA[]]>"])
    func nothing(piece: String) throws {
        let page = "<p>before<svg><title>" + String(repeating: piece, count: 1_000_000) + "</title></svg>after"
        let document = Document.parse(page)
        let body = try #require(document.body)
        #expect(document.text(of: body).map { $0 } == Array("beforeafter".utf8))
    }

    @Test("a million attributes on a tag")
    func millionAttributes() throws {
        let page = "<p" + (0..<1_000_000).map { " a\($0)=1" }.joined() + ">x"
        let document = Document.parse(page)
        #expect(document.limitsReached == [.attributes, .names])
        #expect(document.steps < 1_100_000)
        let paragraph = try #require(document.body.flatMap { document.firstChild($0) })
        #expect(document.attributes(paragraph).count == 256)
        #expect(document.bytesUsed < 2 * page.utf8.count)
    }

    @Test("twenty megabytes of brackets are one text")
    func brackets() throws {
        let document = Document.parse([UInt8](repeating: UInt8(ascii: "<"), count: 20_000_000))
        let body = try #require(document.body)
        #expect(document.firstChild(body).map { document.slice(of: $0).count } == 20_000_000)
        #expect(document.steps < 100)
    }

    @Test("tags with the same attributes in another order are compared within the steps")
    func attributeOrders() {
        let names = (0..<200).map { "a\($0)" }
        let tags = [names, names.reversed()].map { "<b " + $0.joined(separator: " ") + ">" }
        let document = Document.parse(String(repeating: tags.joined(), count: 500))
        #expect(document.limitsReached.contains(.steps) || document.steps < 64 * 1_000_000)
    }

    @Test("names alike at both ends are told apart without a search through all")
    func namesAlike() {
        let page = (0..<4000).map { "<x-aaaaaaaa-\(10_000 + $0)-aaaaaaaaaa>" }.joined()
        let document = Document.parse(page)
        let names = Set(document.descendants(of: document.root).map { document.name($0) })
        #expect(names.count == 4000 + 3)
    }
}
