public import Pages
import Text

/// Makes dead letters, the third outcome of the ledger: the input record byte for byte, and headers that say what happened.
///
/// The headers bear Kafka Connect's names, so that tools for its dead-letter topics read them. Those of an earlier dead
/// letter are replaced, so that a record that is sent round again does not grow.
public struct DeadLetterEncoder: Sendable {
    /// `__connect.errors.connector.name`: the worker's group.
    public let connectorName: String
    /// `__connect.errors.task.id`: the worker.
    public let taskID: String
    /// `galley-version`.
    public let version: String

    /// Messages are cut to this many bytes.
    public static let mostMessageBytes = 2048
    /// Other texts are cut to this many bytes.
    public static let mostNameBytes = 256

    /// Makes an encoder.
    public init(connectorName: String, taskID: String = "0", version: String) {
        self.connectorName = connectorName
        self.taskID = taskID
        self.version = version
    }

    /// The dead letter of a record.
    ///
    /// - Parameter attempts: how often the record was tried in all, earlier rounds included (see ``attempts(of:)``).
    public func record(_ input: InboundRecord, fault: PageFault, attempts: Int) -> OutboundRecord {
        let kept = input.headers.filter { !Self.isOurs($0.name) }
        return OutboundRecord(
            key: input.key, value: input.value, headers: kept + headers(input, fault, attempts),
            timestampMs: input.timestampMs)
    }

    /// A dead letter that is too large for its topic, without the page: an empty value, and headers that tell what the value
    /// was (`galley-value-bytes`, `galley-value-sha256`); where it stands, the letter's own headers tell.
    ///
    /// A key or headers of the input that are large themselves are left out and counted: `galley-key-bytes`,
    /// `galley-headers-left-out`.
    public func reduced(_ letter: OutboundRecord) -> OutboundRecord {
        guard let value = letter.value, !value.isEmpty else { return letter }
        var told = letter.headers.filter { Self.isOurs($0.name) || $0.name == Self.redrivenName }
        let input = letter.headers.filter {
            !Self.isOurs($0.name) && $0.name != Self.redrivenName && !Self.reducedNames.contains($0.name)
        }
        let isSmall = input.reduce(0) { $0 + $1.name.utf8.count + ($1.value?.count ?? 0) } <= Self.mostKeptBytes
        told.append(WireHeader("galley-value-bytes", String(value.count)))
        told.append(WireHeader("galley-value-sha256", SHA256.hex(value)))
        if !isSmall { told.append(WireHeader("galley-headers-left-out", String(input.count))) }
        let key = letter.key.flatMap { $0.count <= Self.mostKeptBytes ? $0 : nil }
        if key == nil, let size = letter.key?.count { told.append(WireHeader("galley-key-bytes", String(size))) }
        return OutboundRecord(
            topic: letter.topic, key: key, value: [], headers: (isSmall ? input : []) + told,
            timestampMs: letter.timestampMs)
    }

    /// Bytes of a key, or of all headers, that a reduced letter repeats.
    private static let mostKeptBytes = 16 << 10

    /// How often a record had been tried before it came in: `galley-attempts` of an earlier dead letter, else 0.
    public static func attempts(of record: InboundRecord) -> Int {
        guard let value = record.headers.last(where: { $0.name == attemptsName })?.value else { return 0 }
        return WholeNumber.of(value.prefix(10), in: 0...9_999_999_999) ?? 0
    }

    private static let attemptsName = "galley-attempts"
    /// The header that counts how often a letter was put back on its input. The record keeps it, and so does its next letter.
    public static let redrivenName = "galley-redriven"
    private static let connectPrefix = "__connect.errors."
    private static let ownNames: Set<String> = ["galley-reason", attemptsName, "galley-version"]
    /// Headers of a reduced letter. They stay on it when it is sent round again: nothing else tells of its page.
    private static let reducedNames: Set<String> = [
        "galley-value-bytes", "galley-value-sha256", "galley-headers-left-out", "galley-key-bytes",
    ]

    private static func isOurs(_ name: String) -> Bool {
        name.hasPrefix(connectPrefix) || ownNames.contains(name)
    }

    private func headers(_ input: InboundRecord, _ fault: PageFault, _ attempts: Int) -> [WireHeader] {
        let reason = fault.reason.rawValue
        let errors: [(name: String, value: String)] = [
            ("topic", input.topic), ("partition", String(input.partition)), ("offset", String(input.offset)),
            ("connector.name", connectorName), ("task.id", taskID), ("stage", fault.stage),
            ("class.name", "galley." + fault.stage), ("exception.class.name", "galley.PageFault." + reason),
        ]
        return errors.map { WireHeader(Self.connectPrefix + $0.name, utf8Prefix($0.value, bytes: Self.mostNameBytes)) }
            + [
                WireHeader(
                    Self.connectPrefix + "exception.message", utf8Prefix(fault.detail, bytes: Self.mostMessageBytes)),
                WireHeader("galley-reason", reason), WireHeader(Self.attemptsName, String(attempts)),
                WireHeader("galley-version", version),
            ]
    }
}
