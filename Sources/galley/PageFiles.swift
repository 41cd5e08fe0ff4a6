import Foundation
import Pages
import Wire

/// One page read from outside Kafka: its bytes and the headers that a crawler would have set.
struct PageFile {
    /// The name a person knows it by: its path, with a line or record number where a file holds several.
    var name: String
    /// The stored bytes; gzipped files stay so, as decoding recognises them.
    var body: [UInt8]
    /// What is known about it.
    var headers: [WireHeader]
    /// Of a file that holds one page, its path within the folder that was named; else `nil`.
    var place: String?
    /// Of a file that holds one page, when it was last modified.
    var modified: Date?

    /// A file's name without the ending of its coding.
    static func uncodedName(_ name: String) -> String {
        for ending in [".gz", ".zst"] where name.lowercased().hasSuffix(ending) {
            return String(name.dropLast(ending.count))
        }
        return name
    }
}

/// Why an operand gave no page.
struct InputFault: Error, CustomStringConvertible {
    let path: String
    let reason: String
    var description: String { "\(path): \(reason)" }
}

/// The pages that a command's operands name: files, folders (walked in order of names), WARC, WACZ and JSON Lines files that
/// hold several, and `-` for standard input.
struct PageFiles {
    /// The URL to state for every page, when the user gave one.
    var url: String?
    /// The content type to state, when the user gave one; otherwise it follows from the file's name.
    var contentType: String?

    /// Calls `body` for each page, one at a time, so that a folder of any size costs the memory of its largest file.
    ///
    /// - Throws: ``InputFault`` for an operand that cannot be read, and whatever `body` throws.
    func forEach(_ operands: [String], _ body: (PageFile) throws -> Void) throws {
        for operand in operands {
            for path in try Self.paths(operand) {
                try pages(at: path, below: operand).forEach(body)
            }
        }
    }

    /// How many files the operands name: what a progress bar counts.
    static func count(_ operands: [String]) throws -> Int {
        try operands.reduce(0) { try $0 + paths($1).count }
    }

    private static func paths(_ operand: String) throws -> [String] {
        if operand == "-" { return ["-"] }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: operand, isDirectory: &isFolder) else {
            throw InputFault(path: operand, reason: "no such file or folder")
        }
        guard isFolder.boolValue else { return [operand] }
        let names =
            FileManager.default.enumerator(atPath: URL(filePath: operand).resolvingSymlinksInPath().path)?.compactMap {
                $0 as? String
            } ?? []
        return names.sorted().map { operand + "/" + $0 }.filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
        }
    }

    private func pages(at path: String, below operand: String) throws -> [PageFile] {
        let bytes = try Self.read(path)
        let name = PageFile.uncodedName(path).lowercased()
        switch name.split(separator: ".").last {
        case "jsonl", "ndjson": return try lines(of: bytes, path)
        case "warc": return try records(of: bytes, path)
        case "wacz": return try archive(bytes, path)
        default:
            let place =
                path == operand ? (path as NSString).lastPathComponent : String(path.dropFirst(operand.count + 1))
            let modified = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
            return [
                PageFile(
                    name: path, body: bytes, headers: headers(path, name), place: path == "-" ? nil : place,
                    modified: modified)
            ]
        }
    }

    private static func read(_ path: String) throws -> [UInt8] {
        if path == "-" {
            return Array(try FileHandle.standardInput.readToEnd() ?? Data())
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw InputFault(path: path, reason: "cannot be read")
        }
        return Array(data)
    }

    private func headers(_ path: String, _ name: String) -> [WireHeader] {
        var headers: [WireHeader] = []
        if let type = contentType ?? Self.type(of: name) { headers.append(WireHeader("content-type", type)) }
        // Of a value without a coding header only gzip is recognised.
        if path.lowercased().hasSuffix(".zst") { headers.append(WireHeader("content-encoding", "zstd")) }
        if let url { headers.append(WireHeader("ce_subject", url)) }
        if path != "-" { headers.append(WireHeader("ce_id", (path as NSString).lastPathComponent)) }
        return headers
    }

    /// The media type that a file's name stands for; a name that says nothing leaves it to sniffing.
    private static func type(of name: String) -> String? {
        switch name.split(separator: ".").last {
        case "html", "htm": "text/html"
        case "xhtml": "application/xhtml+xml"
        case "txt": "text/plain"
        case "mht", "mhtml": "multipart/related"
        case "json": "application/json"
        default: nil
        }
    }

    /// Each line is an envelope of its own.
    private func lines(of bytes: [UInt8], _ path: String) throws -> [PageFile] {
        let plain = try Self.plain(bytes, path)
        return plain.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated().compactMap {
            index, line in
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            guard !line.isEmpty else { return nil }
            return PageFile(
                name: "\(path):\(index + 1)", body: Array(line),
                headers: [WireHeader("content-type", "application/json")])
        }
    }

    /// The WARC files of a WACZ file (WACZ 1.1.1, section 5.2.1), one behind the other.
    private func archive(_ bytes: [UInt8], _ path: String) throws -> [PageFile] {
        do {
            let archive = try ZipArchive(bytes)
            let files = archive.members.filter {
                $0.name.hasPrefix("archive/") && PageFile.uncodedName($0.name).lowercased().hasSuffix(".warc")
            }
            guard !files.isEmpty else {
                throw InputFault(path: path, reason: "holds no archive/*.warc.gz; a WACZ file keeps its pages there")
            }
            return try files.flatMap { try records(of: archive.bytes(of: $0), "\(path)!\($0.name)") }
        } catch let fault as ZipArchive.Malformed {
            throw InputFault(path: path, reason: fault.description)
        }
    }

    /// Each record of a WARC file that holds a page is one; the others (requests, metadata) are passed over.
    private func records(of bytes: [UInt8], _ path: String) throws -> [PageFile] {
        do {
            return try WARCFile.pages(in: Self.plain(bytes, path)).enumerated().map { index, record in
                PageFile(
                    name: "\(path)#\(index + 1)", body: record,
                    headers: [WireHeader("content-type", "application/warc")])
            }
        } catch let fault as WARCFile.Malformed {
            throw InputFault(path: path, reason: fault.description)
        }
    }

    private static func plain(_ bytes: [UInt8], _ path: String) throws -> [UInt8] {
        do {
            return try ContainerFile.plain(bytes)
        } catch {
            throw InputFault(path: path, reason: error.detail)
        }
    }
}
