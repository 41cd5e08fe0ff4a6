import Extraction
import Foundation
import Normalization
import Pages
import Pipeline
import TestSupport
import Wire

/// Tries one input, a ``RecordFile``.
func fuzzPipeline(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    Fuzzing.shared.check(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

/// Pipelines live from input to input, as a worker's do. libFuzzer calls from one thread.
final class Fuzzing {
    nonisolated(unsafe) static let shared = unwrapped { try Fuzzing() }

    private let extractor: Extractor
    private let rules: OutcomeRules
    private let pipeline: PagePipeline
    private let otherPage: InboundRecord
    private var previous: [UInt8] = []

    private init() throws {
        extractor = Extractor(bodyExtractor: BodyExtractor(model: try .embedded()))
        rules = try OutcomeRules()
        pipeline = Self.makePipeline(extractor)
        let page = Folders.package.appending(path: "Tests/Fixtures/html-zh-portal/page.html")
        otherPage = InboundRecord(topic: "pages.raw", partition: 0, offset: 1, value: Array(try Data(contentsOf: page)))
    }

    /// libFuzzer's own time limit finds slow pages; a page that is given up depends on the machine.
    private static func makePipeline(_ extractor: Extractor) -> PagePipeline {
        PagePipeline(
            extractor: extractor, normalizer: Normalizer(version: ExtractorVersion(version: "0.1.0", rulesetSerial: 1)),
            options: PagePipeline.Options(limits: Limits(pageSeconds: 1_000)))
    }

    /// Stops the process when a rule is broken.
    func check(_ input: [UInt8]) {
        let record = RecordFile(input).record
        let outcome = pipeline.process(record)
        if let violation = rules.violation(in: outcome, of: record) { fatalError(violation) }
        let hash = Self.hash(input)
        if hash % 4 == 0 { checkReuse(record, outcome) }
        if hash % 64 == 0 { checkFreshPipeline(record, outcome) }
        previous = input
    }

    /// A page leaves no trace in the next outcome of the same pipeline.
    private func checkReuse(_ record: InboundRecord, _ outcome: PageOutcome) {
        _ = pipeline.process(otherPage)
        guard !outcome.isSame(as: pipeline.process(record)) else { return }
        stop("another outcome the second time; the page before it is in previous-record")
    }

    private func checkFreshPipeline(_ record: InboundRecord, _ outcome: PageOutcome) {
        guard !outcome.isSame(as: Self.makePipeline(extractor).process(record)) else { return }
        stop("another outcome by a fresh pipeline; the page before it is in previous-record")
    }

    private func stop(_ violation: String) {
        try? Data(previous).write(to: URL(filePath: "previous-record"))
        fatalError(violation)
    }

    /// The input chooses what is checked, so that a finding stays one when it runs alone (FNV-1a).
    private static func hash(_ input: [UInt8]) -> UInt64 {
        input.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } >> 8
    }
}

/// A value that the fuzzer cannot run without.
private func unwrapped<Value>(_ make: () throws -> Value) -> Value {
    do { return try make() } catch { fatalError("\(error)") }
}
