import Admin
import ClaimChecks
import Comparison
import Evaluation
import Extraction
import Foundation
import HTTP
import Kafka
import Normalization
import Registry
import Replay
import Settings

/// The command: understands its line, does what it says, and ends with the code that says how it went.
@main
enum Galley {
    static func main() {
        do {
            let invocation = try Invocation.parse(
                arguments: Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment)
            invocation.notes.forEach { Terminal.note("galley: \($0)") }
            exit(try perform(invocation).rawValue)
        } catch {
            exit(report(error).rawValue)
        }
    }

    private static func perform(_ invocation: Invocation) throws -> ExitCode {
        let configuration = invocation.configuration
        switch invocation.command {
        case .run: return try RunCommand(configuration: configuration).run()
        case .extract: return try extract(invocation.operands, configuration)
        case .load: return try load(invocation.operands, configuration) ? .done : .failed
        case .tail:
            try TailCommand(
                topics: invocation.operands, client: try configuration.client(), options: configuration.options,
                reader: try configuration.outcomeReader()
            ).run()
        case .replay: return try ReplayCommand(configuration: configuration).run()
        case .deadLetters:
            return try DeadLettersCommand(operands: invocation.operands, configuration: configuration).run()
        case .redrive: return try RedriveCommand(configuration: configuration).run()
        case .schema:
            return try SchemaCommand(operands: invocation.operands, configuration: configuration).run()
        case .demo:
            return try DemoCommand(
                limits: configuration.pageLimits, bodies: configuration.bodyOptions, permits: configuration.permits,
                isQuiet: configuration.options.quiet
            ).run()
                ? .done : .failed
        case .broker: try broker(configuration)
        case .evaluate: return try evaluate(configuration) ? .done : .failed
        case .features: try FeaturesCommand(configuration.options).run()
        case .health: return try HealthCommand(configuration: configuration).run()
        case .checkConfig: Terminal.output(line: invocation.settings.checked())
        case .help: Terminal.output(line: Help.text(for: invocation.operands))
        case .version:
            Terminal.output(line: "galley \(Engine.version.version) (librdkafka \(KafkaLibrary.versionString))")
        }
        return .done
    }

    private static func extract(_ operands: [String], _ configuration: Configuration) throws -> ExitCode {
        let options = configuration.options
        let command = ExtractCommand(
            operands: operands, files: PageFiles(url: options.url, contentType: options.contentType),
            format: options.format, showsAll: options.outcomes == .all,
            pipeline: try Engine(configuration.bodyOptions).makePipeline(
                configuration.pipelineOptions()),
            inputFormat: configuration.inputFormat, limits: configuration.pageLimits)
        return try command.run()
    }

    private static func load(_ operands: [String], _ configuration: Configuration) throws -> Bool {
        try LoadCommand(
            operands: operands, files: PageFiles(), labels: try RecordLabels(configuration.options),
            topic: configuration.options.topic,
            client: try configuration.client(), isQuiet: configuration.options.quiet
        ).run()
    }

    private static func broker(_ configuration: Configuration) throws {
        let topics = configuration.options.topics.map { ($0.name, $0.partitions) }
        try BrokerCommand(topics: Dictionary(topics, uniquingKeysWith: { $1 })).run()
    }

    private static func evaluate(_ configuration: Configuration) throws -> Bool {
        let options = configuration.options
        return try EvaluateCommand(
            gold: options.gold, pages: options.pages, predictions: options.predictions, floors: options.floors,
            isOfUnseen: options.unseen, limits: configuration.pageLimits, bodies: configuration.bodyOptions,
            permits: configuration.permits, isQuiet: options.quiet
        ).run()
    }

    /// Says what went wrong, one line a problem, and which code fits.
    private static func report(_ error: any Error) -> ExitCode {
        let code: ExitCode
        switch error {
        case let error as SettingsError: code = error.exitCode
        case is InputFault, is GoldError: code = .noInput
        case Redrive.Fault.takenOver: code = .interrupted
        case is ReplayFault, is Redrive.Fault, is ComparisonFault: code = .configuration
        case RegistryFault.away: code = .unavailable
        case is RegistryFault, is PrefixFault: code = .configuration
        case is HTTPFault, is SpanExporter.Refusal: code = .configuration
        case let fault as KafkaFault: code = fault.isAuthorization || !fault.isRetriable ? .configuration : .unavailable
        default: code = .internalError
        }
        for line in "\(error)".split(separator: "\n") { Terminal.note("galley: \(line)") }
        if code == .usage { Terminal.note("galley: 'galley help' explains the commands") }
        return code
    }
}
