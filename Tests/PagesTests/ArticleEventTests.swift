import Pages
import Testing

@Suite("The article event's derived values")
struct ArticleEventTests {
    @Test("authors are those who wrote, in the page's order; editors and photographers are not")
    func authors() {
        var event = ArticleEvent()
        event.contributors = [
            Contributor(name: "Ed", role: .editor), Contributor(name: "Rae", role: .reporter),
            Contributor(name: "Cor", role: .correspondent), Contributor(name: "Pia", role: .photographer),
            Contributor(name: "Ann", role: .author),
        ]
        #expect(event.authors == ["Rae", "Cor", "Ann"])
    }

    @Test("the body's text is the paragraphs, a line each")
    func bodyText() {
        var event = ArticleEvent()
        #expect(event.bodyText.isEmpty)
        event.paragraphs = ["One.", "Two."]
        #expect(event.bodyText == "One.\nTwo.")
    }

    @Test("reasons are lower-case words joined by underscores: they are a published vocabulary")
    func vocabulary() {
        let words = RejectionReason.allCases.map(\.rawValue) + FaultReason.allCases.map(\.rawValue)
        #expect(Set(words).count == words.count)
        for word in words {
            #expect(
                word.utf8.allSatisfy { $0 == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
            )
        }
    }
}
