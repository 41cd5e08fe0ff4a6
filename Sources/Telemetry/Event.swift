/// How much an event matters, in swift-log's words.
public enum EventLevel: String, Sendable, CaseIterable, Comparable {
    /// Of use only when something is searched for.
    case debug
    /// The normal course of things.
    case info
    /// Worth a look, though nothing is wrong.
    case notice
    /// Something is wrong that mends itself, or might not.
    case warning
    /// Something failed that a person has to see.
    case error
    /// The process cannot go on.
    case critical

    /// The lesser comes first.
    public static func < (left: EventLevel, right: EventLevel) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// The value of an event's field.
public enum FieldValue: Sendable, Equatable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
    /// A text.
    case text(String)
    /// A whole number.
    case number(Int64)
    /// A number; one that JSON cannot write becomes a text.
    case real(Double)
    /// A truth.
    case flag(Bool)
    /// Numbers by name.
    case counts([String: Int])

    /// A literal text.
    public init(stringLiteral value: String) { self = .text(value) }

    /// A literal number.
    public init(integerLiteral value: Int64) { self = .number(value) }

    /// A number of any width.
    public static func int(_ value: some BinaryInteger) -> FieldValue { .number(Int64(clamping: value)) }
}

/// Something observable, as a small struct: what it says in the log and what it counts stand in one place.
public protocol Event: Sendable {
    /// The event's name, the same for ever: words in lower case joined by underscores.
    var name: String { get }
    /// What it counts as when events that repeat are held back: its name, where nothing tells repeats apart better. Of few values.
    var kind: String { get }
    /// How much it matters.
    var level: EventLevel { get }
    /// What happened, for a person, without the fields.
    var message: String { get }
    /// What is known about it, in order. Holds no secret.
    var fields: [(name: String, value: FieldValue)] { get }
    /// Counts the event. Called once for each, whether it is logged or not.
    func record(in metrics: MetricRegistry)
}

extension Event {
    /// Events of one name are repeats of each other.
    public var kind: String { name }

    /// Nothing more is known.
    public var fields: [(name: String, value: FieldValue)] { [] }

    /// Nothing is counted.
    public func record(in metrics: MetricRegistry) {}
}
