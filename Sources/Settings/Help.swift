/// The texts of `--help`.
public enum Help {
    /// Help for `galley help [COMMAND]`; an unknown name gives the general one.
    public static func text(for operands: [String]) -> String {
        operands.first.flatMap(Command.init(rawValue:)).map(text) ?? general
    }

    /// The commands, examples and exit codes.
    public static var general: String {
        let commands = Command.allCases.map { (line: $0.rawValue, meaning: $0.guide.summary) }
        let examples = [Command.demo, .extract, .run].flatMap { $0.guide.examples.prefix(1) }
        let codes = ExitCode.allCases.map { (line: String($0.rawValue), meaning: $0.meaning) }
        return """
            galley turns raw web pages on a Kafka topic into structured article events on another.

            Usage: galley COMMAND [FLAG...] [OPERAND...]

            Commands:
            \(columns(commands))
            Examples:
            \(columns(examples))
            Exit codes:
            \(columns(codes))
            galley help COMMAND explains one.

            """
    }

    /// One command's options, settings and examples.
    public static func text(for command: Command) -> String {
        let guide = command.guide
        let rows = Setting.table.filter { $0.commands.contains(command) }
        let usage = ["galley", command.rawValue, rows.isEmpty ? "" : "[FLAG...]", guide.operands].filter { !$0.isEmpty }
        return "Usage: " + usage.joined(separator: " ") + "\n\n" + wrapped(guide.description, indent: 0)
            + section("Options", rows.filter { $0.fileKey == nil })
            + section("Settings", rows.filter { $0.fileKey != nil })
            + (rows.contains { $0.fileKey != nil } ? sources : "") + "\nExamples:\n" + columns(guide.examples)
    }

    private static let sources = """

        Settings are also environment variables (GALLEY_INPUT_TOPICS) and keys of the file (input.topics).
        Flags win over the environment, that over the file, that over the defaults.

        """

    private static func section(_ title: String, _ rows: [Setting]) -> String {
        guard !rows.isEmpty else { return "" }
        return "\n\(title):\n" + rows.map(entry).joined()
    }

    private static func entry(_ setting: Setting) -> String {
        let placeholder = setting.kind.placeholder
        let note = setting.fallback.flatMap { $0.isEmpty || setting.kind == .boolean ? nil : " [\($0)]" } ?? ""
        return "  \(setting.flag)\(placeholder.isEmpty ? "" : " " + placeholder)\n"
            + wrapped(setting.help + note, indent: 6)
    }

    private static func columns(_ rows: [(line: String, meaning: String)]) -> String {
        let width = rows.map(\.line.count).max() ?? 0
        return rows.map { "  \($0.line.padded(to: width))  \($0.meaning)\n" }.joined()
    }

    /// Lines of at most 100 columns.
    private static func wrapped(_ text: String, indent: Int) -> String {
        var lines = [String(repeating: " ", count: indent)]
        for word in text.split(whereSeparator: \.isWhitespace) {
            let last = lines.count - 1
            let isFirst = lines[last].count == indent
            if !isFirst, lines[last].count + 1 + word.count > 100 {
                lines.append(String(repeating: " ", count: indent) + word)
            } else {
                lines[last] += (isFirst ? "" : " ") + word
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
