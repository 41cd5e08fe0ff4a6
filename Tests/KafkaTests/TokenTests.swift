import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Kafka

/// How a client asks for tokens. No broker is needed: a token is asked for before one is connected to.
@Suite(.waits) struct TokenTests {
    /// A client that logs in by tokens, with the faults that it tells of.
    private func client(_ source: TokenSource) throws -> (Admin, Collected<KafkaFault>) {
        let faults = Collected<KafkaFault>()
        let security = Security(transport: .saslPlaintext, mechanism: .oauthBearer, tokens: source)
        let admin = try Admin(ClientSettings(brokers: "127.0.0.1:1", security: security)) { event in
            if case .fault(let fault) = event, fault.isAuthorization { faults.add(fault) }
        }
        return (admin, faults)
    }

    private static var nowMs: Int64 { Int64(Date().timeIntervalSince1970 * 1000) }

    @Test func `a token is asked for at the start and again before it ends`() throws {
        let calls = Atomic(0)
        let (admin, faults) = try client(
            TokenSource {
                calls.add(1, ordering: .relaxed)
                return BearerToken(value: "t0ken", endMs: Self.nowMs + 2000, principal: "galley")
            })
        defer { admin.close() }
        #expect(eventually { calls.load(ordering: .relaxed) >= 3 })
        #expect(faults.all.isEmpty)
    }

    @Test func `a failure is told in its own words, without a secret`() throws {
        struct Failure: Error, CustomStringConvertible { var description: String }
        let (admin, faults) = try client(
            TokenSource(secrets: ["hunter2"]) { throw Failure(description: "the endpoint said hunter2. Check it") })
        defer { admin.close() }
        #expect(eventually { faults.count == 1 })
        let words = faults.all.first?.description ?? ""
        #expect(words.contains("the endpoint said ***. Check it. A token is asked for again every 10 seconds."))
    }

    @Test func `librdkafka's own refusal of a token is told too`() throws {
        let (admin, faults) = try client(
            TokenSource { BearerToken(value: "t0ken", endMs: 1, principal: "galley") })
        defer { admin.close() }
        #expect(eventually { faults.count == 1 })
        #expect(faults.all.first?.message.contains("unexpired token") == true)
        #expect(faults.all.first?.message.contains("t0ken") == false)
    }

    @Test func `a client closes while its source is slow`() throws {
        let asked = DispatchSemaphore(value: 0)
        let release = DispatchSemaphore(value: 0)
        let (admin, _) = try client(
            TokenSource {
                asked.signal()
                release.wait()
                return BearerToken(value: "late", endMs: Self.nowMs + 60_000, principal: "galley")
            })
        #expect(asked.wait(timeout: .now() + 600) == .success)
        #expect(!admin.close(deadlineMs: 200))
        release.signal()
    }

    @Test func `a filter learns tokens and forgets old ones`() {
        let filter = SecretFilter(["token-1-and-more", ""])
        for number in 0..<6 { filter.learn(Secret("token-\(number)")) }
        filter.learn("")
        #expect(filter.clean("token-0 token-1-and-more token-1x token-2 token-5.") == "token-0 *** token-1x *** ***.")
    }

    @Test func `a source is equal to itself alone`() {
        let one = TokenSource { BearerToken(value: "a", endMs: 1, principal: "a") }
        let other = TokenSource { BearerToken(value: "a", endMs: 1, principal: "a") }
        #expect(Security(tokens: one) == Security(tokens: one) && Security(tokens: one) != Security(tokens: other))
        var dumped = ""
        dump(Security(tokens: TokenSource(secrets: ["hunter2"]) { throw KafkaFault.closed }), to: &dumped)
        #expect(!dumped.contains("hunter2"))
    }
}
