import Dispatch
import Flow
import Synchronization
import Testing

struct LanesTests {
    /// What a permit keeps.
    final class Desk { var numbers: [Int] = [] }

    /// Collects from many threads.
    final class Log: Sendable {
        let entries = Mutex<[(key: UInt64, number: Int)]>([])
        let done = DispatchSemaphore(value: 0)
    }

    @Test func keepsTheOrderOfEachKey() {
        let lanes = Lanes(permits: 4, lanes: 16) { Desk() }
        let log = Log()
        for number in 0..<4000 {
            let key = UInt64(number % 37)
            lanes.submit(hash: key) { _ in
                log.entries.withLock { $0.append((key, number)) }
                log.done.signal()
            }
        }
        for _ in 0..<4000 { #expect(log.done.wait(timeout: .now() + 600) == .success) }
        let entries = log.entries.withLock { $0 }
        for key in 0..<37 as Range<UInt64> {
            let numbers = entries.filter { $0.key == key }.map(\.number)
            #expect(numbers == numbers.sorted())
        }
        #expect(lanes.waiting == 0)
    }

    @Test func aBusyKeyDoesNotHoldTheOthers() {
        let lanes = Lanes(permits: 2) { Desk() }
        let gate = DispatchSemaphore(value: 0)
        let log = Log()
        lanes.submit(hash: 1) { _ in gate.wait() }
        for number in 0..<100 {
            lanes.submit(hash: 2) { _ in
                log.entries.withLock { $0.append((2, number)) }
                log.done.signal()
            }
        }
        for _ in 0..<100 { #expect(log.done.wait(timeout: .now() + 600) == .success) }
        gate.signal()
    }

    @Test func finishedWorkHoldsNothing() {
        final class Page: Sendable {}
        let lanes = Lanes(permits: 1) { Desk() }
        let (begun, gate) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        weak var first: Page?
        do {
            let page = Page()
            first = page
            lanes.submit(hash: 1) { [page] _ in withExtendedLifetime(page) {} }
        }
        // The second of the same lane is at work, others wait: the first is done.
        lanes.submit(hash: 1) { _ in
            begun.signal()
            gate.wait()
        }
        lanes.submit(hash: 1) { _ in begun.signal() }
        #expect(begun.wait(timeout: .now() + 600) == .success)
        #expect(first == nil)
        gate.signal()
        #expect(begun.wait(timeout: .now() + 600) == .success)
    }

    @Test func neverRunsMoreThanItHasPermits() {
        let lanes = Lanes(permits: 3) { Desk() }
        let running = Mutex<(now: Int, most: Int)>((0, 0))
        let done = DispatchSemaphore(value: 0)
        for number in 0..<500 as Range<UInt64> {
            lanes.submit(hash: number) { _ in
                running.withLock {
                    $0.now += 1
                    $0.most = max($0.most, $0.now)
                }
                running.withLock { $0.now -= 1 }
                done.signal()
            }
        }
        for _ in 0..<500 { #expect(done.wait(timeout: .now() + 600) == .success) }
        #expect(running.withLock { $0.most } <= 3)
    }

    @Test func aPermitKeepsItsContext() {
        let lanes = Lanes(permits: 1) { Desk() }
        let done = DispatchSemaphore(value: 0)
        let seen = Mutex<[Int]>([])
        for number in 0..<5 {
            lanes.submit(hash: UInt64(number)) { context in
                context.numbers.append(number)
                let copy = context.numbers
                seen.withLock { $0 = copy }
                done.signal()
            }
        }
        for _ in 0..<5 { #expect(done.wait(timeout: .now() + 600) == .success) }
        #expect(seen.withLock { $0 } == [0, 1, 2, 3, 4])
    }
}
