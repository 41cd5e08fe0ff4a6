import Kafka

/// What to do about a record that the output broker did not take.
enum DeliveryVerdict: Equatable {
    /// The record is refused for good: its page becomes a dead letter, one without the page's bytes when it is reduced.
    case deadLetter(isReduced: Bool)
    /// The topic does not take the record now: produce it again later.
    case again
    /// The producer is broken: make another, produce it again.
    case rebuild

    /// - Parameter isReduced: whether the record is a dead letter that was reduced already: it waits, whatever the broker
    ///   says of it.
    init(_ fault: KafkaFault, kind: OutcomeKind, isReduced: Bool = false) {
        if fault.isFatal {
            self = .rebuild
        } else if DeliveryVerdict.isAboutTheRecord(fault), !isReduced {
            self = .deadLetter(isReduced: kind == .deadLetter)
        } else {
            self = .again
        }
    }

    /// Whether no waiting makes the broker take this record. Anything else, a refused right or an unknown error among
    /// them, is about the topic or the cluster, which a person can mend: records wait for it.
    static func isAboutTheRecord(_ fault: KafkaFault) -> Bool { fault.isTooLarge || recordCodes.contains(fault.name) }

    private static let recordCodes: Set<String> = [
        "INVALID_MSG_SIZE", "INVALID_RECORD", "INVALID_TIMESTAMP", "UNSUPPORTED_FOR_MESSAGE_FORMAT",
    ]
}
