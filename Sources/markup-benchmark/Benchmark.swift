import Foundation
import Markup

/// Parses pages over and over in one process and prints the speed:
///
///     markup-benchmark FOLDER [ROUNDS]
///
/// FOLDER holds plain HTML files. Each round parses all of them with one `Parser`; the median round is printed.
@main
enum Benchmark {
    static func main() throws {
        guard CommandLine.arguments.count > 1 else {
            FileHandle.standardError.write(Data("usage: markup-benchmark FOLDER [ROUNDS]\n".utf8))
            exit(64)
        }
        let pages = try read(URL(filePath: CommandLine.arguments[1]))
        let rounds = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 5
        let bytes = pages.map(\.count).reduce(0, +)
        let parser = Parser()
        var speeds: [Double] = []
        var counts = Counts()
        for _ in 0..<max(1, rounds) {
            let start = ContinuousClock.now
            counts = parseAll(pages, with: parser)
            speeds.append(Double(bytes) / 1e6 / (start.duration(to: .now) / .seconds(1)))
        }
        let median = speeds.sorted()[speeds.count / 2]
        let memory = String(format: "%.2f", Double(counts.tree) / Double(max(1, bytes)))
        print(
            String(format: "markup %.1f MB/s", median),
            "\(counts.nodes) nodes, \(memory) bytes of tree a byte of page,",
            String(format: "at most %.2f steps a byte", counts.mostSteps))
    }

    private struct Counts {
        var nodes = 0
        /// Bytes the trees take, the pages' own included.
        var tree = 0
        /// The most steps a byte of any page.
        var mostSteps = 0.0
    }

    /// Parses every page and adds up what it took.
    private static func parseAll(_ pages: [[UInt8]], with parser: Parser) -> Counts {
        var counts = Counts()
        for page in pages {
            let document = parser.parse(page)
            counts.nodes += document.nodeCount
            counts.tree += document.bytesUsed
            counts.mostSteps = max(counts.mostSteps, Double(document.steps) / Double(max(1, page.count)))
            parser.recycle(document)
        }
        return counts
    }

    private static func read(_ folder: URL) throws -> [[UInt8]] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .sorted { $0.path < $1.path }.map { [UInt8](try Data(contentsOf: $0)) }
    }
}
