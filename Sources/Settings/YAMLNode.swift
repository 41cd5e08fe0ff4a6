/// A value of a YAML file, with the line it begins on.
struct YAMLNode: Sendable, Equatable {
    /// What it is.
    var content: Content
    /// Counted from 1.
    var line: Int

    indirect enum Content: Sendable, Equatable {
        /// Nothing, `~` or `null`.
        case null
        /// A text; numbers and truth values too.
        case scalar(String)
        case sequence([YAMLNode])
        case mapping([YAMLEntry])
    }
}

/// A key of a mapping and its value.
struct YAMLEntry: Sendable, Equatable {
    /// The key.
    var key: String
    /// The line of the key.
    var line: Int
    /// The value.
    var value: YAMLNode
}

/// Why a file is not read.
struct YAMLFault: Error, Equatable {
    /// The line it stands on, counted from 1.
    var line: Int
    /// What is wrong and what to do.
    var detail: String
}

/// What a file may hold. A configuration is small; these bounds only keep an accident from costing memory.
enum YAMLBounds {
    static let bytes = 1 << 20
    static let depth = 16
    static let nodes = 10_000
}
