/// Where bodies are kept that a record only names (claim checks, `ce_dataref`).
public protocol BodyStore: Sendable {
    /// The bytes behind a reference.
    ///
    /// - Parameter mostBytes: more are a fault.
    /// - Throws: a ``BodyFault``.
    func body(at reference: String, mostBytes: Int) throws(BodyFault) -> [UInt8]
}

/// Why a body that is kept elsewhere cannot be had.
public enum BodyFault: Error, Sendable, Equatable {
    /// It may not be fetched, is not there, or its store gave no answer.
    case unavailable(detail: String)
    /// It is larger than a page may be.
    case tooLarge(bytes: Int)
}
