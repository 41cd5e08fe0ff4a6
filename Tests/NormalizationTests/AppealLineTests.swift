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

    @Test("every word that asks to follow, and every place where", arguments: AppealLine.followingWords)
    func followings(_ words: String) {
        for line in ["\(words) the Courier on Facebook.", "Seen it? \(words.uppercased()) The Courier: Facebook, X"] {
            let isAppeal = AppealLine.asksToFollow(line.utf8.span)
            #expect(isAppeal, "\(line)")
        }
    }

    @Test("every network that one may follow on", arguments: AppealLine.platformNames)
    func platforms(_ name: String) {
        let line = "Follow the Courier on \(name)"
        let isAppeal = AppealLine.asksToFollow(line.utf8.span)
        #expect(isAppeal)
    }

    @Test(
        "who follows, and what is followed elsewhere, is text",
        arguments: [
            "Half of the town follows the ferry on Facebook.", "Follow the river to the second bridge.",
            "He asked her to follow him on Instagram.", "",
        ])
    func followers(_ line: String) {
        let isAppeal = AppealLine.asksToFollow(line.utf8.span)
        #expect(!isAppeal)
    }

    @Test(
        "what a site earns by its links, in many words",
        arguments: [
            "Some links in this story may earn the Courier a small sum if you shop through them.",
            "Purchases through our links can earn us a fee.",
            "Bei einem Kauf über die mit Sternchen markierten Links erhalten wir Geld.",
            "Nous touchons un pourcentage sur les achats faits par ces liens.",
            "Si compras por estos enlaces, podemos recibir una parte.",
            "通过文中链接购买，本站可能获得佣金。", "Ostoksista linkkien kautta saamme palkkion.",
            "عند الشراء عبر هذه الروابط نحصل على عمولة.",
        ])
    func earnings(_ line: String) {
        let isAppeal = AppealLine.tellsEarnings(line.utf8.span)
        #expect(isAppeal)
    }

    @Test(
        "sentences on commissions and links are text",
        arguments: [
            "A commission of inquiry found links between both firms.", "De commissie zag geen links front in de raad.",
            "The bridge links both towns, and the ferry earns little.", "Une commission d'enquête cherche des liens.",
        ])
    func commissions(_ line: String) {
        let isAppeal = AppealLine.tellsEarnings(line.utf8.span)
        #expect(!isAppeal)
    }
}
