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
