import Foundation
import TestSupport
import Testing

/// Workers that log in to a Kafka by tokens which end while they run.
@Suite(
    .waits,
    .enabled(if: WorkerRun.obstacle == nil, Comment(rawValue: "skipped: \(WorkerRun.obstacle ?? "")")))
struct TokenTests {
    @Test(arguments: FaultForm.isLong ? Guarantee.allCases : [.exactlyOnce])
    func `fault 18: a worker reads its token again before it ends, and goes on after one that has ended`(
        _ guarantee: Guarantee
    ) throws {
        // A connection is cut when its login is ten seconds old.
        let kafka = try RealKafka(["--tls", "--set", "connections.max.reauth.ms=10000"])
        let topics = Ledger.Topics()
        try kafka.createTopics(topics.all, partitions: 4)
        let pages = try RealPages.read(40)
        let file = try TokenOnDisk()
        defer { file.remove() }
        let worker = try GalleyProcess(
            [
                "run", "--admin-address", "off", "--log-format", "json", "--kafka-brokers",
                try kafka.address("bootstrap_sasl"), "--kafka-security-protocol", "sasl_ssl",
                "--kafka-security-ca-file", try kafka.address("ca"), "--kafka-security-mechanism", "oauthbearer",
                "--kafka-security-token-file", file.path, "--delivery-mode", guarantee.rawValue,
                "--delivery-transactional-id", "galley-0",
            ])
        defer { worker.kill() }
        var loaded = 0
        func isWorkedOn() throws -> Bool {
            try kafka.load(pages, count: pages.count, topic: topics.input)
            loaded += pages.count
            // By the ledger: a topic's ends count the marks of transactions too.
            return eventually { (try? Ledger.read(kafka, topics).missing.isEmpty) ?? false }
        }

        #expect(
            eventually(within: .seconds(60)) {
                worker.log.contains("\(file.path) cannot be read: no such file. Put a token there")
            })
        let firstEnd = try file.write(seconds: 25)
        #expect(try isWorkedOn(), "\(worker.log)")
        let secondEnd = try file.write(seconds: 25)
        let isInTime = Date.now < firstEnd
        // None of the first token's connections is left after this.
        #expect(eventually { Date.now > firstEnd + 1 })
        #expect(try isWorkedOn(), "\(worker.log)")
        #expect(!isInTime || !worker.log.contains("expired at") || Date.now > secondEnd, "\(worker.log)")

        let words = "the token of the token file \(file.path) expired at "
        #expect(eventually(within: .seconds(90)) { worker.log.contains(words) }, "\(worker.log)")
        try file.write(seconds: 600)
        #expect(try isWorkedOn(), "\(worker.log)")
        worker.terminate()
        #expect(worker.wait(seconds: 40) == 0, "\(worker.log.suffix(2000))")
        let ledger = try Ledger.read(kafka, topics)
        print("fault 18, tokens that end, real, \(guarantee.rawValue): \(ledger.summary)")
        #expect(ledger.inputs.count == loaded && ledger.balances && ledger.duplicates.isEmpty, "\(ledger.summary)")
        for token in file.tokens { #expect(!worker.log.contains(token)) }
        if ProcessInfo.processInfo.environment["GALLEY_TEST_LOGS"] == "1" { print(worker.log) }
    }
}

/// A file of unsecured tokens, written as a sidecar does.
private final class TokenOnDisk {
    let path: String
    private(set) var tokens: [String] = []
    private let folder: String

    init() throws {
        folder = Place.temporary("galley-token")
        path = folder + "/token"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    /// Puts a new token in the place of the last one.
    /// - Returns: when it ends.
    @discardableResult
    func write(seconds: Int) throws -> Date {
        let now = Int(Date.now.timeIntervalSince1970)
        let claims = #"{"sub":"galley","iat":\#(now),"exp":\#(now + seconds)}"#
        let parts = [#"{"alg":"none"}"#, claims].map { part in
            Data(part.utf8).base64EncodedString().filter { $0 != "=" }
        }
        let token = parts.joined(separator: ".") + "."
        tokens.append(token)
        try Data((token + "\n").utf8).write(to: URL(filePath: path), options: .atomic)
        return Date(timeIntervalSince1970: Double(now + seconds))
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }
}
