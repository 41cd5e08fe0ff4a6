import Foundation
import Kafka
import TestSupport
import Testing

@Suite("Health", .waits)
struct HealthTests {
    @Test("says that there is no port to ask, none that answers, and which addresses are none")
    func withoutWorker() throws {
        let off = try Command("health", "--admin-address", "off")
        #expect(off.status == 78 && off.errors.contains("admin.address is off"))
        let none = try Command("health", "--admin-address", "127.0.0.1:1")
        #expect(none.status == 69 && none.errors.contains("no answer from http://127.0.0.1:1/livez"))
        let proxied = try Command(
            "health", "--admin-address", "127.0.0.1:1", environment: ["http_proxy": "http://127.0.0.1:2"])
        #expect(proxied.errors.contains("port 1 ") || !proxied.errors.contains("port 2 "))
        let wrong = try Command("health", "--admin-address", "9464")
        #expect(wrong.status == 64 && wrong.errors.contains("HOST:PORT"))
        let elsewhere = try Command("run", "--admin-address", "203.0.113.7:1", "--kafka-brokers", "127.0.0.1:1")
        #expect(elsewhere.status == 78 && elsewhere.errors.contains("203.0.113.7:1 cannot be listened on"))
    }
}
