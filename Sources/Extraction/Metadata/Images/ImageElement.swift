internal import Markup
internal import Text

/// An `img` element, for what it says of its image.
struct ImageElement {
    private let node: Node
    private let document: Document

    init(_ node: Node, in document: Document) {
        self.node = node
        self.document = document
    }

    /// The image; `nil` when the element has no address.
    func fact(at position: Int) -> ImageFact? {
        guard let url = address else { return nil }
        let alt = string(node, .alt).map(PlainSpace.plain)
        return ImageFact(
            url: url, alt: alt?.isEmpty == true ? nil : alt, element: position, width: pixels(.width),
            height: pixels(.height), isMarked: isMarked)
    }

    /// `src`, unless a script will put the real one there from an attribute of its own; else, or where that is only a small
    /// one to begin with, the largest of `srcset`.
    private var address: String? {
        var source: String?
        for name in Self.sources where source == nil { source = string(node, name).flatMap(ImageSource.address) }
        if let source, !ImageSource.isTiny(source.utf8.span) { return source }
        for name in Self.sourceSets {
            if let largest = string(node, name).flatMap(ImageSource.largest) { return largest }
        }
        return source
    }

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
