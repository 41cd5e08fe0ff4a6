import Foundation
import Kafka
import Normalization
import Replay
import Settings

/// Makes the plan of a replay from what was asked for, or finds the one that goes by its name.
struct ReplayPlanner {
    let configuration: Configuration
    let client: ClientSettings
    let admin: Admin

    /// A plan, and how it came.
    struct Result {
        var plan: ReplayPlan
        /// Whether it was there already.
        var isKnown: Bool
        /// What came of it, when it is done.
        var finished: PlanTopic.Finish?
        /// What retention has eaten of it; of a plan that is made now.
        var missing: [Missing] = []
    }

    private var options: Configuration.Options { configuration.options }

    /// The topic of plans.
    var topic: PlanTopic { PlanTopic(configuration.replayTopic, client: client) }

    /// Finds the plan, or makes one, which is not written yet.
    /// - Throws: a ``ReplayFault``, ``SettingsError`` or ``KafkaFault`` that says what to do.
    func plan(now: Date = .now) throws -> Result {
        try ReplaySelection.check(options.filter)
        if let name = options.name {
            guard ReplayPlan.isName(name) else {
                throw SettingsError(
                    usage:
                        "--name is \"\(name.prefix(120))\"; expected letters, digits, \".\", \"_\" and \"-\", 100 at the most"
                )
            }
            let entry = try topic.entry(name, admin)
            if let plan = entry.plan {
                try check(plan)
                return Result(plan: plan, isKnown: true, finished: entry.finished)
            }
            guard options.from != nil else { throw ReplayFault.unknown(name: name, topic: topic.name) }
        }
        return try fresh(now)
    }

    private func fresh(_ now: Date) throws -> Result {
        guard options.report == nil || options.diff != nil else {
            throw SettingsError(usage: "--report is where a comparison is written to: give --diff TOPIC too")
        }
        guard let from = options.from else {
            throw SettingsError(
                usage: "galley replay needs --from to begin a replay, or the --name of one to go on with")
        }
        let to = options.to ?? "now"
        let name = options.name ?? ReplayPlanner.name(now)
        let outputs = try outputs(of: name)
        let finding = try RangeFinder(client, admin).find(
            topics: configuration.input.topics, chosen: try partitions(),
            from: try TopicPoint(from, flag: "--from", now: now), to: try TopicPoint(to, flag: "--to", now: now),
            now: Int64(now.timeIntervalSince1970 * 1000))
        let plan = ReplayPlan(
            name: name, frozenAt: now.ISO8601Format(), from: from, to: to, filter: options.filter,
            allowsMissing: options.allowMissing, outputs: outputs, version: Engine.version.version,
            ruleset: Engine.version.rulesetSerial, parts: finding.parts)
        return Result(plan: plan, isKnown: false, missing: finding.missing)
    }

    private static func name(_ now: Date) -> String {
        now.ISO8601Format(.iso8601(timeZone: .gmt, dateSeparator: .omitted, timeSeparator: .omitted))
            .replacing("Z", with: "").replacing("T", with: "-")
            + "-" + String(UInt16.random(in: 0x1000...0xFFFF), radix: 16)
    }

    /// `0` of the one topic that is read, or `pages.raw:0`.
    private func partitions() throws -> Set<TopicPartition>? {
        guard !options.partitions.isEmpty else { return nil }
        let topics = configuration.input.topics
        return Set(
            try options.partitions.map { text in
                let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
                let topic = parts.count == 2 ? parts[0] : topics.count == 1 ? topics[0] : nil
                guard let topic, parts.count <= 2, let number = parts.last.flatMap({ Int32($0) }), number >= 0 else {
                    throw SettingsError(
                        usage: "--partitions: \"\(text)\" is none; expected "
                            + (topics.count == 1 ? "a number" : "TOPIC:N, as several topics are read"))
                }
                return TopicPartition(topic: topic, partition: number)
            })
    }

    private func outputs(of name: String) throws -> ReplayPlan.Outputs? {
        let live = ReplayPlan.Outputs(
            articles: configuration.output.topic, rejected: configuration.output.rejectedTopic,
            deadLetters: configuration.output.deadLettersTopic)
        if options.inPlace {
            guard options.output == nil || options.output == live.articles else {
                throw SettingsError(usage: "--in-place publishes to \(live.articles); leave --output out")
            }
            guard options.diff == nil else {
                throw SettingsError(
                    usage: "--in-place and --diff: the topic to compare with would hold the new events too. "
                        + "Run it with --output none --diff \(live.articles) first")
            }
            return live
        }
        if options.output == "none" { return nil }
        let outputs = ReplayPlan.Outputs(options.output ?? "\(live.articles).replay.\(name)")
        let read = Set(configuration.input.topics)
        for topic in outputs.all {
            if live.all.contains(topic) { throw ReplayFault.inPlace(topic) }
            if read.contains(topic) {
                throw SettingsError(usage: "--output: \(topic) is read by this replay; choose another")
            }
        }
        return outputs
    }

    /// Whether what was asked for is what the plan says.
    func check(_ plan: ReplayPlan) throws {
        func refuse(_ differs: String) throws { throw ReplayFault.otherPlan(name: plan.name, differs: differs) }
        if let from = options.from, from != plan.from { try refuse("begins at \(plan.from), not at \(from)") }
        if let to = options.to, to != plan.to { try refuse("ends at \(plan.to), not at \(to)") }
        if !options.filter.isEmpty, options.filter != plan.filter { try refuse("has another --where") }
        if let output = options.output {
            let known = plan.outputs?.articles ?? "none"
            if output != known { try refuse("publishes to \(known), not to \(output)") }
        }
        if options.allowMissing, !plan.allowsMissing { try refuse("was begun without --allow-missing") }
        if options.inPlace, plan.outputs?.articles != configuration.output.topic {
            try refuse("does not publish in place")
        }
        if let chosen = try partitions(), chosen != Set(plan.parts.map(\.place)) {
            try refuse("has other --partitions")
        }
        if plan.version != Engine.version.version || plan.ruleset != Engine.version.rulesetSerial {
            throw ReplayFault.noRange(
                "the replay \(plan.name) was begun by Galley \(plan.version) with rules \(plan.ruleset), and this is "
                    + "\(Engine.version.version) with rules \(Engine.version.rulesetSerial): its events would be of both. "
                    + "Go on with that version, or begin another replay by another --name")
        }
    }

    // MARK: Going on

    /// Looks whether a plan can be worked by: that its group may be used, its partitions are there, and its progress is known.
    /// - Throws: a ``ReplayFault`` or ``KafkaFault`` that says what to do.
    func checkStanding(_ plan: ReplayPlan, isKnown: Bool, now: Date = .now) throws {
        for topic in plan.topics {
            let there = Set(try admin.topic(topic, timeoutMs: 10_000).partitions.map(\.id))
            if let gone = plan.parts.first(where: {
                $0.topic == topic && !$0.range.isEmpty && !there.contains($0.partition)
            }) {
                throw ReplayFault.noRange(
                    "\(gone.place) is not there any more, of which \(plan.name) is to read \(gone.range.count) offsets")
            }
        }
        let progress = try standing(plan)
        let begun = (try? Date(plan.frozenAt, strategy: .iso8601)) ?? now
        if isKnown, plan.count > 0, progress.isUnknown, now.timeIntervalSince(begun) > 86_400 {
            throw ReplayFault.noRange(
                "how far \(plan.name) is, which was begun at \(plan.frozenAt), no broker knows any more: groups that rest are forgotten "
                    + "after offsets.retention.minutes. It would begin anew; choose another --name to do that")
        }
    }

    /// What the group has committed; asked for again while its coordinator is not ready.
    private func standing(_ plan: ReplayPlan) throws -> ReplayProgress {
        let reader = try ProgressReader(plan, client)
        let end = ContinuousClock.now + .seconds(60)
        while true {
            do throws(KafkaFault) {
                return try reader.read(timeoutMs: 10_000)
            } catch {
                guard error.isRetriable, ContinuousClock.now < end else { throw error }
                Thread.sleep(forTimeInterval: 0.2)
            }
        }
    }

    // MARK: Topics

    /// Makes the topics of outcomes that are not there, each like the running worker's.
    func makeOutputs(of plan: ReplayPlan) throws {
        guard let outputs = plan.outputs else { return }
        let most = Dictionary(grouping: plan.parts, by: \.topic).values.map(\.count).max() ?? 1
        let live = configuration.output
        let wanted = [
            (outputs.articles, live.topic), (outputs.rejected, live.rejectedTopic),
            (outputs.deadLetters, live.deadLettersTopic),
        ]
        let missing = try wanted.filter { try !admin.topic($0.0, timeoutMs: 10_000).exists }
        try admin.make(
            try missing.map { name, other in
                try admin.topic(name, like: other, partitions: most, keepsAll: name == outputs.deadLetters)
            })
    }
}
