import CMicrohttpd
import Dispatch
import Glibc
import Synchronization

/// A server for a handful of routes: one thread of libmicrohttpd's, bounded in everything a client may do to it.
///
/// Each connection serves one request. It may not be silent for long nor last for long, its request line and headers have to
/// fit its memory, and when there are too many the oldest is closed, so that a probe gets through whoever else holds on.
public final class HTTPServer: Sendable {
    /// What clients may take.
    public struct Limits: Sendable {
        /// Connections at once.
        public var connections = 256
        /// Bytes of request line and headers.
        public var memory = 16 << 10
        /// Seconds without a byte.
        public var silence = 5
        /// Seconds that a connection may last.
        public var lifetime = Duration.seconds(30)
        /// Answers that may be waited for; who comes then is told that the server is busy, as the connections of those who wait cannot
        /// be closed.
        public var waiting = 4

        /// The limits of the admin port.
        public init() {}
    }

    /// The port it listens on.
    public let port: UInt16
    private let state: ServerState
    private let daemon: Mutex<DaemonHandle?>

    /// Starts a server.
    /// - Parameter answer: answers a request, on the server's thread: quickly, or ``HTTPAnswer/later(_:)``.
    /// - Throws: an ``HTTPFault`` when the address cannot be listened on.
    public init(
        _ address: HTTPAddress, limits: Limits = Limits(), answer: @escaping @Sendable (HTTPRequest) -> HTTPAnswer
    ) throws(HTTPFault) {
        let listener = try address.listen()
        port = listener.port
        state = ServerState(limits, answer)
        guard let handle = DaemonHandle(listener, limits, state) else {
            Glibc.close(listener.socket)
            throw .unusable(address: address.text, detail: "the server could not be started")
        }
        daemon = Mutex(handle)
        state.connections.watch()
    }

    /// Stops listening and ends all connections; an answer that takes its time is waited for, a second at the most.
    public func stop() {
        guard let handle = daemon.withLock({ $0.take() }) else { return }
        state.connections.stopWatching()
        // A daemon must not be stopped with a request suspended: it is left to the process's end then.
        guard state.endLater(milliseconds: 1000) else { return handle.quiesce() }
        handle.stop()
    }

    deinit { stop() }
}

/// The daemon's handle: made and ended by ``HTTPServer`` alone.
@safe private struct DaemonHandle: @unchecked Sendable {
    private let daemon: OpaquePointer
    /// What the daemon's thread points to, for as long as it runs.
    private let state: Unmanaged<ServerState>

    init?(_ listener: Listener, _ limits: HTTPServer.Limits, _ state: ServerState) {
        let held = unsafe Unmanaged.passRetained(state)
        var server = unsafe galley_http_server(
            listener: listener.socket, connections: UInt32(limits.connections), silence: UInt32(limits.silence),
            memory: limits.memory, context: held.toOpaque(), handle: handleRequest, completed: requestCompleted,
            connected: connectionChanged)
        guard let daemon = unsafe galley_http_start(&server) else {
            unsafe held.release()
            return nil
        }
        unsafe (self.daemon, self.state) = (daemon, held)
    }

    func quiesce() {
        let socket = unsafe MHD_quiesce_daemon(daemon)
        if socket >= 0 { Glibc.close(socket) }
    }

    func stop() {
        unsafe MHD_stop_daemon(daemon)
        unsafe state.release()
    }
}

/// What the daemon's thread works with.
private final class ServerState: Sendable {
    let connections: Connections
    private let answer: @Sendable (HTTPRequest) -> HTTPAnswer
    private let queue = DispatchQueue(label: "galley.http")
    private let most: Int
    private let later = Mutex(Later())
    private let laterEnded = DispatchSemaphore(value: 0)

    /// Answers that take their time.
    private struct Later: Sendable {
        var waiting = 0
        var isStopping = false
    }

    init(_ limits: HTTPServer.Limits, _ answer: @escaping @Sendable (HTTPRequest) -> HTTPAnswer) {
        connections = Connections(limits)
        most = limits.waiting
        self.answer = answer
    }

    /// Answers a request on the daemon's thread, or has it wait for its answer.
    func begin(_ request: HTTPRequest, _ connection: OpaquePointer, _ exchange: Exchange) -> MHD_Result {
        guard request.method == "GET" || request.method == "HEAD" else {
            var refusal = HTTPResponse.text(405, "\(request.method) is not allowed here: GET and HEAD are\n")
            refusal.headers["Allow"] = "GET, HEAD"
            return unsafe send(refusal, connection)
        }
        switch answer(request) {
        case .now(let response): return unsafe send(response, connection)
        case .later(let work):
            guard enter() else {
                var refusal = HTTPResponse.text(503, "busy with others who asked for the like: try again\n")
                refusal.headers["Retry-After"] = "2"
                return unsafe send(refusal, connection)
            }
            unsafe MHD_suspend_connection(connection)
            let suspended = unsafe Suspended(connection: connection)
            queue.async { [self] in
                exchange.response.withLock { $0 = work() }
                suspended.resume()
                leave()
            }
            return .YES
        }
    }

    private func enter() -> Bool {
        later.withLock { later in
            guard !later.isStopping, later.waiting < most else { return false }
            later.waiting += 1
            return true
        }
    }

    private func leave() {
        let isLast = later.withLock { later in
            later.waiting -= 1
            return later.isStopping && later.waiting == 0
        }
        if isLast { laterEnded.signal() }
    }

    /// Takes no more work that takes its time; whether none is left within so long.
    func endLater(milliseconds: Int) -> Bool {
        let isNoneLeft = later.withLock { later in
            later.isStopping = true
            return later.waiting == 0
        }
        return isNoneLeft || laterEnded.wait(timeout: .now() + .milliseconds(milliseconds)) == .success
    }
}

/// One request on its way.
private final class Exchange: Sendable {
    /// The answer that was worked on.
    let response = Mutex<HTTPResponse?>(nil)
}

@safe private struct Suspended: @unchecked Sendable {
    let connection: OpaquePointer

    func resume() { unsafe MHD_resume_connection(connection) }
}

private func send(_ response: HTTPResponse, _ connection: OpaquePointer) -> MHD_Result {
    let made = unsafe response.body.withUnsafeBytes { bytes in
        unsafe MHD_create_response_from_buffer(
            bytes.count, UnsafeMutableRawPointer(mutating: bytes.baseAddress), .RESPMEM_MUST_COPY)
    }
    guard let made = unsafe made else { return .NO }
    defer { unsafe MHD_destroy_response(made) }
    for (name, value) in response.headers { unsafe MHD_add_response_header(made, name, value) }
    unsafe MHD_add_response_header(made, "Connection", "close")
    return unsafe MHD_queue_response(connection, UInt32(response.status), made)
}

// MARK: What the daemon calls

private let handleRequest: MHD_AccessHandlerCallback = { context, connection, url, method, _, _, _, memory in
    guard let context = unsafe context, let connection = unsafe connection, let memory = unsafe memory else {
        return .NO
    }
    let state = unsafe Unmanaged<ServerState>.fromOpaque(context).takeUnretainedValue()
    if let known = unsafe memory.pointee {
        let exchange = unsafe Unmanaged<Exchange>.fromOpaque(known).takeUnretainedValue()
        guard let response = exchange.response.withLock({ $0.take() }) else { return .YES }
        return unsafe send(response, connection)
    }
    let exchange = Exchange()
    unsafe memory.pointee = unsafe Unmanaged.passRetained(exchange).toOpaque()
    let host = unsafe MHD_lookup_connection_value(connection, .HEADER_KIND, "Host")
    let request = unsafe HTTPRequest(
        method: method.map { unsafe String(cString: $0) } ?? "", path: url.map { unsafe String(cString: $0) } ?? "/",
        host: host.map { unsafe String(cString: $0) })
    return unsafe state.begin(request, connection, exchange)
}

private let requestCompleted: MHD_RequestCompletedCallback = { _, _, memory, _ in
    guard let known = unsafe memory?.pointee else { return }
    unsafe Unmanaged<Exchange>.fromOpaque(known).release()
    unsafe memory?.pointee = nil
}

private let connectionChanged: MHD_NotifyConnectionCallback = { context, connection, _, change in
    guard let context = unsafe context, let connection = unsafe connection else { return }
    let state = unsafe Unmanaged<ServerState>.fromOpaque(context).takeUnretainedValue()
    let socket = unsafe galley_http_socket(connection)
    if change == .CONNECTION_NOTIFY_STARTED {
        state.connections.opened(socket, now: .now)
    } else {
        state.connections.closed(socket)
    }
}
