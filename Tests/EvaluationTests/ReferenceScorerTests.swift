import Foundation
import TestSupport
import Testing

@testable import Evaluation

/// The figures must be those of the reference scorer that stands beside the real pages.
@Suite("Reference scorer")
struct ReferenceScorerTests {
    @Test(
        .enabled(
            if: Folders.hasData("dev/gold.jsonl"), "no real pages: set GALLEY_DATA to a folder with dev/gold.jsonl"))
    func figuresAgreeWithTheReferenceScorer() throws {
        let goldPath = Folders.data("dev/gold.jsonl").path
        let gold = try readJSONLines(GoldPage.self, at: goldPath)
        let predictions = gold.enumerated().compactMap { index, page in distorted(page, index) }
        let folder = FileManager.default.temporaryDirectory.appending(path: "galley-score-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let encoder = JSONEncoder()
        let lines = try predictions.map { try encoder.encode($0) + Data("\n".utf8) }
        try Data(lines.joined()).write(to: folder.appending(path: "predictions.jsonl"))

        for set in ["zh_news", "fundus_tests", "wcxb_article", "news_sites", "magic_article"] {
            var scorer = Scorer()
            let byID = Dictionary(predictions.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
            for page in gold where page.set == set { scorer.add(page, byID[page.id]) }
            let reference = try referenceFigures(goldPath, folder, set)
            let score = scorer.score
            for (name, value) in [
                ("F1", score.f1), ("P", score.precision), ("R", score.recall), ("title", score.title),
                ("day", score.day), ("auth", score.author), ("snipF1", score.snippets),
            ] {
                guard let expected = reference[name] else { continue }
                #expect(abs((value ?? -1) - expected) < 0.001, "\(set) \(name)")
            }
        }
    }

    /// A prediction that is right in part: a third of the lines gone, a line too many, the title cut on some pages.
    private func distorted(_ page: GoldPage, _ index: Int) -> Prediction? {
        guard index % 11 != 0 else { return nil }
        let lines = (page.gold.body ?? "").split(separator: "\n").enumerated()
        let kept = lines.filter { ($0.offset + index) % 3 != 0 }.map { String($0.element) }
        let names: [String] =
            switch page.gold.authors {
            case .list(let list): list.map { index % 5 == 0 ? $0 + " Desk" : "By " + $0 }
            case .line(let line): [line]
            case nil: []
            }
        return Prediction(
            id: page.id, body: (kept + ["More to read on other pages, 更多阅读"]).joined(separator: "\n"),
            title: index % 4 == 0 ? page.gold.title.map { String($0.dropLast(3)) } : page.gold.title?.uppercased(),
            authors: names, date: index % 6 == 0 ? "2001-01-01" : page.gold.date.map { $0 + "T08:00:00Z" })
    }

    private func referenceFigures(_ gold: String, _ folder: URL, _ set: String) throws -> [String: Double] {
        let result = folder.appending(path: "\(set).json").path
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", Folders.data("score.py").path, gold, folder.appending(path: "predictions.jsonl").path, "--set",
            set, "--boot", "1", "--json", result,
        ]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        let data = try #require(FileManager.default.contents(atPath: result))
        let figures = try JSONSerialization.jsonObject(with: data) as? [String: [String: Any]]
        return (figures?["predictions"] ?? [:]).compactMapValues { ($0 as? NSNumber)?.doubleValue }
    }
}
