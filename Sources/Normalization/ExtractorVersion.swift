/// Which Galley made an event.
public struct ExtractorVersion: Sendable, Equatable {
    /// Galley's version, as `extractor_version` states it.
    public var version: String
    /// Serial number of the rule set, 0..<2^20; rises with every change of rules or models.
    public var rulesetSerial: Int

    /// Makes a version.
    public init(version: String, rulesetSerial: Int) {
        self.version = version
        self.rulesetSerial = rulesetSerial
    }
}
