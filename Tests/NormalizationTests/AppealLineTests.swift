import Testing

@testable import Normalization

@Suite("Lines that ask to have letters sent")
struct AppealLineTests {
    @Test("every invitation, first in a line or in a later sentence", arguments: AppealLine.invitations)
    func invitations(_ words: String) {
        for line in ["\(words) our newsletter", "Like what you read? \(words.uppercased()) our newsletter."] {
            let isAppeal = AppealLine.isIn(line.utf8.span)
            #expect(isAppeal, "\(line)")
        }
    }

    @Test("every offer", arguments: AppealLine.offered)
    func offers(_ word: String) {
        for line in ["Subscribe to our \(word)", "Our \(word): sign up now"] {
            let isAppeal = AppealLine.isIn(line.utf8.span)
            #expect(isAppeal, "\(line)")
        }
    }

    @Test(
        "what stands before an invitation ends a sentence, in any script",
        arguments: [
            "渡船复航。Sign up for the newsletter", "“Sign up for the newsletter”", "The ferry – sign up for the newsletter",
            "好！Subscribe to our newsletter",
        ])
    func openings(_ line: String) {
        let isAppeal = AppealLine.isIn(line.utf8.span)
        #expect(isAppeal)
    }

    @Test(
        "sentences that tell of such letters are none",
        arguments: [
            "Two hundred readers chose to sign up for the newsletter in May.",
            "The newsletter, to which you can subscribe here, is free.",
            "Readers can subscribe to the newsletter of the museum.",
            "Sign up for the race by Friday.", "Her newsletter was read by thousands.", "newsletter", "",
        ])
    func sentences(_ line: String) {
        let isAppeal = AppealLine.isIn(line.utf8.span)
        #expect(!isAppeal)
    }
}
