import Foundation
import Pages
import Testing
import Wire

@testable import Pipeline

/// Confidence must mean what it says: of the fields with a confidence of about p, a share of about p is right.
@Suite("Confidence", .enabled(if: SeedPage.isThere, SeedPage.absence))
struct ConfidenceTests {
    private struct Gold: Decodable {
        struct Fields: Decodable {
            var title: String?
            var date: String?
        }
        var set: String
        var url: String?
        var html_path: String?
        var gold: Fields
    }

    private struct Judged {
        var confidence: Double
        var isRight: Bool
    }

    private static let sets: Set<String> = ["fundus_tests", "zh_news", "news_sites", "trafilatura_eval", "daniel"]

    /// Every sixth page of the sets with titles by people.
    private static func pages() throws -> [Gold] {
        let file = try String(contentsOf: SeedPage.data.appending(path: "dev/gold.jsonl"), encoding: .utf8)
        let all = try file.split(separator: "\n").map { try JSONDecoder().decode(Gold.self, from: Data($0.utf8)) }
            .filter { sets.contains($0.set) && $0.html_path != nil && $0.gold.title != nil }
        return all.enumerated().filter { $0.offset % 6 == 0 }.map(\.element)
    }

    private static func folded(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

    @Test("confidence of titles and days is near the share that is right, bin by bin")
    func calibrated() throws {
        let pipeline = try TestPipeline.make()
        var titles: [Judged] = []
        var days: [Judged] = []
        for page in try Self.pages() {
            let body = try Data(contentsOf: SeedPage.data.appending(path: "dev/" + (page.html_path ?? "")))
            let headers = page.url.map { [WireHeader("ce_subject", $0)] } ?? []
            let record = InboundRecord(
                topic: "pages.raw", partition: 0, offset: 0, timestampMs: nil, key: nil, value: Array(body),
                headers: headers)
            guard case .article(let event, _) = pipeline.process(record) else { continue }
            if let title = event.title, let gold = page.gold.title, let sure = event.fieldConfidence["title"] {
                titles.append(Judged(confidence: sure, isRight: Self.folded(title) == Self.folded(gold)))
            }
            if let time = event.published, let gold = page.gold.date, let sure = event.fieldConfidence["published_at"] {
                days.append(Judged(confidence: sure, isRight: time.rfc3339.hasPrefix(gold)))
            }
        }
        expectCalibrated(titles, "title")
        expectCalibrated(days, "published_at")
    }

    private func expectCalibrated(_ judged: [Judged], _ field: String) {
        #expect(judged.count > 60, "\(field): too few pages to tell")
        for bin in [0.0..<0.6, 0.6..<0.85, 0.85..<1.01] {
            let inside = judged.filter { bin.contains($0.confidence) }
            guard inside.count >= 30 else { continue }
            let stated = inside.reduce(0) { $0 + $1.confidence } / Double(inside.count)
            let right = Double(inside.count(where: \.isRight)) / Double(inside.count)
            #expect(abs(stated - right) < 0.15, "\(field) \(bin): stated \(stated), right \(right) of \(inside.count)")
        }
    }
}
