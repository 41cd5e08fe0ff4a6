import Kafka
import Testing

@testable import Worker

@Suite("The watch over partitions")
struct ProgressWatchTests {
    private let place = TopicPartition(topic: "t", partition: 0)
    private let start = ContinuousClock.now

    private func stuck(_ marks: [(second: Int, mark: ProgressWatch.Mark)]) -> [Int] {
        var watch = ProgressWatch(limit: .seconds(100))
        return marks.filter { !watch.note([place: $0.mark], now: start + .seconds($0.second)).isEmpty }.map(\.second)
    }

    @Test("a partition with pages in flight of which none ends is stuck after the limit, and free again once one does")
    func noticesStandstill() {
        let still = ProgressWatch.Mark(frontier: 3, position: 5, inFlight: 2)
        let moved = ProgressWatch.Mark(frontier: 4, position: 5, inFlight: 1)
        #expect(
            stuck([(0, still), (99, still), (100, still), (150, still), (151, moved), (200, moved), (251, moved)]) == [
                100, 150, 251,
            ])
    }

    @Test("so is one whose fetched records nobody takes")
    func noticesWhatIsNotTaken() {
        let still = ProgressWatch.Mark(frontier: 5, position: 5, inFlight: 0, fetched: 10)
        #expect(stuck([(0, still), (100, still)]) == [100])
    }

    @Test("not one that has nothing to do, however far the broker's end is, nor one that is paused")
    func leavesIdleOnesAlone() {
        let idle = ProgressWatch.Mark(frontier: 5, position: 5, inFlight: 0)
        #expect(stuck([(0, idle), (1000, idle)]).isEmpty)
        let paused = ProgressWatch.Mark(frontier: 3, position: 5, inFlight: 2, isWaiting: true)
        let still = ProgressWatch.Mark(frontier: 3, position: 5, inFlight: 2)
        #expect(stuck([(0, paused), (1000, paused), (1001, still), (1099, still), (1100, still)]) == [1100])
    }

    @Test("a partition that went and came back is looked at anew")
    func forgetsWhatWent() {
        var watch = ProgressWatch(limit: .seconds(100))
        let still = ProgressWatch.Mark(frontier: 3, position: 5, inFlight: 2)
        _ = watch.note([place: still], now: start)
        _ = watch.note([:], now: start + .seconds(90))
        let stuck = watch.note([place: still], now: start + .seconds(110))
        #expect(stuck.isEmpty)
    }
}
