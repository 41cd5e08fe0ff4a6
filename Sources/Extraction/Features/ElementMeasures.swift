internal import Markup

/// What is known of each element of the body before any block is judged: one row an element, parents before children.
struct ElementMeasures {
    /// Elements that levels are counted to; the order is that of ``Feature/levelParagraph`` and what follows it.
    enum Landmark: Int, CaseIterable {
        case paragraph, item, list, table, cell, figure, figcaption, aside, nav, footer, header, article, main, form,
            section, blockquote
        case link, button, definitions, details, heading, hidden, articleBody
    }

    /// Levels to the nearest element of each ``ClassList``.
    var lists: [Levels] = []
    /// Levels to the nearest ``Landmark``.
    var landmarks: [Levels] = []
    /// The element's smallest negative and largest positive class value, and the sums and extremes on the way down.
    var classes: [ClassValues] = []
    /// Hash of kind and class tokens.
    var signatures: [UInt32] = []

    /// How many elements have a class of each ``PageList``.
    var pageLists: [Int32] = Array(repeating: 0, count: PageList.allCases.count)

    /// Values of class tokens at an element.
    struct ClassValues {
        var negative: Float = 0, positive: Float = 0, sum: Float = 0, least: Float = 0, most: Float = 0
    }

    /// Measures all elements of a page.
    init(_ page: PageBlocks, in document: Document, table: ClassTable) {
        let count = page.elements.count
        lists.reserveCapacity(count)
        landmarks.reserveCapacity(count)
        classes.reserveCapacity(count)
        signatures.reserveCapacity(count)
        var reader = AttributeReader(document, table)
        for element in page.elements { append(element, reader.marks(of: element)) }
    }

    @inline(__always)
    private mutating func append(_ element: PageElement, _ attributes: AttributeMarks) {
        let parent = Int(element.parent)
        let (above, aboveLandmarks) = parent < 0 ? (Levels.far, Levels.far) : (lists[parent], landmarks[parent])
        lists.append(above.below(hits: attributes.lists & (1 << PageList.firstBit - 1)))
        var pageHits = attributes.lists >> PageList.firstBit
        while pageHits != 0 {
            pageLists[pageHits.trailingZeroBitCount] += 1
            pageHits &= pageHits - 1
        }
        landmarks.append(aboveLandmarks.below(hits: attributes.landmarks))
        var values = ClassValues(negative: attributes.negative, positive: attributes.positive)
        let own = values.negative + values.positive
        let over = parent < 0 ? ClassValues() : classes[parent]
        values.sum = 0.7 * over.sum + own
        values.least = min(over.least, values.negative)
        values.most = max(over.most, values.positive)
        classes.append(values)
        signatures.append(Folding.step(attributes.hash, UInt32(element.kind.rawValue) + 7))
    }
}
