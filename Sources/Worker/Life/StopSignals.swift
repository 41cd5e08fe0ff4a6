import Dispatch
import Glibc
import Synchronization

/// SIGTERM and SIGINT as calls: the first asks to stop, the second to stop at once.
///
/// The signals' dispositions are left alone: on Linux a Dispatch source takes a signal as it is, and one that was set
/// to `SIG_IGN` before (the habit from Apple's systems) never arrives.
public final class StopSignals: Sendable {
    private final class Count: Sendable {
        private let value = Atomic(0)
        func next() -> Int { value.add(1, ordering: .relaxed).newValue }
    }

    private let sources = Mutex<[any DispatchSourceSignal]>([])

    /// Listens until it is released.
    /// - Parameter handle: called with how often a signal came, 1 for the first.
    public init(handle: @escaping @Sendable (Int) -> Void) {
        let count = Count()
        for signal in [SIGTERM, SIGINT] {
            sources.withLock { sources in
                let source = DispatchSource.makeSignalSource(signal: signal, queue: .global(qos: .userInteractive))
                source.setEventHandler { handle(count.next()) }
                source.resume()
                sources.append(source)
            }
        }
    }

    deinit { sources.withLock { $0.forEach { $0.cancel() } } }
}
