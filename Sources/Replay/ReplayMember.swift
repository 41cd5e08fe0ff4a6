import Foundation

/// A name for a process of a replay: its place in the group, and its transactional id.
///
/// A process that starts again should have the name of the one that was killed: it has its partitions at once, and the cluster
/// aborts what was left open, for which everyone would wait until its time limit else. But two that live at once must not share
/// one. A lock on a file says who lives: the kernel frees it however a process ends.
public final class ReplayMember {
    /// The name.
    public let id: String
    /// Whether the name outlives this process; else only the group's and the transaction's time limits tell that it is gone.
    public let isLasting: Bool
    private let file: Int32?

    /// A name that someone else keeps apart, as a pod's in an indexed Job.
    public init(stated id: String) {
        self.id = id
        isLasting = true
        file = nil
    }

    /// Takes the first name that is free on this host: `PREFIX-HOST-0`, `PREFIX-HOST-1`, and so on. Where no lock can be had, as on
    /// a file system that cannot be written, a name that is used once.
    /// - Parameter folder: where locks are; the temporary folder when it is not given.
    public init(_ prefix: String, folder: String? = nil) {
        let host = ProcessInfo.processInfo.hostName
        let folder = folder ?? NSTemporaryDirectory()
        for number in 0..<1000 {
            let name = "\(prefix)-\(host)-\(number)"
            let path = folder + "/" + name.map { $0 == "/" ? "_" : String($0) }.joined() + ".lock"
            let opened = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o666)
            guard opened >= 0 else { break }
            if flock(opened, LOCK_EX | LOCK_NB) == 0 {
                (id, isLasting, file) = (name, true, opened)
                return
            }
            close(opened)
        }
        id = "\(prefix)-\(host)-\(UUID().uuidString.lowercased())"
        (isLasting, file) = (false, nil)
    }

    deinit {
        if let file { close(file) }
    }
}
