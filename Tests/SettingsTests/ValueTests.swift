import Testing

@testable import Settings

@Suite("Values")
struct ValueTests {
    @Test(arguments: [
        ("0", 0), ("20971520", 20_971_520), ("20MiB", 20_971_520), ("20 mb", 20_000_000), ("1kB", 1000),
        ("1GiB", 1 << 30),
    ])
    func sizesHaveUnits(text: String, expected: Int) {
        #expect(Quantity.bytes(text) == expected)
    }

    @Test(arguments: ["", "-1", "1.5MiB", "MiB", "1 pages", "9223372036854775807GiB", "99999999999999999999"])
    func otherTextsAreNoSize(text: String) {
        #expect(Quantity.bytes(text) == nil)
    }

    @Test(arguments: [("10", 10.0), ("0.5", 0.5), ("500ms", 0.5), ("2m", 120), ("1 h", 3600), ("3s", 3)])
    func timesHaveUnits(text: String, expected: Double) {
        #expect(Quantity.seconds(text) == expected)
    }

    @Test(arguments: ["", "-1s", "1d", "inf", "nan", "1..5s"])
    func otherTextsAreNoTime(text: String) {
        #expect(Quantity.seconds(text) == nil)
    }

    @Test(arguments: [
        ("true", true), ("YES", true), ("on", true), ("1", true), ("false", false), ("No", false), ("off", false),
    ])
    func truthHasSeveralWords(text: String, expected: Bool) throws {
        #expect(try SettingKind.boolean.parse(text) == .boolean(expected))
    }

    @Test(arguments: [("topcs", "topics", 1), ("wrokers", "workers", 1), ("", "abc", 3), ("kitten", "sitting", 3)])
    func editsAreCounted(a: String, b: String, expected: Int) {
        #expect(Suggestion.distance(a, b) == expected && Suggestion.distance(b, a) == expected)
    }

    @Test func aLongNameIsNotCompared() {
        #expect(Suggestion.words(for: String(repeating: "a", count: 100_000), among: ["run"]) == "")
    }
}

@Suite("The table of settings")
struct TableTests {
    @Test func everyKeyHasOneRowAndEveryNameOneMeaning() {
        #expect(Setting.table.map(\.key.rawValue).sorted() == SettingKey.allCases.map(\.rawValue).sorted())
        #expect(Set(Setting.table.map(\.flag)).count == Setting.table.count)
        let variables = Setting.table.compactMap(\.variable)
        #expect(Set(variables).count == variables.count)
    }

    @Test(arguments: Setting.table)
    func everyRowIsWhole(setting: Setting) throws {
        #expect(!setting.help.isEmpty && !setting.commands.isEmpty && !setting.kind.expectation.isEmpty)
        if let fallback = setting.fallback { _ = try setting.kind.parse(fallback) }
        if setting.isSecret { #expect(SettingKey(rawValue: setting.key.rawValue + "_file") != nil) }
    }

    @Test func namesFollowFromTheKey() throws {
        let row = try #require(Setting.byKey[.kafkaPasswordFile])
        #expect(row.flag == "--kafka-security-password-file" && row.fileKey == "kafka.security.password_file")
        #expect(row.variable == "GALLEY_KAFKA_SECURITY_PASSWORD_FILE")
    }
}
