import Foundation
import HTTP
import Synchronization
import TestSupport
import Testing

/// The built `galley` command, running.
final class GalleyProcess: Sendable {
    /// Its process id.
    let id: Int32
    private let errors: URL
    private let results: URL
    private let peak = Mutex(0)
    private let exit = Exit()

    /// How it ended, once it has.
    private final class Exit: Sendable {
        let status = Mutex<Int32?>(nil)
        let ended = DispatchGroup()
    }

    /// `GALLEY_BINARY`, or the command beside this test's own program; `nil` where it was not built.
    static var path: String? {
        if let stated = ProcessInfo.processInfo.environment["GALLEY_BINARY"] { return stated }
        guard let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else { return nil }
        let path = URL(filePath: own).deletingLastPathComponent().appending(path: "galley").path
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }

    /// Starts it.
    init(_ arguments: [String], environment: [String: String] = [:]) throws {
        errors = URL(filePath: Place.temporary("galley-stderr"))
        _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
        results = URL(filePath: Place.temporary("galley-stdout"))
        _ = FileManager.default.createFile(atPath: results.path, contents: nil)
        let process = Process()
        process.executableURL = URL(
            filePath: try #require(GalleyProcess.path, "galley is not built, and GALLEY_BINARY is not set"))
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardError = try FileHandle(forWritingTo: errors)
        process.standardOutput = try FileHandle(forWritingTo: results)
        process.standardInput = FileHandle.nullDevice
        exit.ended.enter()
        process.terminationHandler = { [exit] done in
            // As a shell tells it: 128 and the signal's number for who was killed.
            let code = done.terminationStatus
            exit.status.withLock { $0 = done.terminationReason == .uncaughtSignal ? 128 + code : code }
            exit.ended.leave()
        }
        try process.run()
        id = process.processIdentifier
        watchMemory()
    }

    /// The exit status once it ended.
    var exitStatus: Int32? { exit.status.withLock { $0 } }

    /// Whether it still runs.
    var isRunning: Bool { exitStatus == nil }

    /// The most memory it had in use so far, in bytes.
    var peakMemory: Int { peak.withLock { $0 } }

    /// What it wrote to stderr so far.
    var log: String { text(errors) }

    /// What it wrote to stdout so far.
    var output: String { text(results) }

    /// What its lines of an event say, where it logs JSON.
    func lines(of event: String) -> [[String: Any]] {
        log.split(separator: "\n").compactMap { line in
            guard line.contains(#""event":"\#(event)""#) else { return nil }
            return try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        }
    }

    /// A field of its first line of an event, which is waited for.
    func field(_ name: String, of event: String) -> String? {
        _ = eventually { !lines(of: event).isEmpty }
        return lines(of: event).first?[name] as? String
    }

    /// The memory it has in use now, in bytes.
    var residentMemory: Int { GalleyProcess.memory("VmRSS:", of: id) }

    /// The status that its admin port, open at any port, answers a path with; `nil` while it does not.
    func status(_ path: String) -> Int? {
        guard let port = field("address", of: "admin_port_open") else { return nil }
        return try? HTTPClient(timeout: patience).get("http://\(port)/\(path)").status
    }

    private func text(_ file: URL) -> String {
        (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// Asks it to drain and end.
    func terminate() { send(SIGTERM) }

    /// Stops it where it stands, so that the group and the transaction's coordinator miss it.
    func freeze() { send(SIGSTOP) }

    /// Lets it go on.
    func thaw() { send(SIGCONT) }

    /// Ends it at once, and waits until it is gone.
    func kill() {
        send(SIGKILL)
        _ = wait(seconds: 10)
    }

    /// Waits for its end at most so long.
    /// - Returns: the exit status, or `nil` when it still runs.
    func wait(seconds: Double = Double(patience.components.seconds)) -> Int32? {
        _ = exit.ended.wait(timeout: .now() + seconds)
        return exitStatus
    }

    private func send(_ signal: Int32) { if isRunning { _ = Foundation.kill(id, signal) } }

    /// Reads the peak while it runs: the kernel forgets it with the process.
    private func watchMemory() {
        Thread.detachNewThread { [weak self, id] in
            while let self, self.isRunning {
                let now = GalleyProcess.memory("VmHWM:", of: id)
                self.peak.withLock { $0 = max($0, now) }
                usleep(50_000)
            }
        }
    }

    private static func memory(_ name: String, of id: Int32) -> Int {
        guard let text = try? String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix(name) }),
            let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) })
        else { return 0 }
        return kilobytes * 1024
    }

    deinit { [errors, results].forEach { try? FileManager.default.removeItem(at: $0) } }
}
