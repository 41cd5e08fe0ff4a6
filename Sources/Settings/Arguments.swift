/// A command line taken apart, its values not read yet.
struct Arguments {
    /// The command.
    var command: Command
    /// What is neither the command nor a flag.
    var operands: [String] = []
    /// Flags with their texts, in their order.
    var flags: [(setting: Setting, text: String)] = []
    /// Whether help was asked for.
    var wantsHelp = false
    /// What is wrong.
    var problems: [SettingsError.Problem] = []

    /// Takes apart the arguments behind the program's name.
    init(_ arguments: [String]) {
        let first = arguments.first ?? "help"
        let alias: [String: Command] = ["--help": .help, "-h": .help, "--version": .version]
        guard let command = alias[first] ?? Command(rawValue: first) else {
            let nearest = Suggestion.words(for: first, among: Command.allCases.map(\.rawValue))
            self.command = .help
            problems.append(.usage("unknown command \"\(first)\"\(nearest); galley help lists them"))
            return
        }
        self.command = command
        take(Array(arguments.dropFirst()))
        checkOperands()
    }

    private mutating func take(_ arguments: [String]) {
        var index = 0
        while index < arguments.count {
            let argument = arguments[index]
            index += 1
            if argument == "--" {
                operands += arguments[index...]
                return
            }
            if argument == "--help" || argument == "-h" {
                wantsHelp = true
            } else if argument.hasPrefix("-"), argument != "-" {
                index += flag(argument, next: index < arguments.count ? arguments[index] : nil)
            } else {
                operands.append(argument)
            }
        }
    }

    /// Takes in a flag; returns how many further arguments it took.
    private mutating func flag(_ argument: String, next: String?) -> Int {
        let equals = argument.firstIndex(of: "=")
        let name = String(argument[..<(equals ?? argument.endIndex)])
        guard let (setting, negated) = known(name) else { return 0 }
        if let equals {
            flags.append((setting, String(argument[argument.index(after: equals)...])))
            return 0
        }
        if setting.kind == .boolean {
            flags.append((setting, negated ? "false" : "true"))
            return 0
        }
        guard let next, next == "-" || !next.hasPrefix("--") else {
            problems.append(.usage("\(name) needs a value: \(setting.kind.expectation)"))
            return 0
        }
        flags.append((setting, next))
        return 1
    }

    private mutating func known(_ name: String) -> (Setting, negated: Bool)? {
        let negated = name.hasPrefix("--no-") && Setting.byFlag["--" + name.dropFirst(5)]?.kind == .boolean
        guard let setting = Setting.byFlag[negated ? "--" + name.dropFirst(5) : name] else {
            let flags = Setting.table.filter { $0.commands.contains(command) }.map(\.flag) + ["--help"]
            let nearest = Suggestion.words(for: name, among: flags)
            problems.append(.usage("unknown flag \(name)\(nearest); galley help \(command.rawValue) lists them"))
            return nil
        }
        guard setting.commands.contains(command) else {
            let others = Command.allCases.filter(setting.commands.contains).map(\.rawValue).joined(separator: ", ")
            problems.append(.usage("\(name) is no flag of galley \(command.rawValue); it is one of \(others)"))
            return nil
        }
        return (setting, negated)
    }

    private mutating func checkOperands() {
        guard !wantsHelp else { return }
        switch command.guide.rule {
        case .none where !operands.isEmpty:
            problems.append(.usage("galley \(command.rawValue) takes no operands; \"\(operands[0])\" is one too many"))
        case .optional where operands.count > 1:
            problems.append(.usage("galley \(command.rawValue) takes one operand at most"))
        case .some where operands.isEmpty:
            problems.append(.usage("galley \(command.rawValue) needs \(command.guide.operands)"))
        default: break
        }
    }
}
