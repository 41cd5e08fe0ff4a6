import Admin
import Normalization
import Pages
import Pipeline
import Wire
import Worker

/// Turns the pipeline's outcomes into what the worker publishes.
enum PageWorkFactory {
    /// The work of one permit: a pipeline of its own, kept from page to page.
    /// - Parameter journal: told what came of each page.
    static func make(
        _ engine: Engine, limits: Limits, format: InputFormat, group: String, journal: PageJournal
    ) -> sending PageWork {
        let pipeline = engine.makePipeline(limits: limits, format: format)
        let letters = DeadLetterEncoder(connectorName: group, version: Engine.version.version)
        return { record, grew in
            let outcome = pipeline.process(record, grew: grew)
            journal.note(outcome, of: record, url: pipeline.pageURL, times: pipeline.times)
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
