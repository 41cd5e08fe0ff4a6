import Testing

@testable import Extraction

/// Which blocks of a body are copies of others.
@Suite struct CopyRunTests {
    /// Blocks written as letters: the same letter is the same text, a capital has twenty tokens, a small one three.
    private func copies(in body: String) -> [Int] {
        let measures = body.utf8.map { letter in
            var measure = TextMeasure()
            measure.fold = UInt64(letter)
            measure.tokens = letter < 0x60 ? 20 : 3
            return measure
        }
        return CopyRuns(of: Array(measures.indices), measures).copies.sorted()
    }

    @Test func theSecondCopyIsDroppedWithItsShortLines() {
        #expect(copies(in: "ABcDABcD") == [4, 5, 6, 7])
    }

    @Test func everyFurtherCopyIsDropped() {
        #expect(copies(in: "ABCABCABC") == [3, 4, 5, 6, 7, 8])
    }

    @Test func aCopyOfTheArticlesEndIsDropped() {
        #expect(copies(in: "ABCDCD") == [4, 5])
    }

    @Test func shortLinesOfItsOwnDoNotEndACopy() {
        #expect(copies(in: "ABCDxAyBCD") == [5, 7, 8, 9])
    }

    @Test func oneBlockOfItsOwnDoesNotEndACopy() {
        #expect(copies(in: "ABCDEFGABCDXEFG") == [7, 8, 9, 10, 12, 13, 14])
    }

    @Test func aLongPartThatComesAgainAndAgainIsACopyEachTime() {
        #expect(copies(in: "ABCDEFGHIJKLMNOPQRSTUVWXYZUVWXYZUVWXYZ") == Array(26...37))
    }

    @Test func linesThatRecurBetweenOthersStay() {
        #expect(copies(in: "ARBRCRDRER") == [])
        #expect(copies(in: "aRSbTcRSdUeRSfVWXYZABC") == [])
    }

    @Test func aPlanOfAWeekStaysWhole() {
        #expect(copies(in: "ABmCDtECDwFCDhGCD") == [])
        // Without something new before each time they are copies.
        #expect(copies(in: "ABmCDtECDwCD") == [7, 8, 10, 11])
    }

    @Test func aPageThatSaysEachLineTwiceSaysItOnce() {
        #expect(copies(in: "AABBCCDD") == [1, 3, 5, 7])
    }

    @Test func oneLineSaidTwiceStays() {
        #expect(copies(in: "ABCDEFFGH") == [])
    }

    @Test func aBodyWithoutRepeatsIsWhole() {
        #expect(copies(in: "ABCD") == [] && copies(in: "") == [])
    }
}
