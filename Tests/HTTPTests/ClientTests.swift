import Foundation
import HTTP
import Synchronization
import TestSupport
import Testing

@Suite("The client", .waits)
struct ClientTests {
    @Test("a status of 400 or more is an answer")
    func takesRefusals() throws {
        let server = try HTTPServer(HTTPAddress(host: "127.0.0.1", port: 0)) { _ in .now(.text(503, "not ready")) }
        defer { server.stop() }
        let answer = try HTTPClient(timeout: patience).get("http://127.0.0.1:\(server.port)/readyz")
        #expect(answer.status == 503 && answer.body == Array("not ready".utf8))
    }

    @Test("an answer that is too long is not read to its end")
    func bounds() throws {
        let server = try HTTPServer(HTTPAddress(host: "127.0.0.1", port: 0)) { _ in
            .now(.text(200, String(repeating: "x", count: 200_000)))
        }
        defer { server.stop() }
        let url = "http://127.0.0.1:\(server.port)/"
        #expect(throws: HTTPFault.tooLong(url: url, bytes: 1000)) { try HTTPClient(maximumBytes: 1000).get(url) }
    }

    @Test("no server, no answer and another protocol are told in words")
    func saysWhatFailed() throws {
        let gate = DispatchSemaphore(value: 0)
        let silent = try HTTPServer(HTTPAddress(host: "127.0.0.1", port: 0)) { _ in
            .later {
                gate.wait()
                return .text(200, "")
            }
        }
        let url = "http://127.0.0.1:\(silent.port)/"
        let late = #expect(throws: HTTPFault.self) { try HTTPClient(timeout: .milliseconds(100)).get(url) }
        #expect(late?.description.contains("Timeout") == true)
        gate.signal()
        silent.stop()
        let gone = #expect(throws: HTTPFault.self) { try HTTPClient().get(url) }
        #expect(gone?.description.hasPrefix("no answer from \(url): ") == true)
        let file = #expect(throws: HTTPFault.self) { try HTTPClient().get("file:///etc/passwd") }
        #expect(file?.description.contains("protocol") == true)
    }

    @Test("a certificate that expired, and one that nobody vouches for, are refused in words")
    func refusesCertificates() throws {
        let authority = try TestAuthority()
        for (name, dates) in [
            ("expired", ("20200101000000Z", "20200102000000Z")), ("sound", ("20200101000000Z", "20991231000000Z")),
        ] {
            let server = try authority.server(name, from: dates.0, to: dates.1)
            defer { server.stop() }
            let url = "https://localhost:\(server.port)/"
            let trusting = HTTPClient(timeout: patience, caFile: authority.certificate)
            if name == "sound" {
                #expect(try trusting.get(url).status == 200)
                let fault = #expect(throws: HTTPFault.self) { try HTTPClient(timeout: patience).get(url) }
                #expect(fault?.description.contains("certificate") == true, "\(String(describing: fault))")
            } else {
                let fault = #expect(throws: HTTPFault.self) { try trusting.get(url) }
                #expect(fault?.description.contains("certificate") == true, "\(String(describing: fault))")
            }
        }
    }
}

/// Certificates of a test's own, and `openssl s_server` to show them.
private final class TestAuthority {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "galley-\(UUID().uuidString)")

    var certificate: String { file("ca.pem") }

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let configuration = """
            [ca]
            default_ca = own
            [own]
            database = \(file("index"))
            new_certs_dir = \(folder.path)
            serial = \(file("serial"))
            certificate = \(file("ca.pem"))
            private_key = \(file("ca.key"))
            default_md = sha256
            policy = any
            unique_subject = no
            [any]
            commonName = supplied
            [server]
            subjectAltName = DNS:localhost
            """
        try write("ca.conf", configuration)
        try write("index", "")
        try write("serial", "1000\n")
        try run(
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=test authority", "-days", "30", "-keyout",
            file("ca.key"), "-out", file("ca.pem"))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func server(_ name: String, from: String, to: String) throws -> TestServer {
        try run(
            "req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-keyout", file("\(name).key"), "-out",
            file("\(name).csr"))
        try run(
            "ca", "-batch", "-notext", "-config", file("ca.conf"), "-extensions", "server", "-startdate", from,
            "-enddate", to,
            "-in", file("\(name).csr"), "-out", file("\(name).pem"))
        return try TestServer(certificate: file("\(name).pem"), key: file("\(name).key"))
    }

    private func file(_ name: String) -> String { folder.appending(path: name).path }

    private func write(_ name: String, _ text: String) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
    }

    private func run(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "openssl \(arguments.joined(separator: " "))")
    }
}

private final class TestServer {
    let port: UInt16
    private let process = Process()

    init(certificate: String, key: String) throws {
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = ["s_server", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key, "-www"]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        // It says "ACCEPT 127.0.0.1:PORT" once it listens.
        var text = ""
        while !text.contains("ACCEPT "), process.isRunning {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            text += String(decoding: more, as: UTF8.self)
            if text.contains("ACCEPT "), !text.hasSuffix("\n") { continue }
        }
        let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("ACCEPT ") })
        port = try #require(line.split(separator: ":").last.flatMap { UInt16($0) })
    }

    func stop() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
