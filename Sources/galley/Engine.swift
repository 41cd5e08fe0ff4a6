import Extraction
import Normalization
import Pages
import Pipeline
import Wire

/// What this Galley is, and how its pipelines are made.
enum Engine {
    /// Version of the program and serial number of its rules and models; the serial rises with every change that may give
    /// another event for the same page.
    static let version = ExtractorVersion(version: "0.1.0", rulesetSerial: 1)

    /// A pipeline for one permit of the worker, or for one thread of a command.
    ///
    /// - Parameter source: the `ce_source` of what it publishes.
    static func makePipeline(
        limits: Limits = Limits(), format: InputFormat = .auto, source: String = "galley"
    ) -> PagePipeline {
        PagePipeline(
            extractor: Extractor(bodyExtractor: bodies), normalizer: Normalizer(version: version), limits: limits,
            format: format, source: source)
    }

    /// The model is read once, when it is first needed.
    private static let bodies = BodyExtractor()
}
