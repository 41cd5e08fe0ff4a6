import Admin
import Foundation
import Kafka
import Pages
import Pipeline
import Replay
import Settings
import Synchronization
import Telemetry
import Wire
import Worker

/// `galley replay`: the worker on a frozen range, with a group and topics of its own.
struct ReplayCommand {
    let configuration: Configuration

    /// Runs until all of the range is done, by whichever processes, or it is told to stop.
    func run() throws -> ExitCode {
        let client = try configuration.client()
        let admin = try Admin(client)
        defer { admin.close() }
        try admin.probe(timeoutMs: 10_000)
        let planner = ReplayPlanner(configuration: configuration, client: client, admin: admin)
        var found = try planner.plan()
        if configuration.options.dryRun {
            try ReplayPreview(found, configuration, client, engine: try engine()).show()
            return .done
        }
        if let finished = found.finished {
            say("\(found.plan.name) was done at \(finished.at)")
            try summarise(found.plan, finished, try comparison(found))
            return .done
        }
        // Before anything is written: its topic and its folder have to be there.
        let comparison = try comparison(found)
        if !found.isKnown {
            try allow(found.missing)
            try planner.topic.make(admin)
            let own = found.plan
            found.plan = try planner.topic.begin(own, admin)
            // Another process was first by this name.
            if found.plan != own { try planner.check(found.plan) }
        }
        if configuration.options.inPlace, !found.isKnown { say(ReplayFault.inPlaceWords) }
        try planner.checkStanding(found.plan, isKnown: found.isKnown)
        try planner.makeOutputs(of: found.plan)
        say(opening(found))
        return try work(found.plan, planner, comparison)
    }

    private func engine() throws -> Engine { try Engine(configuration.bodyOptions) }

    private func comparison(_ found: ReplayPlanner.Result) throws -> ReplayComparison? {
        try configuration.options.diff.map {
            try ReplayComparison(
                found, with: $0, folder: configuration.options.report, client: try configuration.client(),
                configuration.outcomeReader())
        }
    }

    private func say(_ line: String) {
        if !configuration.options.quiet { Terminal.note("galley: \(line)") }
    }

    private func allow(_ missing: [Missing]) throws {
        guard !missing.isEmpty else { return }
        guard configuration.options.allowMissing else { throw ReplayFault.missing(missing) }
        missing.forEach { say($0.words) }
    }

    private func opening(_ found: ReplayPlanner.Result) -> String {
        let plan = found.plan
        let target = plan.outputs.map { "to \($0.articles)" } ?? "publishing nothing"
        let topics = plan.topics.joined(separator: ", ")
        return
            "replay \(plan.name) of \(topics), \(plan.from) to \(plan.to) as of \(plan.frozenAt), \(Words.count(plan.count)) offsets, \(target)"
            + (found.isKnown ? "; going on" : "")
    }

    // MARK: Working

    private func work(
        _ plan: ReplayPlan, _ planner: ReplayPlanner, _ comparison: ReplayComparison?
    ) throws -> ExitCode {
        // Not the worker's own id, which a shared configuration may state: that would shut the worker out.
        let member = ReplayMember(plan.group)
        let telemetry = configuration.replayTelemetry
        let formats = try WireFormats(configuration, telemetry)
        let settings = try workerSettings(plan, member, formats)
        let worker = Worker(
            settings, telemetry: telemetry,
            makeWork: try makeWork(plan, settings.client, telemetry, formats, comparison))
        let monitor = ReplayMonitor(plan, settings.client, isQuiet: configuration.options.quiet) { worker.finish() }
        let signals = StopSignals { _ in worker.stop() }
        defer { withExtendedLifetime(signals) {} }
        monitor.start()
        let reason = plan.count == 0 ? .finished : worker.run()
        let progress = monitor.stop()
        withExtendedLifetime(member) {}
        switch reason {
        case .inputGone(let gone):
            Terminal.note(
                gone.found < gone.expected
                    ? "galley: \(gone.place): offset \(gone.expected) was to be read, and the topic ends before it: it is another topic "
                        + "by the same name now. This replay cannot go on"
                    : "galley: \(gone.found - gone.expected) records of \(gone.place) were removed before they were read (offsets "
                        + "\(gone.expected) to \(gone.found - 1)). Begin a replay with --allow-missing to do without such"
            )
            return .failed
        case .startFailed(.brokerAway): return .unavailable
        case .startFailed: return .configuration
        case .stopped, .finished, .drainExpired: break
        }
        guard let progress, progress.isDone else {
            let percent = progress.map { "at \($0.percent) %" } ?? "before its end"
            say("stopped \(percent); go on with: galley replay --name \(plan.name)")
            return .interrupted
        }
        return try finish(plan, progress, worker.status.balance, planner, comparison)
    }

    private func workerSettings(
        _ plan: ReplayPlan, _ member: ReplayMember, _ formats: WireFormats
    ) throws -> WorkerSettings {
        var settings = try configuration.workerSettings()
        settings.inputTopics = plan.topics
        settings.group = plan.group
        settings.range = plan.range
        settings.pagesPerSecond = configuration.options.rate
        // One that was killed and starts again has the place of the one before at once.
        settings.instanceID = member.isLasting ? member.id : nil
        settings.sessionTimeoutMs = 10_000
        if let outputs = plan.outputs {
            settings.outputTopic = outputs.articles
            settings.rejectedTopic = outputs.rejected
            settings.deadLetterTopic = outputs.deadLetters
            settings.formats = [
                outputs.articles: Wire.OutputFormat(configuration.output.format),
                outputs.rejected: Wire.OutputFormat(configuration.output.rejectedFormat),
            ]
            settings.prepare = { formats.prepare() }
            if configuration.delivery.mode == .exactlyOnce {
                settings.transactionalID = member.id
            }
        } else {
            settings.publishes = false
        }
        return settings
    }

    private func makeWork(
        _ plan: ReplayPlan, _ client: ClientSettings, _ telemetry: Telemetry, _ formats: WireFormats,
        _ comparison: ReplayComparison?
    ) throws -> @Sendable () -> sending PageWork {
        let selection = try ReplaySelection(plan.filter) { reason in
            let topics = [configuration.output.rejectedTopic, configuration.output.deadLettersTopic]
            let places = try OutcomePlaces(
                reason: reason, of: topics, in: plan.range, client, configuration.outcomeReader())
            say(
                "\(Words.count(Int64(places.count))) pages of the range have the reason \(reason) on \(topics.joined(separator: " and "))"
            )
            return places
        }
        let engine = try engine()
        let journal = PageJournal(metrics: telemetry.metrics)
        return {
            let work = PageWorkFactory.make(
                engine, options: { formats.options }, group: plan.group, journal: journal)
            let options = formats.options
            let decoder = RawPageDecoder(
                format: options.format, limits: options.limits, schemas: options.schemas, bodies: options.bodies)
            return { record, host in
                guard selection.admits(record, decoder) else { return .skipped }
                let outcome = work(record, host)
                // What is published is read from its topic when all is done, as other processes' outcomes are.
                if plan.outputs == nil { comparison?.note(outcome) }
                return outcome
            }
        }
    }

    // MARK: The end

    private func finish(
        _ plan: ReplayPlan, _ progress: ReplayProgress, _ own: Balance, _ planner: ReplayPlanner,
        _ comparison: ReplayComparison?
    ) throws -> ExitCode {
        let by = "\(ProcessInfo.processInfo.hostName)/\(ProcessInfo.processInfo.processIdentifier)"
        let end = PlanTopic.Finish(group: plan.group, at: Date.now.ISO8601Format(), by: by, progress.sums)
        let counted = try planner.topic.finish(plan.name, end, planner.admin)
        let share = own.articles + own.rejected + own.deadLetters + own.skipped
        guard counted.by == by else {
            say(
                "done; \(share) of \(Words.count(progress.sums.records)) records were this process's, and \(counted.by) has the summary"
            )
            return .done
        }
        try summarise(plan, counted, comparison)
        return .done
    }

    private func summarise(
        _ plan: ReplayPlan, _ finish: PlanTopic.Finish, _ comparison: ReplayComparison?
    ) throws {
        let sums = finish.sums
        Terminal.output(
            line: "\(plan.name): \(Words.count(sums.records)) records of \(Words.count(plan.count)) offsets, "
                + "\(Words.megabytes(Double(sums.bytes))): \(Words.outcomes(sums))")
        if let outputs = plan.outputs { Terminal.output(line: "on \(outputs.all.joined(separator: ", "))") }
        try comparison?.finish(plan, sums, say: say)
    }
}

extension Configuration {
    /// Log lines beside a replay's progress: on a terminal only what is wrong.
    fileprivate var replayTelemetry: Telemetry {
        guard Terminal.showsProgress, log.level == .info else { return telemetry }
        return Telemetry(level: .warning, format: .text)
    }
}
