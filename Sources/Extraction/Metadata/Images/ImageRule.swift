internal import Markup
internal import Pages

/// Chooses the article's images: the stated main image first, then those that stand between headline and end of body.
enum ImageRule {
    /// More images than this are a gallery's; the rest is left out.
    static let maximum = 60

    /// Names of `meta` elements that state the main image.
    private static let names = [
        "og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src", "parsely-image-url",
        "sailthru.image.full", "thumbnail",
    ]

    /// The images of an article. `near` are the elements between headline and end of body, `people` the folded names of its
    /// authors, whose portraits are no images of what they write about.
    static func images(
        facts: PageFacts, linked: LinkedArticle, document: Document?, near: ClosedRange<Int>?,
        people: Set<[UInt8]> = [], url: String? = nil
    ) -> [ArticleImage] {
        let site = (url ?? facts.canonical).flatMap(ImageAddress.labels) ?? []
        var list = ImageList()
        var cards: [(ArticleImage, ImageAddress)] = []
        for image in main(facts: facts, linked: linked) {
            guard let address = ImageAddress(image.url), !address.isDefault(of: site) else { continue }
            if address.isCard(of: site) { cards.append((image, address)) } else { list.add(image, address) }
        }
        var isFirst = true
        for place in facts.images where near?.contains(place.element) ?? false {
            guard let document, let image = ImageElement.fact(place, in: document), !isFurniture(image, people: people),
                let address = ImageAddress(image.url),
                !(isSetAsPhoto(image) ? address.isNone : address.isFurniture)
            else { continue }
            list.add(ArticleImage(url: image.url, alt: image.alt, caption: image.caption), address)
            if isFirst { cards.forEach { list.add($0, $1) } }
            isFirst = false
        }
        if isFirst { cards.forEach { list.add($0, $1) } }
        return list.images
    }

    /// The main image as `meta` elements state it, as linked data do, and where neither does as microdata do.
    private static func main(facts: PageFacts, linked: LinkedArticle) -> [ArticleImage] {
        var images: [ArticleImage] = []
        let stated = names.lazy.compactMap { facts.meta($0) }.first { ImageAddress($0) != nil } ?? facts.linkedImage
        if let stated {
            images.append(ArticleImage(url: stated, alt: facts.meta("og:image:alt", "twitter:image:alt")))
        }
        images += linked.images.prefix(1).map { ArticleImage(url: $0.url, caption: $0.caption) }
        if images.isEmpty, let item = facts.itemImages.first(where: { ImageAddress($0) != nil }) {
            images.append(ArticleImage(url: item))
        }
        return images
    }

    /// Whether what the element says of itself makes it a sign, a button, an advertisement or an author's portrait.
    private static func isFurniture(_ image: ImageFact, people: Set<[UInt8]>) -> Bool {
        if image.isMarked || isSmall(image) || isBanner(image) { return true }
        guard let alt = image.alt else { return false }
        return Crumbs.leadsAway(alt) || people.contains(TextFold.fold(alt))
    }

    /// Whether an element sets an image as photographs are set, whatever words its address has: with a caption, or large.
    private static func isSetAsPhoto(_ image: ImageFact) -> Bool {
        image.caption != nil || image.width >= 400 && image.height >= 250
    }

    private static func isSmall(_ image: ImageFact) -> Bool {
        (1..<100).contains(image.width) || (1..<60).contains(image.height)
    }

    /// Whether an image has the shape of an advertisement: a strip as 728x90, a tower as 160x600, a billboard as 970x250.
    private static func isBanner(_ image: ImageFact) -> Bool {
        let (width, height) = (image.width, image.height)
        guard width > 0, height > 0 else { return false }
        return width <= 1_000 && width >= 6 * height || width <= 160 && height >= 3 * width
            || width == 970 && height == 250
    }

    /// A caption without the word that asks to see the image larger.
    static func caption(_ text: String) -> String {
        let label = ["Enlarge / ", "Enlarge this image ", "Enlarge image ", "Enlarge "].first(where: text.hasPrefix)
        return String(text.dropFirst(label?.count ?? 0))
    }

    /// Whether the words of an element's class make what it holds furniture: `avatar`, `site-logo`, `wp-smiley`.
    static func marksFurniture(_ words: Span<UInt8>) -> Bool {
        contains(words, "avatar") || contains(words, "emoji") || contains(words, "smiley")
            || signs.contains { $0.isIn(words) }
    }

    private static let signs = ClassWord.apart("logo", "icon")
}

/// Images in the order in which they are added, each once.
private struct ImageList {
    private(set) var images: [ArticleImage] = []
    private var places: [String: Int] = [:]

    /// Adds an image, or to an image that is there already what it lacks.
    mutating func add(_ image: ArticleImage, _ address: ImageAddress) {
        if let place = places[address.key] {
            images[place].alt = images[place].alt ?? image.alt
            images[place].caption = images[place].caption ?? image.caption
        } else if images.count < ImageRule.maximum {
            places[address.key] = images.count
            images.append(image)
        }
    }
}
