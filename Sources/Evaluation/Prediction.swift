/// What an extractor says about a page, in the shape that scorers exchange, `{id, body, title, authors, date}` a line, and two fields more.
public struct Prediction: Sendable, Codable, Equatable {
    /// The page's id in the gold file.
    public var id: String
    /// The body, a paragraph a line; empty when the page was refused.
    public var body: String
    /// The headline.
    public var title: String?
    /// Who wrote it.
    public var authors: [String]
    /// The day of publication, or an RFC 3339 time that starts with it.
    public var date: String?
    /// Who published it first.
    public var source: String?
    /// The address of the main image.
    public var image: String?

    /// Makes a prediction; without a body it says that the page holds no article.
    public init(
        id: String, body: String = "", title: String? = nil, authors: [String] = [], date: String? = nil,
        source: String? = nil, image: String? = nil
    ) {
        self.id = id
        self.body = body
        self.title = title
        self.authors = authors
        self.date = date
        self.source = source
        self.image = image
    }
}
