/// A row of the table of settings: what flag, environment variable, file key, help, check and reference are made from.
public struct Setting: Sendable {
    /// Which setting.
    public var key: SettingKey
    /// What its values are.
    public var kind: SettingKind
    /// The default as text, or `nil` for none.
    public var fallback: String?
    /// What it is, in a sentence.
    public var help: String
    /// Commands that know it.
    public var commands: Set<Command>
    /// Where it may be given.
    public var places: Places
    /// Whether its value is shown nowhere.
    public var isSecret: Bool
    /// Commands that cannot do without it.
    public var neededBy: Set<Command>

    /// Where a setting may be given.
    public enum Places: Sendable {
        /// A flag, the environment, the file.
        case everywhere
        /// A flag and the environment.
        case outsideFile
        /// A flag only: an option of one run.
        case flagOnly
    }

    /// Makes a row.
    init(
        _ key: SettingKey, _ kind: SettingKind, _ fallback: String?, _ help: String, _ commands: Set<Command>,
        places: Places = .everywhere, isSecret: Bool = false, neededBy: Set<Command> = []
    ) {
        self.key = key
        self.kind = kind
        self.fallback = fallback
        self.help = help
        self.commands = commands
        self.places = places
        self.isSecret = isSecret
        self.neededBy = neededBy
    }

    /// Whether a wrong value may be a secret, so that no message may repeat it.
    var mayHoldSecret: Bool { isSecret || kind == .map }

    /// `--input-topics`.
    public var flag: String { "--" + String(key.rawValue.map { $0 == "." || $0 == "_" ? "-" : $0 }) }

    /// `GALLEY_INPUT_TOPICS`, or `nil` when the environment is not asked.
    public var variable: String? {
        places == .flagOnly ? nil : "GALLEY_" + String(key.rawValue.map { $0 == "." ? "_" : $0 }).uppercased()
    }

    /// `input.topics`, or `nil` when it cannot stand in a file.
    public var fileKey: String? { places == .everywhere ? key.rawValue : nil }
}

/// Every setting and option; the raw value is its key in the file.
public enum SettingKey: String, Sendable, CaseIterable {
    case config
    case untilEnd = "until_end"
    case kafkaBrokers = "kafka.brokers"
    case kafkaProtocol = "kafka.security.protocol"
    case kafkaMechanism = "kafka.security.mechanism"
    case kafkaUser = "kafka.security.user"
    case kafkaPassword = "kafka.security.password"
    case kafkaPasswordFile = "kafka.security.password_file"
    case kafkaCAFile = "kafka.security.ca_file"
    case kafkaCertificateFile = "kafka.security.certificate_file"
    case kafkaKeyFile = "kafka.security.key_file"
    case kafkaTokenFile = "kafka.security.token_file"
    case kafkaTokenURL = "kafka.security.token_url"
    case kafkaClientID = "kafka.security.client_id"
    case kafkaClientSecret = "kafka.security.client_secret"
    case kafkaClientSecretFile = "kafka.security.client_secret_file"
    case kafkaScope = "kafka.security.scope"
    case kafkaTokenCAFile = "kafka.security.token_ca_file"
    case kafkaProperties = "kafka.properties"
    case inputTopics = "input.topics"
    case inputGroup = "input.group"
    case inputInstanceID = "input.instance_id"
    case inputFormat = "input.format"
    case inputStart = "input.start"
    case inputTombstones = "input.tombstones"
    case inputDatarefAllow = "input.dataref.allow"
    case inputDatarefSeconds = "input.dataref.seconds"
    case inputDatarefCAFile = "input.dataref.ca_file"
    case outputTopic = "output.topic"
    case outputFormat = "output.format"
    case outputRegistryURL = "output.registry.url"
    case outputRegistryUser = "output.registry.user"
    case outputRegistryPassword = "output.registry.password"
    case outputRegistryPasswordFile = "output.registry.password_file"
    case outputRegistryToken = "output.registry.token"
    case outputRegistryTokenFile = "output.registry.token_file"
    case outputRegistryCAFile = "output.registry.ca_file"
    case rejectedTopic = "rejected.topic"
    case rejectedFormat = "rejected.format"
    case deadLettersTopic = "dead_letters.topic"
    case deadLettersAttempts = "dead_letters.attempts"
    case deadLettersRedrives = "dead_letters.redrives"
    case deliveryMode = "delivery.mode"
    case deliveryTransactionalID = "delivery.transactional_id"
    case deliveryCommitSeconds = "delivery.commit_seconds"
    case deliveryUncommittedPages = "delivery.uncommitted_pages"
    case deliveryDrainSeconds = "delivery.drain_seconds"
    case extractCaptions = "extract.captions"
    case limitsPageBytes = "limits.page_bytes"
    case limitsHeaderBytes = "limits.header_bytes"
    case limitsPageSeconds = "limits.page_seconds"
    case limitsMemoryBytes = "limits.memory_bytes"
    case limitsNodes = "limits.nodes"
    case limitsDepth = "limits.depth"
    case limitsTextBytes = "limits.text_bytes"
    case limitsBlocks = "limits.blocks"
    case replayTopic = "replay.topic"
    case workers
    case adminAddress = "admin.address"
    case tracesEndpoint = "traces.endpoint"
    case tracesRatio = "traces.ratio"
    case tracesAuthorization = "traces.authorization"
    case tracesAuthorizationFile = "traces.authorization_file"
    case tracesCAFile = "traces.ca_file"
    case logFormat = "log.format"
    case logLevel = "log.level"
    case url
    case contentType = "content_type"
    case format
    case outcomes
    case topic
    case urlFrom = "url_from"
    case header
    case fetchedAt = "fetched_at"
    case topics
    case gold
    case pages
    case predictions
    case floors
    case unseen
    case out
    case part
    case kind
    case tables
    case model
    case probabilities
    case ready
    case filter = "where"
    case from
    case to
    case name
    case partitions
    case rate
    case output
    case diff
    case report
    case allowMissing = "allow_missing"
    case inPlace = "in_place"
    case dryRun = "dry_run"
    case rejected
    case newTime = "new_time"
    case limit
    case show
    case of
    case language
    case quiet
}
