import Evaluation
import Foundation
import Pages
import TestSupport
import Testing
import Wire

@testable import Pipeline

/// Confidence must mean what it says: of the fields with a confidence of about p, a share of about p is right.
@Suite("Confidence", .enabled(if: SeedPage.isThere, SeedPage.absence))
struct ConfidenceTests {
    /// A field as an event states it, and how right it is: 1 or 0, of a body the F1.
    private struct Judged {
        var confidence: Double
        var rightness: Double
    }

    private static let sets: Set<String> = ["fundus_tests", "zh_news", "news_sites", "trafilatura_eval", "daniel"]

    /// Every fifth page of the sets with titles by people.
    private static func pages() throws -> [GoldPage] {
        let file = try String(contentsOf: Folders.data("dev/gold.jsonl"), encoding: .utf8)
        let all = try file.split(separator: "\n").map { try JSONDecoder().decode(GoldPage.self, from: Data($0.utf8)) }
            .filter { sets.contains($0.set) && $0.htmlPath != nil && $0.gold.title != nil }
        return all.enumerated().filter { $0.offset % 5 == 0 }.map(\.element)
    }

    private static func event(of page: GoldPage, _ pipeline: PagePipeline) throws -> ArticleEvent? {
        let body = try Data(contentsOf: Folders.data("dev/" + (page.htmlPath ?? "")))
        let headers = page.url.map { [WireHeader("ce_subject", $0)] } ?? []
        let record = InboundRecord(
            topic: "pages.raw", partition: 0, offset: 0, timestampMs: nil, key: nil, value: Array(body),
            headers: headers)
        guard case .article(let event, _) = pipeline.process(record) else { return nil }
        return event
    }

    @Test("confidence of titles, days, authors and bodies is near the share that is right, bin by bin")
    func calibrated() throws {
        let pipeline = try TestPipeline.make()
        var judged: [String: [Judged]] = [:]
        for page in try Self.pages() {
            guard let event = try Self.event(of: page, pipeline) else { continue }
            var scorer = Scorer()
            let said = Prediction(
                id: page.id, body: event.bodyText, title: event.title, authors: event.authors,
                date: event.published?.rfc3339)
            scorer.add(page, said)
            let score = scorer.score
            let figures = [
                "title": score.title, "published_at": score.day, "authors": score.author.map { $0 == 1 ? 1 : 0 },
                "body_text": score.f1,
            ]
            for (field, figure) in figures {
                guard let figure, let sure = event.fieldConfidence[field] else { continue }
                judged[field, default: []].append(Judged(confidence: sure, rightness: figure))
            }
        }
        for field in ["title", "published_at", "authors", "body_text"] { expectCalibrated(judged[field] ?? [], field) }
    }

    private func expectCalibrated(_ judged: [Judged], _ field: String) {
        #expect(judged.count > 60, "\(field): too few pages to tell")
        for bin in [0.0..<0.6, 0.6..<0.85, 0.85..<0.95, 0.95..<1.01] {
            let inside = judged.filter { bin.contains($0.confidence) }
            guard inside.count >= 30 else { continue }
            let stated = inside.reduce(0) { $0 + $1.confidence } / Double(inside.count)
            let right = inside.reduce(0) { $0 + $1.rightness } / Double(inside.count)
            #expect(abs(stated - right) < 0.12, "\(field) \(bin): stated \(stated), right \(right) of \(inside.count)")
        }
    }
}
