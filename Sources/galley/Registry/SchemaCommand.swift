import Registry
import Settings
import Wire

/// `galley schema`: the schemas of what is published, printed, compared with a registry, put there.
struct SchemaCommand {
    let operands: [String]
    let configuration: Configuration

    /// Does it.
    func run() throws -> ExitCode {
        switch operands.first ?? "print" {
        case "print":
            Terminal.output(document: document)
            return .done
        case "check": return try check()
        case "register": return try register()
        case let other:
            throw SettingsError(usage: "galley schema \(other): it is print, check or register")
        }
    }

    private var document: String {
        let kind = PublishedKind(rawValue: configuration.options.schemaOf.rawValue) ?? .article
        let format = configuration.publishedOutputs.first { $0.kind == kind }?.format ?? .json
        let language =
            configuration.options.schemaLanguage.flatMap { SchemaLanguage(rawValue: $0.rawValue) }
            ?? SchemaLanguage(format)
        return kind.document(language)
    }

    private func registry() throws -> PublishedSchemas {
        guard let registry = try configuration.registry() else {
            throw SettingsError(usage: "galley schema \(operands.first ?? "") needs --output-registry-url")
        }
        return PublishedSchemas(registry)
    }

    /// Outputs whose format names a schema.
    private func framed() throws -> [PublishedSchemas.Output] {
        let outputs = configuration.publishedOutputs.filter(\.format.isFramed)
        guard !outputs.isEmpty else {
            throw SettingsError(
                usage:
                    "galley schema \(operands.first ?? ""): output.format and rejected.format are json, which names no schema; "
                    + "set --output-format avro, protobuf or json-schema")
        }
        return outputs
    }

    private func check() throws -> ExitCode {
        let schemas = try registry()
        var code = ExitCode.done
        for output in try framed() {
            let standing = try schemas.standing(of: output)
            line("\(output.subject): \(output.format.rawValue), compatibility \(standing.compatibility)")
            if let same = standing.same {
                line("  registered as version \(same.version), id \(same.id): nothing to do")
                continue
            }
            guard let latest = standing.latest else {
                line("  not registered: galley schema register makes it version 1")
                continue
            }
            line("  newest is version \(latest.version), id \(latest.id) (\(latest.type))")
            if latest.type != output.type {
                line("  which is another kind of schema than \(output.type): publish to a topic of its own")
            }
            let width = standing.changes.map(\.field.count).max() ?? 0
            for change in standing.changes { line("  " + words(for: change, width)) }
            if standing.changes.isEmpty { line("  no field differs, only what describes them") }
            if standing.verdict.isCompatible {
                line("  the registry takes it: galley schema register makes it the next version")
            } else {
                line("  the registry refuses it:")
                let reasons = standing.verdict.reasons.isEmpty ? ["no reason given"] : standing.verdict.reasons
                for reason in reasons { line("    \(reason)") }
                code = .failed
            }
        }
        return code
    }

    private func words(for change: SchemaChange, _ width: Int) -> String {
        let name = change.field + String(repeating: " ", count: max(0, width - change.field.count))
        return switch (change.before, change.after) {
        case (nil, let after?): "+ \(name)  \(after)"
        case (let before?, nil): "- \(name)  \(before)"
        case (let before?, let after?): "~ \(name)  \(before)  ->  \(after)"
        case (nil, nil): name
        }
    }

    private func register() throws -> ExitCode {
        let schemas = try registry()
        for output in try framed() {
            let id = try schemas.register(output)
            line("\(output.subject): \(output.format.rawValue), id \(id)")
        }
        return .done
    }

    private func line(_ text: String) { Terminal.output(line: text) }
}
