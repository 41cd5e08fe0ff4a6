import Normalization
import Pages
import Pipeline
import Wire
import Worker

/// Turns the pipeline's outcomes into what the worker publishes.
enum PageWorkFactory {
    /// The work of one permit: a pipeline of its own, kept from page to page.
    static func make(_ engine: Engine, limits: Limits, format: InputFormat, group: String) -> sending PageWork {
        let pipeline = engine.makePipeline(limits: limits, format: format)
        let letters = DeadLetterEncoder(connectorName: group, version: Engine.version.version)
        return { record, grew in
            switch pipeline.process(record, grew: grew) {
            case .article(_, let outbound): .article(outbound)
            case .rejected(_, let outbound): .rejected(outbound)
            case .dead(let fault):
                .deadLetter(letters.record(record, fault: fault, attempts: DeadLetterEncoder.attempts(of: record) + 1))
            case .tombstone: .skipped
            }
        }
    }
}
