import Foundation
import Kafka
import TestSupport
import Testing

@Suite(.waits, .enabled(if: RealKafka.script != nil, "skipped: no Kafka: set GALLEY_KAFKA_HOME"))
struct ReplayTests {
    @Test
    func
        `fault 15: a range of time, killed five times and resumed, is done to its exact ends, each page once, beside the live group`()
        throws
    {
        let bench = try ReplayBench()
        try bench.load(360)
        try bench.runLive()
        let live = try bench.committed("live")
        let before = try bench.kafka.count(bench.topics.outputs)
        // Its first page is the range's first, its last the one before the end.
        let range = 60..<330
        let name = ["--name", "night", "--delivery-mode", "exactly-once", "--delivery-commit-seconds", "0.1"]
        let asked = ["replay", "--from", ReplayBench.time(60), "--to", ReplayBench.time(330)] + name
        var done = 0
        for round in 1...5 {
            let process = try bench.start(asked + ["--rate", "10"])
            try require("round \(round) comes no further than \(done): \(process.log.suffix(1500))") {
                try bench.outcomes("articles.replay.night").count >= done + 12
            }
            process.kill()
            done = try bench.outcomes("articles.replay.night").count
            // What comes meanwhile is no part of it.
            try bench.load(6)
        }
        #expect(done < range.count, "there was nothing left to go on with")
        let last = try bench.start(["replay", "--name", "night", "--delivery-mode", "exactly-once"])
        #expect(last.wait() == 0, "\(last.log.suffix(3000))")
        let outcomes = try bench.outcomes("articles.replay.night")
        #expect(bench.places(range).symmetricDifference(outcomes.keys) == [])
        #expect(outcomes.values.allSatisfy { $0.count == 1 })
        // The same pages by the same version: the same ids as the live worker's.
        let published = try bench.outcomes("articles").filter { outcomes[$0.key] != nil }
        for (place, ids) in published where !ids[0].hasPrefix("letter") { #expect(outcomes[place] == ids, "\(place)") }
        #expect(last.output.contains("night: 270 records of 270 offsets"), "\(last.output)")
        #expect(last.output.contains("243 articles, 22 rejected, 5 dead-lettered"), "\(last.output)")
        print(
            "fault 15, a replay killed five times, real, exactly-once: inputs \(range.count): outcomes "
                + "\(outcomes.values.reduce(0) { $0 + $1.count }); missing \(range.count - outcomes.count)")
        // The live group and its topics were left alone.
        #expect(try bench.committed("live") == live)
        #expect(try bench.kafka.count(bench.topics.outputs) == before)
        // A second look says what the first did, and does nothing.
        let again = try bench.run("replay", "--name", "night")
        #expect(again.output == last.output && again.log.contains("night was done at"))
        // A person with any client finds the plan.
        let plans = try bench.records(["galley.replays"]).map { String(decoding: $0.value ?? [], as: UTF8.self) }
        #expect(plans.count == 2 && plans[0].contains(#""to":"#) && plans[1].contains(#""finished""#))
    }

    @Test func `processes of one name share the work, take over from one that is killed, and end together`() throws {
        let bench = try ReplayBench()
        try bench.load(300)
        let arguments = ["replay", "--from", "beginning", "--name", "both", "--rate", "30"]
        let first = try bench.start(arguments)
        let second = try bench.start(arguments)
        let third = try bench.start(arguments)
        try require("it does not begin: \(first.log.suffix(1500))") {
            try bench.outcomes("articles.replay.both").count >= 60
        }
        third.kill()
        #expect(first.wait() == 0, "\(first.log.suffix(3000))")
        #expect(second.wait() == 0, "\(second.log.suffix(3000))")
        let outcomes = try bench.outcomes("articles.replay.both")
        #expect(bench.places(0..<300).symmetricDifference(outcomes.keys) == [])
        // At least once: what was repeated has the same ids.
        #expect(outcomes.values.allSatisfy { Set($0).count == 1 })
        let outputs = [first.output, second.output].filter { !$0.isEmpty }
        #expect(outputs.count == 1, "one of them tells of the whole: \(outputs)")
        #expect(outputs.first?.contains("both: 300 records of 300 offsets") == true)
        let plans = try bench.records(["galley.replays"]).map { String(decoding: $0.value ?? [], as: UTF8.self) }
        #expect(plans.count { $0.contains(#""finished""#) } >= 1)
    }

    @Test func `records that are gone are said to be, before it begins and while it runs`() throws {
        let bench = try ReplayBench()
        try bench.load(120)
        try bench.remove(below: [0: 10, 1: 5])
        // By time, and by offset.
        let byTime = try bench.run("replay", "--from", ReplayBench.time(0), "--name", "gone", expecting: 78)
        #expect(
            byTime.log.contains(
                "pages.raw[0]: offsets 0 to 9 are gone, the oldest record left is of \(ReplayBench.time(30))"))
        #expect(
            byTime.log.contains("up to 5 records of the range are missing") && byTime.log.contains("--allow-missing"))
        let byOffset = try bench.run("replay", "--from", "4", "--name", "gone", expecting: 78)
        #expect(byOffset.log.contains("pages.raw[0]: offsets 4 to 9 are gone (6 of the range"), "\(byOffset.log)")
        // Nothing was begun, and what is left is whole in itself.
        let dry = try bench.run("replay", "--from", "0", "--name", "gone", "--dry-run")
        #expect(
            dry.output.contains("which needs --allow-missing") && dry.output.contains("105 records at the most"),
            "\(dry.output)")
        let admin = try Admin(bench.kafka.client)
        defer { admin.close() }
        #expect(try !admin.topic("galley.replays", timeoutMs: patienceMs).exists)
        let rest = try bench.run("replay", "--from", "0", "--name", "gone", "--allow-missing")
        #expect(rest.output.contains("gone: 105 records of 105 offsets"), "\(rest.output)")

        // In mid-run: the replay reads slowly, and more goes than it has fetched.
        for isAllowed in [false, true] {
            let name = "mid-\(isAllowed)"
            let flags = ["--delivery-commit-seconds", "0.1"] + (isAllowed ? ["--allow-missing"] : [])
            let slow = try bench.start(["replay", "--from", "beginning", "--name", name, "--rate", "2"] + flags)
            try require("it does not begin: \(slow.log.suffix(1500))") {
                try bench.outcomes("articles.replay.\(name)").count >= 5
            }
            slow.kill()
            let left: Int64 = isAllowed ? 38 : 34
            try bench.remove(below: [0: left, 1: left, 2: left])
            let next = try bench.start(["replay", "--name", name])
            #expect(next.wait() == (isAllowed ? 0 : 1), "\(next.log.suffix(3000))")
            if isAllowed {
                #expect(next.output.contains(" missing"), "\(next.output)")
                let all = try bench.outcomes("articles.replay.\(name)")
                #expect(Set(all.keys).isSuperset(of: (0..<3).flatMap { part in (38..<40).map { "\(part):\($0)" } }))
            } else {
                #expect(next.log.contains("were removed before they were read"), "\(next.log.suffix(1500))")
            }
        }
    }

    @Test func `an end that no record has is reached, on topics with transactions and new partitions`()
        throws
    {
        let bench = try ReplayBench()
        // Aborted records and the marks of transactions' ends stand last.
        try bench.load(90, transactional: true)
        let replay = try bench.start(["replay", "--from", "beginning", "--name", "marks", "--rate", "30"])
        try require("it does not begin: \(replay.log.suffix(1500))") {
            try bench.outcomes("articles.replay.marks").count >= 10
        }
        try bench.kafka.tool("topics", "--alter", "--topic", bench.topics.input, "--partitions", "5")
        let producer = try Producer(ProducerSettings(client: bench.kafka.client)) { _ in }
        try producer.produce(
            topic: bench.topics.input, key: nil, value: ReplayBench.page(7), partition: 4, token: 1)
        producer.flush(timeoutMs: patienceMs)
        producer.close(deadlineMs: 2000)
        #expect(replay.wait() == 0, "\(replay.log.suffix(3000))")
        #expect(replay.output.contains("marks: 90 records of "), "\(replay.output)")
        let outcomes = try bench.outcomes("articles.replay.marks")
        #expect(outcomes.count == 90 && outcomes.keys.allSatisfy { !$0.hasPrefix("4:") })
        // The same range again ends as well where nothing of it is left but its end.
        let end = try bench.committed(try bench.group("marks"))
        #expect(end.values.allSatisfy { $0 > 30 })
        let tail = try bench.run(
            "replay", "--from", String((end.values.min() ?? 0) - 1), "--name", "tail", "--partitions", "0,1,2")
        #expect(tail.output.contains("tail: 0 records of "), "\(tail.output)")
    }

    @Test func `of a compacted topic what is left is done`() throws {
        let bench = try ReplayBench(cluster: ["--set", "log.cleaner.backoff.ms=200"])
        try bench.loadCompacted("compacted")
        let replay = try bench.run(
            "replay", "--from", "3", "--name", "left", "--input-topics", "compacted", "--output", "left")
        let left = try bench.records(["compacted"]).filter { $0.offset >= 3 }
        let outcomes = try bench.outcomes("left")
        // The cleaner may go on while it is read.
        #expect(outcomes.count >= left.count && outcomes.count <= 32)
        #expect(Set(outcomes.keys).isSuperset(of: left.map { "0:\($0.offset)" }))
        #expect(replay.output.contains("left: \(outcomes.count) records of "), "\(replay.output)")
    }

    @Test func `what makes no range, or cannot be had, is said in a line each`() throws {
        let bench = try ReplayBench()
        try bench.load(6)
        func refused(
            _ words: String, _ arguments: String..., status: Int32 = 78, at place: SourceLocation = #_sourceLocation
        ) throws {
            let process = try bench.start(["replay", "--name", "no"] + arguments)
            #expect(process.wait() == status, "\(process.log)", sourceLocation: place)
            #expect(process.log.contains(words), "\(process.log)", sourceLocation: place)
            #expect(process.output.isEmpty, sourceLocation: place)
        }
        try refused("--from is in the future", "--from", "2999-01-01T00:00:00Z")
        try refused("--to is in the future", "--from", "beginning", "--to", "2999-01-01T00:00:00Z")
        try refused("--from comes after --to", "--from", "-1d", "--to", "-2d")
        try refused("--from comes after --to", "--from", "5", "--to", "4")
        try refused("--from is \"noon\"; expected", "--from", "noon", status: 64)
        try refused("nowhere", "--from", "beginning", "--input-topics", "nowhere")
        try refused("pages.raw has partitions 0 to 2", "--from", "beginning", "--partitions", "7")
        try refused("row_version is", "--from", "beginning", "--output", "articles")
        try refused("is read by this replay", "--from", "beginning", "--output", "pages.raw", status: 64)
        try refused("no replay named no is known")
        try refused("--where title=", "--from", "beginning", "--where", "title=x", status: 64)
        let admin = try Admin(bench.kafka.client)
        defer { admin.close() }
        #expect(try !admin.topic("galley.replays", timeoutMs: patienceMs).exists)
        // An empty range, and one of which some partitions have nothing.
        let empty = try bench.run("replay", "--from", "2", "--to", "2", "--name", "empty")
        #expect(empty.output.contains("empty: 0 records of 0 offsets"), "\(empty.output)")
        let some = try bench.run("replay", "--from", ReplayBench.time(4), "--name", "some")
        #expect(some.output.contains("some: 2 records of 2 offsets"), "\(some.output)")
        // A name that was forgotten is another replay, whatever its group had committed.
        try bench.forget("some")
        let anew = try bench.run("replay", "--from", ReplayBench.time(4), "--name", "some")
        #expect(anew.output.contains("some: 2 records of 2 offsets"), "\(anew.output)")
        #expect(try bench.outcomes("articles.replay.some").values.allSatisfy { $0.count == 2 })
        // Another range by a name that is taken.
        try refused("begins at 2, not at 3", "--name", "empty", "--from", "3")
        // Only some pages: a site's, and those of a reason.
        try bench.runLive()
        let site = try bench.run("replay", "--from", "beginning", "--where", "host=news3.example", "--name", "site")
        #expect(site.output.contains("1 articles, 0 rejected, 0 dead-lettered, 5 skipped"), "\(site.output)")
        try bench.load(12)
        try bench.runLive()
        let reason = try bench.run(
            "replay", "--from", "beginning", "--where", "reason=not_article", "--output", "none", "--name", "r")
        #expect(reason.output.contains("0 articles, 1 rejected, 0 dead-lettered, 17 skipped"), "\(reason.output)")
    }

    @Test func `a comparison with doctored events finds exactly what was doctored, published anew or not`() throws {
        let bench = try ReplayBench()
        try bench.load(100)
        try bench.runLive()
        let doctored = try publishDoctored(bench)
        let folder = Place.temporary("galley-report")
        defer { try? FileManager.default.removeItem(atPath: folder) }
        for output in ["none", "articles.new"] {
            let report = folder + "/" + output
            let before = try bench.kafka.count(bench.topics.outputs)
            let replay = try bench.run(
                "replay", "--from", "beginning", "--name", "judge-\(output)", "--output", output, "--diff",
                "articles.old",
                "--report", report)
            #expect(try bench.kafka.count(bench.topics.outputs) == before)
            #expect(replay.output.contains("100 records of 100 offsets"), "\(replay.output)")
            var found: [String: Set<String>] = [:]
            for line in try String(contentsOfFile: report + "/changes.jsonl", encoding: .utf8).split(separator: "\n") {
                let change = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
                let kind = change["change"] as? String ?? ""
                let fields = (change["fields"] as? [String: Any]).map { Set($0.keys) } ?? []
                if kind == "gone" { #expect(change["reason"] as? String == "not_article", "\(change)") }
                found["\(kind) \(change["article_id"] as? String ?? "")"] = fields
            }
            #expect(found == doctored)
            let page = try String(contentsOfFile: report + "/comparison.html", encoding: .utf8)
            #expect(page.contains("judge-\(output) compared with articles.old") && page.contains("not_article"))
        }
        // A name that is done compares again, with whatever is there now.
        let again = try bench.run(
            "replay", "--name", "judge-none", "--diff", "articles", "--report", folder + "/none")
        #expect(again.output.contains("judge-none: 100 records"), "\(again.output)")
        #expect(try Data(contentsOf: URL(filePath: folder + "/none/changes.jsonl")).isEmpty)
        // What cannot be is said before anything is read.
        let missing = try bench.run("replay", "--from", "beginning", "--diff", "nowhere", "--name", "x", expecting: 78)
        #expect(missing.log.contains("no topic nowhere to compare with"))
        let inPlace = try bench.run("replay", "--from", "beginning", "--in-place", "--diff", "articles", expecting: 64)
        #expect(inPlace.log.contains("--output none --diff articles"))
    }

    /// Publishes the events of the live worker to `articles.old` as another version would have them. Returns what is different,
    /// by kind and article, with the fields.
    private func publishDoctored(_ bench: ReplayBench) throws -> [String: Set<String>] {
        try bench.kafka.createTopics(["articles.old"], partitions: 2)
        let producer = try Producer(ProducerSettings(client: bench.kafka.client)) { _ in }
        defer { producer.close(deadlineMs: 5000) }
        var changes: [String: Set<String>] = [:]
        func publish(_ event: [String: Any], _ key: [UInt8]?) throws {
            let value = [UInt8](try JSONSerialization.data(withJSONObject: event))
            let headers = [Header(name: "ce_type", text: "galley.article.v1")]
            try producer.produce(topic: "articles.old", key: key, value: value, headers: headers, token: 1)
        }
        let records = try bench.records(["articles"]).sorted { $0.timestampMs ?? 0 < $1.timestampMs ?? 0 }
        var events = try records.map { record in
            (
                try #require(try JSONSerialization.jsonObject(with: Data(record.value ?? [])) as? [String: Any]),
                record.key
            )
        }
        events.sort { $0.0["raw_offset"] as? Int ?? 0 < $1.0["raw_offset"] as? Int ?? 0 }
        #expect(events.count == 90)
        for (index, (original, key)) in events.enumerated() {
            var event = original
            let id = event["article_id"] as? String ?? ""
            event["extractor_version"] = "0.0.1"
            event["quality_score"] = 0.1
            switch index {
            case 3:
                event["title"] = "Another headline"
                changes["changed \(id)"] = ["title"]
            case 10...12:
                event["paragraphs"] = Array((event["paragraphs"] as? [String] ?? []).dropLast())
                event["contributors"] = [[String: Any]]()
                changes["changed \(id)"] = ["paragraphs", "contributors"]
                event["authors"] = event["authors"] as Any
            case 20...21:
                changes["added \(id)"] = []
                continue
            default: break
            }
            try publish(event, key)
        }
        // An article of a page that is none today; one that an older version published first.
        var (gone, _) = events[0]
        gone["article_id"] = "u-gone"
        (gone["raw_partition"], gone["raw_offset"]) = (9 % bench.partitions, 9 / bench.partitions)
        try publish(gone, nil)
        changes["gone u-gone"] = []
        var (older, key) = events[1]
        older["title"] = "What was published before"
        older["row_version"] = (older["row_version"] as? Int ?? 0) - 1
        try publish(older, key)
        producer.flush(timeoutMs: patienceMs)
        return changes
    }

    @Test func `fault 16: dead letters are put back once, counted, and parked when they fail too often`() throws {
        let bench = try ReplayBench()
        try bench.load(150)
        try bench.runLive()
        let listed = try bench.run("dead-letters")
        #expect(listed.output.contains("no_body") && listed.output.contains("3 on pages.raw.dlq"), "\(listed.output)")
        // What its topic would remove again at once is not put back.
        try bench.kafka.tool(
            "configs", "--alter", "--entity-type", "topics", "--entity-name", "pages.raw", "--add-config",
            "retention.ms=3600000")
        #expect(
            try bench.run("redrive", "--dry-run").output.contains("3 left where they are: their topic removes records"))
        try bench.kafka.tool(
            "configs", "--alter", "--entity-type", "topics", "--entity-name", "pages.raw", "--add-config",
            "retention.ms=-1")
        // Only what is asked for, and only once, by however many.
        #expect(try bench.run("redrive", "--where", "reason=login").output.contains("0 dead letters put back"))
        #expect(try bench.run("redrive", "--dry-run").output.contains("3 dead letters would be put back"))
        let both = try (0..<2).map { _ in try bench.start(["redrive"]) }
        for process in both { #expect([0, 75].contains(process.wait()), "\(process.log)") }
        #expect(both.contains { $0.exitStatus == 0 })
        #expect(try bench.run("redrive").output.contains("0 dead letters put back on"))
        func redriven() throws -> [ConsumedRecord] {
            try bench.records([bench.topics.input]).filter { $0.headers.contains { $0.name == "galley-redriven" } }
        }
        try require("they are not back") { try redriven().count >= 3 }
        let back = try redriven()
        #expect(back.count == 3)
        let letters = try bench.records([bench.topics.deadLetters])
        for page in back {
            let letter = try #require(letters.first { $0.timestampMs == page.timestampMs })
            #expect(page.key == letter.key && page.value == letter.value)
            #expect(!page.headers.contains { $0.name.hasPrefix("__connect") || $0.name == "galley-reason" })
            #expect(
                page.headers.filter { !$0.name.hasPrefix("galley-") }
                    == letter.headers.filter { !$0.name.hasPrefix("galley-") && !$0.name.hasPrefix("__connect") })
        }
        // It fails again and again: three times it is put back, then it is parked; nothing grows on the way.
        for _ in 0..<3 {
            try bench.runLive()
            _ = try bench.run("redrive")
        }
        #expect(try redriven().count == 9)
        // A transaction's records are seen a little after its commit.
        try require("they are not parked") { try bench.records(["pages.raw.dlq.parked"]).count >= 3 }
        let parked = try bench.records(["pages.raw.dlq.parked"])
        #expect(parked.count == 3)
        for letter in parked {
            func count(_ name: String) -> String? {
                letter.headers.filter { $0.name == name }.map { String(decoding: $0.value ?? [], as: UTF8.self) }
                    .joined(separator: " ")
            }
            #expect(count("galley-redriven") == "3" && count("galley-attempts") == "4")
            #expect(letter.headers.count == letters[0].headers.count + 1)
        }
        #expect(try bench.run("redrive").output.contains("0 dead letters put back on"))
        let end = try bench.run("dead-letters")
        #expect(end.output.contains("12 on pages.raw.dlq"), "\(end.output)")
        #expect(try bench.run("dead-letters", "show", "--limit", "1").output.contains("galley-reason: no_body"))
        print("fault 16, letters that fail again, real: inputs 3: put back 9 times, parked \(parked.count)")
    }

    @Test func `a redrive that is killed puts back each letter once, and what cannot be put back stays`() throws {
        let bench = try ReplayBench()
        try bench.load(600)
        try bench.runLive()
        // Letters that were too large for their topic: of a page that is there, of one that is gone, of a topic that never was.
        let page = ReplayBench.page(0)
        try bench.putReducedLetter(offset: 0, of: page, topic: bench.topics.input)
        try bench.putReducedLetter(offset: 9999, of: page, topic: bench.topics.input)
        try bench.putReducedLetter(offset: 0, of: page, topic: "never")
        func redriven() throws -> [ConsumedRecord] {
            try bench.records([bench.topics.input]).filter { $0.headers.contains { $0.name == "galley-redriven" } }
        }
        // Longer than a transaction may last, were it one.
        let slow = try bench.start(["redrive", "--rate", "1"])
        try require("nothing is put back: \(slow.log)") { try redriven().count >= 4 }
        slow.kill()
        let last = try bench.run("redrive")
        #expect(
            last.output.contains("1 without their page") && last.output.contains("1 that do not say where"),
            "\(last.output)")
        try require("not all are back") { try redriven().count >= 13 }
        let back = try redriven()
        #expect(back.count == 13 && Set(back.map { "\($0.key ?? [])\($0.timestampMs ?? 0)" }).count == 13)
        #expect(back.contains { $0.value == page && $0.headers.contains { $0.name == "ce_subject" } })
        let again = try bench.run("redrive")
        #expect(
            again.output.contains("0 dead letters put back on") && again.output.contains("13 dealt with before"),
            "\(again.output)")
    }

    @Test func `without rights it is said which, and those of the script are enough`() throws {
        let bench = try ReplayBench(cluster: ["--tls", "--acls"])
        try bench.load(60)
        try bench.runLive()
        let login = try bench.kafka.login()
        func run(_ arguments: [String], expecting status: Int32, at place: SourceLocation = #_sourceLocation) throws
            -> GalleyProcess
        {
            let process = try GalleyProcess(arguments + login)
            #expect(process.wait() == status, "\(process.log.suffix(2000))", sourceLocation: place)
            return process
        }
        let replay = ["replay", "--from", "beginning", "--delivery-mode", "exactly-once", "--diff", "articles"]
        let report = Place.temporary("galley-report")
        defer { try? FileManager.default.removeItem(atPath: report) }
        let none = try run(replay + ["--name", "a", "--report", report], expecting: 78)
        #expect(none.log.contains("topic pages.raw may not be read") && none.log.contains("deploy/acls"), "\(none.log)")
        let noLetters = try run(["dead-letters"], expecting: 78)
        #expect(noLetters.log.contains("topic pages.raw.dlq"), "\(noLetters.log)")
        try bench.kafka.grant("--replay")
        let whole = try run(replay + ["--name", "a", "--report", report], expecting: 0)
        #expect(whole.output.contains("a: 60 records of 60 offsets"), "\(whole.output)")
        #expect(try run(["dead-letters"], expecting: 0).output.contains("1 on pages.raw.dlq"))
        #expect(try run(["redrive"], expecting: 78).log.contains("AUTHORIZATION"))
        try bench.kafka.grant("--redrive")
        #expect(try run(["redrive"], expecting: 0).output.contains("1 dead letters put back"))
    }
}
