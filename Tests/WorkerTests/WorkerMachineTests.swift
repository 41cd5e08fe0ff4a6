import Flow
import Testing

@testable import Worker

/// Transcripts: event in, all actions out.
struct WorkerMachineTests {
    typealias Machine = WorkerMachine
    let now = ContinuousClock.now

    private func machine() -> Machine {
        Machine(drain: .seconds(25), patience: .seconds(30), grace: .seconds(5))
    }

    private func running() -> Machine {
        var machine = machine()
        _ = machine.handle(.checked(nil), now: now)
        return machine
    }

    @Test func startsOnceAllIsThere() {
        var machine = machine()
        #expect(machine.begin() == [.check(after: .zero)])
        let actions = machine.handle(.checked(nil), now: now)
        #expect(actions == [.startIntake])
        #expect(machine.state == .running)
    }

    @Test func saysWhatItWaitsForAtOnceAndThenAtIntervals() {
        var machine = machine()
        let away = StartProblem.brokerAway(detail: "x")
        let again = Machine.Action.check(after: .seconds(1))
        let first = machine.handle(.checked(away), now: now)
        #expect(first == [.say(away, waited: .zero), again])
        let second = machine.handle(.checked(away), now: now + .seconds(9))
        #expect(second == [again])
        let third = machine.handle(.checked(away), now: now + .seconds(10))
        #expect(third == [.say(away, waited: .seconds(10)), again])
        let muchLater = machine.handle(.checked(away), now: now + .seconds(100_000))
        #expect(muchLater == [.say(away, waited: .seconds(100_000)), again])
        let atLast = machine.handle(.checked(nil), now: now + .seconds(100_001))
        #expect(atLast == [.startIntake])
    }

    @Test func aMissingTopicIsWaitedForWithPatienceOnly() {
        var machine = machine()
        let missing = StartProblem.topicsMissing(["pages.raw"])
        _ = machine.handle(.checked(missing), now: now)
        let late = now + .seconds(30)
        let actions = machine.handle(.checked(missing), now: late)
        #expect(actions == [.say(missing, waited: .seconds(30)), .close(Deadline(.seconds(3), after: late))])
        _ = machine.handle(.closed, now: late)
        #expect(machine.state == .closed(.startFailed(missing)))
    }

    @Test func aStopWhileStartingClosesAtOnce() {
        var machine = machine()
        let actions = machine.handle(.stop, now: now)
        #expect(actions == [.close(Deadline(.seconds(3), after: now))])
        _ = machine.handle(.closed, now: now)
        #expect(machine.state == .closed(.stopped))
    }

    @Test func drainsAndCloses() {
        var machine = running()
        let stop = machine.handle(.stop, now: now)
        #expect(stop == [.stopIntake, .putBackQueued, .armWatchdog(Deadline(.seconds(30), after: now))])
        let waiting = machine.handle(.tick(inFlight: 2), now: now + .seconds(1))
        #expect(waiting.isEmpty)
        let then = now + .seconds(2)
        let drained = machine.handle(.tick(inFlight: 0), now: then)
        #expect(drained == [.close(Deadline(.seconds(10), after: then))])
        #expect(machine.state == .flushed(.stopped))
        let closed = machine.handle(.closed, now: then)
        #expect(closed.isEmpty)
        #expect(machine.state == .closed(.stopped))
    }

    @Test func aDrainThatTakesTooLongEndsWithWhatIsLeft() {
        var machine = running()
        _ = machine.handle(.stop, now: now)
        _ = machine.handle(.tick(inFlight: 7), now: now + .seconds(25))
        #expect(machine.state == .flushed(.drainExpired(left: 7)))
    }

    @Test func whenAllIsReadItWaitsForEveryPageHoweverLong() {
        var machine = running()
        let finished = machine.handle(.finished, now: now)
        #expect(finished == [.stopIntake])
        let waiting = machine.handle(.tick(inFlight: 1), now: now + .seconds(100_000))
        #expect(waiting.isEmpty)
        _ = machine.handle(.tick(inFlight: 0), now: now)
        #expect(machine.state == .flushed(.finished))
    }

    @Test func aStopCutsThatWaitShort() {
        var machine = running()
        _ = machine.handle(.finished, now: now)
        let actions = machine.handle(.stop, now: now)
        #expect(actions == [.putBackQueued, .armWatchdog(Deadline(.seconds(30), after: now))])
        _ = machine.handle(.tick(inFlight: 1), now: now + .seconds(26))
        #expect(machine.state == .flushed(.drainExpired(left: 1)))
    }

    @Test func whatComesLateChangesNothing() {
        var machine = running()
        _ = machine.handle(.checked(.brokerAway(detail: "")), now: now)
        _ = machine.handle(.tick(inFlight: 0), now: now)
        _ = machine.handle(.closed, now: now)
        #expect(machine.state == .running)
    }
}
