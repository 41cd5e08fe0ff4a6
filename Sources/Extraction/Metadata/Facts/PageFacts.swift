internal import Markup

/// What a page states about itself outside its running text, in document order and as it stands: the input of every
/// metadata rule. A text dump has none of it.
struct PageFacts {
    /// Whether microdata call it a thread (`DiscussionForumPosting`).
    var isThread = false
    /// Whether microdata call it a question with its answers (`QAPage`).
    var isAnswered = false
    /// `meta` values by lower-case name (`property`, `name`, `itemprop` or `http-equiv`), in page order.
    var metas: [String: [String]] = [:]
    /// The `title` element.
    var titleElement = ""
    /// `rel=canonical`.
    var canonical: String?
    /// `<base href>`.
    var base: String?
    /// `<html lang>`.
    var language: String?
    /// Headings h1 to h4.
    var headings: [HeadingFact] = []
    /// `time` elements and elements whose class says that they hold a date.
    var times: [TimeFact] = []
    /// Elements that say by `rel`, `itemprop`, `property` or class that they name who wrote.
    var people: [PersonFact] = []
    /// Elements that say by class that they name the article's source.
    var sources: [SourceFact] = []
    /// Microdata and RDFa values by property name, people and times apart.
    var items: [String: [String]] = [:]
    /// Breadcrumbs of navigation markup.
    var crumbs: [[String]] = []
    /// Headings that name the site, not an article.
    var siteHeadings: [String] = []
    /// What links to a site's front page are called, or the images in them.
    var homeLinks: [HomeLink] = []
    /// Where images of the page's body stand.
    var images: [ImagePlace] = []
    /// What `link rel=image_src` names.
    var linkedImage: String?
    /// Addresses of images that microdata and RDFa state.
    var itemImages: [String] = []
    /// `rel=tag` links.
    var tagLinks: [TextFact] = []
    /// Links whose address says that they lead to a tag.
    var tagPaths: [TextFact] = []
    /// Links and lines whose relation, address or class says that they name the section.
    var sections: [TextFact] = []
    /// Links whose class, or that of what holds them, says that they are tags.
    var classTags: [TextFact] = []
    /// Elements whose class says that they are the line below the headline.
    var subtitles: [TextFact] = []
    /// Elements whose class says that they introduce the article: its first paragraph, or a line above it.
    var leads: [TextFact] = []
    /// Linked data.
    var linked = JSONLDReader()
    /// What collecting them took: nodes walked into and out of, those of elements whose text was read again.
    var steps = 0

    /// The first value of the first of these `meta` names that has one.
    func meta(_ names: String...) -> String? { meta(names) }

    /// The first value of the first of these `meta` names that has one.
    func meta(_ names: [String]) -> String? {
        for name in names {
            if let value = metas[name]?.first(where: { !$0.isEmpty }) { return value }
        }
        return nil
    }
}

/// A heading element.
struct HeadingFact {
    /// 1 to 4.
    var level: Int
    /// Its text.
    var text: String
    /// Texts of its child elements, when it has several parts (a kicker and a headline).
    var parts: [String] = []
    /// Its text behind a child that is a kicker by its class, or `nil` when it has none.
    var headline: String?
    /// Index of the element in ``PageBlocks/elements``, or -1.
    var element: Int
}

/// An element that holds a time.
struct TimeFact {
    /// How the element says what its time is.
    enum Meaning { case published, modified, unknown }
    /// `datetime` or `content`, or empty.
    var machine: String
    /// The text.
    var text: String
    var meaning: Meaning
    /// What stands right before it and is short: `Received:`.
    var label = ""
    /// The element.
    var node: Node
    /// Whether it is a `time` element.
    var isTimeElement: Bool
    /// Whether `itemprop` or `property` gave its meaning.
    var isMarked: Bool
    /// Index of the last element begun in ``PageBlocks/elements``.
    var element: Int
}

/// An element that names who wrote.
struct PersonFact {
    /// How the element says so, the surest first.
    enum Basis: Int { case itemprop, property, rel, classWord, path, writerWord, nameWord }
    var text: String
    var basis: Basis
    /// The element.
    var node: Node
    var element: Int
}

/// An element that names where the article comes from.
struct SourceFact {
    var text: String
    /// Its link.
    var url: String?
    /// Index of the last element begun in ``PageBlocks/elements``.
    var element: Int
}

/// The text of an element.
struct TextFact {
    var text: String
    /// Index of the last element begun in ``PageBlocks/elements``.
    var element: Int
}

/// An element that shows an image. What it says of its image is read where that may be one of the article's: a page has many.
struct ImagePlace {
    var node: Node
    /// Index of the last element begun in ``PageBlocks/elements``.
    var element: Int
    var caption: String?
    /// Whether its style sets the image behind it.
    var isBehind = false
}

/// An image in the page's body.
struct ImageFact {
    var url: String
    var alt: String?
    var caption: String?
    /// Stated width in pixels, or 0.
    var width: Int
    /// Stated height in pixels, or 0.
    var height: Int
    /// Whether its class says that it is a sign, a logo or a face.
    var isMarked: Bool
}
