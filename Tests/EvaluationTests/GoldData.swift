import Foundation

/// Where the real pages with gold stand; they are not part of the repository.
enum GoldData {
    static let folder: String =
        ProcessInfo.processInfo.environment["GALLEY_DATA"]
        ?? URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/data").standardized
        .path

    static let isPresent = FileManager.default.fileExists(atPath: folder + "/dev/gold.jsonl")
}
