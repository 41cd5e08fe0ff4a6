internal import Markup

/// What the attributes and the kind of one element say.
struct AttributeMarks {
    /// A bit for each ``ClassList`` and ``PageList`` that holds one of its tokens.
    var lists: UInt32 = 0
    /// A bit for each ``ElementMeasures/Landmark`` that it is.
    var landmarks: UInt32 = 0
    /// The smallest negative and the largest positive learnt value of its tokens.
    var negative: Float = 0
    var positive: Float = 0
    /// Hash of the tokens of its class.
    var hash = Folding.seed

    @inline(__always)
    fileprivate mutating func set(_ landmark: ElementMeasures.Landmark) { landmarks |= 1 << UInt32(landmark.rawValue) }

    /// Adds what another attribute says.
    @inline(__always)
    fileprivate mutating func add(_ other: AttributeMarks) {
        lists |= other.lists
        landmarks |= other.landmarks
        negative = min(negative, other.negative)
        positive = max(positive, other.positive)
    }

    /// Marks what the element is itself.
    @inline(__always)
    fileprivate mutating func mark(_ kind: ElementKind) {
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
}

/// Reads the marks of a page's elements.
///
/// Elements that are built alike repeat their class, so what the last values of `class` said is kept, each in the slot its bytes hash
/// to: whatever a page holds, a value costs no more than being read once and compared once.
struct AttributeReader {
    private let table: ClassTable
    private let articleBody = ClassTable.hash(of: "articlebody")
    /// The two tokens that `articleBody`, `article-body` and the like are cut into.
    private let article = ClassTable.hash(of: "article")
    private let body = ClassTable.hash(of: "body")
    private let roles = Self.roles
    private var seen: [Seen]

    /// A value of `class`, and what it says.
    private struct Seen {
        var value: ByteSlice?
        var marks = AttributeMarks()
    }

    private static let slots = 256
    /// Bytes that are read of a value other than that of `class`: formatting elements that are made again share theirs, so that
    /// a page holds more values than it has bytes.
    private static let most = 1_024

    init(_ table: ClassTable) {
        self.table = table
        seen = Array(repeating: Seen(), count: Self.slots)
    }

    /// The marks of an element.
    @inline(__always)
    mutating func marks(of element: PageElement, in document: Document) -> AttributeMarks {
        var marks = AttributeMarks()
        document.forEachAttribute(element.node) { take($0, document, &marks) }
        marks.mark(element.kind)
        return marks
    }

    @inline(__always)
    private mutating func take(_ attribute: Attribute, _ document: Document, _ marks: inout AttributeMarks) {
        switch attribute.name {
        case .class_:
            let read = classMarks(attribute.value, document)
            marks.add(read)
            marks.hash = read.hash
        case .id, .itemprop, .property, .dataTestid: marks.add(read(document.utf8(attribute.value.prefix(Self.most))))
        case .role:
            let value = attribute.value.prefix(Self.most)
            marks.add(read(document.utf8(value)))
            ClassTokens.forEach(in: document.utf8(value)) { token, _ in
                if let landmark = roles[token] { marks.set(landmark) }
            }
        case .hidden: marks.set(.hidden)
        case .style where HidingStyle.hides(document.utf8(attribute.value.prefix(Self.most))): marks.set(.hidden)
        case .ariaHidden where Self.isTrue(document.utf8(attribute.value.prefix(Self.most))): marks.set(.hidden)
        default: break
        }
    }

    @inline(__always)
    private mutating func classMarks(_ value: ByteSlice, _ document: Document) -> AttributeMarks {
        let bytes = document.utf8(value)
        let slot = Self.slot(of: bytes)
        let last = seen[slot]
        if let known = last.value, known == value || Self.areEqual(document.utf8(known), bytes) { return last.marks }
        let marks = read(bytes)
        seen[slot] = Seen(value: value, marks: marks)
        return marks
    }

    /// What the tokens of a value say; the hash is that of all of them.
    private func read(_ value: Span<UInt8>) -> AttributeMarks {
        var marks = AttributeMarks()
        var isBehindArticle = false
        ClassTokens.forEach(in: value) { token, _ in
            let entry = table[token]
            marks.lists |= entry.lists
            marks.negative = min(marks.negative, entry.value)
            marks.positive = max(marks.positive, entry.value)
            marks.hash = Folding.step(marks.hash, token)
            if token == articleBody || isBehindArticle && token == body { marks.set(.articleBody) }
            isBehindArticle = token == article
        }
        return marks
    }

    /// A slot by the length and the first bytes, eight at a time; the last eight may overlap those before.
    @inline(__always)
    private static func slot(of value: Span<UInt8>) -> Int {
        value.withUnsafeBytes { bytes in
            var hash = UInt64(truncatingIfNeeded: bytes.count)
            forEachWord(min(bytes.count, most)) { place in hash = mixed(hash ^ word(bytes, place)) }
            return Int(truncatingIfNeeded: hash >> 56)
        }
    }

    @inline(__always)
    private static func areEqual(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
        guard a.count == b.count else { return false }
        return a.withUnsafeBytes { a in
            b.withUnsafeBytes { b in
                var difference: UInt64 = 0
                forEachWord(a.count) { place in difference |= word(a, place) ^ word(b, place) }
                return difference == 0
            }
        }
    }

    @inline(__always)
    private static func mixed(_ hash: UInt64) -> UInt64 {
        let product = hash &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 32
    }

    /// Calls `body` with the places of eight bytes that together hold all `count`; with 0 alone when there are fewer.
    @inline(__always)
    private static func forEachWord(_ count: Int, _ body: (Int) -> Void) {
        var place = 0
        while place + 8 < count {
            body(place)
            place += 8
        }
        if count > 0 { body(max(0, count - 8)) }
    }

    /// Eight bytes, or as many as there are.
    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> UInt64 {
        if bytes.count >= 8 { return bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) }
        return bytes.reduce(0) { $0 << 8 | UInt64($1) }
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

    private static func isTrue(_ value: Span<UInt8>) -> Bool {
        value.count == 4 && value[0] | 0x20 == 0x74
    }
}

/// Inline styles that hide: `display:none` and `visibility:hidden`, spaces apart.
enum HidingStyle {
    /// Whether one of them stands in the first 200 bytes.
    static func hides(_ style: Span<UInt8>) -> Bool {
        var state = (display: 0, visibility: 0)
        for index in 0..<min(style.count, 200) where style[index] > 0x20 {
            let byte = style[index] | 0x20
            if byte != 0x64, byte != 0x76, state == (0, 0) { continue }
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
}
