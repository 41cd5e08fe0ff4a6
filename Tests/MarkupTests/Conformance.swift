import Foundation
import TestSupport

/// Where the html5lib tests are, and which of their cases are known not to pass.
enum Conformance {
    /// Whether the cases are on this machine; without them these tests are skipped.
    static let isThere = Folders.hasData("html5lib-tests")

    static let isVerbose = ProcessInfo.processInfo.environment["MARKUP_VERBOSE"] != nil

    /// Rounds of random pages; more with `MARKUP_FUZZ_ROUNDS`.
    static let fuzzRounds = ProcessInfo.processInfo.environment["MARKUP_FUZZ_ROUNDS"].flatMap { Int($0) } ?? 40

    static func files(_ folder: String, ending: String) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(
            at: Folders.data("html5lib-tests").appending(path: folder), includingPropertiesForKeys: nil
        )
        .filter { $0.pathExtension == ending }.sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    /// The cases of a folder that are known not to pass.
    static func knownFailures(_ folder: String) -> Set<String> {
        Set(KnownFailure.all.filter { $0.folder == folder }.map(\.name))
    }
}

/// Passed of all, by file.
struct ConformanceReport {
    private var files: [(name: String, passed: Int, all: Int)] = []
    private(set) var failed: Set<String> = []

    mutating func count(_ name: String, in file: URL, passes: Bool) {
        if files.last?.name != file.lastPathComponent { files.append((file.lastPathComponent, 0, 0)) }
        files[files.count - 1].all += 1
        files[files.count - 1].passed += passes ? 1 : 0
        if !passes { failed.insert(name) }
    }

    func print() {
        for file in files { Swift.print("\(file.passed)/\(file.all) \(file.name)") }
        let passed = files.map(\.passed).reduce(0, +)
        let all = files.map(\.all).reduce(0, +)
        Swift.print("\(passed)/\(all) in all; not passed: \(failed.sorted().joined(separator: " "))")
    }
}
