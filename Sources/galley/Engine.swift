import Extraction
import Normalization
import Pages
import Pipeline
import Wire

/// What this Galley is made of, read once; makes a pipeline for each thread.
struct Engine: Sendable {
    /// Version of the program and serial number of its rules and models; the serial rises with every change that may give
    /// another event for the same page.
    static let version = ExtractorVersion(version: "0.1.0", rulesetSerial: 8)

    /// What the extraction learnt.
    let model: ExtractionModel
    private let bodies: BodyExtractor

    /// Reads the model that is built in.
    ///
    /// - Parameter options: what belongs to a body beside its text.
    /// - Throws: a ``ModelError`` when it cannot be read.
    init(_ options: BodyOptions) throws(ModelError) {
        model = try ExtractionModel.embedded()
        bodies = BodyExtractor(model: model, options: options)
    }

    /// A pipeline for one thread or permit.
    func makePipeline(_ options: PagePipeline.Options = PagePipeline.Options()) -> PagePipeline {
        PagePipeline(
            extractor: Extractor(bodyExtractor: bodies), normalizer: Normalizer(version: Self.version),
            options: options)
    }
}
