import Testing

@testable import Normalization

@Suite("Texts of consent dialogs")
struct ConsentLineTests {
    private func speaks(_ line: String) -> Bool { ConsentLine.speaks(line.utf8.span) }

    @Test("every word for personal data is known, beside one for consent", arguments: ConsentLine.dataWords)
    func data(word: String) {
        #expect(speaks("\(word.uppercased())x, consent"))
        #expect(!speaks("x \(word) x"))
    }

    @Test("every word for consent is known, beside one for personal data", arguments: ConsentLine.grantWords)
    func grants(word: String) {
        #expect(speaks("Your data: \(word)x"))
        #expect(!speaks("x \(word) x"))
    }
}
