import Dispatch
import Foundation
import HTTP
import Pages
import Synchronization
public import Telemetry

/// Sends spans of pages to a collector, over OTLP/HTTP as JSON, some seconds after they were noted.
///
/// It never holds the work up: what does not fit its queue, or is refused, is counted and dropped.
public final class SpanExporter: Sendable {
    /// An endpoint that is none.
    public struct Refusal: Error, CustomStringConvertible {
        let endpoint: String
        /// What is wrong.
        public var description: String {
            "traces.endpoint is \(endpoint): an address of http:// or https:// is expected, as http://localhost:4318/v1/traces"
        }
    }

    /// Its metrics.
    public static let families = [exported, dropped]
    private static let exported = MetricFamily.counter(
        "galley_spans_exported_total", help: "Pages whose spans were sent.")
    private static let dropped = MetricFamily.counter(
        "galley_spans_dropped_total", help: "Pages whose spans were not sent: no room, or refused.")

    private static let capacity = 2048
    private static let batch = 256
    private static let interval = 2

    private let endpoint: String
    private let headers: [(name: String, value: String)]
    private let client: HTTPClient
    private let version: String
    private let telemetry: Telemetry
    private let spans = Mutex<[PageSpan]>([])
    private let queue = DispatchQueue(label: "galley.spans")
    private let clock = Mutex<(any DispatchSourceTimer)?>(nil)

    /// Makes an exporter.
    /// - Parameter timeout: how long an answer of the collector may take.
    /// - Throws: ``Refusal`` for an endpoint that is no address of the web.
    public init(
        to endpoint: String, authorization: String? = nil, caFile: String? = nil, version: String,
        timeout: Duration = .seconds(5), _ telemetry: Telemetry
    ) throws(Refusal) {
        let start = endpoint.lowercased()
        guard start.hasPrefix("http://") || start.hasPrefix("https://") else { throw Refusal(endpoint: endpoint) }
        self.endpoint = endpoint
        headers =
            [(name: "Content-Type", value: "application/json")]
            + (authorization.map { [(name: "Authorization", value: $0)] } ?? [])
        client = HTTPClient(timeout: timeout, maximumBytes: 64 << 10, caFile: caFile)
        self.version = version
        self.telemetry = telemetry
        telemetry.metrics.register(SpanExporter.families)
    }

    /// Begins to send.
    public func start() {
        clock.withLock { [weak self] clock in
            guard let self else { return }
            let timer = DispatchSource.makeTimerSource(queue: queue)
            timer.schedule(
                deadline: .now() + .seconds(SpanExporter.interval), repeating: .seconds(SpanExporter.interval))
            timer.setEventHandler { [weak self] in self?.flush() }
            timer.resume()
            clock = timer
        }
    }

    /// Takes a span, unless its trace is not recorded by the one who began it.
    public func note(_ span: PageSpan) {
        guard span.context.parts?.isSampled == true else { return }
        let isTaken = spans.withLock { spans in
            guard spans.count < SpanExporter.capacity else { return false }
            spans.append(span)
            return true
        }
        if !isTaken { telemetry.metrics.counter(SpanExporter.dropped).add() }
    }

    /// Sends what is left, for so long at the most.
    public func stop(within limit: Duration = .seconds(3)) {
        clock.withLock { clock in
            clock?.cancel()
            clock = nil
        }
        let isSent = DispatchSemaphore(value: 0)
        queue.async { [self] in
            flush()
            isSent.signal()
        }
        _ = isSent.wait(timeout: .now() + limit / .seconds(1))
    }

    /// Sends all that was noted; gives up at the first batch that is not taken.
    private func flush() {
        while true {
            let some = spans.withLock { spans in
                let some = Array(spans.prefix(SpanExporter.batch))
                spans.removeFirst(some.count)
                return some
            }
            guard !some.isEmpty else { return }
            guard send(some) else { return }
        }
    }

    private func send(_ some: [PageSpan]) -> Bool {
        let document = SpanDocument(some, version: version, host: ProcessInfo.processInfo.hostName)
        do throws(HTTPFault) {
            let answer = try client.post(endpoint, body: document.json, headers: headers)
            guard (200..<300).contains(answer.status) else {
                refuse(some.count, "the collector answered \(answer.status)")
                return false
            }
            telemetry.metrics.counter(SpanExporter.exported).add(some.count)
            return true
        } catch {
            refuse(some.count, error.description)
            return false
        }
    }

    private func refuse(_ count: Int, _ reason: String) {
        telemetry.metrics.counter(SpanExporter.dropped).add(count)
        telemetry.emit(SpansRefused(count: count, reason: reason))
    }
}

/// Spans were not taken.
struct SpansRefused: Event {
    let count: Int
    let reason: String
    var name: String { "spans_refused" }
    var level: EventLevel { .warning }
    var message: String { "spans of pages could not be sent and are dropped" }
    var fields: [(name: String, value: FieldValue)] { [("pages", .int(count)), ("reason", .text(reason))] }
}
