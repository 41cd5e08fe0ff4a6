import Foundation
import Kafka
import Replay
import Telemetry
import Worker

/// Shows how far a replay is, on standard error: to a person as bars that are drawn anew, to a program as a line of JSON now
/// and then.
struct ReplayScreen {
    private let name: String
    private let isDrawn: Bool
    private let isQuiet: Bool
    private var drawn = 0
    private var lastLine: ContinuousClock.Instant?
    /// How far it was, for the speed: half a minute of it.
    private var history: [(at: ContinuousClock.Instant, done: Int64, sums: RangeSums)] = []

    private static let window = Duration.seconds(30)
    /// Between two lines of JSON.
    private static let lineInterval = Duration.seconds(10)
    /// Partitions that are shown.
    private static let mostBars = 12

    init(_ name: String, isQuiet: Bool) {
        self.name = name
        self.isQuiet = isQuiet
        isDrawn = Terminal.showsProgress && !isQuiet
    }

    /// Between two looks.
    var interval: Duration { isDrawn ? .milliseconds(500) : .seconds(1) }

    /// Shows it.
    mutating func show(_ progress: ReplayProgress, now: ContinuousClock.Instant = .now) {
        history.append((now, progress.done, progress.sums))
        history.removeAll { $0.at.duration(to: now) > ReplayScreen.window }
        if isDrawn {
            draw(lines(progress))
        } else if !isQuiet, lastLine.map({ $0.duration(to: now) >= ReplayScreen.lineInterval }) ?? true {
            lastLine = now
            Terminal.note(exactly: json("replay_progress", progress))
        }
    }

    /// Shows how it ended.
    mutating func end(_ progress: ReplayProgress) {
        if isDrawn {
            draw(lines(progress))
        } else if !isQuiet {
            Terminal.note(exactly: json("replay_progress", progress))
        }
    }

    // MARK: Speed

    /// Offsets, pages and bytes a second of late.
    private var speed: (offsets: Double, pages: Double, bytes: Double) {
        guard let first = history.first, let last = history.last else { return (0, 0, 0) }
        let time = seconds(first.at.duration(to: last.at))
        guard time > 0.1 else { return (0, 0, 0) }
        return (
            Double(last.done - first.done) / time, Double(last.sums.records - first.sums.records) / time,
            Double(last.sums.bytes - first.sums.bytes) / time
        )
    }

    private func secondsLeft(_ progress: ReplayProgress) -> Int? {
        let speed = speed.offsets
        return speed > 0 ? Int(Double(progress.count - progress.done) / speed + 0.5) : nil
    }

    // MARK: To a person

    private func lines(_ progress: ReplayProgress) -> [String] {
        let (speed, sums) = (speed, progress.sums)
        let left = secondsLeft(progress).map { ", \(Words.time($0)) left" } ?? ""
        var lines = [
            "\(name) \(ReplayScreen.bar(progress.done, progress.count, 30)) \(progress.percent) %  "
                + "\(Words.count(progress.done)) of \(Words.count(progress.count)), \(Words.count(Int64(speed.pages.rounded()))) pages/s, "
                + "\(Words.megabytes(speed.bytes))/s\(left)",
            "  \(Words.outcomes(sums))",
        ]
        let open = progress.parts.filter { !$0.range.isEmpty }
        for part in open.prefix(ReplayScreen.mostBars) {
            let total = Int64(part.range.count)
            lines.append(
                "  \(TerminalText.fit(part.place.description, 24)) \(ReplayScreen.bar(part.done, total, 20)) "
                    + "\(Words.count(part.done)) of \(Words.count(total))")
        }
        if open.count > ReplayScreen.mostBars {
            lines.append("  and \(open.count - ReplayScreen.mostBars) partitions more")
        }
        return lines.map { TerminalText.fit($0, max(20, Terminal.errorColumns - 1)) }
    }

    private static func bar(_ done: Int64, _ total: Int64, _ width: Int) -> String {
        let filled = total > 0 ? Int(done * Int64(width) / total) : width
        return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    }

    private mutating func draw(_ lines: [String]) {
        let up = drawn > 0 ? "\u{1B}[\(drawn)A" : ""
        let text = lines.map { "\r\($0)\u{1B}[K\n" }.joined()
        FileHandle.standardError.write(Data((up + text + "\u{1B}[J").utf8))
        drawn = lines.count
    }

    // MARK: To a program

    private func json(_ event: String, _ progress: ReplayProgress) -> String {
        let (speed, sums) = (speed, progress.sums)
        var fields: [String: Any] = [
            "event": event, "name": name, "done": progress.done, "of": progress.count,
            "pages_per_second": (speed.pages * 10).rounded() / 10,
            "bytes_per_second": Int(speed.bytes), "articles": sums.articles, "rejected": sums.rejected,
            "dead_letters": sums.deadLetters, "skipped": sums.skipped, "missing": sums.missing, "bytes": sums.bytes,
            "time": Date.now.ISO8601Format(),
            "partitions": progress.parts.map { part in
                [
                    "topic": part.place.topic, "partition": part.place.partition, "done": part.done,
                    "of": part.range.count, "frontier": part.frontier,
                ] as [String: Any]
            },
        ]
        fields["seconds_left"] = secondsLeft(progress)
        return Words.json(fields)
    }
}
