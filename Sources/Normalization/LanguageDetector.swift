/// Finds the language of a text as a BCP 47 tag.
public enum LanguageDetector {
    /// The language of a text: what the page declares when the scripts bear it out, else what libcld2 finds; Chinese
    /// always with its script (`zh-Hans`, `zh-Hant`). `nil` when there is nothing to tell by.
    ///
    /// - Parameters:
    ///   - text: title and body.
    ///   - declared: the page's declared language, unvalidated.
    public static func detect(_ text: Span<UInt8>, declared: String? = nil) -> String? {
        nil
    }
}
