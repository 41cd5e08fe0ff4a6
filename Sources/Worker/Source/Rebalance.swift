import Flow
import Kafka
import Synchronization
import Telemetry

/// What happens when partitions come and go; runs on the polling thread, inside poll, while the group waits.
final class Rebalance: Sendable {
    private let worker: Worker
    private let consumer: Box
    private let publisher: Publisher
    private let commits: any Commits
    private let ends: Ends
    private let round: RebalanceWatch
    /// Whether partitions were assigned whose offsets no one told, without which exactly-once delivery may not begin: the
    /// member has to join again.
    let isUnknown = Atomic(false)
    private let lastMoment = Mutex<Deadline?>(nil)

    /// The consumer keeps its handler, so the handler must not keep the consumer.
    private final class Box: Sendable {
        private let hidden: Mutex<Weak>
        private struct Weak { weak var consumer: Consumer? }
        init(_ consumer: Consumer) { hidden = Mutex(Weak(consumer: consumer)) }
        var consumer: Consumer? { hidden.withLock { $0.consumer } }
    }

    init(
        _ worker: Worker, _ consumer: Consumer, _ publisher: Publisher, _ commits: any Commits, _ ends: Ends,
        _ round: RebalanceWatch
    ) {
        self.worker = worker
        self.consumer = Box(consumer)
        self.publisher = publisher
        self.commits = commits
        self.ends = ends
        self.round = round
    }

    private var delivery: DeliveryState { worker.delivery }
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

    /// Opens the partitions' delivery where the group's commits stand. When the broker does not tell them in time,
    /// reading starts at the committed offset all the same (librdkafka asks for it too); only the runs beyond it are
    /// not known, and their pages are done again.
    private func assign(_ partitions: [TopicPartition], _ consumer: Consumer) {
        let committed = known(partitions, consumer)
        if committed == nil, worker.settings.needsKnownOffsets { return isUnknown.store(true, ordering: .relaxed) }
        let isToEnd = worker.settings.stop == .atEnd
        let range = worker.settings.range
        let marks = marks(of: partitions.filter { range == nil && (isToEnd || committed?[$0] == nil) }, consumer)
        var starts: [PartitionOffset] = []
        for place in partitions {
            let commit = committed?[place]
            if let high = marks[place]?.high { ends.set(place, high) }
            let fresh =
                committed == nil || commit != nil
                ? nil : range.map { $0.parts[place]?.lowerBound } ?? marks[place].map(worker.settings.start.offset)
            let isToBeRead = delivery.decide { machine in
                machine.assign(place, committed: commit, start: fresh)
                return machine.isToBeRead(place)
            }
            // It is paused at once: where it would be read does not matter, but has to be there.
            guard isToBeRead else {
                starts.append(PartitionOffset(place, offset: PartitionOffset.end))
                continue
            }
            if let offset = commit?.offset ?? fresh { starts.append(PartitionOffset(place, offset: offset)) }
        }
        consumer.start(at: starts)
        worker.board.withLock { $0.refusal = nil }
        telemetry.emit(Rebalanced(change: "assigned", partitions: partitions, unfinished: 0))
    }

    private func known(_ partitions: [TopicPartition], _ consumer: Consumer) -> [TopicPartition: PartitionOffset]? {
        let patience = Deadline(worker.settings.needsKnownOffsets ? Rebalance.knowing : .zero, after: .now)
        while true {
            if let committed = told(partitions, consumer) { return committed }
            if patience.isOver(.now) || worker.isAskedToStop { return nil }
            worker.noteTurn(.now)
            delivery.waitForChange(milliseconds: 200)
        }
    }

    /// How long is waited for who may not begin without being told: while another worker's transaction is
    /// open, which ends by its time limit at the latest, the group tells nothing.
    private static let knowing = Duration.seconds(60)

    private func told(_ partitions: [TopicPartition], _ consumer: Consumer) -> [TopicPartition: PartitionOffset]? {
        do throws(KafkaFault) {
            let offsets = try consumer.committed(partitions, timeoutMs: Rebalance.askMs)
            return Dictionary(offsets.map { ($0.topicPartition, $0) }, uniquingKeysWith: { first, _ in first })
        } catch {
            telemetry.emit(InputFault(fault: error))
            return nil
        }
    }

    private func marks(of places: [TopicPartition], _ consumer: Consumer) -> [TopicPartition: Watermarks] {
        do throws(KafkaFault) {
            return try consumer.watermarks(places, timeoutMs: Rebalance.askMs)
        } catch {
            telemetry.emit(InputFault(fault: error))
            return [:]
        }
    }

    // MARK: Going

    /// Has the waits of later revocations end by this moment.
    func hurry(_ deadline: Deadline) { lastMoment.withLock { $0 = deadline } }

    /// Waits for the pages that are being worked on, commits, ends the epoch. Pages still in line are put back.
    private func revoke(_ partitions: [TopicPartition], _ consumer: Consumer) {
        let leaving = Set(partitions)
        delivery.decide { $0.leave(leaving) }
        let last = lastMoment.withLock { $0 }
        let patience = Deadline(worker.settings.revokeWait, after: .now)
        let deadline = last.map { min($0, patience) } ?? patience
        while delivery.ask({ $0.atWork(leaving) }) > 0, !deadline.isOver(.now) {
            publisher.perform(delivery.decide { $0.retry(now: .now) })
            publisher.pump()
            delivery.waitForChange(milliseconds: 10)
        }
        delivery.decide { $0.giveUp(leaving) }
        let most = last.map { max(100, $0.remainingMs(.now)) } ?? Rebalance.askMs
        commits.commitNow(consumer, leaving, timeoutMs: min(most, Rebalance.askMs), serves: true)
        end(partitions, "revoked")
    }

    private func end(_ partitions: [TopicPartition], _ change: String) {
        let (unfinished, actions) = delivery.decide { machine in
            (machine.atWork(Set(partitions)), partitions.flatMap { machine.end($0) })
        }
        publisher.perform(actions)
        telemetry.emit(Rebalanced(change: change, partitions: partitions, unfinished: unfinished))
    }
}
