/// Lines that ask readers to call, write or report: they belong to no field of an event.
public enum ContactLine {
    /// Whether a line is such a contact line (报料热线, 纠错, 举报电话, "Tip line:", "Report a typo"): cheap, on bytes.
    public static func isContact(_ line: Span<UInt8>) -> Bool {
        false
    }
}
