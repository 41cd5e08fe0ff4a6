public import Pages
public import Pipeline
public import Telemetry
public import Wire

/// The work on one page as a span with one below it for each stage, in OpenTelemetry's terms.
public struct PageSpan: Sendable {
    let context: TraceContext
    let parentID: String?
    let record: (topic: String, partition: Int32, offset: Int64)
    let outcome: String
    /// The reason of a rejection or a fault, and the fault's words.
    let reason: String?
    let fault: String?
    let stages: [(stage: Stage, time: Duration)]
    let beganMs: Int64

    /// Notes what came of a record.
    /// - Parameters:
    ///   - context: the page's own span.
    ///   - parent: what the page came with.
    ///   - times: what the stages took, one after the other.
    ///   - began: when the work began.
    public init(
        _ context: TraceContext, after parent: TraceContext?, of record: InboundRecord,
        _ outcome: PageOutcome, times: StageTimes, began: WallTime
    ) {
        self.context = context
        parentID = parent?.parts?.spanID
        self.record = (record.topic, record.partition, record.offset)
        (self.outcome, reason, fault) =
            switch outcome {
            case .article: ("article", nil, nil)
            case .rejected(let rejection, _): ("rejected", rejection.reason.rawValue, nil)
            case .dead(let fault): ("dead_letter", fault.reason.rawValue, PageNote.cut(fault.detail, to: 240))
            case .tombstone: ("skipped", nil, nil)
            }
        stages = times.all
        beganMs = began.milliseconds
    }
}
