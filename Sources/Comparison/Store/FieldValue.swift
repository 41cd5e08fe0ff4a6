import Foundation

/// A JSON value.
enum FieldValue: Equatable {
    case null
    case flag(Bool)
    /// A number as it is written.
    case number(String)
    case text(String)
    case list([FieldValue])
    case object([String: FieldValue])

    /// Reads UTF-8 JSON; `nil` for anything else.
    init?(json: [UInt8]) {
        guard let value = try? JSONSerialization.jsonObject(with: Data(json), options: .fragmentsAllowed) else {
            return nil
        }
        self.init(value)
    }

    private init(_ value: Any) {
        switch value {
        case let text as String: self = .text(text)
        case let list as [Any]: self = .list(list.map(FieldValue.init))
        case let object as [String: Any]: self = .object(object.mapValues(FieldValue.init))
        case let number as NSNumber: self = FieldValue.isFlag(number) ? .flag(number.boolValue) : .number("\(number)")
        default: self = .null
        }
    }

    private static func isFlag(_ number: NSNumber) -> Bool {
        number === NSNumber(value: true) || number === NSNumber(value: false)
    }

    /// Two texts are equal when their bytes are.
    static func == (left: FieldValue, right: FieldValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.flag(let one), .flag(let other)): one == other
        case (.number(let one), .number(let other)): one == other
        case (.text(let one), .text(let other)): isSame(one, other)
        case (.list(let one), .list(let other)): one == other
        case (.object(let one), .object(let other)): one == other
        default: false
        }
    }

    /// The value as a whole number, where it is one.
    var whole: Int64? {
        if case .number(let digits) = self { Int64(digits) } else { nil }
    }

    /// The text, where it is one.
    var string: String? {
        if case .text(let text) = self { text } else { nil }
    }

    /// The value's elements as lines that a person can read: a text is one line, a list has one each.
    var lines: [String] {
        switch self {
        case .null: []
        case .list(let values): values.map(\.line)
        default: [line]
        }
    }

    private var line: String {
        switch self {
        case .text(let text): text
        case .object(let fields):
            fields.sorted { precedes($0.key, $1.key) }.filter { $0.value != .null }
                .map { "\($0.key): \($0.value.line)" }.joined(separator: " · ")
        case .list(let values): values.map(\.line).joined(separator: ", ")
        default: json
        }
    }
}
