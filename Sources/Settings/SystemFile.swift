import Foundation

/// Reads small files of the system: configuration, secrets, certificates.
public enum SystemFile {
    /// Larger files are refused.
    public static let mostBytes = 1 << 20

    /// The bytes of a file.
    ///
    /// - Throws: ``FileFault`` in words as "no such file".
    public static func read(_ path: String) throws(FileFault) -> [UInt8] {
        var isFolder: ObjCBool = false
        guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw FileFault("no such file")
        }
        guard !isFolder.boolValue else { throw FileFault("it is a folder") }
        guard let handle = FileHandle(forReadingAtPath: path) else { throw FileFault("permission denied") }
        defer { try? handle.close() }
        guard let data = try? handle.read(upToCount: mostBytes + 1) ?? Data() else { throw FileFault("reading failed") }
        guard data.count <= mostBytes else { throw FileFault("it has more than \(mostBytes) bytes") }
        return Array(data)
    }
}
