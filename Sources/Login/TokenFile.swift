import Foundation
public import Kafka

/// A file whose content is a token, which somebody else renews: a service account's in Kubernetes, or a sidecar's.
public struct TokenFile: Sendable {
    private let path: String
    private let read: @Sendable (String) throws(Unreadable) -> [UInt8]

    /// Why a file cannot be read, in words.
    public struct Unreadable: Error {
        let words: String

        /// Makes a reason.
        public init(_ words: String) { self.words = words }
    }

    /// Names a file.
    ///
    /// - Parameter read: gives the bytes of a file.
    public init(_ path: String, read: @escaping @Sendable (String) throws(Unreadable) -> [UInt8]) {
        self.path = path
        self.read = read
    }

    /// The token that stands there now.
    public func token(nowMs: Int64 = TokenClock.nowMs) throws(TokenFault) -> BearerToken {
        let place = TokenPlace.file(path)
        let bytes: [UInt8]
        do throws(Unreadable) {
            bytes = try read(path)
        } catch {
            throw .away(place, detail: error.words)
        }
        return try TokenReader(place: place, principal: "token file", nowMs: nowMs).token(bytes)
    }

    /// The file as a source of tokens, read each time that one is asked for.
    public var source: TokenSource { TokenSource { try token() } }
}

/// The time that tokens are held against.
public enum TokenClock {
    /// Milliseconds since 1970.
    public static var nowMs: Int64 { Int64(Date().timeIntervalSince1970 * 1000) }
}
