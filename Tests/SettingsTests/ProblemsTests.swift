import Foundation
import Settings
import Testing

@Suite("What is wrong with settings")
struct ProblemsTests {
    @Test func aMisspeltKeyIsNamedWithItsLineAndTheNearestOne() {
        let file = "kafka:\n  brokers: a:9092\ninput:\n  topcs: [pages.raw]\n"
        #expect(problems(file: file) == [#"galley.yaml:4: unknown key "input.topcs"; did you mean "input.topics"?"#])
        #expect(problems(file: "ouput: {topic: x}") == [#"galley.yaml:1: unknown key "ouput"; did you mean "output"?"#])
        #expect(problems(file: "zzzzzzzz: 1") == [#"galley.yaml:1: unknown key "zzzzzzzz""#])
    }

    @Test func everyProblemIsFoundInOneGo() {
        let file = "input: {start: now}\nlimits:\n  page_bytes: 20 pages\n  depth: [1]\n"
        let found = problems(
            ["run", "--config", "f", "--wokers", "2"], ["GALLEY_LOG_LEVEL": "loud"], files: ["f": file])
        #expect(
            found == [
                #"unknown flag --wokers; did you mean "--workers"?; galley help run lists them"#,
                "galley run takes no operands; \"2\" is one too many",
                #"f:1: input.start is "now"; expected one of earliest, latest"#,
                #"f:3: limits.page_bytes is "20 pages"; expected a size from 1 to 1073741824 bytes, as 20971520, 20MiB or 20MB"#,
                "f:4: limits.depth is a list; expected a whole number from 16 to 100000",
                #"GALLEY_LOG_LEVEL is "loud"; expected one of debug, info, warning, error"#,
            ])
    }

    @Test func aMissingPasswordFileIsNamedWithItsLine() {
        let file = "kafka:\n  security:\n    user: u\n    password_file: /run/secrets/none\n"
        #expect(
            problems(file: file) == [
                "galley.yaml:4: kafka.security.password_file: /run/secrets/none cannot be read: no such file"
            ])
        let empty = problems(["run", "--kafka-security-password-file", "p"], files: ["p": "\n"])
        #expect(
            empty == ["--kafka-security-password-file: kafka.security.password_file: p cannot be read: it is empty"])
    }

    @Test func aPasswordGivenTwiceIsRefused() {
        let file = "kafka: {security: {user: u, password: a, password_file: p}}"
        let found = problems(["run", "--config", "f"], files: ["f": file, "p": "b"])
        #expect(found == ["f:1: kafka.security.password_file and kafka.security.password are both given; keep one"])
    }

    @Test func noMessageRepeatsASecret() {
        let file = "kafka: {security: {password: [hush]}, properties: hush}"
        let flags = ["--kafka-security-pasword=hush", "--kafka-properties", "ssl.key.password:hush"]
        let found = problems(["run", "--config", "f"] + flags, files: ["f": file])
        #expect(found.count == 4 && !found.joined().contains("hush"))
    }

    @Test func aLoginNeedsUserAndPassword() {
        let found = problems(file: "kafka: {security: {protocol: sasl_ssl, user: u}}")
        #expect(found.count == 1 && found[0].contains("needs kafka.security.user"))
        #expect(problems(["extract"], ["GALLEY_KAFKA_SECURITY_PROTOCOL": "sasl_ssl"]).isEmpty)
    }

    @Test func filesOfCertificatesHaveToBeThere() {
        let found = problems(["run", "--kafka-security-ca-file", "ca.pem"])
        #expect(found == ["--kafka-security-ca-file: kafka.security.ca_file: ca.pem cannot be read: no such file"])
        #expect(problems(["run", "--kafka-security-ca-file", "ca.pem"], files: ["ca.pem": ""]).isEmpty)
    }

    @Test(arguments: [
        (["rnu"], "did you mean \"run\"?"), (["run", "--topic", "x"], "it is one of load"), (["load"], "needs FILE"),
        (["run", "--workers"], "needs a value"), (["run", "--workers", "--quiet"], "needs a value"),
        (["evaluate"], "needs --gold"),
        (["help", "a", "b"], "one operand at most"), (["run", "-x"], "unknown flag -x"),
        (["run", "--hlep"], "did you mean \"--help\"?"),
        (["broker", "--topics", "a:0"], "NAME:PARTITIONS"),
        (["extract", "--url="], "expected a text"), (["run", "--kafka-brokers", "a,,b"], "commas between"),
    ])
    func aWrongCommandLineIsExplained(arguments: [String], words: String) {
        #expect(problems(arguments).joined(separator: "\n").contains(words))
        #expect(code(arguments) == .usage)
    }

    @Test func theExitCodeTellsUsageFromConfiguration() {
        #expect(code(["run"], ["GALLEY_WORKERS": "many"]) == .configuration)
        #expect(code(["run", "--config", "none.yaml"]) == .configuration)
        #expect(code(["run", "--workers", "many"]) == .usage)
        #expect(code(["run"]) == nil)
    }

    @Test func aMissingConfigurationFileSaysSo() {
        #expect(
            problems(["run", "--config", "none.yaml"]) == [
                "the configuration file none.yaml cannot be read: no such file"
            ])
    }

    @Test func theSystemsFilesAreReadWithABound() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "galley-settings-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "secret")
        try Data("x".utf8).write(to: file)
        #expect(try SystemFile.read(file.path) == [0x78])
        #expect(throws: FileFault("it is a folder")) { try SystemFile.read(folder.path) }
        #expect(throws: FileFault("no such file")) { try SystemFile.read(folder.path + "/none") }
        #expect(throws: FileFault("it has more than 1048576 bytes")) { try SystemFile.read("/dev/zero") }
    }
}
