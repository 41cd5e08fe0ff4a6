/// An element's name as a small integer: `Tag.div`, `Tag("div")`. Upper and lower case are one, as in HTML, and so are
/// the namespaces (`svg title` and `html title` share a tag; ask `Document.namespace` where it matters).
///
/// Names Markup does not know by number (custom elements, mostly) are all `Tag.unknown`; `Document.name(_:)` tells them
/// apart.
public struct Tag: Hashable, Sendable {
    /// The number; names of one page beyond the known ones have theirs from `knownCount` up, only inside the parser.
    @usableFromInline
    let number: UInt16

    @inlinable
    init(number: UInt16) { self.number = number }

    /// The tag of that name; `unknown` where Markup has no number for it. Case does not matter. Meant for tables, not
    /// for hot loops.
    public init(_ name: String) {
        self.init(number: KnownNames.tags[name.lowercased()] ?? 0)
    }

    /// A name without a number.
    @inlinable
    public static var unknown: Tag { Tag(number: 0) }

    /// How many numbers there are: `number` of every tag is below, so that tables by tag can be arrays.
    @inlinable
    public static var count: Int { Int(knownCount) }

    /// The number, for tables by tag.
    @inlinable
    public var index: Int { Int(number) }

    /// The name in lower case; empty for `unknown`.
    public var name: String { KnownNames.tagList[Int(number)] }
}

/// An attribute's name: a small integer for the well-known ones (`AttributeName.href`), a spelling for the others
/// (`AttributeName("data-x")`).
public struct AttributeName: Hashable, Sendable {
    @usableFromInline
    let number: UInt16
    /// The name in lower case where there is no number.
    @usableFromInline
    let spelling: String

    @inlinable
    init(number: UInt16) {
        self.number = number
        spelling = ""
    }

    /// The attribute name so spelled, known or not. Case does not matter. Make it once, outside of loops.
    public init(_ name: String) {
        let lowered = name.lowercased()
        number = KnownNames.attributes[lowered] ?? 0
        spelling = number == 0 ? lowered : ""
    }

    /// A name without a number, as `Document.attributes(_:)` reports those; `Document.name(_:)` tells which.
    @inlinable
    public static var unknown: AttributeName { AttributeName(number: 0) }

    /// The name in lower case.
    public var name: String { number == 0 ? spelling : KnownNames.attributeList[Int(number)] }
}

/// The known names by number and back, made once from the packed lists.
enum KnownNames {
    static let tagList = list(Tag.spellings)
    static let attributeList = list(AttributeName.spellings)
    static let tags = numbers(tagList)
    static let attributes = numbers(attributeList)
    /// Spellings with capitals by their lower-case form.
    static let adjustedTags = adjusted(Tag.adjustedSpellings)
    static let adjustedAttributes = adjusted(AttributeName.adjustedSpellings)

    private static func list(_ packed: StaticString) -> [String] {
        [""] + packed.description.split(separator: " ").map(String.init)
    }

    private static func numbers(_ list: [String]) -> [String: UInt16] {
        Dictionary(uniqueKeysWithValues: list.enumerated().map { ($1, UInt16($0)) })
    }

    private static func adjusted(_ packed: StaticString) -> [String: String] {
        Dictionary(uniqueKeysWithValues: list(packed).dropFirst().map { ($0.lowercased(), $0) })
    }
}
