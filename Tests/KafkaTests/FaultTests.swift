import Kafka
import Testing

@Suite struct FaultTests {
    @Test(
        arguments: [
            (-195, "_TRANSPORT", true, false), (-192, "_MSG_TIMED_OUT", true, false),
            (-184, "_QUEUE_FULL", true, false),
            (-150, "_FATAL", false, true), (-144, "_FENCED", false, true), (3, "UNKNOWN_TOPIC_OR_PART", true, false),
            (6, "NOT_LEADER_FOR_PARTITION", true, false), (10, "MSG_SIZE_TOO_LARGE", false, false),
            (22, "ILLEGAL_GENERATION", false, false), (29, "TOPIC_AUTHORIZATION_FAILED", false, false),
            (82, "FENCED_INSTANCE_ID", false, true),
        ] as [(Int32, String, Bool, Bool)])
    func `a code tells its name and what may be done`(
        _ code: Int32, _ name: String, _ isRetriable: Bool, _ isFatal: Bool
    ) {
        let fault = KafkaFault(code: code)
        #expect(fault.name == name)
        #expect(fault.isRetriable == isRetriable)
        #expect(fault.isFatal == isFatal)
        #expect(!fault.message.isEmpty && !fault.remedy.isEmpty)
    }

    @Test func `a code that no library knows is a fault without promises`() {
        let fault = KafkaFault(code: 31_999)
        #expect(!fault.isRetriable && !fault.isFatal && !fault.requiresAbort)
        #expect(!fault.description.isEmpty)
    }
}
