import Flow
import Foundation
import Kafka
import Testing
import Worker

@testable import Replay

struct PlanTests {
    private func plan(_ name: String = "week") -> ReplayPlan {
        let place = TopicPartition(topic: "pages.raw", partition: 0)
        return ReplayPlan(
            name: name, frozenAt: "2026-03-14T08:30:00Z", from: "-7d", to: "now", filter: ["host": "news.example"],
            allowsMissing: false, outputs: .init("articles.replay.\(name)"), version: "1.0", ruleset: 3,
            parts: [
                .init(place, 10..<20), .init(TopicPartition(topic: "pages.raw", partition: 1), 0..<0),
                .init(TopicPartition(topic: "more", partition: 0), 5..<6),
            ])
    }

    @Test func `a plan is JSON that a person can read`() throws {
        let plan = plan()
        let data = try JSONEncoder().encode(plan)
        #expect(try JSONDecoder().decode(ReplayPlan.self, from: data) == plan)
        let fields = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(
            fields["frozen_at"] as? String == "2026-03-14T08:30:00Z"
                && (fields["group"] as? String)?.hasPrefix("galley-replay.week-") == true)
        let parts = try #require(fields["parts"] as? [[String: Any]])
        #expect(
            parts[0]["topic"] as? String == "pages.raw" && parts[0]["from"] as? Int == 10
                && parts[0]["to"] as? Int == 20)
        let outputs = try #require(fields["outputs"] as? [String: String])
        #expect(outputs["dead_letters"] == "articles.replay.week.dlq")
    }

    @Test func `what is no range, or of another's group, is no plan`() {
        #expect(plan().isSound)
        func spoilt(_ change: (inout ReplayPlan) -> Void) -> Bool {
            var plan = plan()
            change(&plan)
            return plan.isSound
        }
        #expect(
            !spoilt { $0.parts[0].from = -1 } && !spoilt { $0.parts[0].to = 5 } && !spoilt { $0.parts[0].to = .max })
        #expect(!spoilt { $0.parts[1] = $0.parts[0] } && !spoilt { $0.group = "galley" })
        #expect(plan().group != plan().group && plan().group.hasPrefix("galley-replay.week-"))
    }

    @Test func `it counts its offsets and names its topics`() {
        #expect(plan().count == 11 && plan().topics == ["more", "pages.raw"])
        #expect(plan().range.parts.count == 3)
    }

    @Test(arguments: [
        ("a", true), ("2026-03-14_x.y", true), ("", false), ("a b", false), ("ä", false), ("a/b", false),
        ("a.dlq", false), ("a.rejected", false),
        (String(repeating: "x", count: 100), true), (String(repeating: "x", count: 101), false),
    ])
    func `names are parts of topics' names`(name: String, isOne: Bool) { #expect(ReplayPlan.isName(name) == isOne) }

    @Test func `progress is what the group has committed, held to the range`() throws {
        let plan = plan()
        let sums = try #require(
            RunsCode.encode([14..<16, 18..<30], frontier: 12, cap: .max, sums: [1, 2, 0, 1, 500, 0]))
        let progress = ReplayProgress(
            plan,
            committed: [
                PartitionOffset(plan.parts[0].place, offset: 12, metadata: sums),
                PartitionOffset(plan.parts[2].place, offset: 9),
            ])
        #expect(progress.done == 2 + 2 + 2 + 1 && progress.count == 11 && !progress.isDone && progress.percent == 63)
        #expect(progress.parts.map(\.isDone) == [false, true, true])
        #expect(progress.sums.articles == 1 && progress.sums.rejected == 2 && progress.sums.records == 4)
    }

    @Test func `nothing committed is nothing done, and an empty range is done`() {
        let nothing = ReplayProgress(plan(), committed: [])
        #expect(nothing.done == 0 && !nothing.isDone && nothing.percent == 0)
        var empty = plan()
        empty.parts = [empty.parts[1]]
        let progress = ReplayProgress(empty, committed: [])
        #expect(progress.isDone && progress.percent == 100)
    }

    @Test func `processes of one host have ids of their own, and one that is gone leaves its id`() throws {
        let folder = NSTemporaryDirectory() + "/galley-slots-\(UInt32.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var first: ReplayMember? = ReplayMember("r", folder: folder)
        let second = ReplayMember("r", folder: folder)
        let (one, two) = (try #require(first).id, second.id)
        #expect(one.contains("-0-") && two.contains("-1-") && one.suffix(8) != two.suffix(8))
        first = nil
        #expect(ReplayMember("r", folder: folder).id == one)
        withExtendedLifetime(second) {}
    }

    @Test func `where no lock can be had a name is used once`() {
        let (one, two) = (ReplayMember("r", folder: "/nowhere"), ReplayMember("r", folder: "/nowhere"))
        #expect(!one.isLasting && !two.isLasting && one.id != two.id && one.id.hasPrefix("r-"))
    }

    @Test func `what is missing is said with how much, and what to do`() {
        let place = TopicPartition(topic: "pages.raw", partition: 2)
        let certain = Missing(place: place, offsets: 3..<10, isCertain: true, oldest: "2026-03-14T08:30:00Z")
        let perhaps = Missing(place: place, offsets: 0..<10, isCertain: false, oldest: nil)
        let words = ReplayFault.missing([certain, perhaps]).description
        #expect(
            words.contains("pages.raw[2]: offsets 3 to 9 are gone (7 of the range, the oldest record left is of 2026"))
        #expect(words.contains("no record is left: up to 10 records") && words.contains("--allow-missing"))
    }

    @Test func `a letter says where it came from, or does not`() {
        func letter(_ headers: [String: String]) -> ConsumedRecord {
            ConsumedRecord(
                topic: "dlq", partition: 0, offset: 1,
                headers: headers.map { Header(name: "__connect.errors.\($0.key)", text: $0.value) })
        }
        let whole = ["topic": "pages.raw", "partition": "3", "offset": "41"]
        #expect(LetterOrigin(letter(whole))?.place == TopicPartition(topic: "pages.raw", partition: 3))
        #expect(LetterOrigin(letter(whole))?.offset == 41)
        for (name, value) in [("topic", ""), ("partition", "x"), ("offset", "-1"), ("offset", "9223372036854775807")] {
            #expect(LetterOrigin(letter(whole.merging([name: value]) { $1 })) == nil)
        }
        #expect(LetterOrigin(letter([:])) == nil)
    }
}
