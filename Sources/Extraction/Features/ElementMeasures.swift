internal import Markup
internal import Pages

/// What is known of each element of the body before any block is judged: one row an element, parents before children.
struct ElementMeasures {
    /// Elements that levels are counted to; the order is that of ``Feature/levelParagraph`` and what follows it.
    enum Landmark: Int, CaseIterable {
        case paragraph, item, list, table, cell, figure, figcaption, aside, nav, footer, header, article, main, form,
            section, blockquote
        case link, button, definitions, details, heading, hidden, articleBody
    }

    /// What is known of one element.
    struct Row {
        /// Levels to the nearest element of each ``ClassList``.
        var lists: Levels
        /// Levels to the nearest ``Landmark``.
        var landmarks: Levels
        /// The element's smallest negative and largest positive class value, and the sums and extremes on the way down.
        var classes: ClassValues
        /// Hash of kind and class tokens.
        var signature: UInt32

        @inline(__always)
        fileprivate init(below parent: Row, _ marks: AttributeMarks, _ kind: ElementKind) {
            lists = parent.lists.below(hits: marks.lists & (1 << PageList.firstBit - 1))
            landmarks = parent.landmarks.below(hits: marks.landmarks)
            classes = ClassValues(negative: marks.negative, positive: marks.positive)
            classes.sum = 0.7 * parent.classes.sum + (marks.negative + marks.positive)
            classes.least = min(parent.classes.least, marks.negative)
            classes.most = max(parent.classes.most, marks.positive)
            signature = Folding.step(marks.hash, UInt32(kind.rawValue) + 7)
        }

        /// What stands above the body.
        fileprivate init() {
            (lists, landmarks, classes, signature) = (.far, .far, ClassValues(), 0)
        }
    }

    /// Values of class tokens at an element.
    struct ClassValues {
        var negative: Float = 0, positive: Float = 0, sum: Float = 0, least: Float = 0, most: Float = 0
    }

    private let rows: [Row]
    /// How many elements have a class of each ``PageList``.
    private(set) var pageLists: [Int32] = Array(repeating: 0, count: PageList.allCases.count)

    /// Measures all elements of a page; those that the clock is over before say nothing.
    init(_ page: PageBlocks, in document: Document, table: ClassTable, clock: PageClock = .endless) {
        var reader = AttributeReader(table)
        var lists = pageLists
        rows = Array(unsafeUninitializedCapacity: page.elements.count) { rows, count in
            let none = Row()
            var isInTime = true
            for element in page.elements {
                isInTime = isInTime && !clock.isOver(at: count)
                let marks = isInTime ? reader.marks(of: element, in: document) : AttributeMarks()
                Self.count(marks.lists >> PageList.firstBit, in: &lists)
                let parent = Int(element.parent)
                let row = Row(below: parent >= 0 && parent < count ? rows[parent] : none, marks, element.kind)
                rows.initializeElement(at: count, to: row)
                count += 1
            }
        }
        pageLists = lists
    }

    @inline(__always)
    private static func count(_ hits: UInt32, in lists: inout [Int32]) {
        var left = hits
        while left != 0 {
            lists[left.trailingZeroBitCount] += 1
            left &= left - 1
        }
    }

    /// What is known of an element.
    @inline(__always)
    subscript(element: Int) -> Row { rows[element] }
}
