import TestSupport
import Testing

@testable import Normalization

/// One pass finds what a look for the phrases of each kind finds.
@Suite struct CuesTests {
    private static let tables = Cues.Cue.allCases.map { ($0, WordSigns($0.phrases)) }

    private func expectSame(_ line: String) {
        let cues = Cues(line.utf8.span)
        for (cue, signs) in Self.tables {
            let isThere = signs.isIn(line.utf8.span)
            #expect(cues.holds(cue) == isThere, "\(cue) in \(line)")
        }
    }

    @Test(arguments: Cues.Cue.allCases)
    func `every phrase is found, within a sentence, in capitals and by itself`(_ cue: Cues.Cue) {
        for phrase in cue.phrases {
            for line in ["\(phrase) ", "Then: \(phrase), and more.", "(\(phrase.uppercased())) 12", "x\(phrase) y"] {
                expectSame(line)
            }
            let isFound = Cues("Then: \(phrase) and more.".utf8.span).holds(cue)
            #expect(isFound, "\(phrase)")
        }
    }

    @Test func `several kinds are found in one line, and lines made of pieces of phrases as by each kind alone`() {
        let cues = Cues("© 2026 The Quay. Sign up for our newsletter or call our tip line: subscribers only.".utf8.span)
        #expect(cues.holds(.legal) && cues.holds(.letters) && cues.holds(.invitation))
        var random = SeededGenerator(seed: 27)
        let phrases = Cues.Cue.allCases.flatMap(\.phrases)
        for _ in 0..<3000 {
            let pieces = (0..<4).map { _ in
                let phrase = phrases.randomElement(using: &random) ?? ""
                return phrase.prefix(Int.random(in: 0...phrase.count, using: &random))
            }
            expectSame(pieces.joined(separator: ["", " ", "·", "é"].randomElement(using: &random) ?? ""))
        }
    }

    @Test func `an empty line and one of a single letter hold nothing`() {
        #expect(Cues("".utf8.span) == Cues("a".utf8.span))
    }
}
