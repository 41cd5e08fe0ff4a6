/// The one place where a number is read out of a page, a header, an address or an envelope: within the range that its meaning has,
/// or refused. So arithmetic on what comes out of here cannot overflow, whatever was written.
///
/// Readers of times (`TimeTokenizer`, `Timestamp`) and of character references have bounds of their own, by digits; settings are
/// read by `Quantity`, which refuses likewise.
public enum WholeNumber {
    /// The number that a text is; `nil` when it is none, or outside the range.
    ///
    /// - Parameter text: ASCII digits with an optional sign and nothing else.
    @inlinable
    public static func of(_ text: some StringProtocol, in range: ClosedRange<Int>) -> Int? {
        guard let number = Int(text), range.contains(number) else { return nil }
        return number
    }

    /// The same of bytes.
    public static func of(_ bytes: some Sequence<UInt8>, in range: ClosedRange<Int>) -> Int? {
        of(String(decoding: Array(bytes), as: UTF8.self), in: range)
    }
}
