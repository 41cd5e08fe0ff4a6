/// The stages of a page's way, in their order. Their raw values name them in metrics.
public enum Stage: String, Sendable, CaseIterable {
    /// Opens the record: content coding, envelope, digest.
    case decode
    /// Reads the bytes as text.
    case text
    /// Makes the tree of an HTML page.
    case parse
    /// Finds the article.
    case extract
    /// Makes the event.
    case normalize
    /// Writes the record that is published.
    case encode
}

/// The time that each stage of one page took.
public struct StageTimes: Sendable, Equatable {
    private var nanoseconds = [Int64](repeating: 0, count: Stage.allCases.count)
    private var ran: UInt8 = 0

    /// Nothing yet.
    public init() {}

    /// The time of a stage; zero when the page did not come to it.
    public subscript(stage: Stage) -> Duration { .nanoseconds(nanoseconds[index(of: stage)]) }

    /// The stages that ran, with their times.
    public var all: [(stage: Stage, time: Duration)] {
        Stage.allCases.filter { ran & (1 << UInt8(index(of: $0))) != 0 }.map { ($0, self[$0]) }
    }

    /// Adds time to a stage.
    mutating func add(_ duration: Duration, to stage: Stage) {
        let (seconds, attoseconds) = duration.components
        nanoseconds[index(of: stage)] += seconds * 1_000_000_000 + attoseconds / 1_000_000_000
        ran |= 1 << UInt8(index(of: stage))
    }

    private func index(of stage: Stage) -> Int {
        switch stage {
        case .decode: 0
        case .text: 1
        case .parse: 2
        case .extract: 3
        case .normalize: 4
        case .encode: 5
        }
    }
}
