import Foundation

/// A name for a process of a replay: its place in the group, and its transactional id.
///
/// A process that starts again should have the name of the one that was killed: it has its partitions at once, and the cluster
/// aborts what was left open, for which everyone would wait until its time limit else. But two that live at once must not share
/// one. A lock on a file says who lives: the kernel frees it however a process ends. The file holds a part of the name that chance
/// has made, so that hosts of one name, or containers that do not see each other's files, do not meet.
public final class ReplayMember {
    /// The name.
    public let id: String
    /// Whether the name outlives this process; else only the group's and the transaction's time limits tell that it is gone.
    public let isLasting: Bool
    private let file: Int32?

    /// Takes the first name that is free here: `PREFIX-HOST-0-…`, `PREFIX-HOST-1-…`, and so on. Where no lock can be had, as on a file
    /// system that cannot be written, a name that is used once.
    /// - Parameter folder: where locks are; the temporary folder when it is not given.
    public init(_ prefix: String, folder: String? = nil) {
        let host = ProcessInfo.processInfo.hostName
        let folder = folder ?? NSTemporaryDirectory()
        for number in 0..<1000 {
            let name = "\(prefix)-\(host)-\(number)"
            let path = folder + "/" + name.map { $0 == "/" ? "_" : String($0) }.joined() + ".lock"
            let opened = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
            guard opened >= 0 else { break }
            if flock(opened, LOCK_EX | LOCK_NB) == 0, let token = ReplayMember.token(of: opened) {
                (id, isLasting, file) = ("\(name)-\(token)", true, opened)
                return
            }
            close(opened)
        }
        id = "\(prefix)-\(host)-\(ReplayMember.chance(16))"
        (isLasting, file) = (false, nil)
    }

    /// What the file holds, or is given when it is new.
    private static func token(of file: Int32) -> String? {
        var bytes = [UInt8](repeating: 0, count: 8)
        if pread(file, &bytes, 8, 0) == 8 { return String(validating: bytes, as: UTF8.self) }
        let made = chance(8)
        return pwrite(file, Array(made.utf8), 8, 0) == 8 ? made : nil
    }

    /// So many hex digits that chance gives.
    static func chance(_ digits: Int) -> String {
        (0..<digits).map { _ in String(UInt8.random(in: 0..<16), radix: 16) }.joined()
    }

    deinit {
        if let file { close(file) }
    }
}
