import Foundation

/// Where public test data and real pages stand: `GALLEY_DATA`, else `../shared/data` beside the package.
enum TestData {
    static let root: URL = {
        if let path = ProcessInfo.processInfo.environment["GALLEY_DATA"] { return URL(fileURLWithPath: path) }
        return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("../shared/data").standardizedFileURL
    }()

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
    }
}
