internal import Pages

/// Chooses the article's images: the stated main image first, then those that stand between headline and end of body.
enum ImageRule {
    /// More images than this are a gallery's; the rest is left out.
    static let maximum = 60

    /// Names of `meta` elements that state the main image.
    private static let stated = [
        "og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src", "parsely-image-url",
        "sailthru.image.full", "thumbnail",
    ]

    static func images(facts: PageFacts, linked: LinkedArticle, near: ClosedRange<Int>?) -> [ArticleImage] {
        var images: [ArticleImage] = []
        var places: [String: Int] = [:]
        func add(_ image: ArticleImage) {
            guard images.count < maximum, isImage(image.url) else { return }
            let key = Self.key(image.url)
            if let place = places[key] {
                images[place].alt = images[place].alt ?? image.alt
                images[place].caption = images[place].caption ?? image.caption
            } else {
                places[key] = images.count
                images.append(image)
            }
        }
        let main = stated.lazy.compactMap { facts.meta($0) }.first(where: isImage) ?? facts.linkedImage
        if let main { add(ArticleImage(url: main, alt: facts.meta("og:image:alt", "twitter:image:alt"))) }
        for image in linked.images.prefix(1) { add(ArticleImage(url: image.url, caption: image.caption)) }
        if images.isEmpty, let item = facts.itemImages.first(where: isImage) { add(ArticleImage(url: item)) }
        for image in facts.images where near?.contains(image.element) ?? false {
            guard image.width == 0 || image.width >= 100, !isFurniture(image.url) else { continue }
            add(ArticleImage(url: image.url, alt: image.alt, caption: image.caption))
        }
        return images
    }

    /// The last part of the path without its query: sizes of one image differ in the rest.
    private static func key(_ url: String) -> String {
        let path = url.utf8.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        guard let end = path.lastIndex(where: { $0 != UInt8(ascii: "/") }) else { return url }
        let name = path[...end]
        let start = name.lastIndex(of: UInt8(ascii: "/")).map(name.index(after:)) ?? name.startIndex
        return String(decoding: name[start...], as: UTF8.self)
    }

    private static func isImage(_ url: String) -> Bool {
        guard !url.isEmpty, url.utf8.count < 2_048 else { return false }
        let lowered = Array(url.lowercased().utf8)
        return !lowered.starts(with: "data:".utf8) && !lowered.reversed().starts(with: ".svg".utf8.reversed())
            && !placeholders.contains { TextFold.contains(lowered, $0) }
    }

    /// Parts of the addresses of images that only hold a place.
    private static let placeholders = ["/pixel.", "/1x1.", "spacer.", "/blank."].map { Array($0.utf8) }

    /// Whether the file's name says that the image belongs to the site, not to the article.
    private static func isFurniture(_ url: String) -> Bool {
        key(url).utf8.split { ($0 | 0x20) &- 0x61 >= 26 }.contains { word in
            furniture.contains(word.map { $0 | 0x20 })
        }
    }

    /// Words of the names of such files.
    private static let furniture = Set(
        [
            "logo", "logos", "icon", "icons", "favicon", "sprite", "avatar", "gravatar", "placeholder", "spinner",
            "btn",
            "qrcode", "transparent",
        ].map { Array($0.utf8) })
}
