import Foundation
import TestSupport
import Testing

/// The same input gives the same bytes, whatever the process's hash seed, clock's zone, locale, folder and moment.
@Suite("The same bytes")
struct SameBytesTests {
    /// What a process may find around it; without an entry for its hashing Swift takes another seed in every process.
    static let environments: [[String: String]] = [
        [:], ["SWIFT_DETERMINISTIC_HASHING": "1"], ["TZ": "UTC", "LANG": "C", "LC_ALL": "C"],
        ["TZ": "Asia/Shanghai", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"],
        ["TZ": "America/New_York", "LANG": "de_DE.UTF-8", "LC_ALL": "de_DE.UTF-8", "LC_NUMERIC": "de_DE.UTF-8"],
        ["TZ": "Pacific/Chatham", "LC_ALL": "tr_TR.UTF-8", "SWIFT_DETERMINISTIC_HASHING": "1"],
        ["TZ": ":/nowhere", "LANG": "ar_EG.UTF-8", "LC_ALL": "ar_EG.UTF-8", "HOME": "/nowhere"],
    ]

    private static let pages = ["Sources/galley/Samples", "Tests/Fixtures"].map {
        Folders.package.appending(path: $0).path
    }
    private static let expected = Result { try run([:]) }

    private static func run(_ environment: [String: String], in folder: String? = nil) throws -> String {
        try Command(["extract"] + pages + ["--outcomes", "all"], environment: environment, directory: folder).output
    }

    @Test("under any hash seed, zone, locale and folder", arguments: environments)
    func surroundings(environment: [String: String]) throws {
        let expected = try Self.expected.get()
        #expect(expected.split(separator: "\n").count > 25)
        let folder = try Scratch()
        let found = try Self.run(environment, in: folder.path)
        for (one, other) in zip(expected.split(separator: "\n"), found.split(separator: "\n")) { #expect(one == other) }
        #expect(found.utf8.elementsEqual(expected.utf8))
    }
}
