internal import CModel

/// What was learnt: values of class tokens, and two stages of trees for HTML pages and for text dumps.
///
/// The file, little-endian: `GALLEYM` and a zero; version (u32); FNV-1a checksum (u32) of all that follows; the probability from
/// which a block is kept, for HTML and for text (float each); class tokens (u32 count; of each its hash u32 and its value in
/// thousandths, i16); phrases (the same); four forests as ``Forest`` reads them: HTML stage one and two, text stage one and two; the gate's
/// threshold (float), its forest, and a table as that of the class tokens for each ``PageTokens/Place``; the sites it was learnt of
/// (u32 count, the FNV-1a hash of each name, u32, in ascending order).
public struct ExtractionModel: Sendable {
    /// The version of the file's layout.
    static let version: UInt32 = 4
    private static let magic = Array("GALLEYM\0".utf8)

    let classes: ClassTable
    let phrases: PhraseTable
    let html: Stages
    let text: Stages
    let gate: PageGate
    /// Hashes of the names of sites, ascending.
    private let sites: [UInt32]

    /// The model that is built into the binary.
    public static func embedded() throws(ModelError) -> ExtractionModel {
        try ExtractionModel(Array(UnsafeBufferPointer(start: galley_model_bytes(), count: galley_model_size())))
    }

    /// Reads a model file.
    public init(_ bytes: [UInt8]) throws(ModelError) {
        guard bytes.count > 16, bytes.starts(with: Self.magic) else { throw .notAModel(version: nil) }
        var reader = ModelReader(bytes, at: 8, part: "header")
        let version = try reader.u32()
        guard version == Self.version else { throw .notAModel(version: version) }
        let sum = try reader.u32()
        guard sum == Folding.hash(of: bytes[16...]) else { throw .damaged }
        let thresholds = (try reader.float(), try reader.float())
        reader.part = "class tokens"
        classes = ClassTable(values: try reader.values())
        reader.part = "phrases"
        phrases = PhraseTable(values: try reader.values())
        reader.part = "html"
        html = try Stages(&reader, threshold: thresholds.0)
        reader.part = "text"
        text = try Stages(&reader, threshold: thresholds.1)
        reader.part = "gate"
        gate = try PageGate(&reader)
        reader.part = "sites"
        sites = try reader.hashes()
    }

    /// Whether the model was trained on pages of a site: figures of such pages flatter.
    ///
    /// - Parameter site: the site's registrable domain, or whatever name the trainer was given for it.
    public func hasLearnt(of site: String) -> Bool {
        let hash = Folding.hash(of: site.utf8)
        var (low, high) = (0, sites.count)
        while low < high {
            let middle = (low + high) / 2
            if sites[middle] < hash { low = middle + 1 } else { high = middle }
        }
        return low < sites.count && sites[low] == hash
    }
}
