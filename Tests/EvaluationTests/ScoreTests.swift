import Foundation
import Testing

@testable import Evaluation

@Suite("Scores")
struct ScoreTests {
    func page(_ json: String) throws -> GoldPage {
        try JSONDecoder().decode(GoldPage.self, from: Data(json.utf8))
    }

    @Test func perfectBodyScoresOne() throws {
        var scorer = Scorer()
        scorer.add(
            try page(#"{"set":"s","id":"1","lang":"en","gold":{"body":"one two three four five"}}"#),
            Prediction(id: "1", body: "one two three four five"))
        #expect(scorer.score.f1 == 1)
    }

    @Test func chineseIsCountedByCharacter() throws {
        var vocabulary = Vocabulary()
        #expect(vocabulary.tokens(of: "小镇灯会abc 12", splitsCJK: true).count == 6)
        #expect(vocabulary.tokens(of: "小镇灯会abc 12", splitsCJK: false).count == 2)
    }

    @Test func aPageWithNothingPredictedCountsAgainstRecallOnly() throws {
        var scorer = Scorer()
        let body = #"{"set":"s","id":"1","lang":"en","gold":{"body":"one two three four"}}"#
        scorer.add(try page(body), nil)
        scorer.add(try page(body), Prediction(id: "1", body: "one two three four"))
        #expect(scorer.score.precision == 1)
        #expect(scorer.score.recall == 0.5)
    }

    @Test func linesOfTheGoldAreParagraphsOrNot() throws {
        let (first, second) = ("a b c d e f g h", "i j k l m n o p")
        let gold = try page(
            #"{"set":"s","id":"1","lang":"en","gold":{"body":"\#(first)\n\#(second)\nend\nq r s t u v w x y"}}"#)
        var scorer = Scorer()
        scorer.add(gold, Prediction(id: "1", body: "a b c d e f g h.\ni j k l m n o p, end"))
        #expect(scorer.score.paragraphs == 0.5, "one is, one is not, the short one and the missed one do not count")
    }

    @Test func sourcesAreComparedFoldedAndImagesByFileName() throws {
        let gold = try page(
            #"{"set":"s","id":"1","lang":"zh","gold":{"source":"新华社","lead_image_url":"https://a.example/x/lead.jpg"}}"#
        )
        var scorer = Scorer()
        scorer.add(gold, Prediction(id: "1", source: "新华社 ", image: "https://cdn.example/400/lead.jpg?w=400"))
        scorer.add(gold, Prediction(id: "1", source: "新华网", image: "https://a.example/x/logo.png"))
        scorer.add(gold, nil)
        #expect(scorer.score.source == 1.0 / 3)
        #expect(scorer.score.image == 1.0 / 3)
    }

    @Test func pagesOfLearntSitesAreCounted() throws {
        let gold = try page(#"{"set":"s","id":"1","gold":{"title":"One"}}"#)
        var scorer = Scorer()
        scorer.add(gold, Prediction(id: "1", title: "One"), isLearnt: true)
        scorer.add(gold, nil)
        #expect(scorer.score.pages == 2)
        #expect(scorer.score.learnt == 1)
        let lines = scoreTable([("s", scorer.score)]).split(separator: "\n").map { $0.split(separator: " ") }
        #expect(lines[0].prefix(3) == ["set", "pages", "learnt"])
        #expect(lines[1].prefix(3) == ["s", "2", "1"])
    }

    @Test func optionalTextCountsNeitherWay() throws {
        let gold = #"{"set":"s","id":"1","lang":"en","gold":{"body":"a b c d e\nf g h i","optional":["f g h i"]}}"#
        for body in ["a b c d e", "a b c d e\nf g h i"] {
            var scorer = Scorer()
            scorer.add(try page(gold), Prediction(id: "1", body: body))
            #expect(scorer.score.f1 == 1)
        }
    }

    @Test(arguments: [
        ("Jane Doe and John Roe", ["janedoe", "johnroe"]),
        ("By Jane Doe", ["janedoe"]),
        ("张三、李四", ["张三", "李四"]),
        ("Jane Doe | John Roe; Ann Poe", ["annpoe", "janedoe", "johnroe"]),
    ])
    func linesOfNamesAreSplit(line: String, names: [String]) {
        #expect(people(.line(line)).sorted() == names)
    }

    @Test func titlesAreComparedByLettersAndDigits() throws {
        var scorer = Scorer()
        scorer.add(
            try page(#"{"set":"s","id":"1","gold":{"title":"ＡＢＣ: Straße “Ende”"}}"#),
            Prediction(id: "1", title: "abc strasse ende"))
        #expect(scorer.score.title == 1)
    }

    @Test func floorsNameWhatFellBelowThem() throws {
        let floors = Floors(sets: ["a": ["F1": 0.9, "lost": 0.01], "b": ["title": 0.5]])
        var score = Score(pages: 1)
        score.f1 = 0.8
        score.lost = 0.02
        #expect(
            floors.breaches(["a": score]).map(\.description) == [
                "a F1: .8000 is below its floor of .9000", "a lost: .0200 is above its ceiling of .0100",
                "b title: not judged is below its floor of .5000",
            ])
    }

    @Test func aBrokenGoldLineIsNamed() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "gold-\(UUID()).jsonl").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("{\"set\":\"s\",\"id\":\"1\",\"gold\":{}}\n{oops\n".utf8).write(to: URL(filePath: path))
        #expect {
            try readJSONLines(GoldPage.self, at: path)
        } throws: { error in
            (error as? GoldError)?.line == 2
        }
    }
}
