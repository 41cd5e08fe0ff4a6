import Kafka
import Testing

@testable import Worker

@Suite("The watch over progress")
struct ProgressWatchTests {
    private let place = TopicPartition(topic: "t", partition: 0)
    private let other = TopicPartition(topic: "t", partition: 1)
    private let start = ContinuousClock.now
    private typealias State = ProgressWatch.State
    private typealias Mark = ProgressWatch.Mark

    /// The seconds at which partitions were found to wait in vain, with those.
    private func stuck(_ states: [(second: Int, state: State)]) -> [Int: Set<TopicPartition>] {
        var watch = ProgressWatch(limit: .seconds(100))
        var found: [Int: Set<TopicPartition>] = [:]
        for (second, state) in states {
            let stuck = watch.note(state, now: start + .seconds(second))
            if !stuck.isEmpty { found[second] = stuck }
        }
        return found
    }

    @Test("pages in flight of which none is finished for the limit wait in vain, until one is")
    func noticesStandstill() {
        let still = State(done: 3, taken: 9, partitions: [place: Mark(inFlight: 6), other: Mark(inFlight: 0)])
        let moved = State(done: 4, taken: 9, partitions: [place: Mark(inFlight: 5)])
        let found = stuck([
            (0, still), (99, still), (100, still), (150, still), (151, moved), (250, moved), (251, moved),
        ])
        #expect(found == [100: [place], 150: [place], 251: [place]])
    }

    @Test("a partition whose pages stand behind another's does not, as long as any page is finished")
    func waitsForItsTurn() {
        let states = (0..<50).map { turn in
            (
                turn * 20,
                State(
                    done: turn, taken: 900, partitions: [place: Mark(inFlight: 800 - turn), other: Mark(inFlight: 1)])
            )
        }
        #expect(stuck(states).isEmpty)
    }

    @Test("fetched records that nobody takes are noticed, but not while reading is paused")
    func noticesWhatIsNotTaken() {
        let still = State(done: 9, taken: 9, partitions: [place: Mark(inFlight: 0, fetched: 10)])
        #expect(stuck([(0, still), (100, still)]) == [100: [place]])
        let paused = State(done: 9, taken: 9, isReading: false, partitions: [place: Mark(inFlight: 0, fetched: 10)])
        let held = State(done: 9, taken: 9, partitions: [place: Mark(inFlight: 0, fetched: 10, isHeld: true)])
        #expect(stuck([(0, paused), (1000, paused)]).isEmpty && stuck([(0, held), (1000, held)]).isEmpty)
    }

    @Test("memory that is full of pages nobody finishes is no excuse")
    func noticesFullMemory() {
        let full = State(
            done: 3, taken: 90, isReading: false, partitions: [place: Mark(inFlight: 87, fetched: 4, isHeld: true)])
        #expect(stuck([(0, full), (100, full)]) == [100: [place]])
    }

    @Test("an output that is away is one, and so are dead letters that no topic takes")
    func excusesTheOutput() {
        let away = State(
            done: 3, taken: 9, isOutputAway: true, isReading: false, partitions: [place: Mark(inFlight: 6)])
        let letters = State(
            done: 3, taken: 9, partitions: [place: Mark(inFlight: 6, isHeld: true, hasHeldLetters: true)])
        let still = State(done: 3, taken: 9, partitions: [place: Mark(inFlight: 6)])
        #expect(stuck([(0, away), (1000, away), (1001, still), (1099, still), (1100, still)]) == [1100: [place]])
        #expect(stuck([(0, letters), (1000, letters)]).isEmpty)
    }

    @Test("a worker with nothing to do does not wait, however long")
    func leavesIdleOnesAlone() {
        let idle = State(done: 9, taken: 9, partitions: [place: Mark(inFlight: 0)])
        #expect(stuck([(0, idle), (100_000, idle)]).isEmpty)
    }
}
