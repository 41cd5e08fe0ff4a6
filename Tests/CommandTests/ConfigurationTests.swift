import Foundation
import Testing

@Suite("Configuration mistakes as a user meets them")
struct ConfigurationTests {
    @Test("a misspelt key is named with its line and the nearest known key")
    func misspeltKey() throws {
        let folder = try Scratch()
        let file = try folder.file("galley.yaml", "kafka:\n  brokerz: localhost:9092\n".utf8)
        for command in ["check-config", "run"] {
            let result = try Command(command, "--config", file)
            #expect(result.status == 78)
            #expect(
                result.errors.contains("galley.yaml:2: unknown key \"kafka.brokerz\"; did you mean \"kafka.brokers\"?"))
        }
    }

    @Test("a missing password file is named, and run does not start")
    func missingPasswordFile() throws {
        let result = try Command("run", "--kafka-security-password-file", "/nowhere/password")
        #expect(result.status == 78)
        #expect(result.errors.contains("/nowhere/password") && result.errors.contains("no such file"))
    }

    @Test("a password is never shown")
    func secret() throws {
        let result = try Command("check-config", environment: ["GALLEY_KAFKA_SECURITY_PASSWORD": "hunter2"])
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("kafka.security.password"))
        #expect(!result.output.contains("hunter2") && !result.errors.contains("hunter2"))
    }
}
