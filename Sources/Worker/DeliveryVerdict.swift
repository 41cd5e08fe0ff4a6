import Kafka

/// What to do about a record that the output broker did not take.
enum DeliveryVerdict: Equatable {
    /// The record is refused for good: its input becomes a dead letter.
    case deadLetter
    /// The topic does not take records now: read nothing more, produce it again later.
    case outputAway
    /// The dead letter is not taken: its partition holds, produce it again later.
    case holdPartition
    /// The producer is broken: make another, produce it again.
    case rebuild

    init(_ fault: KafkaFault, kind: OutcomeKind) {
        if fault.isFatal {
            self = .rebuild
        } else if kind == .deadLetter {
            self = .holdPartition
        } else if DeliveryVerdict.isAboutTheRecord(fault) {
            self = .deadLetter
        } else {
            self = .outputAway
        }
    }

    /// Whether no waiting makes the broker take this record. Anything else, a refused right or an unknown error among
    /// them, is about the topic or the cluster, which a person can mend: records wait for it.
    static func isAboutTheRecord(_ fault: KafkaFault) -> Bool { fault.isTooLarge || recordCodes.contains(fault.name) }

    private static let recordCodes: Set<String> = [
        "INVALID_MSG_SIZE", "INVALID_RECORD", "INVALID_TIMESTAMP", "UNSUPPORTED_FOR_MESSAGE_FORMAT",
    ]
}
