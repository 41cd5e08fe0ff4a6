import Admin
import Foundation
import Normalization
import Pages
import Pipeline
import Settings
import Telemetry
import Wire

/// `galley extract`: pages in, events out, no Kafka.
struct ExtractCommand {
    var operands: [String]
    var files: PageFiles
    /// How events are printed.
    var format: ResultFormat
    /// Whether rejections and dead letters are printed as JSON too.
    var showsAll: Bool
    let pipeline: PagePipeline
    let inputFormat: InputFormat
    let limits: Limits

    /// Prints an event for each page that is an article; says on standard error why another is none, or as JSON where all
    /// outcomes are asked for.
    ///
    /// - Returns: the worst outcome: an article, a rejection, a dead letter.
    func run() throws -> ExitCode {
        try checkURL()
        var code = ExitCode.done
        var explained = 0
        let decoder = RawPageDecoder(format: inputFormat, limits: limits)
        try files.forEach(operands.isEmpty ? ["-"] : operands) { file in
            var page: RawPage?
            do {
                let opened = try decoder.decode(file.body, headers: file.headers)
                page = opened
                if format == .explain || format == .html {
                    explained += 1
                    guard format == .explain || explained == 1 else {
                        throw InputFault(
                            path: file.name, reason: "a second page, and --format html makes one file of one page")
                    }
                    let explanation = try pipeline.explanation(of: opened)
                    if explanation.event == nil { code = max(code, .rejected) }
                    return explain(explanation, file.name)
                }
                show(try pipeline.event(for: opened))
            } catch let rejection as Rejection {
                code = max(code, .rejected)
                Terminal.note("galley: \(file.name): rejected as \(rejection.reason.rawValue): \(rejection.detail)")
                if let page { show(rejection, of: page) }
            } catch let fault as PageFault {
                code = max(code, .deadLetter)
                Terminal.note("galley: \(file.name): \(fault.reason.rawValue) at \(fault.stage): \(fault.detail)")
                show(fault, file.name)
            }
        }
        return code
    }

    /// A URL is of one page, and has to be one.
    private func checkURL() throws {
        guard let url = files.url else { return }
        guard let parsed = URL(string: url), ["http", "https"].contains(parsed.scheme?.lowercased()),
            parsed.host() != nil
        else {
            throw SettingsError(
                usage: "--url is \"\(url.prefix(200))\"; expected a URL as https://news.example/2026/story")
        }
        let count = operands.isEmpty ? 1 : try PageFiles.count(operands)
        guard count <= 1 else {
            throw SettingsError(usage: "--url is the URL of one page, and there are \(count) files")
        }
    }

    private func explain(_ explanation: PageExplanation, _ name: String) {
        if format == .html {
            Terminal.output(exactly: ExplanationPage(explanation, name: name).html)
        } else {
            Terminal.output(line: ExplanationText(explanation: explanation).text)
        }
    }

    private func show(_ rejection: Rejection, of page: RawPage) {
        guard showsAll else { return }
        let encoder = RejectionEncoder(extractorVersion: Engine.version.version)
        show(json: encoder.encode(rejection, of: page))
    }

    private func show(_ fault: PageFault, _ name: String) {
        guard showsAll else { return }
        let fields = [
            "outcome": "dead_letter", "reason": fault.reason.rawValue, "stage": fault.stage, "detail": fault.detail,
            "file": name,
        ]
        show(json: Array(Words.json(fields).utf8))
    }

    private func show(json: [UInt8]) {
        Terminal.output(
            exactly: format == .pretty ? IndentedJSON.text(of: json) : String(decoding: json, as: UTF8.self))
    }

    private func show(_ event: ArticleEvent) {
        switch format {
        case .json, .pretty, .explain, .html: show(json: EventEncoder().encode(event))
        case .text: Terminal.output(line: Self.text(of: event))
        }
    }

    private static func text(of event: ArticleEvent) -> String {
        let head = [event.title, event.subtitle, event.bylineRaw, event.published?.rfc3339].compactMap { $0 }
        return (head + [""] + event.paragraphs.flatMap { [$0, ""] }).joined(separator: "\n")
    }
}
