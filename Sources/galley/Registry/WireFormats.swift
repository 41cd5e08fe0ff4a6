import ClaimChecks
import Normalization
import Pages
import Pipeline
import Registry
import Settings
import Synchronization
import Telemetry
import Wire
import Worker

/// How records are read and outcomes written, as settings and a registry tell.
///
/// The numbers of schemas are asked for before reading begins, by ``prepare()``; formats that name none need no registry.
final class WireFormats: Sendable {
    private let base: PagePipeline.Options
    private let registry: SchemaRegistry?
    private let published: PublishedSchemas?
    private let outputs: [PublishedSchemas.Output]
    private let found = Mutex<OutcomeEncoders?>(nil)

    /// - Throws: a ``RegistryFault`` or a ``PrefixFault`` when a setting is no address.
    init(_ configuration: Configuration, _ telemetry: Telemetry) throws {
        let registry = try configuration.registry()
        self.registry = registry
        [configuration.output.registry?.password, configuration.output.registry?.token].forEach { secret in
            secret.map(telemetry.conceal)
        }
        var options = try configuration.pipelineOptions()
        options.traces = TracePolicy(ratio: configuration.traces?.ratio ?? 0)
        options.schemas = registry.map { registry in
            RegistrySchemas(registry) { fault, waited in
                telemetry.emit(RegistryWaits(detail: fault.description, waited: waited))
            }
        }
        base = options
        published = registry.map { PublishedSchemas($0) }
        outputs = configuration.publishedOutputs
        if outputs.allSatisfy({ !$0.format.isFramed }) { found.withLock { $0 = Self.encoders([:]) } }
    }

    /// What pipelines go by.
    ///
    /// - Precondition: ``prepare()`` found nothing in the way.
    var options: PagePipeline.Options {
        var options = base
        options.encoders = found.withLock { $0 }
        return options
    }

    /// What pipelines go by that explain a page to a person, who does not wait long.
    func explaining(_ limits: Limits) -> PagePipeline.Options {
        var options = base
        options.limits = limits
        options.schemas = registry.map { RegistrySchemas($0, patience: .seconds(3)) }
        return options
    }

    /// Asks the registry for the schemas that are written by, once.
    ///
    /// - Returns: what is in the way.
    func prepare() -> StartProblem? {
        guard found.withLock({ $0 == nil }), let published else { return nil }
        var encodings: [PublishedKind: ValueEncoding] = [:]
        for output in outputs where output.format.isFramed {
            do throws(RegistryFault) {
                guard let encoding = try published.encoding(of: output) else {
                    return .schemaMissing(
                        detail: "subject \(output.subject) has no version with the schema that this Galley writes "
                            + "\(output.format.rawValue) by: compare with galley schema check, then galley schema register"
                    )
                }
                encodings[output.kind] = encoding
            } catch {
                switch error {
                case .away: return .registryAway(detail: error.description)
                case .refused: return .refused(detail: error.description)
                default: return .misconfigured(detail: error.description)
                }
            }
        }
        found.withLock { $0 = Self.encoders(encodings) }
        return nil
    }

    private static func encoders(_ encodings: [PublishedKind: ValueEncoding]) -> OutcomeEncoders {
        OutcomeEncoders(
            version: Engine.version.version, articles: encodings[.article] ?? .json,
            rejected: encodings[.rejected] ?? .json)
    }
}

extension Configuration {
    /// What pipelines go by, as far as it needs no registry.
    ///
    /// - Throws: a ``PrefixFault`` when a prefix of bodies is none.
    func pipelineOptions() throws(PrefixFault) -> PagePipeline.Options {
        var options = PagePipeline.Options(limits: pageLimits, format: inputFormat)
        options.tombstones = TombstonePolicy(rawValue: input.tombstones.rawValue) ?? .skip
        if !input.datarefs.isEmpty {
            options.bodies = try AllowedBodies(
                allowed: input.datarefs, timeout: .seconds(input.datarefSeconds), caFile: input.datarefCAFile)
        }
        return options
    }

    /// A client of the registry; `nil` when none is set.
    ///
    /// - Throws: a ``RegistryFault`` when the setting is no address.
    func registry() throws(RegistryFault) -> SchemaRegistry? {
        guard let registry = output.registry else { return nil }
        let credentials: SchemaRegistry.Credentials =
            if let token = registry.token {
                .bearer(token)
            } else if let user = registry.user {
                .basic(user: user, password: registry.password ?? "")
            } else {
                .none
            }
        return try SchemaRegistry(registry.url, credentials: credentials, caFile: registry.caFile)
    }

    /// What is published, where, and how it is written.
    var publishedOutputs: [PublishedSchemas.Output] {
        [
            PublishedSchemas.Output(
                .article, topic: output.topic, format: Wire.OutputFormat(output.format)),
            PublishedSchemas.Output(
                .rejected, topic: output.rejectedTopic, format: Wire.OutputFormat(output.rejectedFormat)),
        ]
    }

    /// Reads outcomes in any format; a registry that is away is waited for half a minute.
    ///
    /// - Throws: a ``RegistryFault`` when the setting is no address.
    func outcomeReader() throws(RegistryFault) -> OutcomeReader {
        OutcomeReader(schemas: try registry().map { RegistrySchemas($0, patience: .seconds(30)) })
    }
}

extension Wire.OutputFormat {
    /// The format that a setting names.
    init(_ format: Settings.OutputFormat) { self = Wire.OutputFormat(rawValue: format.rawValue) ?? .json }
}
