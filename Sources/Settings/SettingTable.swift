extension Setting {
    private static let withKafka: Set<Command> = [.run, .load, .tail, .replay, .deadLetters, .redrive, .checkConfig]
    private static let worker: Set<Command> = [.run, .checkConfig]
    private static let working: Set<Command> = [.run, .replay, .checkConfig]
    private static let letters: Set<Command> = [.deadLetters, .redrive]
    private static let registered: Set<Command> = [.run, .replay, .tail, .deadLetters, .schema, .checkConfig]
    private static let fetching: Set<Command> = [.run, .replay, .extract, .checkConfig]
    private static let reading: Set<Command> = [.run, .replay, .extract, .demo, .evaluate, .features, .checkConfig]
    private static let judging: Set<Command> = [.evaluate, .features]

    /// Every setting, in the order of help, check and reference.
    public static let table: [Setting] = options + kafka + input + outcomes + work

    private static func words<Word: RawRepresentable<String> & CaseIterable>(of type: Word.Type) -> [String] {
        Word.allCases.map(\.rawValue)
    }

    private static let options: [Setting] = [
        Setting(
            .config, .path, nil, "the configuration file (YAML)",
            [
                .run, .load, .tail, .replay, .deadLetters, .redrive, .schema, .extract, .demo, .evaluate, .features,
                .health,
                .checkConfig,
            ],
            places: .outsideFile),
        Setting(
            .untilEnd, .boolean, "false", "stop once everything is done, or shown, that was there at the start",
            [.run, .tail],
            places: .flagOnly),
        Setting(.url, .text, nil, "the page's URL", [.extract], places: .flagOnly),
        Setting(.contentType, .text, nil, "the page's content type, with its charset", [.extract], places: .flagOnly),
        Setting(
            .format, .choice(words(of: ResultFormat.self)), "json",
            "how events are printed: one a line, laid out, as text, or explained block by block, as text or as a page of HTML",
            [.extract], places: .flagOnly),
        Setting(
            .outcomes, .choice(words(of: ShownOutcomes.self)), "articles",
            "what is printed: events, or rejections and dead letters as JSON too", [.extract], places: .flagOnly),
        Setting(.topic, .text, "pages.raw", "the topic that pages are put on", [.load], places: .flagOnly),
        Setting(
            .urlFrom, .text, nil,
            "where the URL of a page is that states none in its record: canonical, the link rel=canonical or og:url of the page itself; path:BASE, the file's path in its folder behind a URL, as path:https:// for a mirror; field:NAME, a member of its JSON, as field:meta.link",
            [.load], places: .flagOnly),
        Setting(
            .header, .headers, nil,
            "a header to put on each record, in place of one of that name; may be given several times", [.load],
            places: .flagOnly),
        Setting(
            .fetchedAt, .text, "file",
            "ce_time of the files that hold one page: file, when the file was last modified; none; or an RFC 3339 time, which every record gets. A time within the record counts before it",
            [.load], places: .flagOnly),
        Setting(
            .topics, .topics, "pages.raw:4,articles:4,articles.rejected:1,pages.raw.dlq:1",
            "topics to make, each with its number of partitions", [.broker], places: .flagOnly),
        Setting(
            .gold, .path, nil, "the gold file: one JSON object a page", judging, places: .flagOnly, neededBy: judging),
        Setting(.pages, .path, nil, "the folder of its pages; else that of the gold file", judging, places: .flagOnly),
        Setting(.predictions, .path, nil, "write what was extracted to this file", [.evaluate], places: .flagOnly),
        Setting(.floors, .path, nil, "the file of floors that no set may fall below", [.evaluate], places: .flagOnly),
        Setting(
            .unseen, .boolean, "false", "only pages of sites that the model was not trained on", [.evaluate],
            places: .flagOnly),
        Setting(
            .out, .path, nil, "the folder that files are written to", [.features], places: .flagOnly,
            neededBy: [.features]),
        Setting(
            .part, .choice(words(of: FeaturePart.self)), "blocks",
            "what is exported: blocks and what is learnt of them, the inputs of a stage of the model, or bodies",
            [.features],
            places: .flagOnly),
        Setting(
            .kind, .choice(words(of: FeatureKind.self)), "html",
            "of which pages: as published, as text dumps, as dumps with their indentation taken away, or as dumps made of the published pages",
            [.features],
            places: .flagOnly),
        Setting(
            .tables, .path, nil, "values learnt for class tokens and phrases, as the trainer writes them", [.features],
            places: .flagOnly),
        Setting(
            .model, .path, nil,
            "for parts page and bodies: the model to judge blocks with; else the one that is built in",
            [.features], places: .flagOnly),
        Setting(
            .probabilities, .path, nil,
            "for part second: the first stage's probability of each block; for parts page and bodies: the second's, else those of the model",
            [.features],
            places: .flagOnly),
        Setting(
            .name, .text, nil, "what the replay is called, and resumed by; made of the time when it is not given",
            [.replay],
            places: .flagOnly),
        Setting(
            .from, .text, nil,
            "where reading begins: beginning, an offset, an RFC 3339 time, or so long ago as -7d, -12h or -30m; tail also: end",
            [.tail, .replay, .deadLetters, .redrive], places: .flagOnly),
        Setting(
            .to, .text, nil, "where reading ends, in the same words or now; the record there is no part of it [now]",
            [.replay], places: .flagOnly),
        Setting(
            .partitions, .list, nil, "only these partitions: 0,3 of the topic, or of one of several as pages.raw:0",
            [.replay], places: .flagOnly),
        Setting(
            .filter, .map, "",
            "only records of which all of these hold: host, key, reason; tail and dead-letters also: language, outcome",
            [.tail, .replay, .deadLetters, .redrive], places: .flagOnly),
        Setting(
            .rate, .number(0.001...1_000_000), nil, "pages a second at most, of each process", [.replay, .redrive],
            places: .flagOnly),
        Setting(
            .output, .text, nil,
            "the topic of the replay's events, TOPIC.rejected and TOPIC.dlq beside it [ARTICLES.replay.NAME]; none for nowhere",
            [.replay], places: .flagOnly),
        Setting(
            .inPlace, .boolean, "false", "publish to the topics of the running worker itself", [.replay],
            places: .flagOnly
        ),
        Setting(
            .allowMissing, .boolean, "false", "go on where records of the range are gone already", [.replay],
            places: .flagOnly),
        Setting(
            .diff, .text, nil, "compare the outcomes with the events on this topic, once all is done", [.replay],
            places: .flagOnly),
        Setting(
            .report, .path, nil, "the folder that the comparison is written to [galley-replay-NAME]", [.replay],
            places: .flagOnly),
        Setting(
            .dryRun, .boolean, "false", "say what would be done, and change nothing", [.replay, .redrive],
            places: .flagOnly),
        Setting(
            .rejected, .boolean, "false", "of rejections in place of dead letters", [.deadLetters], places: .flagOnly),
        Setting(
            .newTime, .boolean, "false",
            "what is put back has the time of now: its own may be so long ago that its topic would remove it again",
            [.redrive],
            places: .flagOnly),
        Setting(
            .limit, .integer(0...1_000_000_000), "0", "stop after so many; 0 for no limit",
            [.tail, .deadLetters, .redrive],
            places: .flagOnly),
        Setting(
            .show, .choice(words(of: TailFormat.self)), "table",
            "how records are shown, as a table or a line of JSON each",
            [.tail, .deadLetters], places: .flagOnly),
        Setting(
            .ready, .boolean, "false", "ask whether the worker does its work, not only whether it lives", [.health],
            places: .flagOnly),
        Setting(
            .of, .choice(words(of: SchemaKind.self)), "article", "whose schema: of events or of rejections",
            [.schema], places: .flagOnly),
        Setting(
            .language, .choice(words(of: SchemaText.self)), nil,
            "how the schema is printed [that of the format]", [.schema], places: .flagOnly),
        Setting(
            .quiet, .boolean, "false", "no progress bar", [.load, .replay, .demo, .evaluate, .features],
            places: .flagOnly),
    ]

    private static let kafka: [Setting] = [
        Setting(.kafkaBrokers, .list, "localhost:9092", "brokers to ask first, HOST:PORT", withKafka),
        Setting(
            .kafkaProtocol, .choice(["plaintext", "ssl", "sasl_plaintext", "sasl_ssl"]), "plaintext",
            "how connections are secured", withKafka),
        Setting(
            .kafkaMechanism, .choice(["plain", "scram-sha-256", "scram-sha-512", "oauthbearer"]), "plain",
            "how to log in (SASL); oauthbearer: by tokens, of a file or an endpoint",
            withKafka),
        Setting(.kafkaUser, .text, nil, "the user to log in as", withKafka),
        Setting(.kafkaPassword, .text, nil, "the user's password; better kept in a file", withKafka, isSecret: true),
        Setting(.kafkaPasswordFile, .path, nil, "a file with the password; a line end after it is dropped", withKafka),
        Setting(.kafkaCAFile, .file, nil, "certificates to trust (PEM)", withKafka),
        Setting(.kafkaCertificateFile, .file, nil, "the client's certificate (PEM)", withKafka),
        Setting(.kafkaKeyFile, .file, nil, "the client's key (PEM)", withKafka),
        Setting(
            .kafkaTokenFile, .path, nil,
            "oauthbearer: a file whose content is the token, read again before the token ends", withKafka),
        Setting(
            .kafkaTokenURL, .text, nil,
            "oauthbearer: where tokens are asked for, with OAuth 2.0's client credentials", withKafka),
        Setting(.kafkaClientID, .text, nil, "the client to ask for tokens as", withKafka),
        Setting(
            .kafkaClientSecret, .text, nil, "the client's secret; better kept in a file", withKafka, isSecret: true),
        Setting(
            .kafkaClientSecretFile, .path, nil, "a file with the client's secret; a line end after it is dropped",
            withKafka),
        Setting(.kafkaScope, .text, nil, "the scope to ask for", withKafka),
        Setting(.kafkaTokenCAFile, .file, nil, "certificates to trust where tokens are asked for (PEM)", withKafka),
        Setting(.kafkaProperties, .map, "", "further properties of librdkafka, NAME=VALUE", withKafka),
    ]

    private static let input: [Setting] = [
        Setting(.inputTopics, .list, "pages.raw", "topics of raw pages", working),
        Setting(.inputGroup, .text, "galley", "the consumer group", worker),
        Setting(
            .inputInstanceID, .text, nil,
            "this worker's own name in the group, kept over restarts (static membership): a restart moves no partitions",
            worker),
        Setting(
            .inputFormat, .choice(["auto", "raw", "json", "cloudevents", "warc", "mhtml", "avro"]), "auto",
            "how values hold pages", reading),
        Setting(
            .inputStart, .choice(words(of: InputStart.self)), "earliest",
            "where a partition without a committed offset begins",
            worker),
        Setting(
            .inputTombstones, .choice(words(of: Tombstones.self)), "skip",
            "what a null value does; delete: it withdraws the article of its key, as a page with HTTP status 404 or 410 does",
            working),
        Setting(
            .inputDatarefAllow, .list, nil,
            "prefixes of bodies that records only name (ce_dataref): file:///pages/, https://HOST/pages/; none are fetched without",
            fetching),
        Setting(
            .inputDatarefSeconds, .seconds(0.1...3600), "10", "time to fetch such a body, all tries together", fetching),
        Setting(.inputDatarefCAFile, .file, nil, "certificates to trust there (PEM)", fetching),
    ]

    private static let outcomes: [Setting] = [
        Setting(.outputTopic, .text, "articles", "the topic of article events", working.union([.schema])),
        Setting(
            .outputFormat, .choice(words(of: OutputFormat.self)), "json",
            "how events are written; all but json name a schema of the registry", working.union([.schema])),
        Setting(
            .outputRegistryURL, .text, nil,
            "the schema registry, of what is read and of what is written: http://localhost:8081", registered),
        Setting(.outputRegistryUser, .text, nil, "the user to log in to it as", registered),
        Setting(
            .outputRegistryPassword, .text, nil, "the user's password; better kept in a file", registered,
            isSecret: true),
        Setting(
            .outputRegistryPasswordFile, .path, nil, "a file with the password; a line end after it is dropped",
            registered),
        Setting(
            .outputRegistryToken, .text, nil, "a bearer token in place of user and password; better kept in a file",
            registered, isSecret: true),
        Setting(
            .outputRegistryTokenFile, .path, nil, "a file with the token; a line end after it is dropped", registered),
        Setting(.outputRegistryCAFile, .file, nil, "certificates to trust there (PEM)", registered),
        Setting(
            .rejectedTopic, .text, "articles.rejected", "the topic of pages that are no article",
            working.union([.deadLetters, .schema])),
        Setting(
            .rejectedFormat, .choice(words(of: OutputFormat.self)), "json", "how rejections are written",
            working.union([.schema])),
        Setting(
            .deadLettersTopic, .text, "pages.raw.dlq", "the topic of records that cannot be read",
            working.union(letters)),
        Setting(
            .deadLettersAttempts, .integer(1...1000), "3", "tries of a page that stops the worker, restarts counted",
            working),
        Setting(
            .deadLettersRedrives, .integer(1...1000), "3", "how often a dead letter is put back; then it is parked",
            [.redrive, .checkConfig]),
        Setting(
            .deliveryMode, .choice(words(of: DeliveryMode.self)), "at-least-once",
            "the guarantee of outcomes; exactly-once: outcomes and offsets in one transaction, for readers of read_committed",
            working),
        Setting(
            .deliveryTransactionalID, .text, nil,
            "exactly-once: this worker's own id, kept over restarts [GROUP-HOSTNAME]", working),
        Setting(
            .deliveryCommitSeconds, .seconds(0.01...30), "1", "time between two commits of offsets", working),
        Setting(
            .deliveryUncommittedPages, .integer(10...10_000_000), "10000",
            "at-least-once: pages begun before a commit must tell of some; a crash repeats no more", working),
        Setting(
            .deliveryDrainSeconds, .seconds(0...3600), "25", "time to finish what is begun, at a stop",
            working),
        Setting(
            .replayTopic, .text, "galley.replays",
            "the topic that keeps what replays are to read, and that they are done",
            [.replay, .checkConfig]),
    ]

    private static let work: [Setting] = [
        Setting(
            .extractCaptions, .choice(words(of: CaptionPolicy.self)), "likely",
            "image captions in the text: where they are likely the article's own, all that may be, or none", reading),
        Setting(.limitsPageBytes, .bytes(1...1 << 30), "20MiB", "bytes of a page once its coding is removed", reading),
        Setting(
            .limitsHeaderBytes, .bytes(1024...1 << 24), "256KiB",
            "bytes of a record's headers, each counted with 64 more than its name and value", reading),
        Setting(
            .limitsPageSeconds, .seconds(0.001...3600), "10", "time that a page may take, all stages together", reading),
        Setting(
            .limitsMemoryBytes, .bytes(1 << 24...1 << 40), "192MiB",
            "memory of the worker: fetch queue, pages at work, producer queue", working),
        Setting(
            .limitsNodes, .integer(100...100_000_000), "1000000", "nodes of a page's tree, and as many attributes",
            reading),
        Setting(.limitsDepth, .integer(16...100_000), "512", "depth of a page's tree", reading),
        Setting(
            .limitsTextBytes, .bytes(1024...1 << 28), "4MiB",
            "bytes of text of a page, HTML or dump; one with more ends there", reading),
        Setting(
            .limitsBlocks, .integer(100...1_000_000), "30000",
            "blocks of text of a page, HTML or dump; one with more ends with its first ones", reading),
        Setting(
            .workers, .integer(0...1024), "0", "pages worked on at once; 0: as many as there are cores",
            [.run, .replay, .demo, .evaluate, .checkConfig]),
        Setting(
            .adminAddress, .address, "127.0.0.1:9464",
            "where probes, metrics and the console are, HOST:PORT; off for nowhere", [.run, .health, .checkConfig]),
        Setting(
            .tracesEndpoint, .text, nil,
            "where spans of pages are sent, OTLP over HTTP: http://localhost:4318/v1/traces; none are sent without",
            worker),
        Setting(
            .tracesRatio, .number(0...1), "0.01",
            "with traces.endpoint: share of pages without a traceparent of their own that begin a trace", worker),
        Setting(
            .tracesAuthorization, .text, nil,
            "the Authorization header that spans are sent with; better kept in a file",
            worker, isSecret: true),
        Setting(
            .tracesAuthorizationFile, .path, nil, "a file with that header; a line end after it is dropped", worker),
        Setting(.tracesCAFile, .file, nil, "certificates to trust where spans are sent (PEM)", worker),
        Setting(
            .logFormat, .choice(words(of: LogFormat.self)), "auto",
            "how log lines are written, to standard error; auto: as text on a terminal, as JSON elsewhere",
            working),
        Setting(
            .logLevel, .choice(words(of: LogLevel.self)), "info", "the least grave lines that are written",
            [.run, .replay, .demo, .checkConfig]),
    ]

    /// The row of a setting.
    static let byKey: [SettingKey: Setting] = Dictionary(table.map { ($0.key, $0) }) { first, _ in first }
    /// Rows by flag.
    static let byFlag: [String: Setting] = Dictionary(table.map { ($0.flag, $0) }) { first, _ in first }
    /// Rows by their key in the file.
    static let byFileKey: [String: Setting] = Dictionary(
        table.compactMap { row in row.fileKey.map { ($0, row) } }
    ) { first, _ in first }
}
