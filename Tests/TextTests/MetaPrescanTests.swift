import Foundation
import TestSupport
import Testing

@testable import Text

/// Runs the public conformance tests for the prescan (html5lib-tests, `encoding/*.dat`) where they are at hand.
@Suite struct MetaPrescanTests {
    struct Case {
        var data: [UInt8]
        var encoding: String
    }

    static let folder = Folders.data("html5lib-tests/encoding")

    static func cases(_ file: URL) throws -> [Case] {
        let bytes = Array(try Data(contentsOf: file))
        var cases: [Case] = []
        var current: Case?
        var inData = false
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            switch String(decoding: line, as: UTF8.self) {
            case "#data":
                if let current { cases.append(current) }
                current = Case(data: [], encoding: "")
                inData = true
            case "#encoding":
                inData = false
            default:
                if inData {
                    current?.data.append(contentsOf: line + [0x0A])
                } else if current?.encoding.isEmpty == true {
                    current?.encoding = String(decoding: line, as: UTF8.self)
                }
            }
        }
        if let current { cases.append(current) }
        return cases.map { Case(data: $0.data.dropLast(), encoding: $0.encoding) }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: folder.path), "no html5lib-tests under GALLEY_DATA"))
    func undeclaredBig5IsTold() throws {
        let page = Array(try Data(contentsOf: Self.folder.appendingPathComponent("chardet/test_big5.txt")))
        #expect(TextDecoder.decode(page, declared: nil, isHTML: true).charset == Charset(label: "big5"))
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: folder.path), "no html5lib-tests under GALLEY_DATA"))
    func passesTheConformanceTests() throws {
        let files = try FileManager.default.contentsOfDirectory(at: Self.folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "dat" }.sorted { $0.path < $1.path }
        for file in files {
            let cases = try Self.cases(file)
            var passed = 0
            for test in cases {
                let found = TextDecoder.declaredCharset(in: test.data.span) ?? .windows1252
                if found == Charset(label: test.encoding) {
                    passed += 1
                } else {
                    let start = String(decoding: test.data.prefix(200), as: UTF8.self)
                    Issue.record("\(file.lastPathComponent): \(found) instead of \(test.encoding) for \(start)")
                }
            }
            print("encoding/\(file.lastPathComponent): \(passed)/\(cases.count)")
        }
    }
}
