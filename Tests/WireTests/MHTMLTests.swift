import Foundation
import Pages
import TestSupport
import Testing

@testable import Wire

@Suite("Pages saved as MHTML")
struct MHTMLTests {
    /// A message as Chromium saves it: HTML and an image, in quoted-printable and base64.
    static let saved = """
        From: <Saved by Blink>
        Snapshot-Content-Location: https://courier.example/ferry
        Subject: Old ferry
        Date: Thu, 5 Mar 2026 10:00:00 +0100 (CET)
        MIME-Version: 1.0
        Content-Type: multipart/related;
        \ttype="text/html";
        \tboundary="----MultipartBoundary--x7;y----"


        ------MultipartBoundary--x7;y----
        Content-Type: text/html; charset=iso-8859-1
        Content-ID: <frame-1@mhtml.blink>
        Content-Transfer-Encoding: quoted-printable
        Content-Location: https://courier.example/ferry?from=rss

        <p class=3D"lead">The old caf=E9 ferry is ba=
        ck</p> 1=2
        ------MultipartBoundary--x7;y----
        Content-Type: image/png
        Content-Transfer-Encoding: base64
        Content-Location: https://courier.example/boat.png

        iVBORw0KGgo=
        ------MultipartBoundary--x7;y------
        """.replacing("\n", with: "\r\n")

    private func page(_ message: String, _ headers: [WireHeader] = []) throws -> RawPage {
        try RawPageDecoder().decode(inbound(message, headers))
    }

    @Test(arguments: [
        nil, "multipart/related", "message/rfc822", "application/x-mimearchive", "application/octet-stream",
    ])
    func theHTMLPartIsThePage(type: String?) throws {
        let page = try page(Self.saved, type.map { [WireHeader("content-type", $0)] } ?? [])
        let expected =
            Array("<p class=\"lead\">The old caf".utf8) + [0xE9] + Array(" ferry is back</p> 1=2".utf8)
        #expect(page.body == expected)
        #expect(page.contentType == "text/html; charset=iso-8859-1")
        #expect(page.url == "https://courier.example/ferry?from=rss")
        #expect(page.fetchedAtMs == 1_772_701_200_000 && page.warnings.isEmpty)
    }

    @Test func aPlainTextWithColonsIsNoMessage() throws {
        let dump = "Title: the ferry\nContent-Type: multipart/related\n\nAfter eleven years."
        #expect(try text(page(dump)) == dump)
    }

    @Test func aMessageOfHTMLAloneIsThePage() throws {
        let message = "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+\naGk=\n"
        #expect(try text(page(message, [WireHeader("content-type", "message/rfc822")])) == "<p>hi")
    }

    @Test func thePartThatStartNamesIsThePage() throws {
        let message = """
            MIME-Version: 1.0
            Content-Type: multipart/related; boundary=b; start="<two>"
            Content-Location: https://a.example/

            --b
            Content-Type: text/html

            <p>one
            --b
            Content-Type: text/html
            Content-ID: <two>
            Content-Location: cid:two

            <p>two
            --b--
            """
        let page = try page(message)
        #expect(text(page) == "<p>two" && page.url == "https://a.example/")
    }

    @Test func multipartsWithinAreFollowedUpToADepth() throws {
        func nested(_ depth: Int) -> String {
            depth == 0
                ? "Content-Type: text/html\n\n<p>deep"
                : "Content-Type: multipart/mixed; boundary=b\(depth)\n\n--b\(depth)\n\(nested(depth - 1))\n--b\(depth)--"
        }
        let headers = [WireHeader("content-type", "message/rfc822")]
        #expect(try text(page(nested(3), headers)) == "<p>deep")
        #expect(fault(of: inbound(nested(9), headers))?.detail.contains("within each other") == true)
    }

    @Test func aMessageThatIsCutWarnsOfIt() throws {
        let cut = Self.saved.components(separatedBy: "ck</p>")[0]
        let page = try page(cut)
        #expect(page.warnings == [.truncatedInput] && text(page).hasPrefix("<p class="))
    }

    @Test(arguments: [
        ("MIME-Version: 1.0\nContent-Type: multipart/related\n\n<p>", FaultReason.badEnvelope, "has no boundary"),
        ("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b--", .noBody, "no part"),
        (
            "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: image/png\n\nx\n--b--",
            .noBody, "no part"
        ),
        (
            "MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: x-uuencode\n\nbegin", .badEnvelope,
            "x-uuencode"
        ),
        ("MIME-Version: 1.0\nContent-Type: text/html\nContent-Transfer-Encoding: base64\n\n!!", .badEnvelope, "base64"),
        ("<!DOCTYPE html>\n\n<p>", .badEnvelope, "has no Content-Type"),
        ("MIME-Version: 1.0", .badEnvelope, "no empty line"),
    ])
    func brokenMessagesSayWhatIsWrong(message: String, reason: FaultReason, words: String) throws {
        let found = try #require(fault(of: inbound(message), format: .mhtml))
        #expect(found.reason == reason && found.detail.contains(words), "\(found.detail)")
    }

    @Test func aPageLargerThanTheLimitIsTooLarge() {
        let found = fault(of: inbound(Self.saved), limits: Limits(pageBytes: 16))
        #expect(found?.reason == .tooLarge)
    }

    @Test func manyPartsAndHugeHeadsAreReadInOnePass() {
        let head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n"
        let manyParts = head + "\n" + String(repeating: "--b\nx\n", count: 200_000)
        #expect(fault(of: inbound(manyParts))?.reason == .noBody)
        let hugeHead = head + String(repeating: "x: y\n", count: 100_000)
        #expect(fault(of: inbound(hugeHead), format: .mhtml)?.reason == .badEnvelope)
    }

    @Test(arguments: 0..<8)
    func cutAndFlippedMessagesGiveAPageOrAFaultWithinTheLimit(seed: UInt64) {
        var random = SeededGenerator(seed: seed &+ 1)
        let limits = Limits(pageBytes: 4096)
        let whole = Array(Self.saved.utf8)
        for _ in 0..<500 {
            var bytes = whole
            if Bool.random(using: &random) { bytes.removeSubrange(Int.random(in: 0...bytes.count, using: &random)...) }
            for _ in 0..<Int.random(in: 0...8, using: &random) where !bytes.isEmpty {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
            }
            for format in [InputFormat.auto, .mhtml] {
                let page = try? RawPageDecoder(format: format, limits: limits).decode(inbound(bytes: bytes))
                #expect((page?.body.count ?? 0) <= limits.pageBytes)
            }
        }
    }
}
