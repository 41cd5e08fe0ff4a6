import Foundation
import Synchronization
import Telemetry
import Testing

struct TelemetryTests {
    struct PageDone: Event {
        var detail = "fine"
        var level = EventLevel.info
        var name: String { "page_done" }
        var message: String { "a page is done" }
        var fields: [(name: String, value: FieldValue)] {
            [
                ("detail", .text(detail)), ("bytes", 12), ("share", .real(.infinity)), ("ok", .flag(true)),
                ("time", "not the time"), ("outcomes", .counts(["b": 2, "a": 1])),
            ]
        }
        func record(in metrics: MetricRegistry) { metrics.counter(.counter("pages_total", help: "Pages.")).add() }
    }

    final class Lines: Sendable {
        let all = Mutex<[String]>([])
    }

    private func telemetry(isJSON: Bool, level: EventLevel = .info) -> (Telemetry, Lines) {
        let lines = Lines()
        let moment = WallTime(milliseconds: 951_782_400_123)
        let telemetry = Telemetry(level: level, isJSON: isJSON, now: { moment }) { line in
            lines.all.withLock { $0.append(line) }
        }
        return (telemetry, lines)
    }

    @Test func anEventIsOneLineOfJSONAndOneCount() throws {
        let (telemetry, lines) = telemetry(isJSON: true)
        telemetry.emit(PageDone())
        let line = try #require(lines.all.withLock { $0.first })
        let value = try JSONSerialization.jsonObject(with: Data(line.utf8))
        let object = try #require(value as? [String: Any])
        #expect(object["time"] as? String == "2000-02-29T00:00:00.123Z")
        #expect(object["level"] as? String == "info")
        #expect(object["event"] as? String == "page_done")
        #expect(object["bytes"] as? Int == 12)
        #expect(object["share"] as? String == "inf")
        #expect(object["ok"] as? Bool == true)
        #expect(object["outcomes"] as? [String: Int] == ["a": 1, "b": 2])
        #expect(telemetry.metrics.counter(.counter("pages_total", help: "")).value == 1)
    }

    @Test(arguments: ["a \"b\" \\ c", "two\nlines\r\t", "\u{0}\u{1b}[31m\u{7f}\u{85}", "记者 é 😀"])
    func anyTextStaysOneValidLine(text: String) throws {
        let (telemetry, lines) = telemetry(isJSON: true)
        telemetry.emit(PageDone(detail: text))
        let line = try #require(lines.all.withLock { $0.first })
        #expect(!line.contains("\n"))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        #expect(object["detail"] as? String == text)
    }

    @Test func aPersonGetsWords() {
        let (telemetry, lines) = telemetry(isJSON: false)
        telemetry.emit(PageDone(detail: "x\u{1b}[2Jy", level: .warning))
        #expect(
            lines.all.withLock { $0 } == [
                "00:00:00 warning: a page is done (detail: x\\u{1B}[2Jy, bytes: 12, share: inf, ok: yes, time: not the time, "
                    + "outcomes: a 1, b 2)"
            ])
    }

    @Test func whatIsBelowTheLevelIsCountedOnly() {
        let (telemetry, lines) = telemetry(isJSON: true, level: .error)
        telemetry.emit(PageDone(level: .warning))
        #expect(lines.all.withLock { $0.isEmpty })
        #expect(telemetry.metrics.counter(.counter("pages_total", help: "")).value == 1)
    }

    @Test func aSecretIsNeverWritten() {
        let (telemetry, lines) = telemetry(isJSON: true)
        telemetry.conceal("hunter")
        telemetry.conceal("hunter22")
        telemetry.conceal("")
        telemetry.emit(PageDone(detail: "login user:hunter22 failed, hunter too"))
        let line = lines.all.withLock { $0.joined() }
        #expect(!line.contains("hunter"))
        #expect(line.contains("login user:*** failed, *** too"))
    }

    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
            (1_709_251_199_999, "2024-02-29T23:59:59.999Z"),
            (4_102_444_800_000, "2100-01-01T00:00:00.000Z"),
        ] as [(Int64, String)])
    func momentsAreWrittenInUTC(milliseconds: Int64, text: String) {
        #expect(WallTime(milliseconds: milliseconds).rfc3339 == text)
    }
}
