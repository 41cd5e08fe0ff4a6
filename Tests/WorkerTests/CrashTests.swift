import Foundation
import Kafka
import Testing
import Wire

@testable import Worker

extension WorkerTests {
    /// Pages that end the process they are worked on in: a real process, and real traps.
    @Suite(.serialized)
    struct Crashes {
        private func start(_ bench: Bench, attempts: Int) throws -> Process {
            let own = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            let process = Process()
            process.executableURL = URL(filePath: own).deletingLastPathComponent().appending(path: "fragile-worker")
            process.arguments = [bench.kafka.brokers, "trap", String(attempts)]
            // A trap prints where it happened, which takes seconds to find out.
            process.environment = ["SWIFT_BACKTRACE": "enable=no"]
            process.standardError = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            try process.run()
            return process
        }

        @Test(arguments: [2, 3]) func `a page that traps becomes a dead letter after so many crashes`(attempts: Int)
            throws
        {
            let bench = try Bench(partitions: 1)
            let pages = Bench.pages(20, keys: 4) + [("bad", Array("trap".utf8))] + Bench.pages(20, keys: 4, of: "b ")
            try bench.load(pages)
            var crashes = 0
            while true {
                let worker = try start(bench, attempts: attempts)
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
        }
    }
}
