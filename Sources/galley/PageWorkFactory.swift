import Admin
import Normalization
import Pages
import Pipeline
import Telemetry
import Wire
import Worker

/// Turns the pipeline's outcomes into what the worker publishes.
enum PageWorkFactory {
    /// The work of one permit: a pipeline of its own, kept from page to page; made with its first page, as formats may have to be asked for.
    /// - Parameters:
    ///   - options: how records are read and outcomes written.
    ///   - journal: told what came of each page.
    ///   - spans: takes a span of each page that is traced.
    static func make(
        _ engine: Engine, options: @escaping @Sendable () -> PagePipeline.Options, group: String, journal: PageJournal,
        spans: SpanExporter? = nil
    ) -> sending PageWork {
        var made: PagePipeline?
        let letters = DeadLetterEncoder(connectorName: group, version: Engine.version.version)
        return { record, host in
            let pipeline = made ?? engine.makePipeline(options())
            made = pipeline
            let began = WallTime.now()
            let outcome = pipeline.process(record, for: host)
            journal.note(outcome, of: record, url: pipeline.pageURL, times: pipeline.times)
            if let spans, let context = pipeline.trace.outcome {
                spans.note(
                    PageSpan(
                        context, after: pipeline.trace.page, of: record, outcome, times: pipeline.times, began: began))
            }
            return switch outcome {
            case .article(_, let outbound): .article(outbound)
            case .rejected(_, let outbound): .rejected(outbound)
            case .dead(let fault):
                .deadLetter(letters.record(record, fault: fault, attempts: DeadLetterEncoder.attempts(of: record) + 1))
            case .tombstone: .skipped
            }
        }
    }
}
