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
        for element in page.elements { append(element, in: document, table: table) }
    }

    private mutating func append(_ element: PageElement, in document: Document, table: ClassTable) {
        var attributes = AttributeMarks()
        attributes.read(element.node, in: document, table: table)
        attributes.mark(element.kind)
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

/// What the attributes of one element say.
private struct AttributeMarks {
    var lists: UInt32 = 0
    var landmarks: UInt32 = 0
    var negative: Float = 0
    var positive: Float = 0
    var hash = Folding.seed

    mutating func read(_ node: Node, in document: Document, table: ClassTable) {
        for attribute in document.attributes(node) {
            switch attribute.name {
            case .class_, .id, .itemprop, .property, .dataTestid:
                take(document.utf8(attribute.value), isClass: attribute.name == .class_, table)
            case .role:
                take(document.utf8(attribute.value), isClass: false, table)
                role(document.utf8(attribute.value))
            case .hidden: set(.hidden)
            case .style where Self.hides(document.utf8(attribute.value)): set(.hidden)
            case .ariaHidden where Self.isTrue(document.utf8(attribute.value)): set(.hidden)
            default: break
            }
        }
    }

    private mutating func take(_ value: Span<UInt8>, isClass: Bool, _ table: ClassTable) {
        ClassTokens.forEach(in: value) { token, _ in
            let entry = table[token]
            lists |= entry.lists
            if entry.value < negative { negative = entry.value }
            if entry.value > positive { positive = entry.value }
            if isClass { hash = Folding.step(hash, token) }
            if token == Self.articleBody { set(.articleBody) }
        }
    }

    private static let articleBody = ClassTable.hash(of: "articlebody")

    private mutating func set(_ landmark: ElementMeasures.Landmark) { landmarks |= 1 << UInt32(landmark.rawValue) }

    private mutating func role(_ value: Span<UInt8>) {
        ClassTokens.forEach(in: value) { token, _ in
            if let landmark = Self.roles[token] { set(landmark) }
        }
    }

    private static let roles: [UInt32: ElementMeasures.Landmark] = {
        let rows: [(String, ElementMeasures.Landmark)] = [
            ("navigation", .nav), ("menu", .nav), ("menubar", .nav), ("tablist", .nav), ("contentinfo", .footer),
            ("banner", .header),
            ("complementary", .aside), ("main", .main), ("article", .article), ("button", .button), ("list", .list),
            ("listitem", .item),
            ("figure", .figure), ("heading", .heading), ("form", .form), ("search", .form),
        ]
        return Dictionary(uniqueKeysWithValues: rows.map { (ClassTable.hash(of: $0.0), $0.1) })
    }()

    /// Marks what the element is itself.
    mutating func mark(_ kind: ElementKind) {
        switch kind {
        case .p: set(.paragraph)
        case .li: set(.item)
        case .ul, .ol, .menu: set(.list)
        case .table: set(.table)
        case .td, .th: set(.cell)
        case .figure: set(.figure)
        case .figcaption: set(.figcaption)
        case .aside: set(.aside)
        case .nav: set(.nav)
        case .footer: set(.footer)
        case .header: set(.header)
        case .article: set(.article)
        case .main: set(.main)
        case .form: set(.form)
        case .section: set(.section)
        case .blockquote: set(.blockquote)
        case .a: set(.link)
        case .button: set(.button)
        case .dl: set(.definitions)
        case .details: set(.details)
        case .h1, .h2, .h3, .h4, .h5, .h6: set(.heading)
        default: break
        }
    }

    /// Whether an inline style hides: `display:none` or `visibility:hidden`, spaces apart.
    private static func hides(_ style: Span<UInt8>) -> Bool {
        var state = (display: 0, visibility: 0)
        for index in 0..<min(style.count, 200) where style[index] > 0x20 {
            let byte = style[index] | 0x20
            state.display = advance(state.display, byte, display)
            state.visibility = advance(state.visibility, byte, visibility)
            if state.display == display.count || state.visibility == visibility.count { return true }
        }
        return false
    }

    private static let display = Array("display:none".utf8)
    private static let visibility = Array("visibility:hidden".utf8)

    private static func advance(_ state: Int, _ byte: UInt8, _ pattern: [UInt8]) -> Int {
        pattern[state] | 0x20 == byte ? state + 1 : pattern[0] == byte ? 1 : 0
    }

    private static func isTrue(_ value: Span<UInt8>) -> Bool {
        value.count == 4 && value[0] | 0x20 == 0x74
    }
}
