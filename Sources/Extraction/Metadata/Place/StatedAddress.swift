public import Markup

/// The URL that a page states for itself.
public enum StatedAddress {
    /// `rel=canonical`, else `og:url`, as it stands: not resolved, and not compared with where the page is from.
    public static func of(_ document: Document) -> String? {
        let facts = FactCollector.collect(document, elements: [])
        return facts.canonical ?? facts.meta("og:url")
    }
}
