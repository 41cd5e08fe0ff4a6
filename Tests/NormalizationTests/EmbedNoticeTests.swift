import Testing

@testable import Normalization

@Suite("Boxes in the place of other sites' posts")
struct EmbedNoticeTests {
    @Test(arguments: EmbedNotice.phrases)
    func `every phrase`(phrase: String) {
        for line in [phrase, "\(phrase.uppercased()):", "X. \(phrase) y"] {
            #expect(EmbedNotice.isIn(Cues(line.utf8.span)), "\(line)")
        }
    }

    @Test(arguments: ["She viewed the content of the box", "The external wall was content to stand", "", "渡船"])
    func `other lines are none`(line: String) { #expect(!EmbedNotice.isIn(Cues(line.utf8.span))) }
}
