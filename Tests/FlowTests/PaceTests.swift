import Flow
import Testing

struct PaceTests {
    private let begin = ContinuousClock.now

    /// How many begin within a time when one is asked for every millisecond.
    private func count(_ pace: inout Pace, from: Duration, to: Duration) -> Int {
        var count = 0
        var time = from
        while time < to {
            if pace.wait(begin + time) == nil {
                pace.begin(begin + time)
                count += 1
            }
            time += .milliseconds(1)
        }
        return count
    }

    @Test func `as many begin in a second as may`() {
        var pace = Pace(perSecond: 50)
        #expect((49...51).contains(count(&pace, from: .zero, to: .seconds(1))))
        #expect(pace.wait(begin + .seconds(1)) ?? .zero <= .milliseconds(20))
    }

    @Test func `a pause is not made up for by a burst`() {
        var pace = Pace(perSecond: 100)
        _ = count(&pace, from: .zero, to: .seconds(1))
        let after = count(&pace, from: .seconds(60), to: .seconds(61))
        #expect((99...111).contains(after))
    }

    @Test func `one in a while is waited for as long`() {
        var pace = Pace(perSecond: 0.1)
        pace.begin(begin)
        #expect(pace.wait(begin + .seconds(4)) == .seconds(6))
        #expect(pace.wait(begin + .seconds(10)) == nil)
    }
}
