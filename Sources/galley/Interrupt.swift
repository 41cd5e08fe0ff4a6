import Glibc
import Synchronization
import Worker

/// Whether Ctrl-C or SIGTERM has asked a command to end; the second time it ends at once.
final class Interrupt: Sendable {
    private final class Flag: Sendable {
        let isSet = Atomic(false)
    }

    private let flag = Flag()
    private let signals: StopSignals

    /// 128 and SIGINT's number, as shells tell it.
    private static let status: Int32 = 130

    /// Listens until it is released.
    init() {
        signals = StopSignals { [flag] count in
            if count > 1 { _exit(Interrupt.status) }
            flag.isSet.store(true, ordering: .relaxed)
        }
    }

    /// Whether it was asked.
    var isAsked: Bool { flag.isSet.load(ordering: .relaxed) }
}
