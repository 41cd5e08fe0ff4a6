import CRdKafka

/// The librdkafka that this process runs with, which may be newer than the one it was built against.
public enum KafkaLibrary {
    /// The version as librdkafka packs it: `0xMMmmrrpp` (major, minor, revision, pre-release; `ff` is final).
    public static var version: Int { Int(rd_kafka_version()) }

    /// The version in words, such as `2.0.2`.
    public static var versionString: String { unsafe String(cString: rd_kafka_version_str()) }

    /// Whether SCRAM logins are refused by Kafka 4 and by patched 3.x brokers.
    ///
    /// Every librdkafka before 2.6.1 repeats the client nonce (fixed by its pull request 4895), which a strict broker
    /// answers with "invalid credentials" whatever the password.
    public static var scramIsBroken: Bool { version < 0x0206_01ff }

    /// What to tell a person at start when `settings` ask for something that this library is known to do wrong.
    public static func warnings(for settings: ClientSettings) -> [String] {
        guard scramIsBroken, let mechanism = settings.security.mechanism, mechanism.isSCRAM else { return [] }
        return [
            "librdkafka \(versionString) cannot log in with \(mechanism.rawValue) to Kafka 4 or to 3.8.1 and newer: "
                + "the broker answers \"invalid credentials\" to a right password. Use librdkafka 2.6.1 or newer, or "
                + "another mechanism."
        ]
    }
}
