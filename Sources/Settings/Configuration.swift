/// The settings as the rest of Galley reads them.
public struct Configuration: Sendable, Equatable {
    /// How to reach Kafka.
    public var kafka: Kafka
    /// Where raw pages are.
    public var input: Input
    /// Where outcomes go.
    public var output: Output
    /// What the worker promises and how it stops.
    public var delivery: Delivery
    /// The topic of replays.
    public var replayTopic: String
    /// What belongs to an article.
    public var extract: Extract
    /// What pages may cost.
    public var limits: Limits
    /// Where the admin port is; `nil` for nowhere.
    public var adminAddress: String?
    /// Spans of pages; `nil` when none are sent.
    public var traces: Traces?
    /// Log lines.
    public var log: Log
    /// Pages worked on at once; 0: as many as there are cores.
    public var workers: Int
    /// The options of single commands.
    public var options: Options

    /// How to reach Kafka.
    public struct Kafka: Sendable, Equatable {
        /// `HOST:PORT` with commas between them: librdkafka's `bootstrap.servers`.
        public var brokers: String
        /// `plaintext`, `ssl`, `sasl_plaintext` or `sasl_ssl`.
        public var securityProtocol: String
        /// `PLAIN`, `SCRAM-SHA-256`, `SCRAM-SHA-512` or `OAUTHBEARER`.
        public var mechanism: String
        /// The user to log in as.
        public var user: String?
        /// The user's password; never to be shown.
        public var password: String?
        /// Where the tokens of `OAUTHBEARER` come from.
        public var tokens: Tokens?
        /// Certificates to trust.
        public var caFile: String?
        /// The client's certificate.
        public var certificateFile: String?
        /// The client's key.
        public var keyFile: String?
        /// Further properties of librdkafka; they win over what Galley sets.
        public var properties: [String: String]
    }

    /// Where raw pages are.
    public struct Input: Sendable, Equatable {
        /// The topics.
        public var topics: [String]
        /// The consumer group.
        public var group: String
        /// This worker's own name in the group; `nil` for none.
        public var instanceID: String?
        /// `auto`, `raw`, `json`, `cloudevents`, `warc`, `mhtml` or `avro`: the raw values of Wire's `InputFormat`.
        public var format: String
        /// Where a partition without a committed offset begins.
        public var start: InputStart
        /// What a null value does.
        public var tombstones: Tombstones
        /// Prefixes of bodies that records only name.
        public var datarefs: [String]
        /// Seconds to fetch such a body.
        public var datarefSeconds: Double
        /// Certificates to trust there.
        public var datarefCAFile: String?
    }

    /// Where outcomes go.
    public struct Output: Sendable, Equatable {
        /// The topic of article events.
        public var topic: String
        /// How events are written.
        public var format: OutputFormat
        /// The topic of rejections.
        public var rejectedTopic: String
        /// How rejections are written.
        public var rejectedFormat: OutputFormat
        /// The schema registry; `nil` for none.
        public var registry: Registry?
        /// The topic of dead letters.
        public var deadLettersTopic: String
        /// Tries of a page that stops the worker.
        public var attempts: Int
        /// How often a dead letter is put back.
        public var redrives: Int
    }

    /// A schema registry.
    public struct Registry: Sendable, Equatable {
        /// Its address.
        public var url: String
        /// The user to log in as.
        public var user: String?
        /// The user's password; never to be shown.
        public var password: String?
        /// A bearer token; never to be shown.
        public var token: String?
        /// Certificates to trust.
        public var caFile: String?
    }

    /// What the worker promises and how it stops.
    public struct Delivery: Sendable, Equatable {
        /// The guarantee.
        public var mode: DeliveryMode
        /// The worker's own id under exactly-once; `nil` to make one of group and host.
        public var transactionalID: String?
        /// Seconds between two commits.
        public var commitSeconds: Double
        /// Pages that may be begun before a commit must tell of some, under at-least-once.
        public var uncommittedPages: Int
        /// Seconds to finish what is begun.
        public var drainSeconds: Double
    }

    /// What belongs to an article.
    public struct Extract: Sendable, Equatable {
        /// Image captions.
        public var captions: CaptionPolicy
    }

    /// What pages may cost.
    public struct Limits: Sendable, Equatable {
        /// Bytes of a page.
        public var pageBytes: Int
        /// Bytes of a record's headers.
        public var headerBytes: Int
        /// Seconds of work on a page.
        public var pageSeconds: Double
        /// Bytes of pages in flight.
        public var memoryBytes: Int
        /// Nodes of a page's tree.
        public var nodes: Int
        /// Depth of a page's tree.
        public var depth: Int
        /// Bytes of text of a page.
        public var textBytes: Int
        /// Blocks of text of a page.
        public var blocks: Int
    }

    /// Spans of pages.
    public struct Traces: Sendable, Equatable {
        /// Where they are sent.
        public var endpoint: String
        /// The share of pages without a trace that begin one.
        public var ratio: Double
        /// The Authorization header to send them with; never to be shown.
        public var authorization: String?
        /// Certificates to trust.
        public var caFile: String?
    }

    /// Log lines.
    public struct Log: Sendable, Equatable {
        /// How they are written.
        public var format: LogFormat
        /// The least grave that are written.
        public var level: LogLevel
    }
}

/// What `features` exports.
public enum FeaturePart: String, Sendable, CaseIterable {
    /// Blocks with their texts, class tokens and phrases.
    case blocks
    /// The inputs of the model's first stage.
    case first
    /// The inputs of the second, which sees the first's probabilities.
    case second
    /// The inputs of the gate, which tells articles from other pages.
    case page
    /// The paragraphs that are made of a page.
    case bodies
}

/// Of which pages `features` exports.
public enum FeatureKind: String, Sendable, CaseIterable {
    /// HTML as published.
    case html
    /// Text dumps.
    case text
    /// Text dumps whose indentation is taken away.
    case flat
    /// Text dumps, without indentation, that are made of the HTML pages.
    case made
}

/// Where a partition without a committed offset begins.
public enum InputStart: String, Sendable, CaseIterable { case earliest, latest }

/// What a null value does.
public enum Tombstones: String, Sendable, CaseIterable {
    /// It is counted and passed over.
    case skip
    /// It withdraws the article of its key; a page with HTTP status 404 or 410 does so too.
    case delete
}

/// Which image captions are paragraphs of the article.
public enum CaptionPolicy: String, Sendable, CaseIterable {
    /// Those that are likely meant as its text, as most people who mark articles by hand do.
    case likely
    /// All that may be.
    case all
    /// None.
    case none
}

/// How events and rejections are written: the raw values of Wire's `OutputFormat`.
public enum OutputFormat: String, Sendable, CaseIterable {
    case json
    case jsonSchema = "json-schema"
    case avro
    case protobuf
}

/// Whose schema `schema print` prints: the raw values of Wire's `PublishedKind`.
public enum SchemaKind: String, Sendable, CaseIterable { case article, rejected }

/// How `schema print` writes a schema: the raw values of Wire's `SchemaLanguage`.
public enum SchemaText: String, Sendable, CaseIterable { case json, avro, protobuf, contract, markdown }

/// The guarantee of outcomes.
public enum DeliveryMode: String, Sendable, CaseIterable {
    /// A page whose worker ends before its offset is committed is published again, with the same event id.
    case atLeastOnce = "at-least-once"
    /// Outcomes and offsets in one transaction.
    case exactlyOnce = "exactly-once"
}

/// How log lines are written.
public enum LogFormat: String, Sendable, CaseIterable {
    /// As text on a terminal, as JSON elsewhere.
    case auto
    /// One JSON object a line.
    case json
    /// Words for a person.
    case text
}

/// How grave a log line is.
public enum LogLevel: String, Sendable, CaseIterable { case debug, info, warning, error }

/// Which outcomes `extract` prints.
public enum ShownOutcomes: String, Sendable, CaseIterable {
    /// Events.
    case articles
    /// Rejections and dead letters too.
    case all
}

/// How `extract` prints events.
public enum ResultFormat: String, Sendable, CaseIterable {
    /// One a line.
    case json
    /// Laid out for a person.
    case pretty
    /// Title and paragraphs.
    case text
    /// How the page became its event: every block with its scores and the reason, the origin of every field.
    case explain
    /// The same as one self-contained file of HTML.
    case html
}

extension Configuration {
    /// The typed form of effective settings.
    init(_ settings: EffectiveSettings) {
        kafka = Kafka(settings)
        input = Input(
            topics: settings.list(.inputTopics), group: settings.text(.inputGroup) ?? "",
            instanceID: settings.text(.inputInstanceID), format: settings.text(.inputFormat) ?? "auto",
            start: settings.word(.inputStart, or: .earliest),
            tombstones: settings.word(.inputTombstones, or: .skip), datarefs: settings.list(.inputDatarefAllow),
            datarefSeconds: settings.number(.inputDatarefSeconds), datarefCAFile: settings.text(.inputDatarefCAFile))
        output = Output(
            topic: settings.text(.outputTopic) ?? "", format: settings.word(.outputFormat, or: .json),
            rejectedTopic: settings.text(.rejectedTopic) ?? "",
            rejectedFormat: settings.word(.rejectedFormat, or: .json), registry: Registry(settings),
            deadLettersTopic: settings.text(.deadLettersTopic) ?? "",
            attempts: settings.integer(.deadLettersAttempts), redrives: settings.integer(.deadLettersRedrives))
        delivery = Delivery(
            mode: settings.word(.deliveryMode, or: .atLeastOnce),
            transactionalID: settings.text(.deliveryTransactionalID),
            commitSeconds: settings.number(.deliveryCommitSeconds),
            uncommittedPages: settings.integer(.deliveryUncommittedPages),
            drainSeconds: settings.number(.deliveryDrainSeconds))
        replayTopic = settings.text(.replayTopic) ?? ""
        limits = Limits(
            pageBytes: settings.integer(.limitsPageBytes), headerBytes: settings.integer(.limitsHeaderBytes),
            pageSeconds: settings.number(.limitsPageSeconds), memoryBytes: settings.integer(.limitsMemoryBytes),
            nodes: settings.integer(.limitsNodes), depth: settings.integer(.limitsDepth),
            textBytes: settings.integer(.limitsTextBytes), blocks: settings.integer(.limitsBlocks))
        extract = Extract(captions: settings.word(.extractCaptions, or: .likely))
        adminAddress = settings.text(.adminAddress).flatMap { $0 == "off" ? nil : $0 }
        traces = settings.text(.tracesEndpoint).map { endpoint in
            Traces(
                endpoint: endpoint, ratio: settings.number(.tracesRatio),
                authorization: settings.text(.tracesAuthorization),
                caFile: settings.text(.tracesCAFile))
        }
        log = Log(format: settings.word(.logFormat, or: .auto), level: settings.word(.logLevel, or: .info))
        workers = settings.integer(.workers)
        options = Options(settings)
    }
}

extension Configuration.Registry {
    fileprivate init?(_ settings: EffectiveSettings) {
        guard let url = settings.text(.outputRegistryURL) else { return nil }
        self.url = url
        user = settings.text(.outputRegistryUser)
        password = settings.text(.outputRegistryPassword)
        token = settings.text(.outputRegistryToken)
        caFile = settings.text(.outputRegistryCAFile)
    }
}

extension Configuration.Kafka {
    fileprivate init(_ settings: EffectiveSettings) {
        brokers = settings.list(.kafkaBrokers).joined(separator: ",")
        securityProtocol = settings.text(.kafkaProtocol) ?? "plaintext"
        mechanism = (settings.text(.kafkaMechanism) ?? "plain").uppercased()
        user = settings.text(.kafkaUser)
        password = settings.text(.kafkaPassword)
        tokens = Configuration.Tokens(settings)
        caFile = settings.text(.kafkaCAFile)
        certificateFile = settings.text(.kafkaCertificateFile)
        keyFile = settings.text(.kafkaKeyFile)
        properties = settings.map(.kafkaProperties)
    }
}

/// How `tail` shows records.
public enum TailFormat: String, Sendable, CaseIterable {
    /// As rows.
    case table
    /// As one object a line.
    case json
}
