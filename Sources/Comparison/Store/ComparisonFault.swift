/// Something about the file of a comparison that cannot be used or written.
public struct ComparisonFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// What kind of fault it is.
    public enum Kind: Sendable, Equatable {
        /// The file is not a database, or is damaged.
        case notReadable
        /// The file is a database of something else.
        case otherContent
        /// The file was written with another layout.
        case otherLayout(version: Int)
        /// Another process uses the file.
        case inUse
        /// The store was closed.
        case closed
        /// The file system, or SQLite, refused; the code is SQLite's.
        case refused(code: Int)
    }

    /// The kind of fault.
    public let kind: Kind
    /// The file.
    public let path: String
    /// What was wrong and what to do, for a person.
    public let description: String

    static func otherContent(_ path: String) -> ComparisonFault {
        ComparisonFault(
            kind: .otherContent, path: path,
            description: "\(path) is a database of something else: name another file for the comparison")
    }

    static func otherLayout(_ version: Int, _ path: String) -> ComparisonFault {
        ComparisonFault(
            kind: .otherLayout(version: version), path: path,
            description: "\(path) was written by another version of Galley (layout \(version), this one has "
                + "\(Layout.version)): compare with that version, or delete the file and begin again")
    }

    static func damaged(_ path: String) -> ComparisonFault {
        ComparisonFault(
            kind: .notReadable, path: path,
            description: "\(path) is damaged (an event cannot be read): delete it and begin again")
    }

    static func closed(_ path: String) -> ComparisonFault {
        ComparisonFault(kind: .closed, path: path, description: "\(path) was closed: open it again")
    }
}
