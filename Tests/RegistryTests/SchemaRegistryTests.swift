import Foundation
import Registry
import Synchronization
import TestSupport
import Testing
import Wire

@Suite("A client of schema registries", .waits)
struct SchemaRegistryTests {
    @Test func aSchemaIsGotByItsNumber() throws {
        let server = StandInServer { request in
            #expect(request.path == "/base/schemas/ids/7" && request.headers["authorization"] == nil)
            return StandInServer.Answer(200, #"{"schema":"\"string\""}"#)
        }
        defer { server.stop() }
        let registry = try SchemaRegistry(server.url + "/base/")
        let found = try registry.schema(id: 7)
        #expect(found.type == "AVRO" && found.schema == "\"string\"")
        #expect(registry.uri(ofSchema: 7) == server.url + "/base/schemas/ids/7")
    }

    @Test(arguments: [
        (SchemaRegistry.Credentials.basic(user: "galley", password: "s:ecret"), "Basic Z2FsbGV5OnM6ZWNyZXQ="),
        (.bearer("t0ken"), "Bearer t0ken"),
    ])
    func credentialsAreSentWithEveryRequest(credentials: SchemaRegistry.Credentials, header: String) throws {
        let server = StandInServer { request in
            request.headers["authorization"] == header
                ? StandInServer.Answer(200, #"{"id":3,"version":1,"schema":"\"int\""}"#)
                : StandInServer.Answer(401, "{}")
        }
        defer { server.stop() }
        let registry = try SchemaRegistry(server.url, credentials: credentials)
        #expect(try registry.latest("articles-value")?.id == 3)
        #expect(try registry.register("\"int\"", type: "AVRO", in: "articles-value") == 3)
        let other = try SchemaRegistry(server.url, credentials: .bearer("wrong"))
        #expect(throws: RegistryFault.refused(url: server.url, status: 401)) { try other.latest("articles-value") }
    }

    @Test func aSubjectThatIsUnknownIsNoFault() throws {
        let server = StandInServer { _ in
            StandInServer.Answer(404, #"{"error_code":40401,"message":"Subject 'articles-value' not found."}"#)
        }
        defer { server.stop() }
        let registry = try SchemaRegistry(server.url)
        #expect(try registry.latest("articles-value") == nil)
        #expect(try registry.version(of: "\"int\"", type: "AVRO", in: "articles-value") == nil)
        #expect(try registry.verdict(on: "\"int\"", type: "AVRO", in: "articles-value").isCompatible)
    }

    @Test func whatASubjectIsCalledIsEscapedInPaths() throws {
        let server = StandInServer { _ in StandInServer.Answer(200, #"{"id":1,"version":1,"schema":"{}"}"#) }
        defer { server.stop() }
        _ = try SchemaRegistry(server.url).latest("a/b c-value")
        #expect(server.requests.first?.path == "/subjects/a%2Fb%20c-value/versions/latest")
    }

    @Test(arguments: [500, 503, 429, 408])
    func statusesThatPassAreAnOutage(status: Int) throws {
        let server = StandInServer { _ in StandInServer.Answer(status, #"{"error_code":50001,"message":"busy"}"#) }
        defer { server.stop() }
        let registry = try SchemaRegistry(server.url)
        #expect(throws: RegistryFault.away(url: server.url, detail: "HTTP status \(status): busy")) {
            try registry.schema(id: 1)
        }
    }

    @Test func aRegistryThatSaysNothingIsGivenUpInTime() throws {
        let server = StandInServer { _ in nil }
        defer { server.stop() }
        let registry = try SchemaRegistry(server.url, timeout: .milliseconds(200))
        do throws(RegistryFault) {
            _ = try registry.schema(id: 1)
            Issue.record("there was an answer")
        } catch {
            guard case .away = error else { throw error }
        }
    }

    @Test(arguments: [(404, "<html>no such page</html>"), (200, "<html>hello</html>"), (302, "")])
    func whatIsNoRegistryIsSaidToBeNone(status: Int, body: String) throws {
        let server = StandInServer { _ in StandInServer.Answer(status, body) }
        defer { server.stop() }
        let registry = try SchemaRegistry(server.url)
        do throws(RegistryFault) {
            _ = try registry.latest("articles-value")
            Issue.record("there was an answer")
        } catch {
            #expect(error.description.contains("none of a schema registry"))
        }
    }

    @Test(arguments: ["", "localhost:8081", "ftp://registry", "http://", "http://a b", "http://r/?x=1"])
    func anAddressThatIsNoneIsRefused(text: String) {
        #expect(throws: RegistryFault.noAddress(text)) { try SchemaRegistry(text) }
    }

    @Test func aPasswordInTheAddressIsRefusedAndNotRepeated() {
        #expect(throws: RegistryFault.secretInAddress) { try SchemaRegistry("http://u:p4ss@registry:8081") }
        #expect(!RegistryFault.secretInAddress.description.contains("p4ss"))
    }

    @Test func theVerdictsReasonsAreReadAsEitherRegistryGivesThem() throws {
        for body in [
            #"{"is_compatible":false,"messages":["READER_FIELD_MISSING_DEFAULT_VALUE"]}"#,
            #"{"is_compatible":false,"reason":"READER_FIELD_MISSING_DEFAULT_VALUE"}"#,
        ] {
            let server = StandInServer { _ in StandInServer.Answer(200, body) }
            defer { server.stop() }
            let verdict = try SchemaRegistry(server.url).verdict(on: "{}", type: "AVRO", in: "s")
            #expect(!verdict.isCompatible && verdict.reasons == ["READER_FIELD_MISSING_DEFAULT_VALUE"])
        }
    }
}

@Suite("Schemas kept by their numbers", .waits)
struct RegistrySchemasTests {
    @Test func aNumberIsAskedForOnce() throws {
        let server = StandInServer { _ in StandInServer.Answer(200, #"{"schema":"\"string\""}"#) }
        defer { server.stop() }
        let schemas = RegistrySchemas(try SchemaRegistry(server.url))
        for _ in 0..<3 {
            guard case .avro = try schemas.schema(id: 5) else {
                Issue.record("no Avro")
                return
            }
        }
        #expect(server.requests.count == 1)
    }

    @Test func aNumberThatIsUnknownIsAskedForAgain() throws {
        let isKnown = Mutex(false)
        let server = StandInServer { _ in
            isKnown.withLock { $0 }
                ? StandInServer.Answer(200, #"{"schemaType":"JSON","schema":"{}"}"#)
                : StandInServer.Answer(404, #"{"error_code":40403,"message":"Schema not found"}"#)
        }
        defer { server.stop() }
        let schemas = RegistrySchemas(try SchemaRegistry(server.url))
        #expect(throws: SchemaFault.unknown(id: 5, detail: "Schema not found")) { try schemas.schema(id: 5) }
        isKnown.withLock { $0 = true }
        guard case .json = try schemas.schema(id: 5) else {
            Issue.record("no JSON")
            return
        }
    }

    @Test func aRegistryThatIsAwayIsWaitedForAndSpokenOf() throws {
        let tries = Mutex(0)
        let server = StandInServer { _ in
            tries.withLock { tries in
                tries += 1
                return tries < 3 ? StandInServer.Answer(503, "") : StandInServer.Answer(200, #"{"schema":"\"int\""}"#)
            }
        }
        defer { server.stop() }
        let words = Mutex<[String]>([])
        let schemas = RegistrySchemas(try SchemaRegistry(server.url)) { fault, _ in
            words.withLock { $0.append(fault.description) }
        }
        _ = try schemas.schema(id: 5)
        #expect(tries.withLock { $0 } == 3)
        // Said once, not with every try.
        #expect(words.withLock { $0 }.count == 1)
    }

    @Test func patienceEnds() throws {
        let server = StandInServer { _ in StandInServer.Answer(503, "") }
        defer { server.stop() }
        let schemas = RegistrySchemas(try SchemaRegistry(server.url), patience: .zero)
        do throws(SchemaFault) {
            _ = try schemas.schema(id: 5)
            Issue.record("there was a schema")
        } catch {
            guard case .gaveUp = error else { throw error }
        }
    }

    @Test func aSchemaThatIsNoneIsAFaultForGood() throws {
        let server = StandInServer { _ in StandInServer.Answer(200, #"{"schema":"{\"type\":\"recrod\"}"}"#) }
        defer { server.stop() }
        let schemas = RegistrySchemas(try SchemaRegistry(server.url))
        for _ in 0..<2 {
            #expect(throws: SchemaFault.malformed(id: 5, detail: "the type recrod is not defined")) {
                try schemas.schema(id: 5)
            }
        }
        #expect(server.requests.count == 1)
    }
}

@Suite("Schemas side by side")
struct SchemaChangeTests {
    @Test(arguments: PublishedKind.allCases)
    func aSchemaDoesNotDifferFromItself(kind: PublishedKind) {
        for format in OutputFormat.allCases {
            let schema = kind.registered(format)
            #expect(SchemaChange.between(schema, schema, SchemaLanguage(format)).isEmpty)
        }
    }

    @Test func fieldsThatAreNewGoneOrOfAnotherTypeAreNamed() {
        let avro = PublishedKind.article.registered(.avro)
        let other = avro.replacingOccurrences(of: "\"name\":\"section\"", with: "\"name\":\"rubric\"")
            .replacingOccurrences(
                of: "{\"name\":\"duplicate_copies\",\"type\":\"long\"",
                with: "{\"name\":\"duplicate_copies\",\"type\":\"int\"")
        #expect(
            SchemaChange.between(other, avro, .avro) == [
                SchemaChange(field: "section", before: nil, after: "null or string, with a default"),
                SchemaChange(field: "duplicate_copies", before: "int", after: "long"),
                SchemaChange(field: "rubric", before: "null or string, with a default", after: nil),
            ])
        let json = PublishedKind.article.registered(.json)
        let looser = json.replacingOccurrences(of: ",\"pattern\":\"^[A-Z]{2}$\"", with: "")
        #expect(
            SchemaChange.between(looser, json, .json) == [
                SchemaChange(
                    field: "country", before: "string or null", after: "string or null like ^[A-Z]{2}$")
            ])
        let protobuf = PublishedKind.rejected.registered(.protobuf)
        let renumbered = protobuf.replacingOccurrences(of: "string detail = 4;", with: "string detail = 40;")
        #expect(
            SchemaChange.between(renumbered, protobuf, .protobuf) == [
                SchemaChange(field: "detail", before: "string = 40", after: "string = 4")
            ])
    }
}
