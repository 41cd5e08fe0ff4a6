/// The reference of commands and settings as Markdown, made from the same tables as parsing and help.
public enum Reference {
    /// The whole page.
    public static var markdown: String {
        """
        # Commands and settings

        Made from the table that the command itself reads: `GALLEY_UPDATE=1 swift test --filter ReferenceTests` writes it anew.

        Every setting is a flag, an environment variable and a key of the YAML file. Flags win over the environment, that over \
        the file, that over the defaults. A variable that is empty counts as not set; an unknown key or flag is an error.

        \(commands)
        ## Settings

        \(settings)
        ## Exit codes

        | code | meaning |
        |---|---|
        \(ExitCode.allCases.map { "| \($0.rawValue) | \($0.meaning) |" }.joined(separator: "\n"))

        """
    }

    private static var commands: String {
        Command.allCases.map { command in
            let guide = command.guide
            let options = Setting.table.filter { $0.commands.contains(command) && $0.fileKey == nil }
            let examples = guide.examples.map { "    \($0.line)" }.joined(separator: "\n")
            let usage = "## galley \(command.rawValue) \(guide.operands)".trimmed
            return "\(usage)\n\n\(guide.description)\n\n\(examples)\n\n" + optionTable(options)
        }.joined()
    }

    private static func optionTable(_ rows: [Setting]) -> String {
        guard !rows.isEmpty else { return "" }
        let lines = rows.map {
            "| `\($0.flag)` | \(cell($0.kind.expectation)) | \(fallback($0)) | \(cell($0.help)) |\n"
        }
        return "| option | value | default | meaning |\n|---|---|---|---|\n\(lines.joined())\n"
    }

    private static var settings: String {
        let rows = Setting.table.filter { $0.fileKey != nil }.map { setting in
            let commands = Command.allCases.filter { setting.commands.contains($0) && $0 != .checkConfig }
            return "| `\(setting.key.rawValue)` | `\(setting.variable ?? "")` | \(cell(setting.kind.expectation)) "
                + "| \(fallback(setting)) | \(cell(setting.help))\(setting.isSecret ? " (secret)" : "") "
                + "| \(commands.map(\.rawValue).joined(separator: ", ")) |\n"
        }
        return "| key | variable | value | default | meaning | read by |\n|---|---|---|---|---|---|\n\(rows.joined())"
    }

    private static func fallback(_ setting: Setting) -> String {
        setting.fallback.flatMap { $0.isEmpty ? nil : "`\($0)`" } ?? ""
    }

    private static func cell(_ text: String) -> String {
        text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
