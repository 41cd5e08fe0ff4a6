import Foundation
import Kafka
import Synchronization
import TestSupport
import Testing

/// An Apache Kafka, started and hurt by the `cluster` script of `GALLEY_KAFKA_HOME` (default: the folder `shared/kafka` beside the
/// package): the one that tests share, each with topics of its own, or one of a test's own that is harmed or set up otherwise.
final class RealKafka: Sendable {
    /// Where clients connect.
    let brokers: String
    private let folder: String
    private let script: String

    /// The script, or `nil` where there is no Kafka.
    static var script: String? {
        let home =
            ProcessInfo.processInfo.environment["GALLEY_KAFKA_HOME"]
            ?? Folders.package.deletingLastPathComponent().appending(path: "shared/kafka").path
        let path = home + "/cluster"
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }

    private static let running = Mutex(Shared())

    private struct Shared {
        weak var kafka: RealKafka?
        var names = 0
    }

    /// The one node that tests share; it is there while one of them holds it.
    static func shared() throws -> RealKafka {
        try running.withLock { running in
            if let kafka = running.kafka { return kafka }
            let kafka = try RealKafka()
            running.kafka = kafka
            return kafka
        }
    }

    /// A name that no other test has for a topic, a group or a producer.
    func ownName(_ name: String) -> String {
        Self.running.withLock { running in
            running.names += 1
            return "\(name)-\(running.names)"
        }
    }

    /// Starts one node and waits until it is ready.
    /// - Parameter flags: further flags of the script.
    init(_ flags: [String] = []) throws {
        script = try #require(RealKafka.script)
        let (folder, told) = try RealKafka.start(script, flags)
        self.folder = folder
        let line = told.split(separator: "\n").first { $0.hasPrefix("bootstrap=") }
        brokers = String(try #require(line).dropFirst("bootstrap=".count))
    }

    /// Starts it; a second time when the first fails, as now and then (1 in 64) the cluster's random id begins with a
    /// dash, which Kafka's own tool takes for an option.
    private static func start(_ script: String, _ flags: [String]) throws -> (folder: String, told: String) {
        func once() throws -> (String, String) {
            let folder = Place.temporary("galley-kafka")
            let told = try Command.run(
                script, ["start", folder, "--set", "message.max.bytes=10485760"] + limit + flags)
            return (folder, told)
        }
        do { return try once() } catch is Command.Failure { return try once() }
    }

    private static let limit = ["--limit", String(patience.components.seconds)]

    /// How to reach it.
    var client: ClientSettings { ClientSettings(brokers: brokers, clientID: "galley-test", statisticsIntervalMs: 0) }

    /// Makes topics of so many partitions that take records of 10 MB.
    func createTopics(_ names: [String], partitions: Int, replicas: Int = 1) throws {
        let admin = try Admin(client)
        defer { admin.close() }
        let topics = names.map { NewTopic($0, partitions: partitions, replicas: replicas) }
        let faults = try admin.createTopics(topics, timeoutMs: patienceMs)
        try #require(faults.isEmpty, "\(faults)")
    }

    /// Flags of a user who may do only what is granted; of a cluster with `--tls --acls`.
    func login() throws -> [String] {
        [
            "--kafka-brokers", try address("bootstrap_sasl"), "--kafka-security-protocol", "sasl_ssl",
            "--kafka-security-user",
            try address("user"), "--kafka-security-password-file", try address("password_file"),
            "--kafka-security-ca-file", try address("ca"),
        ]
    }

    /// An address, a file or a name that the script tells of the cluster.
    func address(_ name: String) throws -> String {
        let told = try Command.run(script, ["info", folder]).split(separator: "\n").map {
            $0.split(separator: "=", maxSplits: 1)
        }
        return String(try #require(told.first { $0.count == 2 && $0[0] == name })[1])
    }

    /// Grants that user rights by `deploy/acls`.
    func grant(_ flags: String...) throws {
        let home = URL(filePath: script).deletingLastPathComponent().path
        _ = try Command.run(
            "/usr/bin/env",
            [
                "KAFKA_HOME=\(home)", Folders.package.path + "/deploy/acls", "--bootstrap-server", brokers,
                "--principal",
                "User:galley",
            ] + flags)
    }

    /// Kills the broker, or one of several nodes; ``restart(node:)`` starts it again on its data.
    func kill(node: Int? = nil) throws { try hurt("kill", node) }

    /// Stops the broker's process where it stands: connections hang.
    func freeze(node: Int? = nil) throws { try hurt("freeze", node) }

    /// Lets it go on.
    func thaw(node: Int? = nil) throws { try hurt("thaw", node) }

    /// Starts it again on its data.
    func restart(node: Int? = nil) throws { try hurt("restart", node, Self.limit) }

    private func hurt(_ verb: String, _ node: Int?, _ more: [String] = []) throws {
        _ = try Command.run(script, [verb, folder] + (node.map { ["--node", String($0)] } ?? []) + more)
    }

    /// Runs one of Kafka's own tools against it, which asks once and waits for the answer.
    @discardableResult
    func tool(_ arguments: String...) throws -> String {
        let limits = folder + "/tool.properties"
        try Data("request.timeout.ms=\(patienceMs)\ndefault.api.timeout.ms=\(patienceMs)\n".utf8)
            .write(to: URL(filePath: limits), options: .atomic)
        return try Command.run(script, ["tool", folder] + arguments + ["--command-config", limits])
    }

    /// Removes the records of a topic below some offsets, as retention does.
    func deleteRecords(_ topic: String, below offsets: [Int32: Int64]) throws {
        let parts = offsets.sorted { $0.key < $1.key }.map {
            #"{"topic": "\#(topic)", "partition": \#($0.key), "offset": \#($0.value)}"#
        }
        let file = URL(filePath: Place.temporary("galley-delete"))
        try Data(#"{"partitions": [\#(parts.joined(separator: ", "))], "version": 1}"#.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        try tool("delete-records", "--offset-json-file", file.path)
    }

    /// Removes the records of a topic, but for so many of each partition.
    func deleteRecords(_ topic: String, but kept: Int64) throws {
        let admin = try Admin(client)
        let marks = try admin.watermarks(of: topic, timeoutMs: patienceMs)
        admin.close()
        let offsets = marks.map { ($0.key.partition, max($0.value.low, $0.value.high - kept)) }
        try deleteRecords(topic, below: Dictionary(uniqueKeysWithValues: offsets))
    }

    deinit { _ = try? Command.run(script, ["stop", folder]) }
}

/// Where things are.
enum Place {
    /// A new name for a folder or file.
    static func temporary(_ name: String) -> String {
        NSTemporaryDirectory()
            + "/\(name)-\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0 ... .max))"
    }
}

/// Runs a command to its end.
enum Command {
    /// What it could not do.
    struct Failure: Error { var command: [String]; var status: Int32; var output: String; var errors: String }

    /// Runs it.
    /// - Returns: what it wrote to stdout.
    static func run(_ path: String, _ arguments: [String]) throws -> String {
        String(decoding: try data(path, arguments), as: UTF8.self)
    }

    /// Runs it.
    /// - Returns: the bytes it wrote to stdout, by way of a file, since the daemons it starts keep a pipe open.
    static func data(_ path: String, _ arguments: [String]) throws -> Data {
        let (file, errors) = (try EmptyFile(), try EmptyFile())
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardOutput = file.handle
        process.standardError = errors.handle
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let output = try file.contents
        guard process.terminationStatus == 0 else {
            throw Failure(
                command: [path] + arguments, status: process.terminationStatus,
                output: String(decoding: output, as: UTF8.self),
                errors: String(decoding: try errors.contents, as: UTF8.self))
        }
        return output
    }

    /// A file that a command writes; gone with this.
    private final class EmptyFile {
        let handle: FileHandle
        private let place = URL(filePath: Place.temporary("galley-command"))

        init() throws {
            _ = FileManager.default.createFile(atPath: place.path, contents: nil)
            handle = try FileHandle(forWritingTo: place)
        }

        /// What it holds.
        var contents: Data { get throws { try Data(contentsOf: place) } }

        deinit { try? FileManager.default.removeItem(at: place) }
    }
}
