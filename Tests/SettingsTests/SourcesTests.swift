import Settings
import Testing

@Suite("Sources of settings")
struct SourcesTests {
    static let file = """
        # as in the guide
        kafka:
          brokers: [a:9092, b:9092]
          security: {protocol: SASL_SSL, mechanism: scram-sha-512, user: galley, password_file: /run/secrets/kafka}
          properties: {linger.ms: 20, client.rack: r1}
        input: {topics: [pages.raw, more.raw], group: g, format: warc, start: latest}
        dead_letters:
          attempts: 5
        limits: {page_bytes: 5MiB, page_seconds: 500ms, memory_bytes: 201326592}
        log:
        workers: 3
        """
    static let files = ["galley.yaml": file, "/run/secrets/kafka": "s3cret\r\n"]

    @Test func theDefaultsAreThoseOfTheGuide() throws {
        let configuration = try understood(["run"]).configuration
        #expect(configuration.kafka.brokers == "localhost:9092" && configuration.kafka.password == nil)
        #expect(configuration.input.topics == ["pages.raw"] && configuration.input.start == .earliest)
        #expect(configuration.output.topic == "articles" && configuration.output.deadLettersTopic == "pages.raw.dlq")
        #expect(configuration.limits.pageBytes == 20_971_520 && configuration.limits.memoryBytes == 201_326_592)
        #expect(configuration.limits.nodes == 1_000_000 && configuration.limits.depth == 512)
        #expect(
            configuration.limits.blocks == 30_000 && configuration.limits.textBytes == 4_194_304
                && configuration.limits.headerBytes == 262_144)
        #expect(configuration.limits.pageSeconds == 10 && configuration.delivery.drainSeconds == 25)
        #expect(configuration.log.format == .auto && configuration.log.level == .info && configuration.workers == 0)
    }

    @Test func theFileIsRead() throws {
        let invocation = try understood(["run", "--config", "galley.yaml"], files: Self.files)
        let configuration = invocation.configuration
        #expect(configuration.kafka.brokers == "a:9092,b:9092" && configuration.kafka.securityProtocol == "sasl_ssl")
        #expect(configuration.kafka.mechanism == "SCRAM-SHA-512" && configuration.kafka.password == "s3cret")
        #expect(configuration.kafka.properties == ["linger.ms": "20", "client.rack": "r1"])
        #expect(configuration.input.topics == ["pages.raw", "more.raw"] && configuration.input.start == .latest)
        #expect(configuration.output.attempts == 5 && configuration.workers == 3)
        #expect(configuration.limits.pageBytes == 5 << 20 && configuration.limits.pageSeconds == 0.5)
        #expect(invocation.settings.effective(.deadLettersAttempts)?.origin == .file(path: "galley.yaml", line: 8))
    }

    @Test func flagsWinOverTheEnvironmentAndThatOverTheFile() throws {
        let environment = [
            "GALLEY_CONFIG": "galley.yaml", "GALLEY_INPUT_GROUP": "e", "GALLEY_WORKERS": "4", "GALLEY_LOG_LEVEL": "",
        ]
        let invocation = try understood(["run", "--workers=5"], environment, files: Self.files)
        #expect(invocation.configuration.input.group == "e" && invocation.configuration.workers == 5)
        #expect(invocation.configuration.input.format == "warc" && invocation.configuration.log.level == .info)
        #expect(invocation.settings.effective(.inputGroup)?.origin == .environment("GALLEY_INPUT_GROUP"))
        #expect(invocation.settings.effective(.workers)?.origin == .flag("--workers"))
    }

    @Test func flagsThatHoldSeveralValuesMayBeGivenAgain() throws {
        let arguments = ["run", "--input-topics", "a,b", "--input-topics=c", "--workers", "1", "--workers", "2"]
        let configuration = try understood(arguments + ["--kafka-properties", "a.b=c=d"]).configuration
        #expect(configuration.input.topics == ["a", "b", "c"] && configuration.workers == 2)
        #expect(configuration.kafka.properties == ["a.b": "c=d"])
    }

    @Test func aStrongerPasswordWinsOverAWeakerFileOfOne() throws {
        let stronger = try understood(
            ["run", "--config", "galley.yaml"], ["GALLEY_KAFKA_SECURITY_PASSWORD": "other"], files: Self.files)
        #expect(stronger.configuration.kafka.password == "other")
        let file = "kafka: {security: {password: weak}}"
        let weaker = try understood(
            ["run", "--config", "f", "--kafka-security-password-file", "p"], files: ["f": file, "p": "strong\n"])
        #expect(weaker.configuration.kafka.password == "strong")
    }

    @Test func optionsAreTyped() throws {
        let extract = try understood(["extract", "--url", "U", "-", "--format", "pretty", "--", "--odd.html"])
        #expect(extract.operands == ["-", "--odd.html"])
        #expect(extract.configuration.options.url == "U" && extract.configuration.options.format == .pretty)
        let broker = try understood(["broker", "--topics", "a:4,b"])
        let plans = broker.configuration.options.topics
        #expect(plans.map(\.name) == ["a", "b"] && plans.map(\.partitions) == [4, 1])
        #expect(try understood(["demo", "--quiet"]).configuration.options.quiet)
        #expect(try !understood(["demo", "--no-quiet"]).configuration.options.quiet)
    }

    @Test func helpAndVersionAreCommandsHoweverTheyAreAskedFor() throws {
        #expect(try understood([]).command == .help && understood(["-h"]).command == .help)
        #expect(try understood(["--version"]).command == .version)
        let help = try understood(["load", "--help"])
        #expect(help.command == .help && help.operands == ["load"])
    }

    @Test func aVariableNearASettingIsNotedAndOthersAreNot() throws {
        let invocation = try understood(
            ["run"], ["GALLEY_INPUT_TOPIC": "x", "GALLEY_SERVICE_HOST": "10.0.0.1", "HOME": "/"])
        #expect(
            invocation.notes == [#"the variable GALLEY_INPUT_TOPIC is no setting; did you mean "GALLEY_INPUT_TOPICS"?"#]
        )
    }
}
