import Foundation
import Settings
import TestSupport
import Testing

@Suite("What is shown of settings")
struct ReferenceTests {
    @Test func theReferenceIsTheCommittedOne() throws {
        let file = Folders.package.appending(path: "deploy/reference/settings.md")
        let page = Data(Reference.markdown.utf8)
        if ProcessInfo.processInfo.environment["GALLEY_UPDATE"] == "1" { try page.write(to: file) }
        let isEqual = try Data(contentsOf: file) == page
        #expect(isEqual, "deploy/reference/settings.md differs: GALLEY_UPDATE=1 swift test --filter ReferenceTests")
    }

    @Test(arguments: Command.allCases)
    func everyCommandIsExplainedWithAnExample(command: Command) {
        let text = Help.text(for: [command.rawValue])
        #expect(text.hasPrefix("Usage: galley \(command.rawValue)") && text.contains("\nExamples:\n  "))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 120 })
        #expect(Help.general.contains("  \(command.rawValue)"))
    }

    @Test func helpListsTheCommandsOwnFlagsOnly() {
        let text = Help.text(for: ["load"])
        #expect(text.contains("--topic TEXT\n") && text.contains("--kafka-brokers A,B,...\n"))
        #expect(!text.contains("--input-group") && Help.text(for: ["nonsense"]) == Help.general)
    }

    @Test func examplesAreCommandLinesThatAreUnderstood() {
        for (line, _) in Command.allCases.flatMap(\.guide.examples) {
            let words = line.split(separator: " ").map(String.init)
            guard let start = words.firstIndex(of: "galley") else { continue }
            let arguments = words[(start + 1)...].prefix { $0 != ">" }
            let files = ["galley.yaml": SourcesTests.file, "/run/secrets/kafka": "x"]
            #expect(problems(Array(arguments), files: files).isEmpty, "\(line)")
        }
    }

    @Test func theCheckShowsValuesAndOriginsAndNoSecret() throws {
        let file =
            "kafka:\n  security: {user: u, password: hush}\n  properties: {ssl.key.password: hush, linger.ms: 5}\n"
        let invocation = try understood(
            ["check-config", "--config", "f.yaml", "--workers", "2"], ["GALLEY_INPUT_GROUP": "e"],
            files: ["f.yaml": file])
        let lines = invocation.settings.checked().split(separator: "\n").map {
            $0.split(separator: " ").joined(separator: " ")
        }
        #expect(lines.contains("kafka.security.user u f.yaml:2"))
        #expect(lines.contains("kafka.security.password ******** f.yaml:2"))
        #expect(lines.contains("kafka.properties linger.ms=5,ssl.key.password=******** f.yaml:3"))
        #expect(lines.contains("input.group e GALLEY_INPUT_GROUP") && lines.contains("workers 2 --workers"))
        #expect(lines.contains("output.topic articles default") && lines.contains("kafka.security.ca_file - not set"))
        #expect(!lines.joined().contains("hush"))
    }
}
