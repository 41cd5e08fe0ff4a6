/// What a page's linked data says about its article, in one flat value.
struct LinkedArticle {
    var headline: String?
    var alternativeHeadline: String?
    var description: String?
    var published: [String] = []
    var modified: [String] = []
    /// Dates of nodes that describe the page rather than the article.
    var pagePublished: [String] = []
    /// When films that the page shows were put there.
    var uploaded: [String] = []
    var pageModified: [String] = []
    var authors: [String] = []
    var publisher: String?
    var siteName: String?
    var sections: [String] = []
    var keywords: [String] = []
    var images: [ArticleImageFact] = []
    var language: String?
    var url: String?
    var breadcrumb: [String] = []

    /// An image of the linked data.
    struct ArticleImageFact {
        var url: String
        var caption: String?
    }

    /// Reads the article out of the nodes. `title` is the page's `title` element, which tells the page's own article
    /// from others it lists.
    init(_ reader: JSONLDReader, title: String) {
        let foldedTitle = TextFold.fold(title)
        let ranked = reader.nodes.enumerated()
            .compactMap { Self.score($1, order: $0, title: foldedTitle) }
            .sorted { ($0.score, -$0.order) > ($1.score, -$1.order) }
        for candidate in ranked.prefix(4) where agrees(reader.nodes[candidate.order]) {
            take(reader.nodes[candidate.order], reader)
        }
        for node in reader.nodes { takeSurroundings(node, reader) }
    }

    /// Types of an article, lower case.
    static let articleTypes: Set<String> = [
        "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle",
        "backgroundnewsarticle",
        "reviewnewsarticle", "askpublicnewsarticle", "blogposting", "liveblogposting", "socialmediaposting",
        "techarticle",
        "scholarlyarticle", "advertisercontentarticle", "satiricalarticle", "report", "posting", "review", "recipe",
        "medicalwebpage", "podcastepisode", "discussionforumposting", "howto", "interview",
    ]
    private static let pageTypes: Set<String> = ["webpage", "itempage", "videoobject", "creativework"]
    /// Properties whose objects are other things than the page's article.
    private static let foreignRoles: Set<String> = [
        "itemListElement", "hasPart", "isPartOf", "relatedLink", "citation", "mentions", "about", "comment", "item",
        "liveBlogUpdate", "itemReviewed", "subjectOf", "isBasedOn", "blogPost", "review",
    ]

    /// Dates of the page that are kept, and a node's more.
    private static let maximumDates = 128

    private static func score(_ node: LinkedNode, order: Int, title: [UInt8]) -> (score: Int, order: Int)? {
        guard node.types.contains(where: { articleTypes.contains($0.lowercased()) }) else { return nil }
        var score = node.depth == 0 ? 2 : 0
        if let role = node.role, foreignRoles.contains(role) { score -= 4 }
        if let headline = node.string("headline") ?? node.string("name") {
            let folded = TextFold.fold(headline)
            score += 1
            if !folded.isEmpty, TextFold.contains(title, folded) { score += 4 }
        }
        if node.string("datePublished") != nil { score += 1 }
        return score > -2 ? (score, order) : nil
    }

    /// Whether a further node tells of the article that is known already.
    private func agrees(_ node: LinkedNode) -> Bool {
        guard let headline, let other = node.string("headline") ?? node.string("name") else { return true }
        return TextFold.fold(headline) == TextFold.fold(other)
    }

    private mutating func take(_ node: LinkedNode, _ reader: JSONLDReader) {
        headline = headline ?? node.string("headline") ?? node.string("name")
        alternativeHeadline = alternativeHeadline ?? node.string("alternativeHeadline")
        description = description ?? node.string("description")
        if published.isEmpty { published = node.strings("datePublished") + node.strings("dateCreated") }
        if modified.isEmpty { modified = node.strings("dateModified") }
        if authors.isEmpty { authors = Self.names(node, "author", reader) }
        if authors.isEmpty { authors = Self.names(node, "creator", reader) }
        publisher = publisher ?? Self.names(node, "publisher", reader).first
        if sections.isEmpty { sections = node.strings("articleSection") }
        if keywords.isEmpty { keywords = Self.keywords(node.strings("keywords")) }
        if images.isEmpty { images = Self.images(node, reader) }
        language = language ?? node.string("inLanguage")
        url = url ?? node.string("url")
    }

    /// Reads what nodes other than the article tell: the site, the breadcrumb, the page's own dates.
    private mutating func takeSurroundings(_ node: LinkedNode, _ reader: JSONLDReader) {
        var seen: Set<String> = []
        for type in node.types.map({ $0.lowercased() }) where seen.insert(type).inserted {
            switch type {
            case "website": siteName = siteName ?? node.string("name")
            case "breadcrumblist": if breadcrumb.isEmpty { breadcrumb = Self.crumbs(node, reader) }
            case _ where Self.pageTypes.contains(type) && node.role.map(Self.foreignRoles.contains) != true:
                if pagePublished.count < Self.maximumDates {
                    pagePublished += node.strings("datePublished")
                    uploaded += node.strings("uploadDate")
                }
                if pageModified.count < Self.maximumDates { pageModified += node.strings("dateModified") }
                language = language ?? node.string("inLanguage")
                if authors.isEmpty, type != "videoobject" { authors = Self.names(node, "author", reader) }
            default: break
            }
        }
    }

    /// The names a property holds: strings, objects with a name, references to other nodes.
    private static func names(_ node: LinkedNode, _ property: String, _ reader: JSONLDReader) -> [String] {
        let value = node.properties[property]
        let items = (value as? [Any]) ?? value.map { [$0] } ?? []
        var names: [String] = []
        for item in items.prefix(32) {
            if let object = item as? [String: Any] {
                let known =
                    object["name"] ?? (object["@id"] as? String).flatMap { reader.node(id: $0) }?.properties["name"]
                let parts = [object["givenName"], object["familyName"]].compactMap { $0 as? String }
                names += known == nil && !parts.isEmpty ? [parts.joined(separator: " ")] : LinkedNode.strings(known)
            } else {
                names += LinkedNode.strings(item)
            }
        }
        return names.filter { !contains($0.utf8.span, "://") }
    }

    private static func keywords(_ values: [String]) -> [String] {
        values.count == 1 ? Tags.split(values[0]) : values
    }

    private static func images(_ node: LinkedNode, _ reader: JSONLDReader) -> [ArticleImageFact] {
        let value = node.properties["image"] ?? node.properties["thumbnailUrl"]
        let listed = (value as? [String: Any])?["@list"] ?? value
        let items = (listed as? [Any]) ?? listed.map { [$0] } ?? []
        return items.prefix(16).compactMap { item in
            if let url = item as? String { return ArticleImageFact(url: url, caption: nil) }
            guard let stated = item as? [String: Any] else { return nil }
            let referred = (stated["@id"] as? String).flatMap { reader.node(id: $0)?.properties }
            let object = stated["url"] == nil && stated["contentUrl"] == nil ? referred ?? stated : stated
            let url = LinkedNode.strings(object["url"]).first ?? LinkedNode.strings(object["contentUrl"]).first
            return url.map { ArticleImageFact(url: $0, caption: LinkedNode.strings(object["caption"]).first) }
        }
    }

    /// The names of a `BreadcrumbList` by position.
    private static func crumbs(_ node: LinkedNode, _ reader: JSONLDReader) -> [String] {
        var items: [(position: Double, name: String)] = []
        for (index, element) in node.objects("itemListElement").prefix(16).enumerated() {
            let inner = element["item"] as? [String: Any]
            guard let name = (LinkedNode.strings(element["name"]) + LinkedNode.strings(inner?["name"])).first else {
                continue
            }
            let position = LinkedNode.strings(element["position"]).first.flatMap(Double.init) ?? Double(index)
            items.append((position, name))
        }
        return Crumbs.cleaned(items.sorted { $0.position < $1.position }.map(\.name))
    }
}
