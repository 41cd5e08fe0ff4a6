import Dispatch
public import HTTP
import Synchronization
public import Telemetry

/// The port at which a worker is asked how it stands: probes, metrics, status, the console and explanations of pages.
///
/// It only reads. A port that is taken is no reason not to work: it is tried again until it is free.
public final class AdminPort: Sendable {
    private let routes: AdminRoutes
    private let telemetry: Telemetry
    private let address: HTTPAddress
    private let retry: Duration
    private let state = Mutex<State>(.stopped)
    private let queue = DispatchQueue(label: "galley.admin")
    private let clock = Mutex<(any DispatchSourceTimer)?>(nil)

    private enum State: Sendable {
        case stopped
        case waiting
        case serving(HTTPServer)
    }

    /// Makes a port; it is not open before ``start()``.
    /// - Parameter retry: the wait before a port that is taken is tried again.
    public init(_ address: HTTPAddress, _ routes: AdminRoutes, telemetry: Telemetry, retry: Duration = .seconds(5)) {
        self.address = address
        self.routes = routes
        self.telemetry = telemetry
        self.retry = retry
    }

    /// Opens it.
    /// - Throws: an ``HTTPFault`` when the address can never be listened on.
    public func start() throws(HTTPFault) {
        state.withLock { $0 = .waiting }
        try open(isFirst: true)
        clock.withLock { [routes, queue] clock in
            let timer = DispatchSource.makeTimerSource(queue: queue)
            timer.schedule(deadline: .now(), repeating: 1)
            timer.setEventHandler { routes.sample() }
            timer.resume()
            clock = timer
        }
    }

    /// Where it listens; `nil` while it does not.
    public var port: UInt16? {
        state.withLock { state in
            if case .serving(let server) = state { return server.port }
            return nil
        }
    }

    /// Closes it.
    public func stop() {
        let last = state.withLock { state in
            defer { state = .stopped }
            return state
        }
        if case .serving(let server) = last { server.stop() }
        clock.withLock { clock in
            clock?.cancel()
            clock = nil
        }
    }

    private func open(isFirst: Bool) throws(HTTPFault) {
        let routes = routes
        let address = address
        do throws(HTTPFault) {
            let server = try HTTPServer(address) { routes.answer($0, at: address) }
            let isWanted = state.withLock { state in
                guard case .waiting = state else { return false }
                state = .serving(server)
                return true
            }
            guard isWanted else { return server.stop() }
            telemetry.emit(AdminPortOpen(address: HTTPAddress(host: address.host, port: server.port)))
        } catch {
            if isFirst {
                guard case .taken = error else { throw error }
                telemetry.emit(AdminPortTaken(fault: error))
            }
            queue.asyncAfter(deadline: .now() + seconds(retry)) { [weak self] in
                guard let self, self.state.withLock({ if case .waiting = $0 { true } else { false } }) else { return }
                try? self.open(isFirst: false)
            }
        }
    }
}

/// The port is open.
struct AdminPortOpen: Event {
    let address: HTTPAddress
    var name: String { "admin_port_open" }
    var level: EventLevel { .info }
    var message: String { "the admin port is open" }
    var fields: [(name: String, value: FieldValue)] {
        [("address", .text(address.text)), ("console", .text("http://\(address.reachable.text)/"))]
    }
}

/// Another process has the port.
struct AdminPortTaken: Event {
    let fault: HTTPFault
    var name: String { "admin_port_taken" }
    var level: EventLevel { .error }
    var message: String {
        "the admin port cannot be opened: \(fault). The worker goes on and tries again; set admin.address to another, or to off"
    }
}
