public import HTTP
public import Kafka
import Pages
public import Pipeline
public import Telemetry
public import Wire
public import Worker

/// What is behind each path of the admin port.
public struct AdminRoutes: Sendable {
    /// What the routes are asked of.
    public struct Sources: Sendable {
        /// How the worker stands.
        public var status: @Sendable () -> WorkerStatus
        /// Every metric.
        public var metrics: MetricRegistry
        /// What became of the last pages.
        public var journal: PageJournal
        /// Galley's version.
        public var version: String
        /// Reads a record of an input topic again; `nil` when the topic does not hold it.
        public var find: @Sendable (TopicPartition, Int64) throws -> InboundRecord?
        /// How a record became what it became; throws a ``PageFault``.
        public var explain: @Sendable (InboundRecord) throws -> PageExplanation

        /// Names them.
        public init(
            status: @escaping @Sendable () -> WorkerStatus, metrics: MetricRegistry, journal: PageJournal,
            version: String, find: @escaping @Sendable (TopicPartition, Int64) throws -> InboundRecord?,
            explain: @escaping @Sendable (InboundRecord) throws -> PageExplanation
        ) {
            self.status = status
            self.metrics = metrics
            self.journal = journal
            self.version = version
            self.find = find
            self.explain = explain
        }
    }

    private let sources: Sources

    /// Makes the routes.
    public init(_ sources: Sources) { self.sources = sources }

    /// Answers a request that came to an address.
    public func answer(_ request: HTTPRequest, at address: HTTPAddress) -> HTTPAnswer {
        guard AdminRoutes.open.contains(request.path) || AdminRoutes.isAllowed(request.host, at: address) else {
            return .now(
                AdminRoutes.safe(
                    .text(421, "this is answered to an IP address, localhost or a name within the cluster only\n")))
        }
        switch route(request.path) {
        case .now(let response): return .now(AdminRoutes.safe(response))
        case .later(let work): return .later { AdminRoutes.safe(work()) }
        }
    }

    /// Notes how the ledger stands, for the flow of the last seconds; called once a second.
    func sample() { sources.journal.flow.note(sources.status().balance) }

    private func route(_ path: String) -> HTTPAnswer {
        switch path {
        case "/livez":
            let status = sources.status()
            return .now(AdminRoutes.probe(status.isLive, "live", status.dead))
        case "/readyz":
            let status = sources.status()
            return .now(AdminRoutes.probe(status.isReady, "ready", status.unready))
        case "/metrics":
            return .now(
                HTTPResponse(
                    200, type: MetricRegistry.prometheusType, body: Array(sources.metrics.prometheusText().utf8)))
        case "/api/status": return .now(statusDocument())
        case "/": return .now(AdminRoutes.page(PackageResources.console_html, AdminRoutes.consolePolicy))
        case "/console.css":
            return .now(HTTPResponse(200, type: "text/css; charset=utf-8", body: PackageResources.console_css))
        case "/console.js":
            return .now(HTTPResponse(200, type: "text/javascript; charset=utf-8", body: PackageResources.console_js))
        default:
            if let (place, offset) = AdminRoutes.place(path) { return explanation(place, offset) }
            return .now(.text(404, "no such path: there are /, /livez, /readyz, /metrics and /api/status\n"))
        }
    }

    private static func probe(_ isFine: Bool, _ word: String, _ reasons: [String]) -> HTTPResponse {
        .text(isFine ? 200 : 503, isFine ? "\(word)\n" : "not \(word):\n" + reasons.map { "  \($0)\n" }.joined())
    }

    private func statusDocument() -> HTTPResponse {
        let document = StatusDocument(
            sources.status(), sources.journal, sources.metrics, version: sources.version)
        return HTTPResponse(200, type: "application/json", body: document.json)
    }

    // MARK: One page

    /// `/pages/TOPIC/PARTITION/OFFSET`.
    private static func place(_ path: String) -> (TopicPartition, Int64)? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "pages", !parts[2].isEmpty,
            let partition = Int32(parts[3]), partition >= 0, let offset = Int64(parts[4]), offset >= 0
        else { return nil }
        return (TopicPartition(topic: String(parts[2]), partition: partition), offset)
    }

    private func explanation(_ place: TopicPartition, _ offset: Int64) -> HTTPAnswer {
        let sources = sources
        return .later {
            do {
                guard let record = try sources.find(place, offset) else {
                    return .text(404, "\(place) does not hold a record at offset \(offset) (any more)\n")
                }
                let explanation = try sources.explain(record)
                let page = ExplanationPage(explanation, name: "\(place) @ \(offset)")
                return AdminRoutes.page(Array(page.html.utf8), ExplanationPage.policy)
            } catch let fault as PageFault {
                return .text(422, "\(fault.reason.rawValue) at \(fault.stage): \(fault.detail)\n")
            } catch {
                return .text(502, "the page could not be read again: \(error)\n")
            }
        }
    }

    // MARK: Safety

    /// What says nothing of pages, and is asked for by whatever name the worker has for others.
    private static let open: Set<String> = ["/livez", "/readyz", "/metrics"]

    /// A page of another site that gets its own name resolved to where the port is, as through a port that is forwarded, must not
    /// read what is here. Such a name is one of the public net.
    private static func isAllowed(_ host: String?, at address: HTTPAddress) -> Bool {
        guard let host else { return true }
        let name = HTTPAddress(host)?.host ?? (host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host)
        let isNumber =
            name.contains(":") || name.utf8.allSatisfy { $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }
        if address.isLoopback { return HTTPAddress(host: name, port: 0).isLoopback || name == address.host }
        return isNumber || !name.contains(".") || name == address.host
            || [".svc", ".cluster.local", ".internal"].contains { name.hasSuffix($0) }
    }

    private static let consolePolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'"

    private static func page(_ html: [UInt8], _ policy: String) -> HTTPResponse {
        HTTPResponse(
            200, type: "text/html; charset=utf-8", headers: ["Content-Security-Policy": policy], body: html)
    }

    private static func safe(_ response: HTTPResponse) -> HTTPResponse {
        var response = response
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response
    }
}
