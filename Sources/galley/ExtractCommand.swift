import Admin
import Foundation
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
    let pipeline: PagePipeline
    let inputFormat: InputFormat
    let limits: Limits

    /// Prints an event for each page that is an article; says on standard error why another is none.
    ///
    /// - Returns: whether every page was an article.
    func run() throws -> Bool {
        var areAllArticles = true
        var explained = 0
        let decoder = RawPageDecoder(format: inputFormat, limits: limits)
        try files.forEach(operands.isEmpty ? ["-"] : operands) { file in
            do {
                let page = try decoder.decode(file.body, headers: file.headers)
                if format == .explain || format == .html {
                    explained += 1
                    guard format == .explain || explained == 1 else {
                        throw InputFault(
                            path: file.name, reason: "a second page, and --format html makes one file of one page")
                    }
                    let explanation = try pipeline.explanation(of: page)
                    if explanation.event == nil { areAllArticles = false }
                    return explain(explanation, file.name)
                }
                show(try pipeline.event(for: page))
            } catch let rejection as Rejection {
                areAllArticles = false
                Terminal.note("galley: \(file.name): rejected as \(rejection.reason.rawValue): \(rejection.detail)")
            } catch let fault as PageFault {
                areAllArticles = false
                Terminal.note("galley: \(file.name): \(fault.reason.rawValue) at \(fault.stage): \(fault.detail)")
            }
        }
        return areAllArticles
    }

    private func explain(_ explanation: PageExplanation, _ name: String) {
        if format == .html {
            Terminal.output(exactly: ExplanationPage(explanation, name: name).html)
        } else {
            Terminal.output(line: ExplanationText(explanation: explanation).text)
        }
    }

    private func show(_ event: ArticleEvent) {
        switch format {
        case .json, .explain, .html:
            Terminal.output(exactly: String(decoding: EventEncoder().encode(event), as: UTF8.self))
        case .pretty: Terminal.output(exactly: IndentedJSON.text(of: EventEncoder().encode(event)))
        case .text: Terminal.output(line: Self.text(of: event))
        }
    }

    private static func text(of event: ArticleEvent) -> String {
        let head = [event.title, event.subtitle, event.bylineRaw, event.published?.rfc3339].compactMap { $0 }
        return (head + [""] + event.paragraphs.flatMap { [$0, ""] }).joined(separator: "\n")
    }
}
