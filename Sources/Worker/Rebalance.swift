import Flow
import Kafka
import Synchronization
import Telemetry

/// What happens when partitions come and go; runs on the polling thread, inside poll, while the group waits.
final class Rebalance: Sendable {
    private let worker: Worker
    private let consumer: Box
    private let publisher: Publisher
    private let commits: Committer
    private let ends: Ends
    private let round: GroupRound

    /// The consumer keeps its handler, so the handler must not keep the consumer.
    private final class Box: Sendable {
        private let hidden: Mutex<Weak>
        private struct Weak { weak var consumer: Consumer? }
        init(_ consumer: Consumer) { hidden = Mutex(Weak(consumer: consumer)) }
        var consumer: Consumer? { hidden.withLock { $0.consumer } }
    }

    init(
        _ worker: Worker, _ consumer: Consumer, _ publisher: Publisher, _ commits: Committer, _ ends: Ends,
        _ round: GroupRound
    ) {
        self.worker = worker
        self.consumer = Box(consumer)
        self.publisher = publisher
        self.commits = commits
        self.ends = ends
        self.round = round
    }

    private var accounts: Accounts { worker.accounts }
    private var telemetry: Telemetry { worker.telemetry }

    /// Milliseconds for a question to the broker while the group waits.
    private static let askMs = 3000

    func handle(_ event: RebalanceEvent) {
        guard let consumer = consumer.consumer else { return }
        defer { round.saw(event) }
        switch event {
        case .assigned(let partitions): assign(partitions, consumer)
        case .revoked(let partitions): revoke(partitions, consumer)
        case .lost(let partitions): end(partitions, "lost")
        }
    }

    // MARK: Coming

    /// Opens the partitions' accounts where the group's commits stand. When the broker does not tell them in time,
    /// reading starts at the committed offset all the same (librdkafka asks for it too); only the runs beyond it are
    /// not known, and their pages are done again.
    private func assign(_ partitions: [TopicPartition], _ consumer: Consumer) {
        let committed = known(partitions, consumer)
        var starts: [PartitionOffset] = []
        for place in partitions {
            let commit = committed?[place]
            let marks = commit == nil || worker.settings.stop == .atEnd ? marks(of: place, consumer) : nil
            if let marks { ends.set(place, marks.high) }
            let fresh = committed == nil || commit != nil ? nil : marks.map(start)
            accounts.state.withLock { state in
                state.ledger.assign(place, committed: commit?.offset, metadata: commit?.metadata)
                if let fresh { state.ledger.start(place, at: fresh) }
                state.gate.assign([place])
                state.leaving.remove(place)
            }
            if let offset = commit?.offset ?? fresh { starts.append(PartitionOffset(place, offset: offset)) }
        }
        consumer.start(at: starts)
        telemetry.emit(Rebalanced(change: "assigned", partitions: partitions, unfinished: 0))
    }

    private func known(_ partitions: [TopicPartition], _ consumer: Consumer) -> [TopicPartition: PartitionOffset]? {
        do throws(KafkaFault) {
            let offsets = try consumer.committed(partitions, timeoutMs: Rebalance.askMs)
            return Dictionary(offsets.map { ($0.topicPartition, $0) }, uniquingKeysWith: { first, _ in first })
        } catch {
            telemetry.emit(InputFault(fault: error))
            return nil
        }
    }

    private func marks(of place: TopicPartition, _ consumer: Consumer) -> Watermarks? {
        do throws(KafkaFault) {
            return try consumer.watermarks(place, timeoutMs: Rebalance.askMs)
        } catch {
            telemetry.emit(InputFault(fault: error))
            return nil
        }
    }

    private func start(_ marks: Watermarks) -> Int64 {
        worker.settings.start == .earliest ? marks.low : marks.high
    }

    // MARK: Going

    /// Waits for the pages that are being worked on, commits, ends the epoch. Pages still in line are put back.
    private func revoke(_ partitions: [TopicPartition], _ consumer: Consumer) {
        let leaving = Set(partitions)
        accounts.state.withLock { $0.leaving.formUnion(leaving) }
        let deadline = Deadline(worker.settings.revokeWait, after: .now)
        while atWork(leaving) > 0, !deadline.isOver(.now) {
            publisher.tick(.now)
            accounts.waitForChange(milliseconds: 10)
        }
        accounts.giveUp(leaving)
        commits.commitNow(consumer, leaving, timeoutMs: Rebalance.askMs)
        end(partitions, "revoked")
    }

    private func atWork(_ partitions: Set<TopicPartition>) -> Int {
        accounts.state.withLock { state in partitions.reduce(0) { $0 + (state.atWork[$1] ?? 0) } }
    }

    private func end(_ partitions: [TopicPartition], _ change: String) {
        let unfinished = accounts.state.withLock { state in
            var unfinished = 0
            for place in partitions {
                unfinished += state.atWork.removeValue(forKey: place) ?? 0
                state.ledger.revoke(place)
                state.heldLetters[place] = nil
                state.leaving.remove(place)
            }
            state.gate.revoke(partitions)
            return unfinished
        }
        telemetry.emit(Rebalanced(change: change, partitions: partitions, unfinished: unfinished))
    }
}
