import Glibc
import HTTP
import Testing

/// A client that says exactly what it is told to.
final class RawClient {
    private let socket: Int32

    init(_ port: UInt16) throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        try #require(status == 0, "connect: \(String(cString: strerror(errno)))")
        // No test waits for ever.
        var patience = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(socket) }

    /// Sends; returns whether the other side still takes it.
    @discardableResult
    func say(_ text: String) -> Bool { say(Array(text.utf8)) }

    @discardableResult
    func say(_ bytes: [UInt8]) -> Bool {
        var start = 0
        while start < bytes.count {
            let sent = bytes[start...].withUnsafeBytes {
                send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { return false }
            start += sent
        }
        return true
    }

    /// All that comes until the other side closes.
    func hear() -> String {
        var heard: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(socket, &buffer, buffer.count, 0)
            guard count > 0 else { return String(decoding: heard, as: UTF8.self) }
            heard += buffer[..<count]
        }
    }

    /// The status line's number of an answer.
    static func status(_ answer: String) -> Int? { answer.split(separator: " ").dropFirst().first.flatMap { Int($0) } }
}

extension HTTPServer {
    /// A server on a port of its own that tells what it was asked.
    static func echo(_ limits: Limits = Limits()) throws -> HTTPServer {
        try HTTPServer(HTTPAddress(host: "127.0.0.1", port: 0), limits: limits) {
            .now(.text(200, "you asked for \($0.path)\n"))
        }
    }

    /// Whether it answers.
    func answers() throws -> Bool {
        try HTTPClient(timeout: .seconds(20)).get("http://127.0.0.1:\(port)/still").body
            == Array("you asked for /still\n".utf8)
    }
}
