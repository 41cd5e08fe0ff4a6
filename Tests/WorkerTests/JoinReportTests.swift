import Testing

@testable import Worker

struct JoinReportTests {
    private let now = ContinuousClock.now

    @Test func `a group that takes its time is said, ever less often, and no more once it has assigned`() {
        var report = JoinReport(now: now)
        var said: [Int] = []
        for second in 0..<60 {
            if report.report(isWaiting: true, "galley", now + .seconds(second)) != nil { said.append(second) }
        }
        #expect(said == [5, 15, 35])
        let assigned = report.report(isWaiting: false, "galley", now + .seconds(60))
        #expect(assigned == nil)
        let soon = report.report(isWaiting: true, "galley", now + .seconds(64))
        #expect(soon == nil)
        let later = report.report(isWaiting: true, "galley", now + .seconds(66))
        #expect(later?.waited == .seconds(6))
    }
}
