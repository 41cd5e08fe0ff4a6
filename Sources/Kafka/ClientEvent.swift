/// What a client has to say beside records and delivery reports.
public enum ClientEvent: Sendable {
    /// A line of librdkafka's log, any secret in it replaced by `***`.
    case log(LogLine)
    /// Figures, at the interval of ``ClientSettings/statisticsIntervalMs``.
    case statistics(Statistics)
    /// Something failed that librdkafka mends by itself, unless ``KafkaFault/isFatal``.
    case fault(KafkaFault)
}

/// A line of librdkafka's log.
public struct LogLine: Sendable, Equatable {
    /// How much it matters.
    public var level: LogLevel
    /// Which part of librdkafka speaks, such as `FAIL` or `CONFWARN`.
    public var facility: String
    /// The line.
    public var message: String
}

/// syslog's levels, as librdkafka uses them.
public enum LogLevel: Int32, Sendable, Comparable {
    case emergency, alert, critical, error, warning, notice, info, debug

    /// More urgent comes first.
    public static func < (one: LogLevel, other: LogLevel) -> Bool { one.rawValue < other.rawValue }
}

/// Takes a client's events; called on the thread that polls the client, so it has to be quick.
public typealias ClientEventHandler = @Sendable (ClientEvent) -> Void
