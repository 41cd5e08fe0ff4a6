/// Events as lines of a log.
public enum LineFormat: String, Sendable, CaseIterable {
    /// One JSON object a line.
    case json
    /// Words for a person at a terminal.
    case text
    /// `text` when stderr is a terminal, `json` otherwise.
    case auto
}

/// Writes one line for one event.
struct LogLine {
    let time: String
    let level: EventLevel
    let name: String
    let message: String
    let fields: [(name: String, value: FieldValue)]

    /// `{"time":…,"level":…,"event":…,"message":…,…}`; a field never replaces one of these four.
    var json: String {
        var text = "{"
        LogLine.append("time", .text(time), to: &text)
        LogLine.append("level", .text(level.rawValue), to: &text)
        LogLine.append("event", .text(name), to: &text)
        LogLine.append("message", .text(message), to: &text)
        for field in fields where !LogLine.reserved.contains(field.name) {
            LogLine.append(field.name, field.value, to: &text)
        }
        return text + "}"
    }

    /// `12:00:00 warning what happened (field: value, …)`.
    var words: String {
        let clock = time.split(separator: "T").last?.prefix(8) ?? ""
        let mark = level >= .notice ? "\(level.rawValue): " : ""
        let details = fields.map { "\($0.name): \(LogLine.plain($0.value))" }.joined(separator: ", ")
        return "\(clock) \(mark)\(LogLine.oneLine(message))" + (details.isEmpty ? "" : " (\(details))")
    }

    private static let reserved: Set<String> = ["time", "level", "event", "message"]

    private static func append(_ name: String, _ value: FieldValue, to text: inout String) {
        if text.utf8.count > 1 { text += "," }
        text += quoted(name) + ":" + json(value)
    }

    private static func json(_ value: FieldValue) -> String {
        switch value {
        case .text(let text): quoted(text)
        case .number(let number): String(number)
        case .real(let number): number.isFinite ? rounded(number) : quoted(String(number))
        case .flag(let flag): flag ? "true" : "false"
        case .counts(let counts):
            "{" + sorted(counts).map { "\(quoted($0.key)):\($0.value)" }.joined(separator: ",") + "}"
        }
    }

    private static func plain(_ value: FieldValue) -> String {
        switch value {
        case .text(let text): oneLine(text)
        case .number(let number): String(number)
        case .real(let number): rounded(number)
        case .flag(let flag): flag ? "yes" : "no"
        case .counts(let counts): sorted(counts).map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        }
    }

    /// A figure to three places, which is all that a reader of a log makes something of.
    private static func rounded(_ number: Double) -> String { String((number * 1000).rounded() / 1000) }

    private static func sorted(_ counts: [String: Int]) -> [(key: String, value: Int)] {
        counts.sorted { $0.key < $1.key }
    }

    /// A line stays a line, whatever a page or a broker wrote.
    private static func oneLine(_ text: String) -> String { VisibleText.of(text) }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7f..<0xa0).contains(scalar.value)
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            default:
                if isControl(scalar) {
                    quoted += VisibleText.jsonEscape(scalar)
                } else {
                    quoted.unicodeScalars.append(scalar)
                }
            }
        }
        return quoted + "\""
    }
}
