import Foundation
import Kafka
import Pages
import Synchronization
import TestSupport
import Testing
import Wire

/// A registry in this process that fails when it is told to, and asks for a login.
private final class FailingRegistry: Sendable {
    private struct State: Sendable {
        var isAway = false
        /// What is registered, in the order of the numbers.
        var schemas: [(type: String, schema: String)] = []
    }

    /// What the server's threads and the test share.
    private final class Shared: Sendable {
        let state: Mutex<State>
        init(_ state: State) { self.state = Mutex(state) }
    }

    private let shared: Shared
    let server: StandInServer

    init(isAway: Bool) {
        let shared = Shared(State(isAway: isAway))
        self.shared = shared
        server = StandInServer { request in FailingRegistry.answer(request, shared) }
    }

    var isAway: Bool {
        get { shared.state.withLock { $0.isAway } }
        set { shared.state.withLock { $0.isAway = newValue } }
    }

    /// Puts a schema there; its number.
    func add(_ type: String, _ schema: String) -> UInt32 {
        shared.state.withLock { state in
            state.schemas.append((type, schema))
            return UInt32(state.schemas.count)
        }
    }

    private static func answer(_ request: StandInServer.Request, _ shared: Shared) -> StandInServer.Answer {
        let state = shared.state.withLock { $0 }
        if state.isAway { return .init(503, #"{"error_code":50001,"message":"the store is away"}"#) }
        // u:p
        guard request.headers["authorization"] == "Basic dTpw" else { return .init(401, "{}") }
        let parts = request.path.split(separator: "/").map(String.init)
        if request.method == "GET", parts.count == 3, parts[0] == "schemas", let id = Int(parts[2]) {
            guard state.schemas.indices.contains(id - 1) else {
                return .init(404, #"{"error_code":40403,"message":"Schema not found"}"#)
            }
            return json(["schemaType": state.schemas[id - 1].type, "schema": state.schemas[id - 1].schema])
        }
        if request.method == "POST", parts.first == "subjects",
            let asked = try? JSONSerialization.jsonObject(with: Data(request.body.utf8)) as? [String: String],
            let place = state.schemas.firstIndex(where: { $0.schema == asked["schema"] })
        {
            return json(["id": place + 1, "version": 1])
        }
        return .init(404, #"{"error_code":40401,"message":"Subject not found"}"#)
    }

    private static func json(_ object: [String: Any]) -> StandInServer.Answer {
        .init(200, Array((try? JSONSerialization.data(withJSONObject: object)) ?? Data()))
    }

    /// Flags of a worker that uses it.
    var flags: [String] {
        [
            "--output-format", "avro", "--output-registry-url", server.url, "--output-registry-user", "u",
            "--output-registry-password", "p",
        ]
    }
}

@Suite(
    .waits,
    .enabled(if: WorkerRun.obstacle == nil, Comment(rawValue: "skipped: \(WorkerRun.obstacle ?? "")")))
struct RegistryTests {
    private static let envelope = #"""
        {"type":"record","name":"Capture","fields":[{"name":"url","type":"string"},{"name":"html","type":"string"}]}
        """#

    @Test func `a registry that is away at the start and in mid-run costs time and nothing else`() throws {
        let run = try WorkerRun(pages: 60)
        let registry = FailingRegistry(isAway: true)
        defer { registry.server.stop() }
        _ = registry.add("AVRO", PublishedKind.article.registered(.avro))
        let capture = registry.add("AVRO", Self.envelope)
        let worker = try run.start(more: registry.flags)
        #expect(
            eventually(within: .seconds(120)) { worker.log.contains("waiting for the schema registry") },
            "\(worker.log)"
        )
        #expect(try run.kafka.count(run.topics.outputs) == 0 && worker.isRunning)
        registry.isAway = false
        #expect(try run.waitForOutcomes(60), "\(worker.log.suffix(2000))")
        // In mid-run: pages that name a schema which was never asked for, and plain ones behind them.
        registry.isAway = true
        try Self.load(20, schema: capture, on: run)
        #expect(
            eventually(within: .seconds(120)) { worker.log.contains("registry_waits") }, "\(worker.log.suffix(2000))")
        usleep(2_000_000)
        #expect(try run.kafka.count(run.topics.outputs) < 80 && worker.isRunning)
        registry.isAway = false
        #expect(try run.waitForOutcomes(80), "\(worker.log.suffix(2000))")
        run.stopAll()
        var outcomes: [ConsumedRecord] = []
        try run.kafka.readAll(run.topics.outputs) { outcomes.append($0) }
        #expect(outcomes.count == 80)
        let schema = RegistryTests.Shelf(avro: try AvroSchema(json: PublishedKind.article.registered(.avro)))
        let events = try outcomes.filter { $0.topic == run.topics.articles }.map {
            try OutcomeReader(schemas: schema).event($0.value ?? [], contentType: "application/avro")
        }
        let own = events.filter { $0.url?.hasPrefix("https://capture.example/") == true }
        #expect(Set(own.map(\.url)).count == 20 && Set(events.map(\.eventID)).count == events.count)
        // On a topic of Avro none is to begin that writes JSON.
        let other = try run.start()
        #expect(other.wait(seconds: 120) == 78)
        #expect(
            other.log.contains("has records of the format avro") && other.log.contains("json is to be written"),
            "\(other.log)")
    }

    @Test func `a schema that is not registered is named, and how to register it`() throws {
        let run = try WorkerRun(pages: 1)
        let registry = FailingRegistry(isAway: false)
        defer { registry.server.stop() }
        let worker = try run.start(more: registry.flags)
        #expect(eventually(within: .seconds(120)) { worker.log.contains("galley schema register") }, "\(worker.log)")
        #expect(worker.log.contains("subject \(run.topics.articles)-value"))
        #expect(!worker.log.contains("\"p\"") && !worker.log.contains("dTpw"))
        _ = registry.add("AVRO", PublishedKind.article.registered(.avro))
        #expect(try run.waitForOutcomes(1), "\(worker.log)")
        run.stopAll()
    }

    private struct Shelf: SchemaSource {
        let avro: AvroSchema

        func schema(id: UInt32) throws(SchemaFault) -> RegisteredSchema { .avro(avro) }
    }

    /// Pages in Avro by that schema.
    private static func load(_ count: Int, schema: UInt32, on run: WorkerRun) throws {
        let text = String(
            repeating: "<p>After eleven weeks in dock the harbour ferry went back to work on Friday morning.</p>",
            count: 8)
        let pages = (0..<count).map { number in
            let html =
                "<html><title>Ferry \(number) sails</title><article><h1>Ferry \(number) sails</h1>\(text)</article>"
            return SchemaFrame.bytes(schema) + avro("https://capture.example/\(number)") + avro(html)
        }
        try run.add(values: pages)
    }

    private static func avro(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = []
        var length = text.utf8.count * 2
        while length >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: length) | 0x80)
            length >>= 7
        }
        return bytes + [UInt8(length)] + Array(text.utf8)
    }
}
