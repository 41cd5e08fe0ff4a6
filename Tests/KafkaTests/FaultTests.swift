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

    @Test(
        arguments: [
            ("error:0A000086:SSL routines::certificate verify failed", "kafka.security.ca_file"),
            ("Receive failed: sslv3 alert bad certificate: SSL alert number 42", "kafka.security.certificate_file"),
            ("tlsv13 alert certificate required: SSL alert number 116", "kafka.security.certificate_file"),
            ("SSL routines::wrong version number", "may not speak TLS"),
            ("Disconnected (connecting to a SSL listener?)", "may ask for TLS"),
            ("Connect to ipv4#127.0.0.1:9092 failed: Connection refused", "check the address"),
        ])
    func `a connection that fails is told by its words what to check`(_ message: String, _ words: String) {
        #expect(KafkaFault(code: -195, message: message).remedy.contains(words))
    }

    @Test func `a code that no library knows is a fault without promises`() {
        let fault = KafkaFault(code: 31_999)
        #expect(!fault.isRetriable && !fault.isFatal && !fault.requiresAbort)
        #expect(!fault.description.isEmpty)
    }
}
