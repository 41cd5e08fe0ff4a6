import Dispatch
import Glibc
import Synchronization

/// The open connections, so that none lasts for ever: a client that sends a byte now and then is never silent.
final class Connections: Sendable {
    private let open = Mutex<[Int32: ContinuousClock.Instant]>([:])
    private let limits: HTTPServer.Limits
    private let timer = Mutex<(any DispatchSourceTimer)?>(nil)

    init(_ limits: HTTPServer.Limits) { self.limits = limits }

    /// The oldest makes room when there are nearly as many as there may be.
    func opened(_ socket: Int32, now: ContinuousClock.Instant) {
        open.withLock { open in
            open[socket] = now
            guard open.count > limits.connections * 3 / 4, let oldest = open.min(by: { $0.value < $1.value }) else {
                return
            }
            end(oldest.key, &open)
        }
    }

    /// Called before the socket is closed, after which its number may be another's.
    func closed(_ socket: Int32) { open.withLock { _ = $0.removeValue(forKey: socket) } }

    /// Ends those that have lasted too long.
    func sweep(now: ContinuousClock.Instant) {
        open.withLock { open in
            for (socket, since) in open where since.duration(to: now) >= limits.lifetime { end(socket, &open) }
        }
    }

    private func end(_ socket: Int32, _ open: inout [Int32: ContinuousClock.Instant]) {
        shutdown(socket, Int32(SHUT_RDWR))
        open[socket] = nil
    }

    func watch() {
        timer.withLock { timer in
            let source = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "galley.http.connections"))
            source.schedule(deadline: .now() + 1, repeating: 1)
            source.setEventHandler { [weak self] in self?.sweep(now: .now) }
            source.resume()
            timer = source
        }
    }

    func stopWatching() {
        timer.withLock { timer in
            timer?.cancel()
            timer = nil
        }
    }
}
