import Dispatch
import Foundation
import Glibc
import Synchronization

/// An HTTP server of a test's own on the loopback interface, for what a real one does not do when asked: refusing logins, failing,
/// saying nothing. One request a connection.
public final class StandInServer: Sendable {
    /// A request as it came.
    public struct Request: Sendable {
        /// `GET`, `POST`, `PUT`.
        public var method: String
        /// The path with its query.
        public var path: String
        /// Headers by their names in lower case.
        public var headers: [String: String]
        /// Its body.
        public var body: String
    }

    /// What is answered.
    public struct Answer: Sendable {
        /// The status.
        public var status: Int
        /// The body.
        public var body: [UInt8]

        /// An answer of a status and a text.
        public init(_ status: Int, _ body: String) { self.init(status, Array(body.utf8)) }

        /// An answer of a status and bytes.
        public init(_ status: Int, _ body: [UInt8]) { (self.status, self.body) = (status, body) }
    }

    /// Where it listens.
    public let port: UInt16
    private let socket: Int32
    private let seen = Mutex<[Request]>([])
    private let answer: @Sendable (Request) -> Answer?

    /// Starts it.
    ///
    /// - Parameter answer: answers a request; `nil` to say nothing until it is stopped.
    public init(port: UInt16 = 0, answer: @escaping @Sendable (Request) -> Answer?) {
        self.answer = answer
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        var yes: Int32 = 1
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        address.sin_port = port.bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                precondition(bind(socket, address, length) == 0 && listen(socket, 64) == 0, "no port to listen on")
                getsockname(socket, address, &length)
            }
        }
        self.socket = socket
        self.port = UInt16(bigEndian: address.sin_port)
        let thread = Thread { [self] in
            while true {
                let connection = accept(socket, nil, nil)
                guard connection >= 0 else { return }
                Thread { self.serve(connection) }.start()
            }
        }
        thread.start()
    }

    /// Its address.
    public var url: String { "http://127.0.0.1:\(port)" }

    /// What was asked so far.
    public var requests: [Request] { seen.withLock { $0 } }

    /// Listens no more.
    public func stop() {
        shutdown(socket, Int32(SHUT_RDWR))
        close(socket)
    }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        guard let request = read(connection) else { return }
        seen.withLock { $0.append(request) }
        guard let answer = answer(request) else {
            // Until the other side gives up.
            var byte: UInt8 = 0
            _ = recv(connection, &byte, 1, 0)
            return
        }
        let head =
            "HTTP/1.1 \(answer.status) X\r\nContent-Type: application/json\r\nConnection: close\r\n"
            + "Content-Length: \(answer.body.count)\r\n\r\n"
        let bytes = Array(head.utf8) + answer.body
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    private func read(_ connection: Int32) -> Request? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while true {
            if let request = Self.parse(bytes) { return request }
            let count = recv(connection, &buffer, buffer.count, 0)
            guard count > 0 else { return nil }
            bytes += buffer[..<count]
        }
    }

    private static func parse(_ bytes: [UInt8]) -> Request? {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
        let first = (lines.first ?? "").split(separator: " ").map(String.init)
        guard first.count == 3 else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            if parts.count == 2 { headers[parts[0].lowercased()] = parts[1] }
        }
        let body = String(text[end.upperBound...])
        guard body.utf8.count >= headers["content-length"].flatMap({ Int($0) }) ?? 0 else { return nil }
        return Request(method: first[0], path: first[1], headers: headers, body: body)
    }
}
