import Extraction
import Foundation
import Kafka
import Login
import Normalization
import Pages
import Settings
import Telemetry
import Wire
import Worker

/// The configuration as the other targets take it.
extension Configuration {
    /// What a page may cost.
    var pageLimits: Pages.Limits {
        Pages.Limits(
            pageBytes: limits.pageBytes, headerBytes: limits.headerBytes, nodes: limits.nodes, depth: limits.depth,
            textBytes: limits.textBytes, blocks: limits.blocks, pageSeconds: limits.pageSeconds)
    }

    /// What belongs to an article's body beside its text.
    var bodyOptions: BodyOptions {
        BodyOptions(captions: BodyOptions.Captions(rawValue: extract.captions.rawValue) ?? .likely)
    }

    /// How record values hold pages.
    var inputFormat: InputFormat { InputFormat(rawValue: input.format) ?? .auto }

    /// Pages worked on at once.
    var permits: Int { workers > 0 ? workers : ProcessInfo.processInfo.activeProcessorCount }

    /// The cluster.
    func client() throws -> ClientSettings {
        let transport = SecurityProtocol(rawValue: kafka.securityProtocol) ?? .plaintext
        let security = Security(
            transport: transport,
            mechanism: kafka.securityProtocol.hasPrefix("sasl") ? SASLMechanism(rawValue: kafka.mechanism) : nil,
            username: kafka.user, password: kafka.password.map { Secret($0) }, caFile: kafka.caFile,
            certificateFile: kafka.certificateFile, keyFile: kafka.keyFile, tokens: tokens)
        return ClientSettings(brokers: kafka.brokers, security: security, properties: kafka.properties)
    }

    /// Where tokens to log in with come from.
    private var tokens: TokenSource? {
        switch kafka.tokens {
        case nil: nil
        case .file(let path)?: TokenFile(path, read: Configuration.tokenBytes).source
        case .endpoint(let endpoint)?:
            Login.TokenEndpoint(
                endpoint.url, clientID: endpoint.clientID, clientSecret: Secret(endpoint.clientSecret),
                scope: endpoint.scope, caFile: endpoint.caFile
            ).source
        }
    }

    private static func tokenBytes(_ path: String) throws(TokenFile.Unreadable) -> [UInt8] {
        do throws(FileFault) {
            return try SystemFile.read(path)
        } catch {
            throw TokenFile.Unreadable(error.words)
        }
    }

    /// A worker's settings, as far as they are those of every worker.
    func workerSettings() throws -> WorkerSettings {
        var settings = WorkerSettings(
            client: try client(), inputTopics: input.topics, group: input.group, outputTopic: output.topic,
            rejectedTopic: output.rejectedTopic, deadLetterTopic: output.deadLettersTopic, permits: permits)
        settings.memoryBytes = limits.memoryBytes
        // Beside the page its key, what a dead letter adds, and what the protocol takes; librdkafka's most is a little below 1 GB.
        settings.largestRecordBytes = min(limits.pageBytes + limits.headerBytes + (128 << 10), 1_000_000_000)
        settings.drain = .seconds(delivery.drainSeconds)
        settings.commitInterval = .seconds(delivery.commitSeconds)
        settings.mostUncommitted = delivery.uncommittedPages
        settings.attempts = output.attempts
        // Far beyond the page's own limit, which ends sound work that takes long.
        settings.hangAfter = .seconds(max(60, 6 * limits.pageSeconds))
        settings.formats = [
            output.topic: Wire.OutputFormat(output.format),
            output.rejectedTopic: Wire.OutputFormat(output.rejectedFormat),
        ]
        settings.version = Engine.version.version
        return settings
    }

    /// Where events go: log lines on standard error.
    var telemetry: Telemetry {
        let level: EventLevel =
            switch log.level {
            case .debug: .debug
            case .info: .info
            case .warning: .warning
            case .error: .error
            }
        let format: LineFormat =
            switch log.format {
            case .auto: .auto
            case .json: .json
            case .text: .text
            }
        return Telemetry(level: level, format: format)
    }
}
