import Foundation
public import Testing

/// Tests that wait for brokers, processes and time: each runs on a thread of its own, so that it keeps none of the few that all other
/// tests share, and at most ``mostAtOnce`` do at a time.
public struct WaitingTests: SuiteTrait, TestTrait, TestScoping {
    /// They wait more than they work, for two cores with a broker each.
    private static let mostAtOnce = 5
    private static let turns = Turns(mostAtOnce)

    /// Of a suite, each of its tests.
    public var isRecursive: Bool { true }

    /// Runs a test when it is its turn.
    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        guard testCase != nil else { return try await function() }
        await Self.turns.take()
        let result = await withTaskExecutorPreference(OwnThread()) {
            do { return Result<Void, any Error>.success(try await function()) } catch { return .failure(error) }
        }
        await Self.turns.give()
        try result.get()
    }
}

extension Trait where Self == WaitingTests {
    /// The test, or each of the suite, waits on a thread of its own.
    public static var waits: Self { Self() }
}

/// So many may go on; the others wait, in order, without a thread.
private actor Turns {
    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(_ count: Int) { free = count }

    func take() async {
        if free > 0 {
            free -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func give() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
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
