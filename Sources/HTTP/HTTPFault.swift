import Glibc

/// Why a server could not be started, or a request not be made.
public enum HTTPFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// Another process listens there.
    case taken(address: String)
    /// The address cannot be listened on: it is not this machine's, or this user may not.
    case unusable(address: String, detail: String)
    /// The request got no answer: no connection, a certificate that is not trusted, a time-out.
    case noAnswer(url: String, detail: String)
    /// The answer was longer than asked for.
    case tooLong(url: String, bytes: Int)

    static func system(address: String, _ code: Int32) -> HTTPFault {
        code == EADDRINUSE
            ? .taken(address: address) : .unusable(address: address, detail: unsafe String(cString: strerror(code)))
    }

    /// What, where, and what to do.
    public var description: String {
        switch self {
        case .taken(let address): "\(address) is taken by another process"
        case .unusable(let address, let detail): "\(address) cannot be listened on: \(detail)"
        case .noAnswer(let url, let detail): "no answer from \(url): \(detail)"
        case .tooLong(let url, let bytes): "the answer of \(url) is longer than \(bytes) bytes"
        }
    }
}
