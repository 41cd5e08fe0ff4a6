/// A command line understood: the command, its operands, its settings from flags, environment, file and defaults.
public struct Invocation: Sendable {
    /// The command; `help` when help was asked for, its operand the command to explain.
    public var command: Command
    /// Files, folders and the like.
    public var operands: [String]
    /// Every setting's value and origin.
    public var settings: EffectiveSettings
    /// The settings, typed.
    public var configuration: Configuration
    /// What is odd without being wrong, as a variable `GALLEY_...` that is no setting.
    public var notes: [String]

    /// Understands a command line. Flags win over the environment, that over the file, that over the defaults.
    ///
    /// - Parameters:
    ///   - arguments: those behind the program's name.
    ///   - environment: the process's variables. Empty ones count as not set.
    ///   - readFile: gives the bytes of a file, or throws a ``FileFault`` with words for a person.
    /// - Throws: ``SettingsError`` with everything that is wrong.
    public static func parse(
        arguments: [String], environment: [String: String],
        readFile: (String) throws(FileFault) -> [UInt8] = SystemFile.read
    ) throws(SettingsError) -> Invocation {
        let arguments = Arguments(arguments)
        if arguments.wantsHelp, arguments.command != .help { return .help(arguments.command) }
        var gathering = Gathering(problems: arguments.problems)
        gathering.takeDefaults()
        gathering.takeFile(arguments, environment, readFile)
        gathering.takeEnvironment(environment)
        gathering.takeFlags(arguments.flags)
        gathering.takeSecrets(readFile)
        gathering.check(arguments.command, readFile)
        guard gathering.problems.isEmpty else { throw SettingsError(problems: gathering.problems) }
        return Invocation(
            command: arguments.command, operands: arguments.operands, settings: gathering.settings,
            configuration: Configuration(gathering.settings), notes: gathering.notes)
    }

    private static func help(_ command: Command) -> Invocation {
        let settings = EffectiveSettings()
        return Invocation(
            command: .help, operands: [command.rawValue], settings: settings, configuration: Configuration(settings),
            notes: [])
    }
}

/// Gathers values from the weakest source to the strongest.
private struct Gathering {
    var settings = EffectiveSettings()
    var notes: [String] = []
    var problems: [SettingsError.Problem]

    init(problems: [SettingsError.Problem]) { self.problems = problems }

    mutating func takeDefaults() {
        for setting in Setting.table {
            guard let fallback = setting.fallback, let value = try? setting.kind.parse(fallback) else { continue }
            settings.set(setting.key, value, .fallback)
        }
    }

    mutating func takeFile(
        _ arguments: Arguments, _ environment: [String: String], _ readFile: (String) throws(FileFault) -> [UInt8]
    ) {
        let flag = arguments.flags.last { $0.setting.key == .config }?.text
        let variable = environment["GALLEY_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
        let isRead = Setting.byKey[.config]?.commands.contains(arguments.command) == true
        guard isRead, let path = flag ?? variable else { return }
        do throws(FileFault) {
            let file = SettingsFile(path: path, bytes: try readFile(path))
            problems += file.problems
            for entry in file.values { settings.set(entry.key, entry.value, .file(path: path, line: entry.line)) }
        } catch {
            problems.append(.configuration("the configuration file \(path) cannot be read: \(error.words)"))
        }
    }

    mutating func takeEnvironment(_ environment: [String: String]) {
        var known: Set<String> = []
        for setting in Setting.table {
            guard let name = setting.variable else { continue }
            known.insert(name)
            guard let text = environment[name], !text.isEmpty else { continue }
            take(setting, text, .environment(name))
        }
        for name in environment.keys.sorted() where name.hasPrefix("GALLEY_") && !known.contains(name) {
            // GALLEY_KAFKA_HOME and the like belong to scripts and tests.
            if name.hasSuffix("_HOME") { continue }
            let nearest = Suggestion.words(for: name, among: known)
            if !nearest.isEmpty { notes.append("the variable \(name) is no setting\(nearest)") }
        }
    }

    /// A flag given again replaces its value; one that holds several values adds to them.
    mutating func takeFlags(_ flags: [(setting: Setting, text: String)]) {
        var texts: [SettingKey: String] = [:]
        for (setting, text) in flags {
            let standing = setting.kind.separator == nil ? nil : texts[setting.key]
            texts[setting.key] = [standing, text].compactMap(\.self).joined(separator: setting.kind.separator ?? "")
        }
        for setting in Setting.table {
            if let text = texts[setting.key] { take(setting, text, .flag(setting.flag)) }
        }
    }

    private mutating func take(_ setting: Setting, _ text: String, _ origin: EffectiveSettings.Origin) {
        do throws(ValueFault) {
            settings.set(setting.key, try setting.kind.parse(text), origin)
        } catch {
            let found = setting.mayHoldSecret ? "a value" : "\"\(text.prefix(80))\""
            let message = "\(origin) is \(found); expected \(error.expected)"
            if case .flag = origin {
                problems.append(.usage(message))
            } else {
                problems.append(.configuration(message))
            }
        }
    }

    /// Reads secrets from the files that `*_file` settings name.
    mutating func takeSecrets(_ readFile: (String) throws(FileFault) -> [UInt8]) {
        for setting in Setting.table where setting.isSecret {
            guard let fileKey = SettingKey(rawValue: setting.key.rawValue + "_file"),
                let file = settings.effective(fileKey), case .text(let path) = file.value
            else { continue }
            if let inline = settings.effective(setting.key) {
                if inline.origin.rank > file.origin.rank { continue }
                if inline.origin.rank == file.origin.rank {
                    problems.append(
                        .configuration(
                            "\(file.origin): \(fileKey.rawValue) and \(setting.key.rawValue) are both given; keep one"))
                    continue
                }
            }
            takeSecret(setting.key, path, "\(file.origin): \(fileKey.rawValue)", readFile)
        }
    }

    private mutating func takeSecret(
        _ key: SettingKey, _ path: String, _ place: String, _ readFile: (String) throws(FileFault) -> [UInt8]
    ) {
        do throws(FileFault) {
            var bytes = try readFile(path)
            if bytes.last == 0x0A { bytes.removeLast() }
            if bytes.last == 0x0D { bytes.removeLast() }
            guard !bytes.isEmpty else { throw FileFault("it is empty") }
            guard let secret = String(validating: bytes, as: UTF8.self) else { throw FileFault("it is not UTF-8 text") }
            settings.set(key, .text(secret), .secret(path: path))
        } catch {
            problems.append(.configuration("\(place): \(path) cannot be read: \(error.words)"))
        }
    }

    /// What no single value can show.
    mutating func check(_ command: Command, _ readFile: (String) throws(FileFault) -> [UInt8]) {
        for setting in Setting.table {
            let value = settings.effective(setting.key)
            if setting.neededBy.contains(command), value == nil {
                problems.append(.usage("galley \(command.rawValue) needs \(setting.flag): \(setting.help)"))
            }
            guard setting.kind == .file, setting.commands.contains(command), let value,
                case .text(let path) = value.value
            else { continue }
            do throws(FileFault) {
                _ = try readFile(path)
            } catch {
                problems.append(
                    .configuration("\(value.origin): \(setting.key.rawValue): \(path) cannot be read: \(error.words)"))
            }
        }
        if Setting.byKey[.kafkaProtocol]?.commands.contains(command) == true {
            problems += LoginCheck(settings).problems.map { .configuration($0) }
        }
        checkRegistry(command)
    }

    private mutating func checkRegistry(_ command: Command) {
        guard Command.writing.contains(command) else { return }
        let framed = [SettingKey.outputFormat, .rejectedFormat].first {
            settings.text($0).map { $0 != "json" } ?? false
        }
        if let framed, settings.effective(.outputRegistryURL) == nil {
            problems.append(
                .configuration(
                    "\(framed.rawValue) \(settings.text(framed) ?? "") needs output.registry.url: its records name a schema there"
                ))
        }
        let hasUser = settings.effective(.outputRegistryUser) != nil
        let hasPassword = settings.effective(.outputRegistryPassword) != nil
        if hasUser != hasPassword {
            problems.append(
                .configuration("output.registry.user and output.registry.password or password_file need one another"))
        }
        if hasUser, settings.effective(.outputRegistryToken) != nil {
            problems.append(
                .configuration("output.registry.user and output.registry.token are both given; keep one"))
        }
    }
}
