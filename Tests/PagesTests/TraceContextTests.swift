import Pages
import Testing

@Suite("Trace contexts")
struct TraceContextTests {
    private let parent = TraceContext(parent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", state: "a=1")

    @Test(
        "a header that is not as the standard has it has no parts",
        arguments: [
            "", "00-1-2-01", "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
            "00-00000000000000000000000000000000-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
            "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-x",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
            "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-1",
        ])
    func refusesHeaders(_ header: String) { #expect(TraceContext(parent: header).parts == nil) }

    @Test("a later version may have more")
    func readsLaterVersions() {
        let parts = TraceContext(parent: "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-03-more").parts
        #expect(parts?.traceID == "0af7651916cd43dd8448eb211c80319c" && parts?.isSampled == true)
    }

    @Test("a page with a trace stays in it, as a span of its own, the same for the same page")
    func makesChildren() throws {
        let policy = TracePolicy()
        let child = try #require(policy.context(after: parent, seed: [1]))
        let parts = try #require(child.parts)
        #expect(parts.traceID == parent.parts?.traceID && parts.spanID != parent.parts?.spanID && parts.isSampled)
        #expect(child.state == "a=1")
        #expect(policy.context(after: parent, seed: [1]) == child)
        #expect(policy.context(after: parent, seed: [2]) != child)
        let unrecorded = TraceContext(parent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00")
        #expect(policy.context(after: unrecorded, seed: [1])?.parts?.isSampled == false)
    }

    @Test("of pages without one the share that is asked for begins one")
    func beginsTraces() {
        let count = (0..<10_000).count { number in
            let seed = Array("pages.raw/0/\(number)/0".utf8)
            return TracePolicy(ratio: 0.1).context(after: nil, seed: seed)?.parts?.isSampled == true
        }
        #expect((800...1200).contains(count))
        #expect(TracePolicy().context(after: nil, seed: [1]) == nil)
        #expect(TracePolicy(ratio: 1).context(after: TraceContext(parent: "broken"), seed: [1])?.parts != nil)
        let ids = Set(
            (0..<10_000).compactMap {
                TracePolicy(ratio: 1).context(after: nil, seed: Array("\($0)".utf8))?.parts?.traceID
            })
        #expect(ids.count == 10_000)
    }
}
