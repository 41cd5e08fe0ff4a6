public import Foundation

/// Where things stand that tests read.
public enum Folders {
    /// The package's root.
    public static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Public test data and real pages, which are no part of the repository: `GALLEY_DATA`, else `../shared/data` beside the
    /// package.
    public static let data =
        ProcessInfo.processInfo.environment["GALLEY_DATA"].map { URL(filePath: $0) }
        ?? package.deletingLastPathComponent().appending(path: "shared/data")

    /// A file or folder of the data.
    public static func data(_ path: String) -> URL { data.appending(path: path) }

    /// Whether a file or folder of the data is on this machine; a test that needs it says so when it is skipped.
    public static func hasData(_ path: String) -> Bool { FileManager.default.fileExists(atPath: data(path).path) }
}
