/// Everything that is wrong with a command line and its configuration, found in one go.
public struct SettingsError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, at least one.
    public var problems: [Problem]

    /// One thing that is wrong.
    public struct Problem: Sendable, Equatable {
        /// Whether the command line is at fault, not the configuration.
        public var isUsage: Bool
        /// What is wrong, where, and what to do.
        public var message: String
    }

    /// What is wrong with a command line, found after it was read.
    public init(usage message: String) { problems = [.usage(message)] }

    init(problems: [Problem]) { self.problems = problems }

    /// One line a problem.
    public var description: String { problems.map(\.message).joined(separator: "\n") }

    /// ``ExitCode/usage`` when the command line is at fault, else ``ExitCode/configuration``.
    public var exitCode: ExitCode { problems.contains(where: \.isUsage) ? .usage : .configuration }
}

extension SettingsError.Problem {
    static func usage(_ message: String) -> Self { Self(isUsage: true, message: message) }
    static func configuration(_ message: String) -> Self { Self(isUsage: false, message: message) }
}

/// A file that cannot be read.
public struct FileFault: Error, Sendable, Equatable {
    /// Why, as "no such file".
    public var words: String

    /// Makes a fault.
    public init(_ words: String) { self.words = words }
}
