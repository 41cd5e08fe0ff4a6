import CMalloc
import Extraction
import Foundation
import Normalization
import Pages
import Pipeline
import TestSupport
import Wire

/// Takes one hostile page through the whole pipeline, record in, outcome out, and prints what that cost: a process of its
/// own, so that the peak of its memory is the page's alone.
///
///     hostile-page                    the names of all pages
///     hostile-page NAME [BYTES]       outcome, peak of memory and time, as a JSON object
@main enum HostilePageProgram {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let name = arguments.first else {
            return print(HostilePage.all.map(\.name).joined(separator: "\n"))
        }
        guard let page = HostilePage.named(name) else {
            FileHandle.standardError.write(Data("hostile-page: no page is called \(name)\n".utf8))
            exit(64)
        }
        let limits = Limits()
        let bytes = arguments.dropFirst().first.flatMap { Int($0) } ?? limits.pageBytes
        let pipeline = try makePipeline(limits)
        let record = try record(of: page, bytes: bytes)
        _ = malloc_trim(0)
        try ProcessMemory.forgetPeak()
        let start = (wall: ContinuousClock.now, cpu: clock())
        let outcome = words(for: pipeline.process(record))
        let cpu = Double(clock() - start.cpu) / Double(CLOCKS_PER_SEC)
        let (seconds, attoseconds) = start.wall.duration(to: .now).components
        let report = Report(
            page: name, bytes: record.value?.count ?? 0, outcome: outcome, peakBytes: try ProcessMemory.peak(),
            seconds: Double(seconds) + Double(attoseconds) / 1e18, cpuSeconds: cpu)
        print(String(decoding: try JSONEncoder().encode(report), as: UTF8.self))
    }

    private struct Report: Encodable {
        var page: String
        var bytes: Int
        var outcome: String
        var peakBytes: Int
        var seconds: Double
        var cpuSeconds: Double
    }

    private static func makePipeline(_ limits: Limits) throws -> PagePipeline {
        PagePipeline(
            extractor: Extractor(bodyExtractor: BodyExtractor(model: try ExtractionModel.embedded())),
            normalizer: Normalizer(version: ExtractorVersion(version: "1.0.0", rulesetSerial: 1)),
            options: PagePipeline.Options(limits: limits))
    }

    private static func record(of page: HostilePage, bytes: Int) throws -> InboundRecord {
        var headers = page.headers.map { WireHeader($0.name, $0.value) }
        headers += (0..<page.moreHeaders).map { WireHeader("x\($0)", "a") }
        var value = page.body(bytes: bytes)
        if let coding = page.coding {
            value = try Coder.coded(value, as: coding)
            headers.append(WireHeader("content-encoding", coding.rawValue))
        }
        return InboundRecord(topic: "pages.raw", partition: 0, offset: 0, value: value, headers: headers)
    }

    private static func words(for outcome: PageOutcome) -> String {
        switch outcome {
        case .article(let event, _): "article \(event.status.rawValue), \(event.paragraphs.count) paragraphs"
        case .rejected(let rejection, _): "rejected \(rejection.reason.rawValue)"
        case .dead(let fault): "dead letter \(fault.reason.rawValue) at \(fault.stage)"
        case .tombstone: "skipped"
        }
    }
}
