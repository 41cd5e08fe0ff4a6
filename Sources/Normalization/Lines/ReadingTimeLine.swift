import Lexicon

/// Lines that say how long an article takes to read: `Temps de lecture : 2 min`, `5 min read`.
public enum ReadingTimeLine {
    /// Whether a line says so: a phrase for it and a number, and little else.
    public static func isIn(_ line: Span<UInt8>, _ cues: () -> Cues) -> Bool {
        line.count <= 80 && line.indices.contains { line[$0] &- 0x30 < 10 } && cues().holds(.readingTime)
    }

    /// Such phrases. A test has a row for each.
    static let phrases = Lexicon.all { $0.edges.readingTimes }
}
