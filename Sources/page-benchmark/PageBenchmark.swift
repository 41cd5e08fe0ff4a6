import Extraction
import Foundation
import Normalization
import Pipeline
import Wire

/// Takes pages all the way to their events, over and over in one process, and prints what each stage costs:
///
///     page-benchmark FOLDER [ROUNDS]
///
/// FOLDER holds plain HTML files. Of each stage the median round is printed: time a page, and how many times the parse's. Last comes what
/// is after the parse in all. One thread does it; nothing else should run on its core.
@main
enum PageBenchmark {
    static func main() throws {
        guard CommandLine.arguments.count > 1 else {
            FileHandle.standardError.write(Data("usage: page-benchmark FOLDER [ROUNDS]\n".utf8))
            exit(64)
        }
        let pages = try read(URL(filePath: CommandLine.arguments[1]))
        let rounds = max(1, CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 5)
        let pipeline = PagePipeline(
            extractor: Extractor(bodyExtractor: BodyExtractor(model: try .embedded())),
            normalizer: Normalizer(version: ExtractorVersion(version: "benchmark", rulesetSerial: 0)))
        var costs: [Stage: [Double]] = [:]
        for _ in 0..<rounds {
            for (stage, cost) in cost(of: pages, in: pipeline) { costs[stage, default: []].append(cost) }
        }
        let medians = costs.mapValues { $0.sorted()[$0.count / 2] }
        guard let parse = medians[.parse] else { return print("no page came to be parsed") }
        func say(_ name: String, _ milliseconds: Double) {
            print(
                name.padding(toLength: 10, withPad: " ", startingAt: 0),
                String(format: "%8.3f ms a page %7.2f x the parse", milliseconds, milliseconds / parse))
        }
        for stage in Stage.allCases { medians[stage].map { say(stage.rawValue, $0) } }
        say("after it", [Stage.extract, .normalize, .encode].compactMap { medians[$0] }.reduce(0, +))
    }

    /// Milliseconds a page of each stage, over all pages.
    private static func cost(of pages: [InboundRecord], in pipeline: PagePipeline) -> [Stage: Double] {
        var sums: [Stage: Duration] = [:]
        for page in pages {
            _ = pipeline.process(page)
            for (stage, time) in pipeline.times.all { sums[stage, default: .zero] += time }
        }
        return sums.mapValues { $0 / .milliseconds(1) / Double(max(1, pages.count)) }
    }

    private static func read(_ folder: URL) throws -> [InboundRecord] {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .sorted { $0.path < $1.path }
        return try files.enumerated().map { number, file in
            InboundRecord(
                topic: "pages.raw", partition: 0, offset: Int64(number), key: nil,
                value: [UInt8](try Data(contentsOf: file)),
                headers: [WireHeader("url", "https://news.example/\(number)")])
        }
    }
}
