import Foundation
import Synchronization
public import Testing

/// Tests that wait for brokers, processes and time: each runs on a thread of its own, so that it keeps none of the few that all other
/// tests share, nor waits for one of them, and at most ``mostAtOnce`` do at a time.
public struct WaitingTests: SuiteTrait, TestTrait, TestScoping {
    /// They wait more than they work, for two cores with a broker each.
    private static let mostAtOnce = 7
    private static let turns = Turns(mostAtOnce)

    /// Of a suite, each of its tests.
    public var isRecursive: Bool { true }

    /// Runs a test when it is its turn.
    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        // All of it, for its turn too: the threads that the others share are busy for minutes with what only works.
        let result = await withTaskExecutorPreference(OwnThread()) {
            await Self.turns.take()
            defer { Self.turns.give() }
            do { return Result<Void, any Error>.success(try await function()) } catch { return .failure(error) }
        }
        try result.get()
    }
}

extension Trait where Self == WaitingTests {
    /// The test, or each of the suite, waits on a thread of its own.
    public static var waits: Self { Self() }
}

/// So many may go on; the others wait, in order, without a thread.
private final class Turns: Sendable {
    private let state: Mutex<(free: Int, waiting: [CheckedContinuation<Void, Never>])>

    init(_ count: Int) { state = Mutex((count, [])) }

    nonisolated(nonsending) func take() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                if state.free > 0 {
                    state.free -= 1
                    return true
                }
                state.waiting.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }

    func give() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            if state.waiting.isEmpty {
                state.free += 1
                return nil
            }
            return state.waiting.removeFirst()
        }
        next?.resume()
    }
}

/// Runs each job on a new thread.
private final class OwnThread: TaskExecutor {
    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let thread = Thread { [self] in job.runSynchronously(on: asUnownedTaskExecutor()) }
        thread.stackSize = 8 << 20
        thread.start()
    }
}
