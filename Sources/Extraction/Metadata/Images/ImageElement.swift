internal import Markup
internal import Text

/// An element that shows an image, for what it says of it.
struct ImageElement {
    private let node: Node
    private let document: Document

    private init(_ node: Node, in document: Document) {
        self.node = node
        self.document = document
    }

    /// The image that stands at a place; `nil` when the element has no address.
    static func fact(_ place: ImagePlace, in document: Document) -> ImageFact? {
        let element = ImageElement(place.node, in: document)
        var image = place.isBehind ? element.imageBehind : element.image
        image?.caption = place.caption
        return image
    }

    private var image: ImageFact? {
        guard let url = address else { return nil }
        let alt = string(node, .alt).map(PlainSpace.plain)
        return ImageFact(
            url: url, alt: alt?.isEmpty == true ? nil : alt, width: pixels(.width), height: pixels(.height),
            isMarked: isMarked)
    }

    private var imageBehind: ImageFact? {
        string(node, .style).flatMap(ImageSource.background).map { url in
            ImageFact(url: url, alt: string(node, .ariaLabel), width: 0, height: 0, isMarked: false)
        }
    }

    /// `src`, unless a script will put the real one there from an attribute of its own; else, or where that is only a small
    /// one to begin with, the largest of `srcset`; else what a `picture` around it offers.
    private var address: String? {
        var source: String?
        for name in Self.sources where source == nil { source = string(node, name).flatMap(ImageSource.address) }
        if hasOwnAttributes, source.map(Self.standsIn) ?? true, let late = late { return late }
        if let source, !ImageSource.isTiny(source.utf8.span) { return source }
        return largest(of: node) ?? offered ?? source
    }

    private func largest(of node: Node) -> String? {
        for name in Self.sourceSets {
            if let largest = string(node, name).flatMap(ImageSource.largest) { return largest }
        }
        return nil
    }

    /// The image of the sources beside it in a `picture`: of those that every browser shows, if there are any.
    private var offered: String? {
        guard let parent = document.parent(node), document.tag(parent) == .picture else { return nil }
        let sources = document.children(of: parent).prefix(16).filter { document.tag($0) == .source }
        let isOld: (Node) -> Bool = { source in
            string(source, .type).map { $0 == "image/jpeg" || $0 == "image/png" } ?? true
        }
        return sources.filter(isOld).lazy.compactMap(largest).first ?? sources.lazy.compactMap(largest).first
    }

    /// Whether a script may have an attribute of its own here (`data-…`): of most images this is told sooner than what their address says.
    private var hasOwnAttributes: Bool { document.attributes(node).contains { document.name($0).hasPrefix("data-") } }

    /// What an attribute of a script's own making states: any `data-` attribute whose value is the address of an image file, or a list
    /// of such.
    private var late: String? {
        for attribute in document.attributes(node) {
            guard !attribute.value.isEmpty, attribute.value.count <= 4_096, document.name(attribute).hasPrefix("data-")
            else { continue }
            let value = String(bytes: document.utf8(attribute.value))
            guard let address = ImageSource.address(value), Self.isFile(address), !Self.standsIn(address) else {
                continue
            }
            return address
        }
        return nil
    }

    /// Whether an address is that of an image file by its ending.
    private static func isFile(_ address: String) -> Bool {
        let path = address.prefix { $0 != "?" && $0 != "#" }.lowercased()
        return endings.contains(where: path.hasSuffix)
    }

    private static let endings = [".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif"]

    /// Whether an address is that of an image which only holds the place of another.
    private static func standsIn(_ address: String) -> Bool { ImageAddress(address)?.isStandIn ?? true }

    private static let sources = [AttributeName.dataSrc, .dataLazySrc, .dataOriginal, .src]
    private static let sourceSets = [AttributeName.srcset, .dataSrcset]

    /// The number that an attribute gives, or 0 where it is no number of pixels that an image may have.
    private func pixels(_ name: AttributeName) -> Int {
        guard let text = string(node, name) else { return 0 }
        return WholeNumber.of(text.hasSuffix("px") ? text.dropLast(2) : text[...], in: 0...Self.mostPixels) ?? 0
    }

    /// Pixels of the widest images that browsers show.
    private static let mostPixels = 65_535

    /// Whether the class of the element, or of one of the two around it, says that it is a sign, a logo or a face.
    private var isMarked: Bool {
        var here: Node? = node
        for _ in 0..<3 {
            guard let node = here else { return false }
            if let words = document.attribute(node, .class_),
                ImageRule.marksFurniture(document.utf8(words.prefix(ContentAttributes.most)))
            {
                return true
            }
            here = document.parent(node)
        }
        return false
    }

    private func string(_ node: Node, _ name: AttributeName) -> String? {
        guard let slice = document.attribute(node, name), !slice.isEmpty else { return nil }
        return String(bytes: document.utf8(slice).extracting(first: MarkedText.maximumBytes))
    }
}
