import Foundation
import Markup
import Testing

/// One case of a `tree-construction/*.dat` file.
struct TreeCase {
    var name = ""
    var data: [UInt8] = []
    var fragment: String?
    var needsScripts = false
    /// In bytes: a line may end in a carriage return, which `String` would join with its line feed.
    var expected: [UInt8] = []

    /// Cases of a file in order, named `file:number`.
    static func read(_ file: URL) throws -> [TreeCase] {
        let bytes = [UInt8](try Data(contentsOf: file))
        var cases: [TreeCase] = []
        var section = ""
        for slice in bytes.split(separator: 10, omittingEmptySubsequences: false) {
            let line = String(decoding: slice, as: UTF8.self)
            if line == "#data" {
                cases.append(TreeCase(name: "\(file.lastPathComponent):\(cases.count + 1)"))
                section = "#data"
            } else if sections.contains(line) {
                section = line
                if line == "#script-on" { cases[cases.count - 1].needsScripts = true }
            } else if !cases.isEmpty {
                cases[cases.count - 1].add(line, to: section)
            }
        }
        return cases.map { $0.trimmed() }
    }

    private static let sections: Set = [
        "#errors", "#new-errors", "#document-fragment", "#document", "#script-on", "#script-off",
    ]

    private mutating func add(_ line: String, to section: String) {
        switch section {
        case "#data": data += Array(line.utf8) + [10]
        case "#document-fragment": fragment = line
        case "#document": expected += Array(line.utf8) + [10]
        default: break
        }
    }

    private func trimmed() -> TreeCase {
        var trimmed = self
        _ = trimmed.data.popLast()
        while trimmed.expected.suffix(2) == [10, 10] { trimmed.expected.removeLast() }
        return trimmed
    }

    /// The tree the parser makes of the case, written as in the file.
    func parsed() -> String {
        let parser = Parser()
        guard let fragment else {
            let document = parser.parse(data)
            return TreeDump.lines(document, from: document.root)
        }
        let parts = fragment.split(separator: " ")
        let namespace: Namespace = parts.count < 2 ? .html : parts[0] == "svg" ? .svg : .mathML
        let document = parser.parse(fragment: data, in: String(parts.last ?? "body"), namespace)
        return TreeDump.lines(document, from: document.html ?? document.root)
    }
}

@Suite("html5lib's tree construction cases")
struct TreeConstructionTests {
    @Test("every case but the listed ones makes the standard's tree", .enabled(if: Conformance.isThere))
    func cases() throws {
        var report = ConformanceReport()
        for file in try Conformance.files("tree-construction", ending: "dat") {
            for one in try TreeCase.read(file) where !one.needsScripts {
                let result = one.parsed()
                report.count(one.name, in: file, passes: Array(result.utf8) == one.expected)
                if Array(result.utf8) != one.expected, Conformance.isVerbose {
                    let texts = [one.data, one.expected].map { String(decoding: $0, as: UTF8.self) }
                    print("--- \(one.name)\n\(texts[0])\n--- expected\n\(texts[1])--- got\n\(result)")
                }
            }
        }
        report.print()
        #expect(report.failed == Conformance.knownFailures("tree-construction"))
    }
}
