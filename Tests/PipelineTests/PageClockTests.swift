import Pages
import Synchronization
import Testing
import Wire

@testable import Pipeline

/// Whenever a page's time is over, it is a dead letter that names the stage; what a loop left undone is never published.
@Suite("A page's time")
struct PageClockTests {
    /// A page that calls for every stage and for many of their loops: gzip, a charset, script, hundreds of blocks.
    private static let record = InboundRecord(
        topic: "pages.raw", partition: 0, offset: 0,
        value: Array(page.utf8), headers: [WireHeader("content-type", "text/html; charset=utf-8")])
    private static let page =
        "<!DOCTYPE html><html><head><title>Old ferry returns to the river</title></head><body><article>"
        + "<h1>Old ferry returns to the river</h1><p>By Ann Lee, 4 May 2026</p>"
        + (0..<300).map {
            "<p>On day \($0) the ferry carried \($0 * 7) passengers across the river, the town said.</p>"
        }
        .joined() + "</article></body></html>"

    /// What comes of a page whose time is over as it is asked for the n-th time.
    private func outcome(_ record: InboundRecord, overAt ask: Int) throws -> PageOutcome {
        let pipeline = try TestPipeline.make { _ in
            let asked = Counter()
            return PageClock { asked.next() >= ask }
        }
        return pipeline.process(record)
    }

    private final class Counter: Sendable {
        private let count = Mutex(0)
        func next() -> Int {
            count.withLock { count in
                count += 1
                return count
            }
        }
    }

    @Test("is over in every stage, at whatever step", arguments: ["text/html; charset=utf-8", "text/plain"])
    func everyStep(type: String) throws {
        var record = Self.record
        record.headers = [WireHeader("content-type", type)]
        if type == "text/plain" {
            record.value = Array(Self.page.replacing("</p>", with: "\n").replacing("<", with: "").utf8)
        }
        var stages: Set<String> = []
        for ask in 1..<5000 {
            guard case .dead(let fault) = try outcome(record, overAt: ask) else {
                guard case .article = try outcome(record, overAt: .max) else {
                    Issue.record("in time the page is an article")
                    return
                }
                let parse: Set<String> = type == "text/plain" ? [] : ["parse"]
                #expect(stages == parse.union(["decode", "text", "extract", "normalize"]))
                return
            }
            #expect(fault.reason == .timeLimit)
            #expect(fault.detail.contains(fault.stage) && fault.detail.contains("limits.page_seconds"))
            stages.insert(fault.stage)
        }
        Issue.record("the page is never in time")
    }

    @Test("is also asked while a coding is removed")
    func decoding() throws {
        var record = Self.record
        record.value = [0x1F, 0x8B]
        record.headers = [WireHeader("content-encoding", "gzip")]
        guard case .dead(let fault) = try outcome(record, overAt: 1) else {
            Issue.record("a page whose time is over has an outcome")
            return
        }
        #expect(fault.stage == "decode")
    }
}
