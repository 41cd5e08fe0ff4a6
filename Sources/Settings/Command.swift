/// The subcommands.
public enum Command: String, Sendable, CaseIterable {
    case run
    case extract
    case load
    case tail
    case replay
    case deadLetters = "dead-letters"
    case redrive
    case schema
    case demo
    case broker
    case evaluate
    case features
    case checkConfig = "check-config"
    case health
    case help
    case version
}

/// What operands a command takes.
public enum OperandRule: Sendable, Equatable {
    case none
    /// At most one.
    case optional
    /// Any number.
    case any
    /// One or more.
    case some
}

/// What `--help` says of a command.
public struct CommandGuide: Sendable {
    /// One line.
    public var summary: String
    /// The operands as the usage line shows them.
    public var operands: String
    /// How many there may be.
    public var rule: OperandRule
    /// What it does, in a few sentences.
    public var description: String
    /// Command lines to copy, each with what it does.
    public var examples: [(line: String, meaning: String)]
}

extension Command {
    /// Those that write outcomes.
    static let writing: Set<Command> = [.run, .replay, .checkConfig]

    /// The command's guide.
    public var guide: CommandGuide {
        switch self {
        case .run: Self.runGuide
        case .extract: Self.extractGuide
        case .load: Self.loadGuide
        case .tail: Self.tailGuide
        case .replay: Self.replayGuide
        case .deadLetters: Self.deadLettersGuide
        case .redrive: Self.redriveGuide
        case .schema: Self.schemaGuide
        case .demo: Self.demoGuide
        case .broker: Self.brokerGuide
        case .evaluate: Self.evaluateGuide
        case .features: Self.featuresGuide
        case .checkConfig: Self.checkConfigGuide
        case .health: Self.healthGuide
        case .help: Self.helpGuide
        case .version: Self.versionGuide
        }
    }

    private static let runGuide = CommandGuide(
        summary: "work: pages in, article events out, until SIGTERM", operands: "", rule: .none,
        description: """
            Reads raw pages from the input topics and publishes one outcome for each: an article event, a rejection or a \
            dead letter. Offsets move only behind acknowledged outcomes. SIGTERM or SIGINT drains; a second one stops at once.
            """,
        examples: [
            ("galley run --config galley.yaml", "as a file says"),
            ("galley run --kafka-brokers kafka:9092 --input-topics pages.raw", "with flags alone"),
            ("GALLEY_KAFKA_BROKERS=kafka:9092 galley run", "with the environment, as in a container"),
        ])

    private static let extractGuide = CommandGuide(
        summary: "turn pages into events without Kafka", operands: "[FILE|DIR|-]...", rule: .any,
        description: """
            Reads pages from files, folders or standard input and prints one event a page. Ends with 2 when a page is no article, with \
            3 when one cannot be read; of several the worst counts.
            """,
        examples: [
            ("galley extract page.html --url https://news.example/1", "one page"),
            ("curl -s https://news.example/1 | galley extract - --format pretty", "from a pipe, to read"),
            ("galley extract pages/ > events.jsonl", "a folder, one event a line"),
            ("galley extract pages/ --outcomes all", "rejections and dead letters too"),
            (
                "galley extract page.html --format html > why.html",
                "why it became that, to open in a browser"
            ),
        ])

    private static let loadGuide = CommandGuide(
        summary: "put pages on a topic", operands: "FILE|DIR...", rule: .some,
        description: """
            Puts each page on a topic as a record of its own, keyed by its URL. Reads files and folders of HTML, text, MHTML and JSON \
            (one page each), JSON Lines (.jsonl, .ndjson: a page a line), WARC (.warc: a page a record) and WACZ (.wacz: the \
            WARC files in it); all but WACZ also gzipped (.gz) or as Zstandard (.zst).
            """,
        examples: [
            ("galley load pages/ --topic pages.raw", "a folder of pages"),
            ("galley load mirror/ --url-from path:https://", "a mirror whose folders are hosts and paths"),
            ("galley load crawl.warc.gz --header ce_crawlid=2026-10", "an archive, each record with a header more"),
            ("galley load crawl.jsonl --kafka-brokers kafka:9092", "JSON envelopes, one a line"),
        ])

    private static let tailGuide = CommandGuide(
        summary: "show events, rejections, dead letters or pages as they come", operands: "TOPIC...", rule: .some,
        description: """
            Reads topics without a group and moves no offset. Each record is a row of a table, or with --show json a line: an event \
            or a rejection as it is, of a dead letter or a page what describes it. Ctrl-C ends it.
            """,
        examples: [
            ("galley tail articles", "what is published from now on"),
            ("galley tail pages.raw.dlq --from beginning --until-end --show json", "all dead letters, for a program"),
            (
                "galley tail articles.rejected --where host=news.example,reason=login",
                "rejections of a site for a reason"
            ),
        ])

    private static let replayGuide = CommandGuide(
        summary: "work on a range of the input again, beside the worker", operands: "", rule: .none,
        description: """
            Freezes the range at its start, works on it with a group of its own and publishes to a topic of its own, so that the \
            running worker, its offsets and its topic are left alone. Ended however, it goes on by its name where it was; \
            several processes with one name share the work. With --diff it shows what would change, by field and page.
            """,
        examples: [
            ("galley replay --from -7d --name week --dry-run", "what a week of pages would be"),
            ("galley replay --from -1d --output none --diff articles", "what this version changes, publishing nothing"),
            ("galley replay --name week", "go on with one that was begun"),
            ("galley replay --from beginning --where reason=login", "pages that were rejected for a reason"),
        ])

    private static let deadLettersGuide = CommandGuide(
        summary: "count, show or export dead letters", operands: "[list|show|export]", rule: .optional,
        description: """
            list counts them by reason, site and age; show prints each with its headers, why it is there and the first bytes of its \
            value; export writes each as a line of JSON with the value in base64. With --rejected the same of rejections.
            """,
        examples: [
            ("galley dead-letters", "how many there are, and why"),
            ("galley dead-letters show --where reason=bad_envelope --limit 3", "three of a kind"),
            ("galley dead-letters export > letters.jsonl", "all of them, for a program"),
        ])

    private static let redriveGuide = CommandGuide(
        summary: "put dead letters back on the input", operands: "", rule: .none,
        description: """
            Puts each dead letter on the topic it came from, once, with its own key, value, headers and time, and its tries counted. \
            One that was put back dead_letters.redrives times goes to DLQ.parked instead. Ended however, it goes on where it was.
            """,
        examples: [
            ("galley redrive --where reason=bad_envelope --dry-run", "how many there are"),
            ("galley redrive --where reason=bad_envelope", "once the cause is mended"),
        ])

    private static let schemaGuide = CommandGuide(
        summary: "print, check or register the schemas of what is published", operands: "[print|check|register]",
        rule: .optional,
        description: """
            print writes the schema of events, or with --of rejected that of rejections. check compares those of the formats that are \
            set with what the registry has, field by field, and asks whether it takes them; it changes nothing. register puts \
            them there: the worker itself never does.
            """,
        examples: [
            ("galley schema print --language avro > article-event.avsc", "Avro, for a code generator"),
            (
                "galley schema check --output-format avro --output-registry-url http://localhost:8081",
                "what would change"
            ),
            (
                "galley schema register --output-format avro --output-registry-url http://localhost:8081",
                "register it"
            ),
        ])

    private static let demoGuide = CommandGuide(
        summary: "see it work, with nothing set up", operands: "", rule: .none,
        description: """
            Starts the embedded broker and the worker, loads sample pages, shows their events and the balance of the ledger, \
            and ends by itself within a minute.
            """,
        examples: [("galley demo", "no broker, no configuration")])

    private static let brokerGuide = CommandGuide(
        summary: "run the embedded broker alone", operands: "", rule: .none,
        description:
            "Starts a broker inside this process, for trying things out, and prints its address. It keeps nothing.",
        examples: [("galley broker --topics pages.raw:4,articles:4", "two topics of four partitions")])

    private static let evaluateGuide = CommandGuide(
        summary: "measure accuracy against gold", operands: "", rule: .none,
        description: """
            Extracts every page of a gold file and prints body F1, precision and recall, title, day and author by set. Pages \
            of sites that the model was trained on are counted as learnt: their figures flatter, and --unseen leaves them out. \
            With --floors it fails when a set falls below its floor.
            """,
        examples: [
            ("galley evaluate --gold gold.jsonl --predictions out.jsonl", "scores, and what was extracted"),
            ("galley evaluate --gold gold.jsonl --floors floors.json", "as a gate"),
        ])

    private static let featuresGuide = CommandGuide(
        summary: "export block features for training", operands: "", rule: .none,
        description: """
            Writes what the extraction computes of every block of a gold file's pages, for the trainer in deploy/train: first \
            the blocks, then, with the tables that were learnt of them, the inputs of the model's two stages and of its gate.
            """,
        examples: [
            ("galley features --gold gold.jsonl --out work", "blocks, class tokens, phrases"),
            ("galley features --gold gold.jsonl --out work --part first --tables t.tsv", "inputs of the first stage"),
        ])

    private static let checkConfigGuide = CommandGuide(
        summary: "show every setting and where it is from", operands: "", rule: .none,
        description:
            "Reads flags, environment and file as `run` would, prints each effective value and its origin; secrets masked.",
        examples: [("galley check-config --config galley.yaml", "before a deployment")])

    private static let healthGuide = CommandGuide(
        summary: "ask a worker on this machine whether it lives", operands: "", rule: .none,
        description: """
            Asks the admin port of the worker that runs with the same settings: ends with 0 when it lives, with --ready when it does \
            its work, with 69 when not or when there is no answer. Made for health checks of containers.
            """,
        examples: [
            ("galley health", "as a container's health check"),
            ("galley health --ready --admin-address 127.0.0.1:9465", "another worker's readiness"),
        ])

    private static let helpGuide = CommandGuide(
        summary: "explain a command", operands: "[COMMAND]", rule: .optional,
        description: "Prints the commands, or one command's options with examples.",
        examples: [("galley help run", "the worker's settings")])

    private static let versionGuide = CommandGuide(
        summary: "print the version", operands: "", rule: .none, description: "Prints Galley's version.",
        examples: [("galley version", "the version")])
}
