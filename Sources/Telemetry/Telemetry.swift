import Civil
import Glibc
import Synchronization

/// Where events go: one log line and one count each. Any thread may emit.
public final class Telemetry: Sendable {
    /// Every metric of the process.
    public let metrics: MetricRegistry

    private let level: EventLevel
    private let isJSON: Bool
    private let write: @Sendable (String) -> Void
    private let now: @Sendable () -> WallTime
    private let secrets = Mutex<[String]>([])
    private let repeats = Mutex(RepeatLimit())

    /// Makes telemetry that writes to stderr.
    /// - Parameters:
    ///   - level: events below it are counted but not written.
    ///   - format: how lines look.
    public convenience init(level: EventLevel = .info, format: LineFormat = .auto) {
        let isJSON = format == .json || (format == .auto && isatty(STDERR_FILENO) == 0)
        self.init(level: level, isJSON: isJSON, now: { WallTime.now() }, write: { StandardError.write($0) })
    }

    /// Makes telemetry that hands its lines to a function, for tests and for those who log elsewhere.
    public init(
        level: EventLevel, isJSON: Bool, metrics: MetricRegistry = MetricRegistry(),
        now: @escaping @Sendable () -> WallTime = { WallTime.now() }, write: @escaping @Sendable (String) -> Void
    ) {
        self.level = level
        self.isJSON = isJSON
        self.metrics = metrics
        self.now = now
        self.write = write
    }

    /// Telemetry that counts and writes nothing.
    public static func silent() -> Telemetry { Telemetry(level: .critical, isJSON: true, write: { _ in }) }

    /// The metric of lines that were written.
    public static let linesFamily = MetricFamily.counter(
        "galley_log_lines_total", "level", help: "Lines written to the log, by level.")

    /// Counts an event and writes its line.
    public func emit(_ event: some Event) {
        event.record(in: metrics)
        guard event.level >= level else { return }
        // Who asks for everything gets it.
        guard event.level > .debug else { return say(event) }
        let (isAdmitted, heldBack) = repeats.withLock { repeats in
            let heldBack = repeats.flush(now: .now)
            return (repeats.admits(event.kind, now: .now), heldBack)
        }
        for (kind, count) in heldBack { say(LinesHeldBack(heldBack: kind, count: count)) }
        if isAdmitted { say(event) }
    }

    private func say(_ event: some Event) {
        metrics.counter(Telemetry.linesFamily, event.level.rawValue).add()
        let secrets = secrets.withLock { $0 }
        let line = LogLine(
            time: now().rfc3339, level: event.level, name: event.name,
            message: Self.conceal(secrets, in: event.message),
            fields: event.fields.map { ($0.name, Self.conceal(secrets, in: $0.value)) })
        write(isJSON ? line.json : line.words)
    }

    /// Has a secret replaced by `***` in every line from now on, should it come by in the words of a library.
    public func conceal(_ secret: String) {
        guard !secret.isEmpty else { return }
        secrets.withLock { secrets in
            secrets.append(secret)
            // The longer first: one secret may be part of another.
            secrets.sort { $0.utf8.count > $1.utf8.count }
        }
    }

    private static func conceal(_ secrets: [String], in value: FieldValue) -> FieldValue {
        guard case .text(let text) = value else { return value }
        return .text(conceal(secrets, in: text))
    }

    private static func conceal(_ secrets: [String], in text: String) -> String {
        secrets.reduce(text) { text, secret in
            text.contains(secret)
                ? text.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "***") : text
        }
    }
}

/// Lines that were not written, as many like them were.
public struct LinesHeldBack: Event {
    let heldBack: String
    let count: Int
    /// `lines_held_back`.
    public var name: String { "lines_held_back" }
    /// Worth a look.
    public var level: EventLevel { .notice }
    /// What happened.
    public var message: String { "\(count) more lines of this kind were left out: \(heldBack)" }
    /// The kind, which is the event's name or begins with it, and how many.
    public var fields: [(name: String, value: FieldValue)] { [("kind", .text(heldBack)), ("count", .int(count))] }
}

/// A moment of the wall clock, for log lines only.
public struct WallTime: Sendable {
    /// Milliseconds since 1970.
    public let milliseconds: Int64

    /// Makes a moment.
    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The moment it is.
    public static func now() -> WallTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return WallTime(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }

    /// RFC 3339 in UTC with milliseconds.
    public var rfc3339: String { CivilDay.rfc3339(milliseconds: Int(milliseconds), hasFraction: true) }
}

/// The process's standard error, one whole line at a time.
private enum StandardError {
    private static let lock = Mutex(())

    static func write(_ line: String) {
        var bytes = Array(line.utf8)
        bytes.append(UInt8(ascii: "\n"))
        lock.withLock { _ in
            var start = 0
            while start < bytes.count {
                let written = bytes[start...].withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
                if written < 0 && errno == EINTR { continue }
                // A reader that went away must not end the work.
                if written <= 0 { return }
                start += written
            }
        }
    }
}
