import Foundation
import HTTP
import Pages
import Pipeline
import Synchronization
import Telemetry
import TestSupport
import Testing
import Wire

@testable import Admin

@Suite("Spans")
struct SpanTests {
    private let parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"

    private func span(_ body: String) throws -> (PageSpan, PageOutcome) {
        let pipeline = try AdminWorld().makePipeline()
        let record = InboundRecord(
            topic: "pages.raw", partition: 2, offset: 7, value: Array(body.utf8),
            headers: [WireHeader("traceparent", parent)])
        let outcome = pipeline.process(record)
        let context = try #require(pipeline.trace.outcome)
        return (
            PageSpan(
                context, after: pipeline.trace.page, of: record, outcome, times: pipeline.times,
                began: WallTime(milliseconds: 1_700_000_000_000)), outcome
        )
    }

    private func spans(_ document: SpanDocument) throws -> [[String: Any]] {
        let object = try JSONSerialization.jsonObject(with: Data(document.json)) as? [String: Any]
        let resource = try #require((object?["resourceSpans"] as? [[String: Any]])?.first)
        let scope = try #require((resource["scopeSpans"] as? [[String: Any]])?.first)
        return try #require(scope["spans"] as? [[String: Any]])
    }

    @Test("a page is a span below the one it came with, each stage one below it, and its event names it")
    func describesPages() throws {
        let (span, outcome) = try span(AdminWorld.article(title: "Harbour baths reopen"))
        let spans = try spans(SpanDocument([span], version: "1", host: "h"))
        #expect(
            spans.map { $0["name"] as? String } == [
                "process pages.raw", "decode", "text", "parse", "extract", "normalize", "encode",
            ])
        #expect(Set(spans.compactMap { $0["traceId"] as? String }) == ["0af7651916cd43dd8448eb211c80319c"])
        #expect(spans[0]["parentSpanId"] as? String == "b7ad6b7169203331")
        let own = try #require(spans[0]["spanId"] as? String)
        #expect(spans.dropFirst().allSatisfy { $0["parentSpanId"] as? String == own })
        #expect(Set(spans.compactMap { $0["spanId"] as? String }).count == 7)
        // One after the other, from the page's begin to its end.
        #expect(spans[0]["startTimeUnixNano"] as? String == "1700000000000000000")
        #expect(spans[1]["startTimeUnixNano"] as? String == spans[0]["startTimeUnixNano"] as? String)
        #expect(spans[6]["endTimeUnixNano"] as? String == spans[0]["endTimeUnixNano"] as? String)
        guard case .article(_, let published) = outcome else { throw HTTPFault.tooLong(url: "no article", bytes: 0) }
        let header = published.headers.first { $0.name == "traceparent" }?.value
        #expect(header == Array("00-0af7651916cd43dd8448eb211c80319c-\(own)-01".utf8))
    }

    @Test("a page that cannot be read is an error, in words")
    func describesFaults() throws {
        let page = try spans(SpanDocument([try span("{\"url\": 3}").0], version: "1", host: "h"))[0]
        #expect((page["status"] as? [String: Any])?["code"] as? Int == 2)
        #expect(((page["status"] as? [String: Any])?["message"] as? String)?.contains("no body") == true)
    }

    @Test("spans are sent with their headers, and those of a trace that nobody records are not")
    func sends() throws {
        let collector = try Collector(status: 200)
        let telemetry = Telemetry.silent()
        let exporter = try SpanExporter(
            to: collector.url, authorization: "Bearer x", version: "1", timeout: patience, telemetry)
        let (span, _) = try span(AdminWorld.article(title: "Harbour baths reopen"))
        exporter.note(span)
        exporter.stop(within: patience)
        let heard = collector.heard()
        #expect(heard.hasPrefix("POST /v1/traces HTTP/1.1\r\n") && heard.contains("Authorization: Bearer x\r\n"))
        #expect(heard.contains("\"traceId\":\"0af7651916cd43dd8448eb211c80319c\""))
        #expect(telemetry.metrics.prometheusText().contains("galley_spans_exported_total 1\n"))
    }

    @Test("a collector that is away, or refuses, costs the spans and nothing else")
    func drops() throws {
        let lines = Shared<[String]>([])
        let telemetry = Telemetry(level: .info, isJSON: true) { line in lines.set(lines.value + [line]) }
        let collector = try Collector(status: 500)
        let exporter = try SpanExporter(to: collector.url, version: "1", timeout: patience, telemetry)
        let (span, _) = try span(AdminWorld.article(title: "Harbour baths reopen"))
        for _ in 0..<3000 { exporter.note(span) }
        exporter.stop(within: patience)
        let dropped = "galley_spans_dropped_total \(3000 - 2048 + 256)\n"
        #expect(lines.value.count == 1 && lines.value[0].contains("the collector answered 500"))
        #expect(telemetry.metrics.prometheusText().contains(dropped))
        #expect(throws: SpanExporter.Refusal.self) { try SpanExporter(to: "localhost:4318", version: "1", telemetry) }
    }
}

/// A collector that takes one request.
private final class Collector: Sendable {
    let url: String
    private let text = Mutex("")
    private let isDone = DispatchSemaphore(value: 0)

    init(status: Int) throws {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(socket, $0, length) == 0 && listen(socket, 4) == 0 && getsockname(socket, $0, &length) == 0
            }
        }
        try #require(isBound)
        url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))/v1/traces"
        Thread.detachNewThread { [self] in
            let client = accept(socket, nil, nil)
            var heard: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 65_536)
            // A large body is announced and waits to be asked for.
            var isAsked = false
            while !Collector.isWhole(heard) {
                let count = recv(client, &buffer, buffer.count, 0)
                guard count > 0 else { break }
                heard += buffer[..<count]
                if !isAsked, String(decoding: heard, as: UTF8.self).contains("Expect: 100-continue\r\n") {
                    isAsked = true
                    Collector.say("HTTP/1.1 100 Continue\r\n\r\n", client)
                }
            }
            Collector.say("HTTP/1.1 \(status) Told\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", client)
            close(client)
            close(socket)
            text.withLock { $0 = String(decoding: heard, as: UTF8.self) }
            isDone.signal()
        }
    }

    private static func say(_ text: String, _ client: Int32) {
        _ = Array(text.utf8).withUnsafeBytes { send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
    }

    private static func isWhole(_ heard: [UInt8]) -> Bool {
        let parts = String(decoding: heard, as: UTF8.self).components(separatedBy: "\r\n\r\n")
        guard parts.count > 1,
            let line = parts[0].components(separatedBy: "\r\n").first(where: { $0.hasPrefix("Content-Length: ") }),
            let length = Int(line.dropFirst("Content-Length: ".count))
        else { return false }
        return heard.count >= parts[0].utf8.count + 4 + length
    }

    /// What was said to it.
    func heard() -> String {
        _ = isDone.wait(timeout: .now() + 600)
        return text.withLock { $0 }
    }
}
