import CRdKafka

/// Transactions, for a producer with ``ProducerSettings/transactionalID``. A fault says what to do: ``KafkaFault/isRetriable``
/// call again, ``KafkaFault/requiresAbort`` abort and rewind, otherwise close the producer and make another.
extension Producer {
    /// Takes the transactional id over from whoever had it, who is fenced from then on. Once, before anything else.
    public func initTransactions(timeoutMs: Int) throws(KafkaFault) {
        let handle = try slot.borrow()
        try KafkaFault.check(unsafe KafkaFault(consuming: rd_kafka_init_transactions(handle.client, timeoutMs.c)))
    }

    /// Opens a transaction.
    public func beginTransaction() throws(KafkaFault) {
        let handle = try slot.borrow()
        try KafkaFault.check(unsafe KafkaFault(consuming: rd_kafka_begin_transaction(handle.client)))
    }

    /// Commits a consumer's offsets with the transaction: the next to read, never the consumer's position.
    public func sendOffsets(
        _ offsets: [PartitionOffset], group: GroupMetadata, timeoutMs: Int
    ) throws(KafkaFault) {
        let handle = try slot.borrow()
        let list = PartitionList(offsets)
        let error = unsafe rd_kafka_send_offsets_to_transaction(
            handle.client, list.pointer, group.pointer, timeoutMs.c)
        try KafkaFault.check(unsafe KafkaFault(consuming: error))
    }

    /// Flushes and commits. With a time limit of -1 it takes what is left of the transaction's own, as librdkafka advises.
    public func commitTransaction(timeoutMs: Int = -1) throws(KafkaFault) {
        let handle = try slot.borrow()
        try KafkaFault.check(unsafe KafkaFault(consuming: rd_kafka_commit_transaction(handle.client, timeoutMs.c)))
    }

    /// Gives up the transaction and every record in it, which are reported as purged.
    public func abortTransaction(timeoutMs: Int = -1) throws(KafkaFault) {
        let handle = try slot.borrow()
        try KafkaFault.check(unsafe KafkaFault(consuming: rd_kafka_abort_transaction(handle.client, timeoutMs.c)))
    }
}
