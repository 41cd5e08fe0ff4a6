import Dispatch
import Foundation

/// Waits for SIGINT or SIGTERM.
///
/// The sources watch the signals without touching their disposition first: on Linux a source never fires for a signal that
/// was set to be ignored. The handler that takes the default's place is installed by the source itself.
enum StopSignal {
    /// Blocks the calling thread until a person or a supervisor asks the process to stop.
    static func wait() {
        let asked = DispatchSemaphore(value: 0)
        let sources = [SIGINT, SIGTERM].map { number in
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { asked.signal() }
            source.resume()
            return source
        }
        asked.wait()
        sources.forEach { $0.cancel() }
    }
}
