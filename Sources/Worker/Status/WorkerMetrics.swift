public import Telemetry

/// The metrics of a worker: every family once, as the registry shows them and the reference lists them.
///
/// The rule of names: `galley_`, what is measured, the unit (`seconds`, `bytes`, or the thing counted), `_total` for what only
/// rises. Times are in seconds and sizes in bytes, whatever Kafka counts in. A label has few values: reasons, stages, topics and
/// partitions that are assigned, brokers of the cluster; never a site, a URL or a key.
extension MetricFamily {
    static let pages = counter(
        "galley_pages_total", "outcome", help: "Input records by outcome, once it is acknowledged.")
    /// Counted by whoever makes the outcomes.
    public static let rejections = counter(
        "galley_rejections_total", "reason", help: "Pages that are no article, by reason, as they are judged.")
    /// Counted by whoever makes the outcomes, and by the worker for those that no topic takes.
    public static let deadLetters = counter(
        "galley_dead_letters_total", "reason", "stage",
        help: "Records that cannot be read or published, by reason and stage.")
    static let inputBytes = counter(
        "galley_input_bytes_total", help: "Bytes of records taken, keys and headers included.")
    /// Observed by whoever makes the outcomes.
    public static let stageSeconds = histogram(
        "galley_stage_seconds", "stage", help: "Time of a stage of a page's way.")
    static let pageSeconds = histogram(
        "galley_page_seconds", help: "Time from taking a record to the acknowledgement of its outcome.")
    static let lagMessages = gauge(
        "galley_lag_messages", "topic", "partition", help: "Records not finished, by partition.")
    static let lagSeconds = gauge(
        "galley_lag_seconds", "topic", "partition",
        help: "Age of the newest record taken, while there are more; 0 when there are none.")
    static let inFlightPages = gauge("galley_inflight_pages", help: "Pages begun and not finished.")
    static let inFlightBytes = gauge("galley_inflight_bytes", help: "Bytes of pages in flight.")
    static let inFlightLimit = gauge("galley_inflight_limit_bytes", help: "Bytes in flight at which reading pauses.")
    static let memoryLimit = gauge("galley_memory_limit_bytes", help: "The setting limits.memory_bytes.")
    static let paused = gauge("galley_paused", "reason", help: "Whether reading is paused for a reason: 1 or 0.")
    static let pauses = counter("galley_pauses_total", "reason", help: "Times that reading was paused, by reason.")
    static let heldPartitions = gauge(
        "galley_held_partitions",
        help: "Partitions that wait for a reason of their own, such as a dead letter that is not taken.")
    static let assignedPartitions = gauge("galley_assigned_partitions", help: "Partitions that this worker reads.")
    static let rebalances = counter("galley_rebalances_total", "change", help: "Times that partitions came or went.")
    static let commits = counter("galley_commits_total", "result", help: "Commits of offsets: ok or failed.")
    static let transactions = counter(
        "galley_transactions_total", "result", help: "Transactions: committed or aborted.")
    static let publishRetries = counter("galley_publish_retries_total", "topic", help: "Records produced again.")
    static let lateCompletions = counter(
        "galley_late_completions_total",
        help: "Pages finished after their partition had gone: another worker does them again.")
    static let quarantined = counter(
        "galley_pages_quarantined_total", help: "Pages that ended or hung their worker too often.")
    static let offsetsGone = counter(
        "galley_offsets_gone_total", help: "Times that the offset to read from was gone: retention was faster.")
    static let nearMissHeaders = counter(
        "galley_near_miss_headers_total", "name",
        help: "Headers of records whose names are nearly right, by the name that is read; the log says what was found.")
    static let inputFaults = counter("galley_input_faults_total", "fault", help: "Faults met while reading.")
    static let clientsRebuilt = counter(
        "galley_clients_rebuilt_total", "client", help: "Clients that were broken for good and replaced.")
    static let ready = gauge("galley_ready", help: "Whether the worker does its work: 1 or 0.")
    static let loopAge = gauge("galley_loop_age_seconds", help: "Time since the reading loop last came round.")
    static let brokerUp = gauge(
        "galley_kafka_broker_up", "client", "broker", help: "Whether a broker can be spoken to: 1 or 0.")
    static let brokerRoundTrip = gauge(
        "galley_kafka_broker_round_trip_seconds", "client", "broker",
        help: "Mean time of a request in the last seconds; the consumer's with what the broker waits for records.")
    static let brokerTimeouts = counter(
        "galley_kafka_broker_timeouts_total", "client", "broker", help: "Requests that ran into their time limit.")
    static let clientQueue = gauge(
        "galley_kafka_queue_bytes", "client",
        help: "Bytes that a client holds: fetched and not taken, or produced and not sent.")
    static let buildInfo = gauge("galley_build_info", "version", "librdkafka", help: "What runs: always 1.")

    /// All families of a worker, those that others count for it included.
    public static let worker: [MetricFamily] = [
        pages, rejections, deadLetters, inputBytes, stageSeconds, pageSeconds, lagMessages, lagSeconds, inFlightPages,
        inFlightBytes, inFlightLimit, memoryLimit, paused, pauses, heldPartitions, assignedPartitions, rebalances,
        commits,
        transactions,
        publishRetries, lateCompletions, quarantined, offsetsGone, nearMissHeaders, inputFaults, clientsRebuilt, ready,
        loopAge,
        brokerUp,
        brokerRoundTrip, brokerTimeouts, clientQueue, buildInfo,
    ]
}
