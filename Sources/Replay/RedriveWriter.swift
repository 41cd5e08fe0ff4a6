import Kafka

/// Writes letters, and that they were dealt with, in transactions.
final class RedriveWriter {
    /// A letter, and what is written of it.
    struct Item {
        var letter: ConsumedRecord
        var record: ConsumedRecord
        var topic: String
        var isParked: Bool
    }

    /// A letter that was not taken.
    struct Refusal {
        var item: Item
        var fault: KafkaFault
    }

    private let producer: Producer
    private let log: String
    private let faults = FirstFault()
    private var items: [Item] = []
    private var forgotten: [[UInt8]] = []
    private var bytes = 0
    private var since = ContinuousClock.now

    /// What one transaction holds at the most.
    private static let most = (letters: 500, bytes: 8 << 20, time: Duration.seconds(5))
    private static let callMs = 30_000

    /// Shuts out who had the id before.
    init(_ client: ClientSettings, id: String, log: String) throws {
        self.log = log
        var settings = ProducerSettings(client: client)
        settings.transactionalID = id
        settings.maxRecordBytes = 1_000_000_000
        settings.queuedKilobytes = 1 << 20
        let faults = faults
        producer = try Producer(settings) { report in
            if case .failure(let fault) = report.result { faults.note(fault) }
        }
        try retrying { () throws(KafkaFault) in try producer.initTransactions(timeoutMs: RedriveWriter.callMs) }
    }

    /// Whether what was added should be committed.
    var isDue: Bool {
        !items.isEmpty
            && (items.count >= RedriveWriter.most.letters || bytes >= RedriveWriter.most.bytes
                || since.duration(to: .now) >= RedriveWriter.most.time)
    }

    /// Adds a letter to what the next commit writes.
    func add(_ item: Item) {
        if items.isEmpty { since = .now }
        items.append(item)
        bytes += item.record.byteCount
    }

    /// Has the next commit take entries out of the log.
    func forget(_ keys: [[UInt8]]) { forgotten += keys }

    /// Commits what was added since the last time, all of it or, where something of it is refused, each by itself.
    /// - Returns: what was not taken.
    /// - Throws: a fault that concerns all, among them ``Redrive/Fault/takenOver``.
    func commit() throws -> [Refusal] {
        guard !items.isEmpty else { return [] }
        defer { (items, bytes) = ([], 0) }
        guard try write(items) != nil else {
            forgotten = []
            return []
        }
        forgotten = []
        return try items.compactMap { item in try write([item]).map { Refusal(item: item, fault: $0) } }
    }

    /// Frees the producer; what is not committed is given up.
    func close() { producer.close(deadlineMs: 5000) }

    /// Writes letters in a transaction. Returns why it was aborted, if it was.
    private func write(_ items: [Item]) throws -> KafkaFault? {
        faults.forget()
        try told { () throws(KafkaFault) in try producer.beginTransaction() }
        var refusal: KafkaFault?
        do throws(KafkaFault) {
            for item in items {
                let record = item.record
                try produce(item.topic, record.key, record.value, record.headers, record.timestampMs)
                let entry = KnownLetters.entry(item.letter)
                try produce(log, entry.key, entry.value, [], nil)
            }
            for key in forgotten { try produce(log, key, nil, [], nil) }
        } catch {
            refusal = error
        }
        producer.flush(timeoutMs: RedriveWriter.callMs)
        if let fault = producer.fatalFault { throw RedriveWriter.meaning(fault) }
        refusal = refusal ?? faults.fault
        if let refusal {
            guard !refusal.isFenced else { throw Redrive.Fault.takenOver }
            try retrying { () throws(KafkaFault) in try producer.abortTransaction(timeoutMs: RedriveWriter.callMs) }
            return refusal
        }
        try retrying { () throws(KafkaFault) in try producer.commitTransaction(timeoutMs: RedriveWriter.callMs) }
        return nil
    }

    private func produce(
        _ topic: String, _ key: [UInt8]?, _ value: [UInt8]?, _ headers: [Header], _ timestampMs: Int64?
    ) throws(KafkaFault) {
        while true {
            do throws(KafkaFault) {
                return try producer.produce(
                    topic: topic, key: key, value: value, headers: headers, timestampMs: timestampMs, token: 0)
            } catch {
                guard error.isQueueFull else { throw error }
                producer.flush(timeoutMs: 1000)
            }
        }
    }

    private func retrying(_ body: () throws(KafkaFault) -> Void) throws {
        for _ in 0..<9 {
            do throws(KafkaFault) {
                return try body()
            } catch {
                guard error.isRetriable, !error.isFatal else { throw RedriveWriter.meaning(error) }
            }
        }
        try told(body)
    }

    private func told(_ body: () throws(KafkaFault) -> Void) throws {
        do throws(KafkaFault) { try body() } catch { throw RedriveWriter.meaning(error) }
    }

    private static func meaning(_ fault: KafkaFault) -> any Error { fault.isFenced ? Redrive.Fault.takenOver : fault }
}
