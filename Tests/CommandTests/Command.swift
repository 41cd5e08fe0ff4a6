import Foundation
import Testing

/// The built `galley` command, run to its end.
struct Command {
    /// The exit status.
    let status: Int32
    /// What it printed.
    let output: String
    /// What it said on standard error.
    let errors: String

    /// `GALLEY_BINARY`, or the command beside this test's own program.
    private static var path: String {
        if let stated = ProcessInfo.processInfo.environment["GALLEY_BINARY"] { return stated }
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: own).deletingLastPathComponent().appending(path: "galley").path
    }

    /// Runs it; files take its streams, so that no pipe can fill up.
    init(_ arguments: String..., input: [UInt8] = [], environment: [String: String] = [:]) throws {
        try self.init(arguments, input: input, environment: environment)
    }

    /// Runs it with these arguments, in a folder where one is named.
    init(
        _ arguments: [String], input: [UInt8] = [], environment: [String: String] = [:], directory: String? = nil
    ) throws {
        let folder = try Scratch()
        let (input, output, errors) = (
            try folder.file("in", input), try folder.file("out", []), try folder.file("err", [])
        )
        let process = Process()
        process.executableURL = URL(filePath: Self.path)
        process.arguments = arguments
        if let directory { process.currentDirectoryURL = URL(filePath: directory) }
        let outside = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GALLEY_") }
        process.environment = outside.merging(environment) { $1 }
        process.standardInput = try FileHandle(forReadingFrom: URL(filePath: input))
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
        let ended = DispatchGroup()
        ended.enter()
        process.terminationHandler = { _ in ended.leave() }
        try process.run()
        if ended.wait(timeout: .now() + 120) == .timedOut {
            process.terminate()
            Issue.record("galley \(arguments.joined(separator: " ")) did not end within two minutes")
            process.waitUntilExit()
        }
        status = process.terminationStatus
        self.output = try String(contentsOfFile: output, encoding: .utf8)
        self.errors = try String(contentsOfFile: errors, encoding: .utf8)
    }

    /// The printed JSON objects, one a line.
    func events() throws -> [[String: Any]] {
        try output.split(separator: "\n").map { line in
            try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }
}

/// A folder of a test's own, removed at its end.
final class Scratch {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "galley-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// Writes a file into it.
    /// - Returns: the file's path.
    @discardableResult
    func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
        return "\(path)/\(name)"
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// A page of our own writing that is an article whatever the model's mood: five full paragraphs under a headline.
enum SamplePage {
    static let title = "Old ferry returns to the river"
    static let html = """
        <!DOCTYPE html><html lang="en"><head><title>\(title) | The Example Courier</title></head><body>
        <nav><a href="/">Home</a> <a href="/sport">Sport</a> <a href="/weather">Weather</a></nav>
        <article><h1>\(title)</h1><p class="byline">By Nora Quill</p><time datetime="2026-05-04T07:15:00+02:00">4 May 2026</time>
        <p>After eleven years on dry land the ferry that once carried market carts across the river has been lowered back into
        the water, watched by several hundred people who had come with flags and folding chairs.</p>
        <p>Volunteers replaced most of the planks and every rivet of the hull, the association's chairwoman said, and the
        engine, built in a workshop upstream, started on the second attempt.</p>
        <p>The town pays for the pilot until October. After that, the council wants to know whether enough passengers cross
        to keep the line open through the winter, when the path along the bank floods.</p>
        <p>A crossing takes four minutes and costs as much as a bus ticket. Bicycles travel free, dogs too, and carts, should
        one ever come again, at the captain's discretion.</p>
        <p>The first regular ferry leaves on Saturday at seven in the morning from the mill steps.</p></article>
        <footer>© 2026 The Example Courier</footer></body></html>
        """
}
