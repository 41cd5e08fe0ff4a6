import Foundation

/// A transactional id of this host's own, kept over restarts, of as many as processes need at once.
///
/// A process that starts again should have the id of the one that was killed: the cluster then aborts what that left open, for
/// which everyone would wait until its time limit else. But two that live at once must not share one. A lock on a file says who
/// lives: the kernel frees it however a process ends.
public final class TransactionSlot {
    /// The id.
    public let id: String
    private let file: Int32

    /// Takes the first id that is free: `PREFIX-HOST-0`, `PREFIX-HOST-1`, and so on.
    /// - Parameter folder: where locks are; the temporary folder when it is not given.
    /// - Throws: a ``ReplayFault`` when no lock can be had.
    public init(_ prefix: String, folder: String? = nil) throws {
        let host = ProcessInfo.processInfo.hostName
        let folder = folder ?? NSTemporaryDirectory()
        var problem = ""
        for number in 0..<1000 {
            let name = "\(prefix)-\(host)-\(number)"
            let path = folder + "/" + name.map { $0 == "/" ? "_" : String($0) }.joined() + ".lock"
            let opened = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o666)
            guard opened >= 0 else {
                problem = "\(path): \(String(cString: strerror(errno)))"
                break
            }
            if flock(opened, LOCK_EX | LOCK_NB) == 0 {
                (id, file) = (name, opened)
                return
            }
            problem = "\(path) and those before it are taken"
            close(opened)
        }
        throw ReplayFault.notShared("no transactional id could be taken: \(problem). Give delivery.transactional_id")
    }

    deinit { close(file) }
}
