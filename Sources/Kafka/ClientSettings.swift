/// How to reach a cluster: what every client of it shares.
public struct ClientSettings: Sendable, Equatable {
    /// Bootstrap addresses, `host:port` separated by commas.
    public var brokers: String
    /// The name under which brokers log this client and apply quotas.
    public var clientID: String
    /// Encryption and login.
    public var security: Security
    /// Further properties of librdkafka by their own names; they win over Galley's choices, except over those that
    /// its guarantees rest on, which are refused.
    public var properties: [String: String]
    /// Milliseconds between ``ClientEvent/statistics(_:)`` events; 0 for none.
    public var statisticsIntervalMs: Int

    /// Settings for a cluster.
    public init(
        brokers: String, clientID: String = "galley", security: Security = Security(),
        properties: [String: String] = [:], statisticsIntervalMs: Int = 5000
    ) {
        self.brokers = brokers
        self.clientID = clientID
        self.security = security
        self.properties = properties
        self.statisticsIntervalMs = statisticsIntervalMs
    }
}

/// Encryption and login.
public struct Security: Sendable, Equatable {
    /// What the listener speaks.
    public var transport: SecurityProtocol
    /// How to log in; needed with the SASL protocols.
    public var mechanism: SASLMechanism?
    /// The user of PLAIN and SCRAM.
    public var username: String?
    /// The password of PLAIN and SCRAM.
    public var password: Secret?
    /// File of trusted certificates (PEM); `nil` for the system's.
    public var caFile: String?
    /// File of the client's certificate (PEM).
    public var certificateFile: String?
    /// File of the client's private key (PEM).
    public var keyFile: String?
    /// The private key's password.
    public var keyPassword: Secret?
    /// Where the tokens of OAUTHBEARER come from.
    public var tokens: TokenSource?

    /// Plain text without a login, unless said otherwise.
    public init(
        transport: SecurityProtocol = .plaintext, mechanism: SASLMechanism? = nil, username: String? = nil,
        password: Secret? = nil, caFile: String? = nil, certificateFile: String? = nil, keyFile: String? = nil,
        keyPassword: Secret? = nil, tokens: TokenSource? = nil
    ) {
        self.transport = transport
        self.mechanism = mechanism
        self.username = username
        self.password = password
        self.caFile = caFile
        self.certificateFile = certificateFile
        self.keyFile = keyFile
        self.keyPassword = keyPassword
        self.tokens = tokens
    }
}

/// What a listener speaks, in Kafka's words.
public enum SecurityProtocol: String, Sendable, CaseIterable {
    case plaintext
    case ssl
    case saslPlaintext = "sasl_plaintext"
    case saslSSL = "sasl_ssl"
}

/// How to log in, in Kafka's words.
public enum SASLMechanism: String, Sendable, CaseIterable {
    case plain = "PLAIN"
    case scramSHA256 = "SCRAM-SHA-256"
    case scramSHA512 = "SCRAM-SHA-512"
    case gssapi = "GSSAPI"
    case oauthBearer = "OAUTHBEARER"

    /// Whether it is one of the SCRAM family.
    public var isSCRAM: Bool { self == .scramSHA256 || self == .scramSHA512 }
}
