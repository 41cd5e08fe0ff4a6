import Synchronization
import Testing

@testable import Telemetry

@Suite("Lines that repeat")
struct RepeatLimitTests {
    private let start = ContinuousClock.now

    @Test("of a kind so many are written within a time, the rest are counted and told once")
    func holdsBack() {
        var limit = RepeatLimit(most: 3, window: .seconds(10))
        let written = (0..<50).filter { limit.admits("a", now: start + .milliseconds($0 * 100)) }
        #expect(written == [0, 1, 2])
        let isOtherAdmitted = limit.admits("b", now: start + .seconds(5))
        #expect(isOtherAdmitted)
        #expect(limit.flush(now: start + .seconds(9)).isEmpty)
        let told = limit.flush(now: start + .seconds(10))
        #expect(told.count == 1 && told.first?.kind == "a" && told.first?.count == 47)
        #expect(limit.flush(now: start + .seconds(20)).isEmpty)
        let isAdmittedAgain = limit.admits("a", now: start + .seconds(11))
        #expect(isAdmittedAgain)
    }

    @Test("a kind that comes slowly is never held back")
    func letsSlowOnesThrough() {
        var limit = RepeatLimit(most: 2, window: .seconds(10))
        #expect((0..<100).allSatisfy { limit.admits("a", now: start + .seconds($0 * 6)) })
        #expect(limit.flush(now: start + .seconds(1000)).isEmpty)
    }

    private struct Noise: Event {
        let level: EventLevel
        var name: String { "noise" }
        var message: String { "again" }
    }

    @Test("telemetry holds them back, but for who asks for everything")
    func telemetryHoldsBack() {
        let lines = Mutex(0)
        let telemetry = Telemetry(level: .debug, isJSON: true) { _ in lines.withLock { $0 += 1 } }
        for _ in 0..<100 { telemetry.emit(Noise(level: .warning)) }
        #expect(lines.withLock { $0 } == 10)
        for _ in 0..<100 { telemetry.emit(Noise(level: .debug)) }
        #expect(lines.withLock { $0 } == 110)
    }
}
