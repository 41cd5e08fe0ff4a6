import Foundation
import Kafka
import TestSupport
import Testing
import Wire

@testable import Worker

extension WorkerTests {
    /// Pages that end the process they are worked on in: a real process, and real traps.
    struct Crashes {
        private func start(_ bench: Bench, _ arguments: String...) throws -> Process {
            let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            let process = Process()
            process.executableURL = URL(filePath: own).deletingLastPathComponent().appending(path: "fragile-worker")
            process.arguments = [bench.kafka.brokers] + arguments
            // A trap prints where it happened, which takes seconds to find out.
            process.environment = ["SWIFT_BACKTRACE": "enable=no"]
            process.standardError = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            return process
        }

        @Test(arguments: [UInt64(20_261_129)])
        func `fault 1: kills at random points lose nothing and repeat no more than may be uncommitted`(seed: UInt64)
            throws
        {
            let (kills, most) = (FaultForm.isLong ? 100 : 5, 50)
            let bench = try Bench(partitions: 2)
            try bench.load(Bench.pages(kills * 400, keys: 40))
            var random = SeededGenerator(seed: seed)
            for _ in 0..<kills {
                let done = try bench.ends(of: Bench.output).values.reduce(0, +)
                let worker = try start(bench, "plain", String(most))
                let isAtWork = try eventually { try bench.ends(of: Bench.output).values.reduce(0, +) > done }
                usleep(UInt32.random(in: 0...400_000, using: &random))
                kill(worker.processIdentifier, SIGKILL)
                worker.waitUntilExit()
                try #require(isAtWork, "it did not come to work")
            }
            let last = try start(bench, "plain", String(most))
            defer { last.terminate() }
            let ends = try bench.ends(of: "pages.raw")
            #expect(try eventually { try bench.committed().mapValues(\.offset) == ends })
            try bench.balance("fault 1, \(kills) kills (seed \(seed))", mostRepeated: kills * most)
        }

        @Test(arguments: [2, 3]) func `fault 9: a page that traps becomes a dead letter after so many crashes`(
            attempts: Int
        )
            throws
        {
            let bench = try Bench(partitions: 1)
            let pages = Bench.pages(20, keys: 4) + [("bad", Array("trap".utf8))] + Bench.pages(20, keys: 4, of: "b ")
            try bench.load(pages)
            var crashes = 0
            while true {
                let worker = try start(bench, "trap", String(attempts))
                defer { worker.terminate() }
                let isOver = eventually {
                    guard worker.isRunning else { return true }
                    return ((try? bench.committed(partitions: 1).values.first?.offset) ?? 0) == 41
                }
                try #require(isOver, "the worker neither traps nor comes to the end")
                if worker.isRunning { break }
                #expect(worker.terminationReason == .uncaughtSignal)
                crashes += 1
                try #require(crashes <= attempts)
            }
            #expect(crashes == attempts)
            let letters = try bench.read(Bench.dead)
            #expect(letters.map(\.value) == [Array("trap".utf8)])
            let headers = letters.first?.headers ?? []
            #expect(headers.contains(Header(name: "galley-reason", text: "crash")))
            #expect(headers.contains(Header(name: "galley-attempts", text: String(attempts))))
            #expect(Set(try bench.read(Bench.output).compactMap(\.value)).count == 40)
            try bench.balance("fault 9, a page that traps \(attempts) times", mostRepeated: 41)
        }
    }
}
