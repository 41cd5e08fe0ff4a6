import Foundation
import Pages
import Pipeline
import TestSupport
import Testing
import Wire

@Suite("Articles that stand twice on their page")
struct TwoCopiesTests {
    /// Whatever blocks of either copy the model keeps.
    @Test func paragraphsComeInThePagesOrder() throws {
        let file = Folders.package.appending(path: "Sources/galley/Samples/chinese-two-copies.html")
        let page = try Data(contentsOf: file)
        let record = InboundRecord(topic: "pages.raw", partition: 0, offset: 0, value: Array(page))
        guard case .article(let event, _) = try TestPipeline.make().process(record) else {
            Issue.record("no article")
            return
        }
        let source = String(decoding: page, as: UTF8.self)
        let places = try event.paragraphs.map { paragraph in
            try #require(source.range(of: paragraph)).lowerBound
        }
        #expect(places == places.sorted() && event.paragraphs.count == 3)
        #expect(event.duplicateCopies == 1)
    }
}
