import Markup
import Testing

@testable import Extraction

@Suite("Tokens that tell a page's kind")
struct PageTokenTests {
    private func tokens(_ html: String, url: String? = nil) -> [PageTokens.Place: Set<UInt32>] {
        let document = Document.parse(html)
        let page = Segmenter.segment(document)
        let facts = FactCollector.collect(document, elements: page.elements)
        let tokens = PageTokens(page, of: document, facts, url: url)
        return Dictionary(uniqueKeysWithValues: PageTokens.Place.allCases.map { ($0, Set(tokens.distinct(of: $0))) })
    }

    @Test(
        "words are runs of letters, in lower case, of two to 24 bytes",
        arguments: [
            ("Add to cart", ["add", "to", "cart"]), ("v2: a B-side", ["side"]), ("Größe wählen", ["größe", "wählen"]),
            (String(repeating: "x", count: 25), []), ("", []),
        ])
    func words(text: String, expected: [String]) {
        #expect(PageWords.hashes(of: text) == expected.flatMap { PageWords.hashes(of: $0) })
        #expect(PageWords.hashes(of: text).count == expected.count)
    }

    @Test func eachPlaceHasItsTokens() {
        let found = tokens("<body class='single-product'><main id=shopCart><p>Trail kettle</p></main>")
        let classes = ["single", "product", "shop", "cart"].map(ClassTable.hash(of:))
        #expect(found[.classes] == Set(classes))
        #expect(found[.words] == Set(PageWords.hashes(of: "trail kettle")))
    }

    @Test func whatAPageStatesIsTold() {
        let bare = tokens("<p>Kettle</p>")[.statements] ?? []
        #expect(bare.isEmpty)
        let heads = [
            "<title>Kettle</title>", "<meta property=og:type content=product>",
            "<meta name=generator content='Shop 4'>",
            "<script type=application/ld+json>{\"@type\": \"Product\", \"name\": \"Kettle\"}</script>",
        ]
        var seen: Set<UInt32> = []
        for head in heads {
            let stated = tokens("<head>\(head)</head><p>Kettle</p>")[.statements] ?? []
            #expect(!stated.isEmpty && stated.isDisjoint(with: seen))
            seen.formUnion(stated)
        }
        let path = tokens("<p>Kettle</p>", url: "https://shop.example/kettle?query=title")[.statements] ?? []
        #expect(path.count == 1)
        #expect(path.isDisjoint(with: seen), "a word of the URL is another token than one of the title")
    }

    @Test func theGreatestValuesOfBothKindsCount() {
        let sums = TokenSums([2, -1, 0.5])
        #expect(sums.other == 2.5)
        #expect(sums.article == -1)
        #expect(sums.balance == 1.5 / Float(8).squareRoot())
        let many = TokenSums(Array(repeating: 1, count: 30) + Array(repeating: -2, count: 25))
        #expect(many.other == Float(TokenSums.most))
        #expect(many.article == -2 * Float(TokenSums.most))
        #expect(TokenSums([]).balance == 0)
    }

    @Test func aTokenThatStandsTwiceCountsOnce() {
        let document = Document.parse("<p>cart</p><p>Cart</p>")
        let page = Segmenter.segment(document)
        let words = ValueTable([(hash: PageWords.hashes(of: "cart")[0], value: 1.25)])
        let tables = PageTables([ValueTable(), words, ValueTable()])
        let tokens = PageTokens(page, of: document, PageFacts(), url: nil)
        #expect(tables.sums(tokens, of: .words).other == 1.25)
        #expect(tables.sums(tokens, of: .classes) == TokenSums([]))
    }
}
