import Text

/// Finds and reads times in texts of many languages.
///
/// Linear in the text and bounded; a text without a digit or a Chinese numeral is refused at once.
public enum TimeReader {
    /// The first time that a text states, or `nil`.
    public static func first(in text: Span<UInt8>, hints: TimeHints = TimeHints()) -> TimeReading? {
        nil
    }

    /// The first time that a text states, or `nil`.
    public static func first(in text: String, hints: TimeHints = TimeHints()) -> TimeReading? {
        let bytes = Array(text.utf8)
        return first(in: bytes.span, hints: hints)
    }

    /// All times of a text in their order, at most `limit`.
    public static func all(in text: Span<UInt8>, hints: TimeHints = TimeHints(), limit: Int = 16) -> [TimeReading] {
        []
    }

    /// All times of a text in their order, at most `limit`.
    public static func all(in text: String, hints: TimeHints = TimeHints(), limit: Int = 16) -> [TimeReading] {
        let bytes = Array(text.utf8)
        return all(in: bytes.span, hints: hints, limit: limit)
    }
}
