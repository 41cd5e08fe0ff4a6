import Dispatch
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import HTTP

@Suite("The server", .waits)
struct ServerTests {
    @Test("a path is answered, its percent signs resolved, and the connection closed")
    func answersGet() throws {
        let server = try HTTPServer.echo()
        defer { server.stop() }
        let client = try RawClient(server.port)
        client.say("GET /a%20b?c=d HTTP/1.1\r\nHost: localhost\r\n\r\n")
        let answer = client.hear()
        #expect(RawClient.status(answer) == 200)
        #expect(answer.hasSuffix("\r\n\r\nyou asked for /a b\n"))
        #expect(answer.contains("Connection: close"))
    }

    @Test("HEAD gives the headers alone")
    func answersHead() throws {
        let server = try HTTPServer.echo()
        defer { server.stop() }
        let client = try RawClient(server.port)
        client.say("HEAD /x HTTP/1.1\r\nHost: localhost\r\n\r\n")
        let answer = client.hear()
        #expect(RawClient.status(answer) == 200)
        #expect(answer.hasSuffix("\r\n\r\n"))
        #expect(answer.contains("Content-Length: 17"))
    }

    @Test(
        "a method that changes something is refused with those that are allowed", arguments: ["POST", "DELETE", "BREW"])
    func refusesMethods(_ method: String) throws {
        let server = try HTTPServer.echo()
        defer { server.stop() }
        let client = try RawClient(server.port)
        client.say("\(method) / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc")
        let answer = client.hear()
        #expect(RawClient.status(answer) == 405)
        #expect(answer.contains("Allow: GET, HEAD"))
        #expect(try server.answers())
    }

    @Test("work that takes its time holds nobody else up")
    func answersLater() throws {
        let gate = DispatchSemaphore(value: 0)
        let server = try HTTPServer(HTTPAddress(host: "127.0.0.1", port: 0)) { request in
            guard request.path == "/slow" else { return .now(.text(200, "fast")) }
            return .later {
                gate.wait()
                return .text(200, "slow")
            }
        }
        defer { server.stop() }
        let client = try RawClient(server.port)
        client.say("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n")
        #expect(
            try HTTPClient(timeout: patience).get("http://127.0.0.1:\(server.port)/fast").body == Array("fast".utf8))
        gate.signal()
        #expect(client.hear().hasSuffix("slow"))
    }

    @Test("a server that stops does not wait for work that does not end")
    func stopsWhileWorking() throws {
        let gate = DispatchSemaphore(value: 0)
        let begun = DispatchSemaphore(value: 0)
        let server = try HTTPServer(HTTPAddress(host: "127.0.0.1", port: 0)) { _ in
            .later {
                begun.signal()
                gate.wait()
                return .text(200, "")
            }
        }
        let client = try RawClient(server.port)
        client.say("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
        begun.wait()
        server.stop()
        gate.signal()
        // That connection is served by the daemon that was left to the process's end.
        #expect(RawClient.status(client.hear()) == 200)
        // Its port is free.
        let next = try HTTPServer(HTTPAddress(host: "127.0.0.1", port: server.port)) { _ in .now(.text(200, "")) }
        next.stop()
    }

    @Test("who asks for more of what takes its time than may wait is told so, and others are answered")
    func refusesWhenBusy() throws {
        let gate = DispatchSemaphore(value: 0)
        var limits = HTTPServer.Limits()
        limits.waiting = 2
        let server = try HTTPServer(HTTPAddress(host: "127.0.0.1", port: 0), limits: limits) { request in
            guard request.path == "/slow" else { return .now(.text(200, "you asked for \(request.path)\n")) }
            return .later {
                gate.wait()
                return .text(200, "slow")
            }
        }
        defer { server.stop() }
        let clients = try (0..<300).map { _ in try RawClient(server.port) }
        for client in clients { client.say("GET /slow HTTP/1.1\r\nHost: localhost\r\n\r\n") }
        #expect(try server.answers())
        let refused = clients[2...].map { RawClient.status($0.hear()) }
        // The oldest connections may have made room for later ones.
        #expect(refused.allSatisfy { $0 == 503 || $0 == nil } && refused.contains(503))
        gate.signal()
        gate.signal()
    }

    @Test("a server may be stopped at whatever moment a request for such comes")
    func stopsAtAnyMoment() throws {
        for _ in 0..<200 {
            let server = try HTTPServer(HTTPAddress(host: "127.0.0.1", port: 0)) { _ in .later { .text(200, "") } }
            let client = try RawClient(server.port)
            client.say("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            server.stop()
        }
    }

    @Test("a port that is taken, and an address that is not this machine's, are told apart")
    func refusesAddresses() throws {
        let server = try HTTPServer.echo()
        defer { server.stop() }
        let taken = HTTPAddress(host: "127.0.0.1", port: server.port)
        #expect(throws: HTTPFault.taken(address: taken.text)) {
            try HTTPServer(taken) { _ in .now(.text(200, "")) }
        }
        // A block of addresses kept for examples (RFC 5737).
        let fault = #expect(throws: HTTPFault.self) {
            try HTTPServer(HTTPAddress(host: "203.0.113.7", port: 0)) { _ in .now(.text(200, "")) }
        }
        #expect(fault?.description.hasPrefix("203.0.113.7:0 cannot be listened on: ") == true)
    }

    @Test("a request line of a megabyte is refused, and the next request answered")
    func refusesLongLines() throws {
        let server = try HTTPServer.echo()
        defer { server.stop() }
        let client = try RawClient(server.port)
        client.say("GET /")
        client.say([UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20))
        client.say(" HTTP/1.1\r\nHost: localhost\r\n\r\n")
        let status = RawClient.status(client.hear())
        // The connection may be reset before the refusal is read.
        #expect(status == 414 || status == 431 || status == nil)
        #expect(try server.answers())
    }

    @Test("headers without end are refused")
    func refusesEndlessHeaders() throws {
        let server = try HTTPServer.echo()
        defer { server.stop() }
        let client = try RawClient(server.port)
        client.say("GET / HTTP/1.1\r\n")
        var isTaken = true
        for number in 0..<100_000 where isTaken { isTaken = client.say("X-Endless-\(number): some more of it\r\n") }
        #expect(!isTaken)
        #expect(try server.answers())
    }

    @Test("a client that says nothing, or a byte now and then, is sent away")
    func endsSlowClients() throws {
        var limits = HTTPServer.Limits()
        limits.lifetime = .milliseconds(500)
        let server = try HTTPServer.echo(limits)
        defer { server.stop() }
        let client = try RawClient(server.port)
        let slow = try RawClient(server.port)
        slow.say("GET / HT")
        // Both come back only once the server has closed them.
        #expect(client.hear().isEmpty)
        #expect(RawClient.status(slow.hear()) != 200)
        #expect(try server.answers())
    }

    @Test("a thousand connections that hold on keep nobody from an answer")
    func servesBesideManyConnections() throws {
        var files = rlimit()
        getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files)
        files.rlim_cur = min(files.rlim_max, 4096)
        setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &files)
        let server = try HTTPServer.echo()
        defer { server.stop() }
        let clients = try (0..<1000).map { _ in try RawClient(server.port) }
        for client in clients { client.say("GET / HTTP/1.1\r\n") }
        #expect(try server.answers())
        #expect(clients.count == 1000)
    }

    @Test("the oldest connection makes room, and none outlives its time")
    func keepsConnectionsFew() throws {
        var limits = HTTPServer.Limits()
        (limits.connections, limits.lifetime) = (4, .seconds(10))
        let connections = Connections(limits)
        var pairs: [(Int32, Int32)] = []
        defer { for pair in pairs { close(pair.0); close(pair.1) } }
        let start = ContinuousClock.now
        for second in 0..<4 {
            var pair: [Int32] = [0, 0]
            try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0)
            pairs.append((pair[0], pair[1]))
            connections.opened(pair[0], now: start + .seconds(second))
        }
        #expect(isEnded(pairs[0].1) && !isEnded(pairs[1].1))
        connections.closed(pairs[3].0)
        connections.sweep(now: start + .seconds(11))
        #expect(isEnded(pairs[1].1) && !isEnded(pairs[2].1))
        connections.sweep(now: start + .seconds(60))
        #expect(isEnded(pairs[2].1) && !isEnded(pairs[3].1))
    }

    private func isEnded(_ socket: Int32) -> Bool {
        var byte: UInt8 = 0
        return recv(socket, &byte, 1, Int32(MSG_DONTWAIT)) == 0
    }
}
