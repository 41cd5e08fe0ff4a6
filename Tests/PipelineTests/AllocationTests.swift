import Foundation
import TestSupport
import Testing

/// How often a page asks the allocator, and what memory a large one takes, against thresholds that are only ever lowered.
@Suite("Allocations", .waits)
struct AllocationTests {
    /// The most that each page may cost: a few in a hundred above what it costs now.
    private static let most: [String: (allocations: Int, peakBytes: Int)] = [
        "note": (1_580, 1 << 20), "news": (11_700, 4 << 20), "huge": (208_500, 66 << 20),
    ]

    @Test func `pages ask the allocator no more than they did, and a page of 20 MB takes no more memory`() throws {
        let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let process = Process()
        process.executableURL = URL(filePath: own).deletingLastPathComponent().appending(path: "allocation-count")
        // Sets and dictionaries in the same order in each process.
        process.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_DETERMINISTIC_HASHING": "1"]) { $1 }
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let costs = try JSONDecoder().decode([String: SizedPage.Cost].self, from: printed)
        #expect(Set(costs.keys) == Set(SizedPage.all.map(\.name)) && Set(costs.keys) == Set(Self.most.keys))
        for (name, cost) in costs.sorted(by: { $0.key < $1.key }) {
            let most = Self.most[name] ?? (0, 0)
            print(
                "\(name): \(cost.bytes) bytes, \(cost.allocations) allocations, \(cost.peakBytes >> 10) KiB more at the peak"
            )
            #expect(cost.allocations <= most.allocations && cost.peakBytes <= most.peakBytes, "\(name)")
        }
    }
}
