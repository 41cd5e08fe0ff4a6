import CRdKafka
import Glibc
import Synchronization

/// A thread of our own with a name that `top -H` and debuggers show. Blocking C calls belong here, never on the pool of
/// Swift concurrency.
final class NamedThread: Sendable {
    private let finished = Latch()

    /// Starts a thread; its name is cut to the 15 bytes that Linux keeps.
    init(name: String, body: @escaping @Sendable () -> Void) throws(KafkaFault) {
        let job = Job(name: String(name.prefix(15)), body: body, finished: finished)
        let opaque = unsafe Unmanaged.passRetained(job).toOpaque()
        var id = pthread_t()
        let failure = unsafe pthread_create(&id, nil, { unsafe NamedThread.run($0) }, opaque)
        guard failure == 0 else {
            unsafe Unmanaged<Job>.fromOpaque(opaque).release()
            throw KafkaFault.invalid("thread \(name) could not be started (errno \(failure))")
        }
        pthread_detach(id)
    }

    /// Waits for the end of the thread's body.
    /// - Returns: whether it ended in time.
    func wait(milliseconds: Int) -> Bool { finished.wait(milliseconds: milliseconds) }

    /// What a new thread is handed; freed by that thread.
    private final class Job: Sendable {
        let name: String
        let body: @Sendable () -> Void
        let finished: Latch

        init(name: String, body: @escaping @Sendable () -> Void, finished: Latch) {
            self.name = name
            self.body = body
            self.finished = finished
        }
    }

    private static func run(_ opaque: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let opaque = unsafe opaque else { return nil }
        let job = unsafe Unmanaged<Job>.fromOpaque(opaque).takeRetainedValue()
        unsafe galley_name_this_thread(job.name)
        job.body()
        job.finished.open()
        return nil
    }
}
