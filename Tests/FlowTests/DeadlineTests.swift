import Flow
import Testing

struct DeadlineTests {
    let now = ContinuousClock.now

    @Test func remainsUntilItIsOver() {
        let deadline = Deadline(.seconds(2), after: now)
        #expect(!deadline.isOver(now + .milliseconds(1999)))
        #expect(deadline.remaining(now + .milliseconds(500)) == .milliseconds(1500))
        #expect(deadline.isOver(now + .seconds(2)))
        #expect(deadline.remaining(now + .seconds(5)) == .zero)
    }

    @Test func millisecondsAreRoundedUpAndCapped() {
        let deadline = Deadline(.microseconds(1500), after: now)
        #expect(deadline.remainingMs(now) == 2)
        #expect(deadline.remainingMs(now, most: 1) == 1)
        #expect(deadline.remainingMs(now + .seconds(1)) == 0)
        #expect(Deadline(.seconds(Int64.max / 4), after: now).remainingMs(now, most: 100) == 100)
    }

    @Test func aDrainEndsEmptyOrLate() {
        let drain = Drain(deadline: Deadline(.seconds(1), after: now))
        #expect(drain.verdict(inFlight: 3, now: now) == .waiting)
        #expect(drain.verdict(inFlight: 0, now: now) == .drained)
        #expect(drain.verdict(inFlight: 2, now: now + .seconds(1)) == .expired(left: 2))
    }

    @Test func backoffDoublesToItsLimitAndStartsOver() {
        var backoff = Backoff(first: .seconds(1), last: .seconds(5))
        let waits = (0..<4).map { _ in backoff.failed() }
        #expect(waits == [.seconds(1), .seconds(2), .seconds(4), .seconds(5)])
        backoff.succeeded()
        expect(backoff.failed(), .seconds(1))
    }
}
