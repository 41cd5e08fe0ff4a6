import Testing

@testable import Extraction
@testable import Markup

/// What class words say, remembered.
@Suite struct ClassWordsMemoTests {
    @Test func everyValueSaysWhatItSaysAlone() throws {
        let names = ["byline", "post-date", "author", "card", "c-tags", "kicker", "standfirst", "breadcrumbs"]
        let values = (0..<900).map { "\(names[$0 % names.count]) x\($0 / 3)" }
        let html = values.map { "<p class='\($0)'>a</p>" }.joined()
        let document = Document.parse("<body>\(html)\(html)")
        var memo = ClassWordsMemo()
        var asked = 0
        for node in document.descendants(of: document.root) where document.tag(node) == .p {
            let value = try #require(document.attribute(node, .class_))
            let alone = ClassWords(document.utf8(value))
            #expect(memo.words(of: value, in: document) == (alone.isEmpty ? nil : alone))
            asked += 1
        }
        #expect(asked == 2 * values.count)
    }
}
