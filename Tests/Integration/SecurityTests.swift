import Foundation
import TestSupport
import Testing

/// What a worker says to a cluster that does not let it in, and that the rights of `deploy/acls` let it work.
@Suite(
    .waits,
    .enabled(if: WorkerRun.obstacle == nil, Comment(rawValue: "skipped: \(WorkerRun.obstacle ?? "")")))
struct SecurityTests {
    @Test func `fault 18: whoever is not let in is told why and no secret, and who has the rights of the script works`()
        throws
    {
        let kafka = try RealKafka(["--tls", "--acls"])
        let certificates = try Certificates()
        defer { certificates.remove() }
        let login = try kafka.login()
        func flag(_ name: String) throws -> String {
            login[try #require(login.firstIndex(of: name)) + 1]
        }
        func changed(_ name: String, _ value: String) throws -> [String] {
            var flags = login
            flags[try #require(flags.firstIndex(of: name)) + 1] = value
            return flags
        }
        let port = try #require(try flag("--kafka-brokers").split(separator: ":").last)
        let tls = try kafka.address("bootstrap_ssl")
        let authority = try flag("--kafka-security-ca-file")
        let cases: [(name: String, flags: [String], words: String)] = [
            (
                "wrong password", try changed("--kafka-security-password-file", certificates.wrongPassword),
                "Check the mechanism, the user and the password"
            ),
            (
                "unknown authority", try changed("--kafka-security-ca-file", certificates.authority),
                "is signed by none in kafka.security.ca_file, has expired, or names another host"
            ),
            (
                "another host's name", try changed("--kafka-brokers", "127.1:\(port)"),
                "names another host than kafka.brokers does"
            ),
            (
                "no client certificate",
                ["--kafka-brokers", tls, "--kafka-security-protocol", "ssl", "--kafka-security-ca-file", authority],
                "check kafka.security.certificate_file and key_file"
            ),
            ("no TLS", ["--kafka-brokers", tls], "may ask for TLS: check kafka.security.protocol"),
            ("TLS to plain text", try changed("--kafka-brokers", kafka.brokers), "The listener may not speak TLS"),
            ("no rights", login, "TOPIC_AUTHORIZATION_FAILED"),
        ]
        try kafka.createTopics(Ledger.Topics().all, partitions: 2)
        let secret = try String(contentsOfFile: flag("--kafka-security-password-file"), encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        // All at once: each waits for some seconds.
        let workers = try cases.map {
            try GalleyProcess(["run", "--admin-address", "off", "--log-format", "json"] + $0.flags)
        }
        defer { workers.forEach { $0.kill() } }
        for (attempt, worker) in zip(cases, workers) {
            let isSaid = eventually(within: .seconds(60)) { worker.log.contains(attempt.words) }
            #expect(isSaid && worker.log.contains("start_waits"), "\(attempt.name): \(worker.log)")
            #expect(!worker.log.contains(secret) && !worker.log.contains(Certificates.wrongWord), "\(attempt.name)")
            worker.kill()
            let lines = worker.log.split(separator: "\n").filter { $0.contains("start_waits") }
            // Said anew every ten seconds, not with every try.
            #expect((1...8).contains(lines.count), "\(attempt.name): \(worker.log)")
        }
        try letIn(kafka)
        try missEachRight(kafka)
    }

    @Test func `fault 18: a broker whose certificate has expired is not believed, and that is said`() throws {
        let kafka = try RealKafka(["--tls", "--certificate-days", "0"])
        let worker = try GalleyProcess(["run", "--admin-address", "off", "--log-format", "json"] + kafka.login())
        defer { worker.kill() }
        #expect(eventually(within: .seconds(60)) { worker.log.contains("start_waits") })
        #expect(worker.log.contains("is signed by none in kafka.security.ca_file, has expired"), "\(worker.log)")
    }

    /// With all rights but one, the line names the resource and the right to grant.
    private func missEachRight(_ kafka: RealKafka) throws {
        let others = ["other.raw", "other.articles", "other.rejected", "other.letters"]
        try kafka.createTopics(others, partitions: 1)
        let exactlyOnce = ["--delivery-mode", "exactly-once", "--delivery-transactional-id"]
        let cases: [(name: String, flags: [String], words: String, right: String)] = [
            (
                "input", ["--input-topics", "pages.raw,other.raw"], "topic other.raw",
                "Grant Read and Describe on input"
            ),
            ("articles", ["--output-topic", "other.articles"], "topic other.articles", "Write and Describe on output"),
            (
                "rejected", ["--rejected-topic", "other.rejected"], "topic other.rejected",
                "Write and Describe on output"
            ),
            (
                "letters", ["--dead-letters-topic", "other.letters"], "topic other.letters",
                "Write and Describe on output"
            ),
            ("group", ["--input-group", "others"], "on group others", "Grant Read on the consumer group"),
            (
                "transactional id", exactlyOnce + ["other-0"], "on transactional id other-0",
                "Grant Write and Describe on the transactional id"
            ),
        ]
        let login = try kafka.login()
        let workers = try cases.map {
            try GalleyProcess(["run", "--log-format", "json", "--admin-address", "127.0.0.1:0"] + $0.flags + login)
        }
        defer { workers.forEach { $0.kill() } }
        for (attempt, worker) in zip(cases, workers) {
            func lines() -> [Substring] {
                worker.log.split(separator: "\n").filter {
                    $0.contains("AUTHORIZATION_FAILED") && $0.contains(attempt.words) && $0.contains(attempt.right)
                }
            }
            #expect(eventually(within: .seconds(60)) { !lines().isEmpty }, "\(attempt.name): \(worker.log)")
            // No other line tells of it in other words.
            let told = worker.log.split(separator: "\n").filter { $0.contains("AUTHORIZATION") || $0.contains("_FAIL") }
            #expect(told.count == lines().count && told.count <= 8, "\(attempt.name): \(worker.log)")
            #expect(worker.status("readyz") == 503, "\(attempt.name)")
            worker.kill()
        }
    }

    /// The rights of the script are enough, and nothing is asked for beyond them.
    private func letIn(_ kafka: RealKafka) throws {
        let topics = Ledger.Topics()
        let pages = try RealPages.read(30)
        for (round, guarantee) in Guarantee.allCases.enumerated() {
            try kafka.load(pages, count: 30, topic: topics.input)
            try guarantee == .exactlyOnce ? kafka.grant("--exactly-once") : kafka.grant()
            let worker = try GalleyProcess(
                [
                    "run", "--admin-address", "off", "--log-format", "json", "--until-end", "--delivery-mode",
                    guarantee.rawValue, "--delivery-transactional-id", "galley-0",
                ] + kafka.login())
            #expect(worker.wait() == 0, "\(worker.log.suffix(2000))")
            #expect(!worker.log.contains("AUTHORIZATION") && !worker.log.contains("format_unchecked"), "\(worker.log)")
            let ledger = try Ledger.read(kafka, topics)
            #expect(ledger.inputs.count == 30 * (round + 1), "\(ledger.summary)")
            #expect(ledger.balances && ledger.duplicates.isEmpty, "\(ledger.summary)")
        }
    }
}

/// Files of a client that is not let in.
private struct Certificates {
    static let wrongWord = "not-the-pass-word"
    let folder: String
    var authority: String { folder + "/authority.pem" }
    var wrongPassword: String { folder + "/password" }

    init() throws {
        folder = Place.temporary("galley-certificates")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(Self.wrongWord.utf8).write(to: URL(filePath: folder + "/password"))
        _ = try Command.run(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", folder + "/key", "-out", authority, "-days",
                "1", "-subj", "/CN=another",
            ])
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }
}
