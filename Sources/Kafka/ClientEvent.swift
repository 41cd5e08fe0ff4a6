/// What a client has to say beside records and delivery reports.
public enum ClientEvent: Sendable {
    /// A line of librdkafka's log, any secret in it replaced by `***`.
    case log(ClientLogLine)
    /// Figures, at the interval of ``ClientSettings/statisticsIntervalMs``.
    case statistics(Statistics)
    /// Something failed that librdkafka mends by itself, unless ``KafkaFault/isFatal``.
    case fault(KafkaFault)
}

/// A line of librdkafka's log.
public struct ClientLogLine: Sendable, Equatable {
    /// How much it matters.
    public var level: ClientLogLevel
    /// Which part of librdkafka speaks, such as `FAIL` or `CONFWARN`.
    public var facility: String
    /// The line.
    public var message: String

    /// Whether what it tells of comes as a fault too, as an event or from the call that failed.
    public var isFault: Bool {
        ["FAIL", "ERROR", "FATAL"].contains(facility) || facility == "TXNERR" && level <= .alert
    }
}

/// syslog's levels, as librdkafka uses them.
public enum ClientLogLevel: Int32, Sendable, Comparable {
    case emergency, alert, critical, error, warning, notice, info, debug

    /// More urgent comes first.
    public static func < (one: ClientLogLevel, other: ClientLogLevel) -> Bool { one.rawValue < other.rawValue }
}

/// Takes a client's events; called on the thread that polls the client, so it has to be quick.
public typealias ClientEventHandler = @Sendable (ClientEvent) -> Void
