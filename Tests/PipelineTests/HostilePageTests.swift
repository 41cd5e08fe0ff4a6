import Foundation
import Pages
import TestSupport
import Testing

/// Pages made to cost as much as they can, at the full `limits.page_bytes`, each taken through the whole pipeline by a process
/// of its own, whose peak of memory is the page's. One at a time: such a process works, and waits for nothing.
@Suite("Hostile pages", .serialized)
struct HostilePageTests {
    /// The default of `limits.memory_bytes`, and what a process has beside.
    private static let mostBytes = 201_326_592 + 64 << 20
    /// The default of `limits.page_seconds`, and a second for the step that was under way.
    private static let mostSeconds = Limits().pageSeconds + 1

    private struct Report: Decodable {
        var outcome: String
        var peakBytes: Int
        var cpuSeconds: Double
    }

    @Test("each has an outcome, a bounded peak of memory and a bounded time", arguments: HostilePage.all.map(\.name))
    func page(name: String) throws {
        let report = try JSONDecoder().decode(Report.self, from: Self.run(name))
        #expect(["article", "rejected", "dead"].contains { report.outcome.hasPrefix($0 + " ") }, "\(report.outcome)")
        #expect(report.peakBytes <= Self.mostBytes, "peak \(report.peakBytes >> 20) MiB, \(report.outcome)")
        // Time of the processor: other tests may hold it up as long as they like.
        #expect(report.cpuSeconds <= Self.mostSeconds, "\(report.outcome)")
    }

    @Test("the names are all different") func names() {
        #expect(Set(HostilePage.all.map(\.name)).count == HostilePage.all.count)
    }

    /// What `hostile-page`, built beside this test's own program, prints of a page.
    private static func run(_ name: String) throws -> Data {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let process = Process()
        process.executableURL = URL(filePath: own).deletingLastPathComponent().appending(path: "hostile-page")
        process.arguments = [name]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return printed
    }
}
