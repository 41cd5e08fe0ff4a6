import Kafka
import TestSupport
import Testing

@Suite(.waits) struct SettingsTests {
    private func refusal(_ properties: [String: String], security: Security = Security()) -> KafkaFault? {
        let client = ClientSettings(brokers: "127.0.0.1:1", security: security, properties: properties)
        do {
            _ = try Producer(ProducerSettings(client: client)) { _ in }
            return nil
        } catch {
            return error
        }
    }

    @Test func `an unknown property is named with librdkafka's reason`() {
        let fault = refusal(["lingre.ms": "5"])
        #expect(fault?.name == "_INVALID_ARG")
        #expect(fault?.message.contains("lingre.ms") == true)
        #expect(fault?.message.contains("No such configuration property") == true)
    }

    @Test func `a value out of range is named`() {
        #expect(refusal(["linger.ms": "soon"])?.message.contains("linger.ms") == true)
    }

    @Test(arguments: ["enable.idempotence", "acks", "log.queue"])
    func `a property that the guarantees rest on is not overridden`(_ name: String) {
        #expect(refusal([name: "0"])?.message.contains(name) == true)
    }

    @Test func `a secret is in no fault and no description`() {
        let secret = Secret("hunter2-hunter2")
        let security = Security(
            transport: .saslSSL, mechanism: .plain, username: "galley", password: secret,
            caFile: "/nowhere/hunter2-hunter2.pem")
        let fault = refusal([:], security: security)
        #expect(fault != nil)
        #expect("\(fault as Any)".contains("hunter2") == false)
        var dumped = ""
        dump(security, to: &dumped)
        #expect(!dumped.contains("hunter2-hunter2\""))
        #expect("\(secret)" == "***")
    }

    @Test func `a property of a secret kind that is refused does not show its value`() {
        let fault = refusal(["ssl.key.pem": "hunter2-hunter2"], security: Security(transport: .ssl))
        #expect(fault != nil)
        #expect("\(fault as Any)".contains("hunter2") == false)
    }

    @Test func `a library that breaks SCRAM is told of, and only then`() {
        var client = ClientSettings(brokers: "b:1")
        #expect(KafkaLibrary.warnings(for: client).isEmpty)
        client.security = Security(transport: .saslSSL, mechanism: .scramSHA512)
        #expect(KafkaLibrary.warnings(for: client).isEmpty == !KafkaLibrary.scramIsBroken)
        client.security = Security()
        client.properties["sasl.mechanism"] = "SCRAM-SHA-256"
        #expect(KafkaLibrary.warnings(for: client).isEmpty == !KafkaLibrary.scramIsBroken)
        #expect(KafkaLibrary.scramIsBroken == (KafkaLibrary.version < 0x0206_01ff))
        #expect(!KafkaLibrary.versionString.isEmpty)
    }
}
