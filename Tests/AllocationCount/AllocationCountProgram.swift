import CAllocations
import CMalloc
import Extraction
import Foundation
import Normalization
import Pages
import Pipeline
import TestSupport
import Wire

/// Counts what one page asks of the allocator on its way through the whole pipeline, record in, outcome out, once the pipeline is warm, and
/// measures what a page of 20 MB adds to the memory in use: a process of its own, whose allocator counts.
///
///     allocation-count        a JSON object: of each ``SizedPage`` its bytes, allocations and peak
@main enum AllocationCountProgram {
    static func main() throws {
        let limits = Limits()
        let pipeline = PagePipeline(
            extractor: Extractor(bodyExtractor: BodyExtractor(model: try ExtractionModel.embedded())),
            normalizer: Normalizer(version: ExtractorVersion(version: "1.0.0", rulesetSerial: 1)),
            options: PagePipeline.Options(limits: limits))
        var report: [String: SizedPage.Cost] = [:]
        for page in SizedPage.all {
            let record = InboundRecord(
                topic: "pages.raw", partition: 0, offset: 0, value: page.html,
                headers: [WireHeader("url", "https://news.example/2026/03/05/harbour")])
            // The first page fills tables and the parser's memory.
            if !page.isHuge {
                guard case .article = pipeline.process(record) else { fatalError("\(page.name) is no article") }
            }
            _ = malloc_trim(0)
            let before = try ProcessMemory.inUse()
            try ProcessMemory.forgetPeak()
            let calls = galley_allocations()
            guard case .article = pipeline.process(record) else { fatalError("\(page.name) is no article") }
            report[page.name] = SizedPage.Cost(
                bytes: page.html.count, allocations: Int(galley_allocations() - calls),
                peakBytes: max(0, try ProcessMemory.peak() - before))
        }
        print(String(decoding: try JSONEncoder().encode(report), as: UTF8.self))
    }
}
