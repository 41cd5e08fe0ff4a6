import Foundation
import TestSupport
import Testing

/// The table of `Tests/FAULTS.md` and the tests that it names.
struct FaultTableTests {
    @Test func `every fault has the tests that the table names, and every fault's test stands in it`() throws {
        let folder = Folders.package.appending(path: "Tests")
        let table = try String(contentsOf: folder.appending(path: "FAULTS.md"), encoding: .utf8)
        let rows = table.split(separator: "\n").compactMap { line -> (number: Int, suites: Set<String>)? in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false)
            guard cells.count == 7, let number = Int(cells[1].trimmingCharacters(in: .whitespaces)) else { return nil }
            return (number, Set(Self.names(cells[4]).map { "mock " + $0 } + Self.names(cells[5]).map { "real " + $0 }))
        }
        #expect(rows.map(\.number) == Array(1...20))
        var found: [Int: Set<String>] = [:]
        for place in ["WorkerTests", "ReplayTests", "Integration"] {
            let cluster = place == "Integration" ? "real" : "mock"
            for file in try FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + place) {
                let text = try String(contentsOf: folder.appending(path: "\(place)/\(file)"), encoding: .utf8)
                for match in text.matches(of: #/func\s+`fault (\d+):/#) {
                    found[try #require(Int(match.1)), default: []].insert("\(cluster) \(file.dropLast(".swift".count))")
                }
            }
        }
        for row in rows { #expect(found[row.number] ?? [] == row.suites, "fault \(row.number)") }
    }

    /// The suites of a cell; programs of `deploy` are no tests here.
    private static func names(_ cell: Substring) -> [String] {
        cell.matches(of: #/`(\w+)`/#).map { String($0.1) }
    }
}
