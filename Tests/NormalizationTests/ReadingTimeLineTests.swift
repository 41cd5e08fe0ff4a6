import Foundation
import Testing

@testable import Normalization

@Suite("Lines about the time that reading takes")
struct ReadingTimeLineTests {
    private func isOne(_ line: String) -> Bool { ReadingTimeLine.isIn(line.utf8.span) }

    @Test("every phrase is known beside a number", arguments: ReadingTimeLine.phrases)
    func phrases(_ phrase: String) {
        #expect(isOne("5 \(phrase)"))
        #expect(isOne("\(phrase.capitalized): 5"))
        #expect(!isOne(phrase))
    }

    @Test(
        "sentences are none",
        arguments: [
            "The 5 minutes that a crossing takes are over soon.",
            "She said that the reading time of 12 hours a day had made her tired, and so had the noise of the boats.",
        ])
    func sentences(_ line: String) { #expect(!isOne(line)) }
}
