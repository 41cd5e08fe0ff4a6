public import Extraction
public import Pages

/// How a page became its event, or why it became none: for a person.
public struct PageExplanation: Sendable {
    /// The page's URL.
    public var url: String?
    /// The event.
    public var event: ArticleEvent?
    /// Why there is none.
    public var rejection: Rejection?
    /// What the extraction made of the page; `nil` when it was not asked, as of an empty body.
    public var report: ExtractionReport?
}
