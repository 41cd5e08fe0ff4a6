import Foundation
import Glibc
import HTTP
public import Wire

/// Bodies kept in files and on web servers, behind a list of prefixes: what a record names is its producer's word, so nothing else is
/// ever opened or asked.
public struct AllowedBodies: BodyStore {
    private let prefixes: [Reference]
    private let timeout: Duration
    private let caFile: String?

    /// Tries of a server that gives no answer or says that it cannot now.
    private static let tries = 3

    /// Makes a store.
    ///
    /// - Parameters:
    ///   - allowed: URLs of schemes `file`, `http` or `https`, each a folder or a single body: `file:///data/pages/`.
    ///   - timeout: how long one body may take, all tries together.
    ///   - caFile: certificates to trust; `nil` for the system's.
    /// - Throws: a ``PrefixFault`` for a text that is no such URL.
    public init(allowed: [String], timeout: Duration, caFile: String? = nil) throws(PrefixFault) {
        var prefixes: [Reference] = []
        for text in allowed {
            guard let prefix = Reference(text) else { throw PrefixFault(prefix: text) }
            prefixes.append(prefix)
        }
        self.prefixes = prefixes
        self.timeout = timeout
        self.caFile = caFile
    }

    /// The bytes behind a reference that is one of the prefixes or below one.
    ///
    /// - Throws: a ``BodyFault`` for any other, and where the store gives none.
    public func body(at reference: String, mostBytes: Int) throws(BodyFault) -> [UInt8] {
        guard let wanted = Reference(reference), let prefix = prefixes.first(where: { $0.holds(wanted) }) else {
            throw .unavailable(detail: "it is below none of input.dataref.allow")
        }
        return wanted.scheme == "file"
            ? try read(wanted, below: prefix, mostBytes) : try fetch(wanted.url, mostBytes)
    }

    // MARK: Files

    private func read(
        _ wanted: Reference, below prefix: Reference, _ mostBytes: Int
    ) throws(BodyFault) -> [UInt8] {
        guard let path = Self.real(wanted.path) else {
            throw .unavailable(detail: "there is no such file, or it may not be read")
        }
        // A link may lead out of the folder that is allowed.
        guard let root = Self.real(prefix.path), path == root || path.hasPrefix(root == "/" ? root : root + "/") else {
            throw .unavailable(detail: "it is a link that leads out of what input.dataref.allow names")
        }
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard file >= 0 else { throw .unavailable(detail: String(cString: strerror(errno))) }
        defer { close(file) }
        var about = stat()
        guard fstat(file, &about) == 0, about.st_mode & S_IFMT == S_IFREG else {
            throw .unavailable(detail: "it is no file")
        }
        guard about.st_size <= mostBytes else { throw .tooLarge(bytes: Int(about.st_size)) }
        var bytes = [UInt8](repeating: 0, count: Int(about.st_size))
        var count = 0
        while count < bytes.count {
            let more = bytes.withUnsafeMutableBytes {
                pread(file, $0.baseAddress?.advanced(by: count), $0.count - count, off_t(count))
            }
            guard more > 0 else { throw .unavailable(detail: "the file ended while it was read") }
            count += more
        }
        return bytes
    }

    private static func real(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }

    // MARK: Servers

    private func fetch(_ url: String, _ mostBytes: Int) throws(BodyFault) -> [UInt8] {
        let end = ContinuousClock.now + timeout
        var last = ""
        for attempt in 1...Self.tries {
            let left = ContinuousClock.now.duration(to: end)
            guard left > .zero else { break }
            switch answer(HTTPClient(timeout: left, maximumBytes: mostBytes, caFile: caFile), url) {
            case .success(let found) where found.status == 200: return found.body
            case .success(let found) where found.status < 500 && found.status != 408 && found.status != 429:
                throw .unavailable(detail: "HTTP status \(found.status)")
            case .success(let found): last = "HTTP status \(found.status)"
            case .failure(.tooLong): throw .tooLarge(bytes: mostBytes + 1)
            case .failure(let fault): last = fault.description
            }
            if attempt < Self.tries { usleep(UInt32(attempt) * 200_000) }
        }
        throw .unavailable(detail: last)
    }

    private func answer(_ client: HTTPClient, _ url: String) -> Result<(status: Int, body: [UInt8]), HTTPFault> {
        do throws(HTTPFault) { return .success(try client.get(url)) } catch { return .failure(error) }
    }
}

/// A prefix that is none.
public struct PrefixFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// The text.
    public let prefix: String

    /// What is wrong, and what to write.
    public var description: String {
        "input.dataref.allow: \"\(prefix)\" is no prefix: file:///FOLDER/ or https://HOST/FOLDER/, without a user or a query"
    }
}

/// A URL of a body, or of a folder of such, as it is compared: no dots in its path, nothing that could be read in two ways.
struct Reference {
    let scheme: String
    let host: String
    let port: Int?
    /// The path, its escapes undone.
    let path: String
    /// As it was written.
    let url: String

    init?(_ text: String) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            ["file", "http", "https"].contains(scheme), parts.user == nil, parts.password == nil,
            parts.fragment == nil
        else { return nil }
        let host = parts.host?.lowercased() ?? ""
        if scheme == "file" {
            guard ["", "localhost"].contains(host), parts.port == nil, parts.query == nil else { return nil }
        } else {
            guard !host.isEmpty else { return nil }
        }
        let path = parts.path.isEmpty ? "/" : parts.path
        // Escaped slashes and backslashes are separators to some servers and letters to others.
        let escaped = parts.percentEncodedPath.lowercased()
        guard path.hasPrefix("/"), !escaped.contains("%2f"), !path.contains("\\"), !path.utf8.contains(0),
            !path.split(separator: "/", omittingEmptySubsequences: false).contains(where: { $0 == ".." || $0 == "." })
        else { return nil }
        self.scheme = scheme
        self.host = scheme == "file" ? "" : host
        self.port = parts.port
        self.path = path
        url = text
    }

    /// Whether another is this one, or below it.
    func holds(_ other: Reference) -> Bool {
        guard scheme == other.scheme, host == other.host, effectivePort == other.effectivePort else { return false }
        return other.path == path || other.path.hasPrefix(path.hasSuffix("/") ? path : path + "/")
    }

    private var effectivePort: Int? { port ?? (scheme == "https" ? 443 : scheme == "http" ? 80 : nil) }
}
