public import Pages

/// Reads the people out of a byline: names, roles, affiliation.
public enum BylineReader {
    /// Everybody whom a byline names, in its order, each once.
    ///
    /// - Parameters:
    ///   - line: a byline line of the page, or the value of a field that names people.
    ///   - role: the role that the place implies; without one only what the line itself marks (a role word, "By") is read.
    ///   - language: BCP 47 tag of the page's language.
    public static func read(_ line: String, role: ContributorRole? = nil, language: String? = nil) -> [Contributor] {
        []
    }

    /// Whether a line names people by a role word or a "By": cheap, for asking of every short line of a page.
    public static func isByline(_ line: Span<UInt8>) -> Bool {
        false
    }
}
