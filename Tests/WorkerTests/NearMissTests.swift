import Synchronization
import Telemetry
import Testing
import Wire

@testable import Worker

@Suite("Headers that are nearly right, at work")
struct NearMissTests {
    @Test("each is counted by the name that is meant, and said once of each name")
    func saidOnce() {
        let lines = Mutex<[String]>([])
        let telemetry = Telemetry(level: .info, isJSON: true) { line in lines.withLock { $0.append(line) } }
        var watch = NearMissWatch()
        for _ in 0..<3 {
            watch.look(at: [WireHeader("ce-subject", "https://a.example/"), WireHeader("url", "x")], telemetry)
            watch.look(at: [WireHeader("ce_subject", "https://a.example/"), WireHeader("url", "x")], telemetry)
        }
        #expect(telemetry.metrics.counter(.nearMissHeaders, "ce_subject").value == 6)
        let said = lines.withLock { $0 }
        #expect(said.count == 2 && said.allSatisfy { $0.contains(#""meant":"ce_subject""#) })
        #expect(said.first?.contains(#""found":"ce-subject""#) == true)
    }

    @Test("a producer that makes names up fills no memory")
    func bounded() {
        let lines = Mutex(0)
        let telemetry = Telemetry(level: .info, isJSON: true) { _ in lines.withLock { $0 += 1 } }
        var watch = NearMissWatch()
        for number in 0..<1000 {
            watch.look(at: [WireHeader("u-r-l" + String(repeating: "-", count: number % 30), "x")], telemetry)
        }
        #expect(telemetry.metrics.counter(.nearMissHeaders, "ce_subject").value == 1000)
        #expect(lines.withLock { $0 } <= 64)
    }
}
