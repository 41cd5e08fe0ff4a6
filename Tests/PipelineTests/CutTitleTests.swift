import Pages
import Pipeline
import Testing
import Wire

@Suite("Headlines that the head of a page cuts short")
struct CutTitleTests {
    private func title(_ stated: String, _ heading: String) throws -> String? {
        let text = String(
            repeating: "<p>After eight months the crane lifted its first load on Friday, and the quay stood still.</p>",
            count: 5)
        let page = """
            <html lang="en"><head><title>\(stated) - Valley Post</title><meta property="og:title" content="\(stated)"></head>
            <body><article><h1>\(heading)</h1>\(text)</article></body></html>
            """
        let record = InboundRecord(topic: "pages.raw", partition: 0, offset: 0, value: Array(page.utf8))
        guard case .article(let event, _) = try TestPipeline.make().process(record) else { return nil }
        return event.title
    }

    @Test(arguments: ["...", "…", ".."])
    func theWholeHeadingIsTaken(ellipsis: String) throws {
        let whole = "Harbour crane back at work after eight months of repair and two weeks of tests"
        let cut = "Harbour crane back at work after eight months of repair and two\(ellipsis)"
        #expect(try title(cut, whole) == whole)
    }

    @Test func aHeadlineThatEndsSoByItselfStays() throws {
        let own = "And then the harbour crane was silent for a whole year…"
        #expect(try title(own, own) == own)
    }
}
