import Flow
import Testing

struct ByteBudgetTests {
    @Test func pausesAtTheHighMarkAndResumesAtTheLowMarkOnly() {
        var budget = ByteBudget(high: 100, low: 60)
        expect(budget.take(99), nil)
        expect(budget.take(1), .pause)
        expect(budget.take(50), nil)
        expect(budget.give(89), nil)
        #expect(budget.isShut)
        expect(budget.give(1), .resume)
        expect(budget.give(60), nil)
        #expect(budget.used == 0)
    }

    @Test func oneRecordLargerThanAllIsTakenAndThenNoMore() {
        var budget = ByteBudget(high: 10, low: 5)
        expect(budget.take(1_000), .pause)
        expect(budget.give(1_000), .resume)
    }

    @Test func marksThatMakeNoSenseAreMended() {
        var budget = ByteBudget(high: 0, low: 50)
        #expect(budget.high == 1)
        #expect(budget.low == 0)
        expect(budget.take(-5), nil)
        expect(budget.give(5), nil)
    }
}

struct IntakeGateTests {
    typealias Gate = IntakeGate<Int, String>

    @Test func aPartitionThatIsNotPausedIsNeverResumed() {
        var gate = Gate()
        gate.assign([1, 2])
        expect(gate.reconcile(), Gate.Change())
        gate.shut("bytes")
        gate.open("bytes")
        expect(gate.reconcile(), Gate.Change())
    }

    @Test func reasonsAddUpAndTheLastOneOpens() {
        var gate = Gate()
        gate.assign([1, 2])
        gate.shut("bytes")
        gate.shut("output")
        expect(gate.reconcile(), Gate.Change(pause: [1, 2]))
        gate.open("bytes")
        expect(gate.reconcile(), Gate.Change())
        gate.open("output")
        expect(gate.reconcile(), Gate.Change(resume: [1, 2]))
    }

    @Test func aHeldPartitionLeavesTheOthersAlone() {
        var gate = Gate()
        gate.assign([1, 2])
        expect(gate.hold(1, "dead letter"), true)
        expect(gate.hold(1, "dead letter"), false)
        expect(gate.reconcile(), Gate.Change(pause: [1]))
        gate.shut("bytes")
        expect(gate.reconcile(), Gate.Change(pause: [2]))
        expect(gate.release(1, "dead letter"), true)
        expect(gate.reconcile(), Gate.Change())
        gate.open("bytes")
        expect(gate.reconcile(), Gate.Change(resume: [1, 2]))
    }

    @Test func aPartitionThatArrivesAtAShutGateIsPaused() {
        var gate = Gate()
        gate.shut("bytes")
        gate.assign([3])
        expect(gate.reconcile(), Gate.Change(pause: [3]))
    }

    @Test func aPartitionThatLeftIsNeverResumed() {
        var gate = Gate()
        gate.assign([1, 2])
        gate.hold(2, "dead letter")
        gate.shut("bytes")
        expect(gate.reconcile(), Gate.Change(pause: [1, 2]))
        gate.revoke([2])
        expect(gate.hold(2, "dead letter"), false)
        gate.open("bytes")
        expect(gate.reconcile(), Gate.Change(resume: [1]))
        gate.assign([2])
        expect(gate.reconcile(), Gate.Change())
    }
}
