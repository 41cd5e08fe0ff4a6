import Testing

@testable import Normalization

@Suite("Lines about readers' comments")
struct CommentLineTests {
    @Test("every phrase of a rule is known, in capitals too", arguments: CommentLine.rules)
    func rules(phrase: String) {
        for line in ["Note: \(phrase) here", phrase.uppercased()] {
            let isRule = CommentLine.isRule(line.utf8.span)
            #expect(isRule, "\(line)")
        }
    }

    @Test("every word speaks of comments", arguments: CommentLine.words)
    func words(word: String) {
        let speaks = CommentLine.speaks("x \(word)x".utf8.span)
        #expect(speaks)
    }

    @Test(
        "other sentences are neither",
        arguments: [
            "Moderate exercise helps, doctors say.", "The harbour opened on Monday, the mayor said.", "港口于周一开放。",
            "Порт открылся в понедельник.",
        ])
    func others(line: String) {
        let isOne = CommentLine.isRule(line.utf8.span) || CommentLine.speaks(line.utf8.span)
        #expect(!isOne)
    }
}
