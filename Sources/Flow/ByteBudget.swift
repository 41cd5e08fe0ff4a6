/// One budget of bytes with two marks: intake stops when the high mark is reached and goes on when the low mark is.
///
/// The distance between the marks keeps intake from flapping; one record may pass the high mark, so the most that is
/// ever held is the high mark plus the largest record.
public struct ByteBudget: Sendable, Equatable {
    /// What intake has to do now.
    public enum Action: Sendable, Equatable {
        /// Take no more records.
        case pause
        /// Take records again.
        case resume
    }

    /// Bytes at which intake stops.
    public let high: Int
    /// Bytes at which it goes on.
    public let low: Int
    /// Bytes held now.
    public private(set) var used = 0
    /// Whether the high mark was reached and the low mark was not since.
    public private(set) var isShut = false

    /// Makes a budget; marks below one byte are raised to it, a low mark above the high one is lowered.
    public init(high: Int, low: Int) {
        self.high = max(1, high)
        self.low = min(max(0, low), self.high - 1)
    }

    /// Takes bytes for a record that is already in memory.
    public mutating func take(_ bytes: Int) -> Action? {
        used += max(0, bytes)
        guard !isShut, used >= high else { return nil }
        isShut = true
        return .pause
    }

    /// Gives bytes back.
    public mutating func give(_ bytes: Int) -> Action? {
        used = max(0, used - max(0, bytes))
        guard isShut, used <= low else { return nil }
        isShut = false
        return .resume
    }
}
