import CRdKafka

/// Transactions, for a producer with ``ProducerSettings/transactionalID``. A fault says what to do: ``KafkaFault/isRetriable``
/// call again, ``KafkaFault/requiresAbort`` abort and rewind, otherwise close the producer and make another.
extension Producer {
    /// Takes the transactional id over from whoever had it, who is fenced from then on. Once, before anything else.
    public func initTransactions(timeoutMs: Int) throws(KafkaFault) {
        unsafe try call { unsafe rd_kafka_init_transactions($0.client, timeoutMs.c) }
    }

    /// Opens a transaction.
    public func beginTransaction() throws(KafkaFault) {
        unsafe try call { unsafe rd_kafka_begin_transaction($0.client) }
    }

    /// Commits a consumer's offsets with the transaction: the next to read, never the consumer's position.
    public func sendOffsets(
        _ offsets: [PartitionOffset], group: GroupMetadata, timeoutMs: Int
    ) throws(KafkaFault) {
        let list = PartitionList(offsets)
        unsafe try call {
            unsafe rd_kafka_send_offsets_to_transaction($0.client, list.pointer, group.pointer, timeoutMs.c)
        }
    }

    /// Flushes and commits. With a time limit of -1 it takes what is left of the transaction's own, as librdkafka advises.
    public func commitTransaction(timeoutMs: Int = -1) throws(KafkaFault) {
        unsafe try call { unsafe rd_kafka_commit_transaction($0.client, timeoutMs.c) }
    }

    /// Gives up the transaction and every record in it, which are reported as purged.
    public func abortTransaction(timeoutMs: Int = -1) throws(KafkaFault) {
        unsafe try call { unsafe rd_kafka_abort_transaction($0.client, timeoutMs.c) }
    }

    private func call(_ body: (ClientHandle) -> OpaquePointer?) throws(KafkaFault) {
        let error = unsafe body(try slot.borrow())
        try KafkaFault.check(unsafe KafkaFault(consuming: error)?.naming(transactionalID: transactionalID))
    }
}
