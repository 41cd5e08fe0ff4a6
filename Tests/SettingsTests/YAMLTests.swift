import Testing

@testable import Settings

@Suite("YAML files")
struct YAMLTests {
    private func fault(_ text: String) -> YAMLFault? {
        do throws(YAMLFault) {
            _ = try YAMLReader.read(Array(text.utf8))
            return nil
        } catch {
            return error
        }
    }

    @Test func valuesKnowTheirLines() throws {
        let node = try YAMLReader.read(Array("a: 1\nb:\n  - x\n  - 'null'\nc: ~\n".utf8))
        let expected = YAMLNode.Content.mapping([
            YAMLEntry(key: "a", line: 1, value: YAMLNode(content: .scalar("1"), line: 1)),
            YAMLEntry(
                key: "b", line: 2,
                value: YAMLNode(
                    content: .sequence([
                        YAMLNode(content: .scalar("x"), line: 3), YAMLNode(content: .scalar("null"), line: 4),
                    ]), line: 3)),
            YAMLEntry(key: "c", line: 5, value: YAMLNode(content: .null, line: 5)),
        ])
        #expect(node.content == expected)
    }

    @Test(arguments: ["", "# nothing\n", "---\n", "~"])
    func anEmptyFileIsNothing(text: String) throws {
        #expect(try YAMLReader.read(Array(text.utf8)).content == .null)
    }

    @Test(arguments: [
        ("a: 1\nb: 2\na: 3\n", 3, "a second time"), ("a: &x 1\nb: *x\n", 1, "anchors"), ("a: 1\nb: *x\n", 2, "aliases"),
        ("a: !!binary aGk=\n", 1, "tags"), ("a: 1\n---\nb: 2\n", 2, "second document"), ("a: [1, 2\n", 2, "no YAML"),
        ("? [a]\n: 1\n", 1, "a key has to be a text"), ("a:\n\t- 1\n", 2, "no YAML"), ("a: \"\u{1}\"", 1, "no YAML"),
    ])
    func whatIsNotReadIsNamedWithItsLine(text: String, line: Int, words: String) throws {
        let found = try #require(fault(text))
        #expect(found.line == line && found.detail.contains(words), "\(found)")
    }

    @Test func sizeDepthAndNumberAreBounded() {
        #expect(fault(String(repeating: "[", count: 100_000))?.detail == "values are nested deeper than 16")
        #expect(fault(String(repeating: "{a: ", count: 100_000))?.detail == "values are nested deeper than 16")
        #expect(fault(String(repeating: "- 1\n", count: 20_000))?.detail == "the file holds more than 10000 values")
        #expect(fault(String(repeating: "#\n", count: 1 << 20))?.detail == "the file has more than 1048576 bytes")
    }

    @Test func bytesThatAreNotUTF8AreRefused() {
        #expect(throws: YAMLFault.self) { try YAMLReader.read([0x61, 0x3A, 0x20, 0xFF, 0x0A]) }
    }

    @Test func aFileThatIsNoMappingIsRefused() {
        #expect(problems(file: "- a\n")[0].hasPrefix("galley.yaml:1: the file has to hold keys and values"))
        #expect(problems(file: "kafka: a\n") == ["galley.yaml:1: kafka holds keys of its own, not a value"])
        #expect(
            problems(file: "kafka.brokers: a\nkafka: {brokers: b}\n") == [
                "galley.yaml:2: kafka.brokers stands here a second time"
            ])
        #expect(problems(file: "workers:\n")[0].hasPrefix("galley.yaml:1: workers is empty; expected a whole number"))
    }
}
