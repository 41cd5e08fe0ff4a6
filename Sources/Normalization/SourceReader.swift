public import Pages

/// Reads the line that says where an article comes from (稿源, 来源, 转自, "Source:", "Quelle:").
public enum SourceReader {
    /// The source that a line states, with its label, or `nil`. The label may stand anywhere in the line
    /// (`2021-12-08 稿源: …`).
    public static func read(_ line: String) -> SourceLine? {
        nil
    }

    /// Whether a line states a source by a label: cheap, on bytes.
    public static func isSourceLine(_ line: Span<UInt8>) -> Bool {
        false
    }
}
