import Pages
import Testing
import Wire

private struct Shelf: BodyStore {
    let bodies: [String: [UInt8]]

    func body(at reference: String, mostBytes: Int) throws(BodyFault) -> [UInt8] {
        guard let body = bodies[reference] else { throw .unavailable(detail: "it is not on the shelf") }
        guard body.count <= mostBytes else { throw .tooLarge(bytes: body.count) }
        return body
    }
}

@Suite("Records that name their body")
struct ClaimCheckTests {
    private let decoder = RawPageDecoder(
        limits: Limits(pageBytes: 64),
        bodies: Shelf(bodies: [
            "s3:a": Array("<p>a</p>".utf8), "s3:json": Array(#"{"url":"https://n.example/j","html":"<p>j</p>"}"#.utf8),
            "s3:big": Array(repeating: 0x61, count: 65),
        ]))

    private func headers(_ reference: String, _ more: WireHeader...) -> [WireHeader] {
        [WireHeader("ce_dataref", reference)] + more
    }

    @Test func theBodyBehindTheReferenceIsThePage() throws {
        let page = try decoder.decode(inbound("", headers("s3:a", WireHeader("content-type", "text/html"))))
        #expect(text(page) == "<p>a</p>" && page.contentType == "text/html")
        // The digest is of what was fetched: an empty value has nothing to tell.
        #expect(page.provenance.digest?.hasPrefix("sha256:") == true)
        #expect(try page.provenance.digest != decoder.decode(inbound("", [])).provenance.digest)
    }

    @Test func whatIsFetchedIsOpenedAsAnyValueIs() throws {
        #expect(try decoder.decode(inbound("", headers("s3:json"))).url == "https://n.example/j")
        let event =
            #"{"specversion":"1.0","id":"1","source":"s","type":"t","dataref":"s3:a","subject":"https://n.example/e"}"#
        let page = try decoder.decode(inbound(event))
        #expect(text(page) == "<p>a</p>" && page.url == "https://n.example/e")
    }

    @Test func aBodyInTheRecordWinsOverOneElsewhere() throws {
        #expect(try text(decoder.decode(inbound("<p>here</p>", headers("s3:a")))) == "<p>here</p>")
    }

    @Test func aStatedDigestIsThatOfTheFetchedBody() throws {
        let wrong = WireHeader("ce_digest", "sha256:" + String(repeating: "0", count: 64))
        do throws(PageFault) {
            _ = try decoder.decode(inbound("", headers("s3:a", wrong)))
            Issue.record("it was read")
        } catch {
            #expect(error.reason == .digestMismatch)
        }
    }

    @Test func whatCannotBeHadIsADeadLetterThatSaysWhy() throws {
        for (reference, reason, words) in [
            ("s3:none", FaultReason.dataref, "it is not on the shelf"), ("s3:big", .tooLarge, "limits.page_bytes (64)"),
        ] {
            do throws(PageFault) {
                _ = try decoder.decode(inbound("", headers(reference)))
                Issue.record("it was read")
            } catch {
                #expect(error.reason == reason && error.detail.contains(words), "\(error.detail)")
            }
        }
        let fault = fault(of: inbound("", headers("s3:a")))
        #expect(fault?.reason == .dataref && fault?.detail.contains("set input.dataref.allow") == true)
    }
}
