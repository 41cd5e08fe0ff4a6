import Evaluation
import Extraction
import Foundation
import Markup
import Settings
import Text
import Wire

/// `galley features`: what the extraction computes of a gold file's pages, for the trainer. Features are computed by this code
/// alone, so that training and serving cannot differ.
///
/// Every part writes `columns.json` (names of the two stages' inputs). Numbers are little-endian, pages in the gold file's order:
/// * `blocks`: `pages.tsv` (id, set, site, language, blocks, elements), `texts.txt` (a block a line), `blocks.i32` (tokens and
///   whether it is in question, of each block), `phrases.u32` (of each block how many and their hashes) and for HTML
///   `elements.i32` (of each element its parent, how many class tokens and their hashes; then each block's element).
/// * `first`: `first.f32`, `second`: `second.f32`, row by row.
/// * `page`: `page.f32`, a row a page; NaN where a page has no body; `tokens.u32`, of each page its class tokens, its words and its
///   statements: of each how many and their hashes.
/// * `bodies`: `bodies.jsonl`, the paragraphs that are made of each page, an array a line.
struct FeaturesCommand {
    private let options: Configuration.Options
    private let folder: String

    init(_ options: Configuration.Options) {
        self.options = options
        folder = options.pages ?? (options.gold as NSString).deletingLastPathComponent
    }

    /// Exports the part that was asked for.
    func run() throws {
        let pages = try readJSONLines(GoldPage.self, at: options.gold)
            .filter { isOfHTML ? $0.htmlPath != nil : $0.textPath != nil }
        try FileManager.default.createDirectory(atPath: options.out, withIntermediateDirectories: true)
        try OutputFile(folder: options.out, name: "columns.json").write(text: Self.columns)
        let tables = try options.tables.map { try LearntTables(path: $0) } ?? LearntTables()
        var bar = ProgressBar("features", total: pages.count, isQuiet: options.quiet)
        let part = try self.part(tables)
        let parser = Parser()
        for (index, page) in pages.enumerated() {
            try part.add(page, page.site, read(page), parser, options.kind)
            bar.update(index + 1, note: page.set)
        }
        bar.finish()
    }

    /// Whether the pages' HTML is read.
    private var isOfHTML: Bool { options.kind == .html || options.kind == .made }

    private func part(_ tables: LearntTables) throws -> any PartWriter {
        switch options.part {
        case .blocks: return try BlockWriter(folder: options.out)
        case .first: return try StageWriter(folder: options.out, tables: tables, probabilities: nil)
        case .second:
            return try StageWriter(folder: options.out, tables: tables, probabilities: BlockNumbers(options))
        case .page: return try PageWriter(folder: options.out, model: model(), probabilities: probabilities())
        case .bodies: return try BodyWriter(folder: options.out, model: model(), probabilities: probabilities())
        }
    }

    private func probabilities() throws -> BlockNumbers? {
        options.probabilities == nil ? nil : try BlockNumbers(options)
    }

    private func model() throws -> ExtractionModel {
        guard let path = options.model else { return try .embedded() }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw InputFault(path: path, reason: "no such file, or not readable")
        }
        return try ExtractionModel(Array(data))
    }

    private static var columns: String {
        func names(_ names: [String]) -> String { names.map { "\"\($0)\"" }.joined(separator: ",") }
        return "{\"first\":[\(names(Feature.allCases.map { "\($0)" }))],"
            + "\"second\":[\(names(NeighbourhoodFeature.allCases.map { "\($0)" }))],"
            + "\"page\":[\(names(PageFeature.allCases.map { "\($0)" }))]}\n"
    }

    /// The page, opened and decoded as the worker does it.
    private func read(_ page: GoldPage) throws -> PageSource {
        let isHTML = isOfHTML
        let path = folder + "/" + ((isHTML ? page.htmlPath : page.textPath) ?? "")
        guard let data = FileManager.default.contents(atPath: path) else {
            throw InputFault(path: path, reason: "a page of the gold file is not there; name its folder with --pages")
        }
        let utf8 = TextDecoder.decode(try ContainerFile.plain(Array(data)), declared: nil, isHTML: isHTML).utf8
        return isHTML ? .html(utf8) : .text(utf8)
    }
}

/// A decoded page.
private enum PageSource {
    case html([UInt8])
    case text([UInt8])
}

/// Writes what one part exports of each page.
private protocol PartWriter: AnyObject {
    func add(_ page: GoldPage, _ site: String, _ source: PageSource, _ parser: Parser, _ kind: FeatureKind) throws
}

/// A page's analysis, and its document when it is HTML.
private func analysis(
    _ source: PageSource, _ export: FeatureExport, _ parser: Parser, _ kind: FeatureKind
) -> (PageAnalysis, Document?) {
    switch source {
    case .html(let utf8):
        let document = parser.parse(utf8)
        guard kind == .made else { return (export.analysis(of: document), document) }
        defer { parser.recycle(document) }
        return (export.analysis(ofDumped: document), nil)
    case .text(let utf8): return (export.analysis(ofText: utf8.span, flat: kind == .flat), nil)
    }
}

private final class BlockWriter: PartWriter {
    private let pages, texts, blocks, phrases, elements: OutputFile
    private let export = FeatureExport()

    init(folder: String) throws {
        pages = try OutputFile(folder: folder, name: "pages.tsv")
        texts = try OutputFile(folder: folder, name: "texts.txt")
        blocks = try OutputFile(folder: folder, name: "blocks.i32")
        phrases = try OutputFile(folder: folder, name: "phrases.u32")
        elements = try OutputFile(folder: folder, name: "elements.i32")
    }

    func add(_ page: GoldPage, _ site: String, _ source: PageSource, _ parser: Parser, _ kind: FeatureKind) throws {
        let (analysis, document) = analysis(source, export, parser, kind)
        let tokens = FeatureExport.tokens(analysis)
        let rows = analysis.page.blocks.indices
        let counts = "\(rows.count)\t\(analysis.page.elements.count)"
        try pages.write(text: "\(page.id)\t\(page.set)\t\(site)\t\(page.lang ?? "")\t\(counts)\n")
        try texts.write(text: rows.map { analysis.page.text(of: $0) + "\n" }.joined())
        try blocks.write(rows.flatMap { [tokens[$0], analysis.isCandidate($0) ? 1 : 0] })
        try phrases.write(FeatureExport.phrases(analysis).flatMap { [UInt32($0.count)] + $0 })
        guard let document else { return }
        var tree: [Int32] = []
        for element in analysis.page.elements {
            let hashes = FeatureExport.classTokens(of: element.node, in: document).map { Int32(bitPattern: $0.hash) }
            tree += [element.parent, Int32(hashes.count)] + hashes
        }
        try elements.write(tree + analysis.page.blocks.map(\.leaf))
        parser.recycle(document)
    }
}

private final class StageWriter: PartWriter {
    private let output: OutputFile
    private let tables: LearntTables
    /// `nil` for the first stage.
    private let probabilities: BlockNumbers?

    init(folder: String, tables: LearntTables, probabilities: BlockNumbers?) throws {
        output = try OutputFile(folder: folder, name: probabilities == nil ? "first.f32" : "second.f32")
        self.tables = tables
        self.probabilities = probabilities
    }

    func add(_ page: GoldPage, _ site: String, _ source: PageSource, _ parser: Parser, _ kind: FeatureKind) throws {
        let (analysis, document) = analysis(source, tables.export(for: site), parser, kind)
        if let p = try probabilities?.next(analysis.page.blocks.count) {
            try output.write(FeatureExport.secondStage(analysis, probabilities: p))
        } else {
            try output.write(analysis.features.values)
        }
        if let document { parser.recycle(document) }
    }
}

/// The file of `--probabilities`: a little-endian float a block, pages in order.
private final class BlockNumbers {
    private let bytes: [UInt8]
    private var place = 0

    init(_ options: Configuration.Options) throws {
        guard let path = options.probabilities, let data = FileManager.default.contents(atPath: path) else {
            throw InputFault(
                path: options.probabilities ?? "--probabilities",
                reason: "parts second and page need the probability of each block, a float each")
        }
        bytes = Array(data)
    }

    /// Those of the next page's blocks.
    func next(_ count: Int) throws -> [Float] {
        guard place + 4 * count <= bytes.count else {
            throw InputFault(path: "--probabilities", reason: "fewer numbers than the pages have blocks")
        }
        defer { place += 4 * count }
        return (0..<count).map { row in
            Float(bitPattern: (0..<4).reduce(0) { $0 | UInt32(bytes[place + 4 * row + $1]) << (8 * UInt32($1)) })
        }
    }
}

private final class PageWriter: PartWriter {
    private let output, tokens: OutputFile
    private let extractor: Extractor
    /// `nil`: the model's own.
    private let probabilities: BlockNumbers?

    init(folder: String, model: ExtractionModel, probabilities: BlockNumbers?) throws {
        self.probabilities = probabilities
        output = try OutputFile(folder: folder, name: "page.f32")
        tokens = try OutputFile(folder: folder, name: "tokens.u32")
        extractor = Extractor(bodyExtractor: BodyExtractor(model: model))
    }

    func add(_ page: GoldPage, _ site: String, _ source: PageSource, _ parser: Parser, _ kind: FeatureKind) throws {
        guard case .html(let utf8) = source, kind == .html else {
            throw InputFault(path: "--kind", reason: "only HTML pages go through the gate")
        }
        let document = parser.parse(utf8)
        let none = [Float](repeating: .nan, count: PageFeature.allCases.count)
        let p = try probabilities?.next(Segmenter.segment(document).blocks.count)
        try output.write(extractor.pageFeatures(document, url: page.url, probabilities: p) ?? none)
        try tokens.write(Extractor.pageTokens(document, url: page.url).flatMap { [UInt32($0.count)] + $0 })
        parser.recycle(document)
    }
}

private final class BodyWriter: PartWriter {
    private let output: OutputFile
    private let extractor: Extractor
    private let encoder = JSONEncoder()
    /// `nil`: the model's own.
    private let probabilities: BlockNumbers?

    init(folder: String, model: ExtractionModel, probabilities: BlockNumbers?) throws {
        self.probabilities = probabilities
        output = try OutputFile(folder: folder, name: "bodies.jsonl")
        extractor = Extractor(bodyExtractor: BodyExtractor(model: model))
        encoder.outputFormatting = .withoutEscapingSlashes
    }

    func add(_ page: GoldPage, _ site: String, _ source: PageSource, _ parser: Parser, _ kind: FeatureKind) throws {
        guard case .html(let utf8) = source, kind == .html else {
            throw InputFault(path: "--kind", reason: "bodies are made of HTML pages")
        }
        let document = parser.parse(utf8)
        let p = try probabilities?.next(Segmenter.segment(document).blocks.count)
        let paragraphs = extractor.paragraphs(.html(document), url: page.url, probabilities: p)
        try output.write(text: String(decoding: encoder.encode(paragraphs), as: UTF8.self) + "\n")
        parser.recycle(document)
    }
}

/// Learnt values by site: those of `*` for all, with a site's own instead, in which the site was left out.
///
/// Lines of kind (`class` or `phrase`), site, hash and value, separated by tabs.
private struct LearntTables {
    private struct Values {
        var classes: [(hash: UInt32, value: Float)] = []
        var phrases: [(hash: UInt32, value: Float)] = []
    }

    private var sites: [String: Values] = [:]

    init() {}

    init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw InputFault(path: path, reason: "no such file, or not readable")
        }
        for (number, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
            let fields = String(decoding: line, as: UTF8.self).split(separator: "\t").map(String.init)
            guard fields.count == 4, let hash = UInt32(fields[2]), let value = Float(fields[3]) else {
                throw InputFault(path: "\(path):\(number + 1)", reason: "not kind, site, hash and value")
            }
            switch fields[0] {
            case "class": sites[fields[1], default: Values()].classes.append((hash, value))
            case "phrase": sites[fields[1], default: Values()].phrases.append((hash, value))
            default: throw InputFault(path: "\(path):\(number + 1)", reason: "the kind is 'class' or 'phrase'")
            }
        }
    }

    /// An exporter for pages of one site.
    func export(for site: String) -> FeatureExport {
        let (all, own) = (sites["*"] ?? Values(), sites[site] ?? Values())
        return FeatureExport(classValues: all.classes + own.classes, phraseValues: all.phrases + own.phrases)
    }
}

/// A file that is written from its start on.
private final class OutputFile {
    private let path: String
    private let handle: FileHandle

    init(folder: String, name: String) throws {
        path = folder + "/" + name
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let handle = FileHandle(forWritingAtPath: path)
        else { throw InputFault(path: path, reason: "cannot be written") }
        self.handle = handle
    }

    func write(text: String) throws { try write(Data(text.utf8)) }

    /// Numbers as they stand in memory: little-endian on every machine that Galley runs on.
    func write<Number: BitwiseCopyable>(_ numbers: [Number]) throws {
        try write(numbers.withUnsafeBytes { Data($0) })
    }

    private func write(_ data: Data) throws {
        do {
            try handle.write(contentsOf: data)
        } catch {
            throw InputFault(path: path, reason: "cannot be written: \(error.localizedDescription)")
        }
    }
}
