import Foundation
import Testing

@testable import Comparison

@Suite("What is compared with what")
struct RuleTests {
    @Test("equal events are unchanged, whatever else is new in them")
    func unchanged() throws {
        let world = try World()
        try world.publish(TestEvent("u-1", at: 1, version: 1, ["quality_score": 0.5, "event_id": "a", "simhash": "1"]))
        try world.give(
            TestEvent(
                "u-1", at: 1, version: 9,
                ["quality_score": 0.9, "event_id": "b", "simhash": "2", "body_text": "x", "char_count": 3]))
        #expect(try world.compare().figures == [1, 0, 0, 0, 0])
        #expect(world.text.isEmpty)
    }

    @Test(
        "fields that change with a version, follow from others, or tell of the capture or scores are not compared",
        arguments: ComparedFields.left.keys.sorted())
    func leftOut(_ field: String) throws {
        let event = try #require(FieldValue(json: Array("{\"article_id\":\"u\",\"\(field)\":7}".utf8)))
        guard case .object(let fields) = event else { return #expect(Bool(false)) }
        #expect(ComparedFields.of(fields).keys.sorted() == ["article_id"])
    }

    @Test("an absent field is null and an empty list", arguments: ["null", "[]"])
    func absent(_ value: String) throws {
        let world = try World()
        _ = try world.store.add(Array("{\"article_id\":\"u\",\"title\":\"a\"}".utf8), to: .published)
        _ = try world.store.add(Array("{\"title\":\"a\",\"article_id\":\"u\",\"tags\":\(value)}".utf8), to: .fresh)
        #expect(try world.compare().figures == [1, 0, 0, 0, 0])
    }

    @Test("false, 0 and \"0\" are three values")
    func values() throws {
        for (was, new) in [("false", "0"), ("true", "1"), ("0", "\"0\""), ("false", "true")] {
            let world = try World()
            _ = try world.store.add(Array("{\"article_id\":\"u\",\"is_original\":\(was)}".utf8), to: .published)
            _ = try world.store.add(Array("{\"article_id\":\"u\",\"is_original\":\(new)}".utf8), to: .fresh)
            #expect(try world.compare().fieldCounts == ["is_original": 1])
            #expect(world.text.contains("\"fields\":{\"is_original\":{\"is\":\(new),\"was\":\(was)}}"))
        }
    }

    @Test("doctored events give exactly the doctored fields")
    func doctored() throws {
        let doctored: [(String, Any)] = [
            ("title", "The ferry returns at last"), ("paragraphs", ["The ferry was lowered into the water."]),
            ("tags", ["river"]), ("byline_raw", "By Ann Lee"), ("is_original", false), ("duplicate_copies", 1),
            ("contributors", [["name": "Ann Lea", "role": "reporter", "role_raw": NSNull()]]),
            ("published_at", "2026-05-04T08:30:00Z"), ("a_field_of_tomorrow", ["deep": [1, 2]]),
        ]
        let world = try World()
        for (index, doctoring) in doctored.enumerated() {
            try world.publish(TestEvent("u-\(index)", at: index))
            try world.give(TestEvent("u-\(index)", at: index, version: 2, [doctoring.0: doctoring.1]))
        }
        let comparison = try world.compare()
        #expect(comparison.figures == [0, doctored.count, 0, 0, 0])
        #expect(comparison.fieldCounts == Dictionary(uniqueKeysWithValues: doctored.map { ($0.0, 1) }))
        for (line, doctoring) in zip(world.lines, doctored) {
            #expect((line["fields"] as? [String: Any])?.keys.sorted() == [doctoring.0])
        }
    }

    @Test("a page whose event has another id now is changed in it, and the other is not added")
    func otherID() throws {
        let world = try World()
        try world.publish(TestEvent("u-old", at: 1))
        try world.give(TestEvent("u-new", at: 1))
        let comparison = try world.compare()
        #expect(comparison.figures == [0, 1, 0, 0, 0])
        #expect(comparison.fieldCounts == ["article_id": 1])
        #expect(world.lines.first?["article_id"] as? String == "u-old")
    }

    @Test("an article whose page no longer gives an event is gone, with its outcome, reason and detail")
    func gone() throws {
        let world = try World()
        try world.publish(TestEvent("u-1", at: 1))
        try world.publish(TestEvent("u-2", at: 2))
        try world.refuse(1)
        try world.refuse(2, "dead letter", "timeout")
        let comparison = try world.compare()
        #expect(comparison.figures == [0, 0, 0, 2, 0])
        #expect(comparison.reasons.map(\.name) == ["dead letter: timeout", "rejected: not_article"])
        let line = try #require(world.lines.first)
        #expect(line["change"] as? String == "gone" && line["outcome"] as? String == "rejected")
        #expect(line["reason"] as? String == "not_article" && line["title"] as? String == "The ferry returns")
        #expect(line["detail"] as? String == "no block looks like text")
        #expect((line["place"] as? [String: Any])?["offset"] as? Int == 1)
    }

    @Test("a page that gives its event and was refused before counts by its event")
    func eventBeforeRefusal() throws {
        let world = try World()
        try world.publish(TestEvent("u-1", at: 1))
        try world.refuse(1)
        try world.give(TestEvent("u-1", at: 1))
        #expect(try world.compare().figures == [1, 0, 0, 0, 0])
    }

    @Test("an article of the same id from another page is compared by its id")
    func sameIDElsewhere() throws {
        let world = try World()
        try world.publish(TestEvent("u-1", at: 1, ["url": "https://news.example/a"]))
        try world.give(TestEvent("u-1", at: 7, ["url": "https://news.example/a", "title": "Other"]))
        #expect(try world.compare().fieldCounts == ["title": 1])
    }

    @Test("fresh events without a counterpart are added")
    func added() throws {
        let world = try World()
        try world.give(TestEvent("u-1", at: 1))
        #expect(try world.compare().figures == [0, 0, 1, 0, 0])
        #expect(world.lines.first?["paragraphs"] as? Int == 2)
        #expect(world.lines.first?["title"] as? String == "The ferry returns")
    }

    @Test("published articles whose pages were not read again are not compared")
    func outside() throws {
        let world = try World()
        try world.publish(TestEvent("u-1", at: 1))
        try world.publish(TestEvent("u-2", at: 2))
        try world.give(TestEvent("u-2", at: 2))
        #expect(try world.compare().figures == [1, 0, 0, 0, 1])
    }

    @Test("each side keeps the newest event of an article, of the same version the one at the higher place")
    func newest() throws {
        let world = try World()
        for (offset, version, title) in [(5, 2, "older"), (6, 3, "lower"), (7, 3, "newest"), (8, 1, "oldest")] {
            try world.publish(
                TestEvent("u-1", at: offset, version: version, ["title": title, "url": "https://a.example"]))
            try world.give(
                TestEvent("u-1", at: offset, version: version, ["title": title, "url": "https://a.example"]))
        }
        #expect(try world.compare().figures == [1, 0, 0, 0, 0])
        try world.give(TestEvent("u-1", at: 6, version: 4, ["title": "later", "url": "https://a.example"]))
        try world.compare()
        let title = (world.lines.first?["fields"] as? [String: Any])?["title"] as? [String: String]
        #expect(title == ["was": "newest", "is": "later"])
    }

    @Test("of an article with a newer event outside of the range, the one inside is compared")
    func olderInside() throws {
        let world = try World()
        try world.publish(TestEvent("u-1", at: 1, version: 1, ["title": "inside", "url": "https://a.example"]))
        try world.publish(TestEvent("u-1", at: 90, version: 9, ["title": "outside", "url": "https://a.example"]))
        try world.give(TestEvent("u-1", at: 1, version: 1, ["title": "inside", "url": "https://a.example"]))
        #expect(try world.compare().figures == [1, 0, 0, 0, 0])
        try world.store.clear(.fresh)
        try world.refuse(1)
        #expect(try world.compare().figures == [0, 0, 0, 1, 0])
        #expect(world.lines.first?["title"] as? String == "inside")
    }

    @Test("events without a place are matched by their id alone")
    func withoutPlace() throws {
        let world = try World()
        try world.publish(TestEvent("u-1", at: -1))
        try world.publish(TestEvent("u-2", at: -1))
        try world.give(TestEvent("u-1", at: -1))
        try world.give(TestEvent("u-3", at: -1))
        #expect(try world.compare().figures == [1, 0, 1, 0, 1])
        #expect(world.lines.first?["place"] is NSNull)
    }

    @Test("a site is the site's domain, else the URL's host, else a dash")
    func sites() throws {
        let world = try World()
        try world.give(TestEvent("u-1", at: 1))
        try world.give(TestEvent("u-2", at: 2, ["site_domain": NSNull(), "url": "https://host.example/x"]))
        try world.give(TestEvent("u-3", at: 3, ["site_domain": NSNull(), "url": NSNull()]))
        let comparison = try world.compare()
        #expect(comparison.sites.map(\.site) == ["host.example", "news.example", "—"])
        #expect(comparison.sites.map(\.added) == [1, 1, 1])
    }

    @Test("texts of the same letters in another composition differ")
    func compositions() throws {
        let world = try World()
        try world.publish(TestEvent("u-1", at: 1, ["title": "caf\u{E9}"]))
        try world.give(TestEvent("u-1", at: 1, ["title": "cafe\u{301}"]))
        #expect(try world.compare().fieldCounts == ["title": 1])
    }

    @Test("lines are sorted by article id, added articles last, however the sides were fed")
    func sorted() throws {
        var texts: Set<String> = []
        var pages: Set<String> = []
        for order in [[1, 2, 3, 4], [4, 2, 1, 3], [3, 4, 2, 1]] {
            let world = try World()
            for number in order {
                if number > 1 { try world.publish(TestEvent("u-\(number)", at: number)) }
                try world.give(TestEvent("u-\(number)", at: number, ["title": "Other", "tags": ["b", "a"]]))
            }
            pages.insert(try world.compare().html())
            texts.insert(world.text)
            #expect(world.lines.map { $0["article_id"] as? String } == ["u-2", "u-3", "u-4", "u-1"])
        }
        #expect(texts.count == 1 && pages.count == 1)
    }
}
