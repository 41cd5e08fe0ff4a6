import Foundation
import Kafka
import Replay
import Settings

/// `galley redrive`: dead letters back on the topics they came from.
struct RedriveCommand {
    let configuration: Configuration

    /// Runs until every letter that stands there now was dealt with, the limit is reached, or it is told to stop.
    func run() throws -> ExitCode {
        let options = configuration.options
        let filter = try RecordFilter(options.filter, names: ["host", "key", "reason"])
        let topic = configuration.output.deadLettersTopic
        let redrive = Redrive(
            try configuration.client(), deadLetters: topic, most: configuration.output.redrives,
            hasNewTime: options.newTime)
        let interrupt = Interrupt()
        var shown = ContinuousClock.now
        let counts = try redrive.run(
            isDry: options.dryRun, limit: options.limit,
            from: try TopicPoint(options.from ?? "beginning", flag: "--from"),
            pagesPerSecond: options.rate, admits: { filter.admits(OutcomeRecord($0)) }
        ) { counts in
            if shown.duration(to: .now) > .seconds(5) {
                shown = .now
                Terminal.note("galley: \(counts.seen) letters of \(topic) seen, \(counts.redriven) put back")
            }
            return !interrupt.isAsked
        }
        for line in lines(counts, redrive, isDry: options.dryRun) { Terminal.output(line: line) }
        return interrupt.isAsked ? .interrupted : counts.refused > 0 ? .failed : .done
    }

    private func lines(_ counts: Redrive.Counts, _ redrive: Redrive, isDry: Bool) -> [String] {
        let would = isDry ? "would be " : ""
        var lines = ["\(counts.redriven) dead letters \(would)put back on the topics they came from"]
        if counts.parked > 0 {
            lines.append(
                "\(counts.parked) \(would)moved to \(redrive.parkedTopic): put back \(configuration.output.redrives) times before"
            )
        }
        if counts.before > 0 { lines.append("\(counts.before) dealt with before") }
        if counts.left > 0 { lines.append("\(counts.left) left where they are, as --where says") }
        if counts.lost > 0 {
            lines.append(
                "\(counts.lost) without their page, which was too large for a letter and is gone from its topic")
        }
        if counts.tooOld > 0 {
            lines.append(
                "\(counts.tooOld) left where they are: their topic removes records as old as they are (retention.ms) before they are "
                    + "read. Raise it, or give --new-time to put them back with the time of now")
        }
        if counts.homeless > 0 {
            lines.append("\(counts.homeless) that do not say where they came from, or from a topic that is gone")
        }
        if counts.refused > 0, let refusal = counts.refusal {
            lines.append("\(counts.refused) that were not taken, the first as: \(refusal)")
        }
        return lines
    }
}
