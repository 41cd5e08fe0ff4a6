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
}

/// Why an operand gave no page.
struct InputFault: Error, CustomStringConvertible {
    let path: String
    let reason: String
    var description: String { "\(path): \(reason)" }
}

/// The pages that a command's operands name: files, folders (walked in order of names), WARC and JSON Lines files that hold
/// several, and `-` for standard input.
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
                try pages(at: path).forEach(body)
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

    private func pages(at path: String) throws -> [PageFile] {
        let bytes = try Self.read(path)
        let name = (path.hasSuffix(".gz") ? String(path.dropLast(3)) : path).lowercased()
        switch name.split(separator: ".").last {
        case "jsonl", "ndjson": return try lines(of: bytes, path)
        case "warc": return try records(of: bytes, path)
        default: return [PageFile(name: path, body: bytes, headers: headers(path, name))]
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
