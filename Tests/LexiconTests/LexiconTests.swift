import Foundation
import Testing

@testable import Lexicon
@testable import Normalization

/// The words of all languages: how they are written, and the page that says which kinds each language has.
@Suite("The lexicon")
struct LexiconTests {
    /// A list of a language's words of one kind.
    private struct List {
        var language: Language
        /// The group and the kind: `rights`, `reserved`.
        var group: String
        var kind: String
        var words: [String]
    }

    /// The lists of a language in the order of ``Language``, empty ones too.
    private static func lists(of language: Language) -> [List] {
        Mirror(reflecting: language).children.dropFirst().flatMap { group in
            Mirror(reflecting: group.value).children.flatMap { kind in
                lists(kind.value, kind.label ?? "").map {
                    List(language: language, group: group.label ?? "", kind: $0.kind, words: $0.words)
                }
            }
        }
    }

    /// A list, or those of a kind that has several.
    private static func lists(_ value: Any, _ kind: String) -> [(kind: String, words: [String])] {
        if let words = value as? [String] {
            // Rows of months hold several words each.
            let isRows = kind == "months" || kind == "ownMonths"
            return [(kind, isRows ? words.flatMap { $0.split(separator: " ").map(String.init) } : words)]
        }
        return Mirror(reflecting: value).children.flatMap { lists($0.value, "\(kind).\($0.label ?? "")") }
    }

    private static let all = Lexicon.languages.flatMap(lists)

    private static let source = URL(filePath: #filePath).deletingLastPathComponent().appending(
        path: "../../Sources/Lexicon"
    ).standardized

    @Test func `no word stands twice in a list`() {
        for list in Self.all {
            #expect(Set(list.words).count == list.words.count, "\(list.language.codes) \(list.group).\(list.kind)")
        }
    }

    /// The kinds whose comments end with "Folded.", with their groups: `people.stops`.
    private static func foldedKinds() throws -> Set<String> {
        let kinds = try FileManager.default.contentsOfDirectory(
            at: source.appending(path: "Kinds"), includingPropertiesForKeys: nil)
        let text = try kinds.map { try String(contentsOf: $0, encoding: .utf8) }.joined()
        var folded: Set<String> = []
        var group = ""
        var isFolded = false
        for line in text.split(separator: "\n").map({ $0.drop { $0 == " " } }) {
            if let name = line.firstMatch(of: /^public struct (\w+)/)?.output.1 {
                group = name.prefix(1).lowercased() + name.dropFirst()
            } else if line.hasPrefix("///") {
                isFolded = line.hasSuffix(" Folded.")
            } else if isFolded, let name = line.firstMatch(of: /^public var (\w+)/)?.output.1 {
                folded.insert("\(group).\(name)")
            }
        }
        return folded
    }

    @Test func `words of a list that is said to be folded are folded`() throws {
        let folded = try Self.foldedKinds()
        #expect(!folded.isEmpty)
        for list in Self.all where folded.contains("\(list.group).\(list.kind.prefix { $0 != "." })") {
            for word in list.words { #expect(NameShape.fold(word) == word) }
        }
    }

    @Test func `codes are of two or three letters and stand in one language only`() {
        let codes = Lexicon.languages.flatMap(\.codes)
        #expect(Set(codes).count == codes.count)
        for code in codes { #expect(code.wholeMatch(of: /[a-z]{2,3}/) != nil, "\(code)") }
    }

    @Test func `every language has words, and a file`() throws {
        let files = try FileManager.default.contentsOfDirectory(
            at: Self.source.appending(path: "Languages"), includingPropertiesForKeys: nil)
        #expect(files.filter { $0.pathExtension == "swift" }.count == Lexicon.languages.count)
        for language in Lexicon.languages {
            #expect(!language.codes.isEmpty)
            #expect(Self.lists(of: language).contains { !$0.words.isEmpty }, "\(language.codes)")
        }
    }

    @Test func `all words of a kind are listed once, in the order of languages`() {
        var expected = Lexicon.languages.flatMap(\.codes)
        expected.insert("and", at: Lexicon.languages[0].codes.count)
        #expect(Lexicon.all { $0.codes + ["and"] } == expected)
    }

    @Test func `the page of languages shows which kinds each has; GALLEY_UPDATE=1 writes it anew`() throws {
        let file = Self.source.appending(path: "LANGUAGES.md")
        let text = Self.page
        if ProcessInfo.processInfo.environment["GALLEY_UPDATE"] == "1" { try Data(text.utf8).write(to: file) }
        #expect(try String(contentsOf: file, encoding: .utf8) == text)
    }

    private static var page: String {
        let groups = Mirror(reflecting: Lexicon.languages[0]).children.dropFirst().compactMap(\.label)
        return """
            # Languages

            Which kinds of words each language has: a table for each group of kinds in
            [Kinds](Kinds), with the languages that have any of them. An empty cell may be a gap,
            or a kind that the language has no use for.

            \(groups.map(table).joined(separator: "\n"))
            """
    }

    private static func table(of group: String) -> String {
        let lists = all.filter { $0.group == group }
        var kinds: [String] = []
        for list in lists where !kinds.contains(list.kind) { kinds.append(list.kind) }
        let rows = Lexicon.languages.compactMap { language -> String? in
            let own = lists.filter { $0.language.codes == language.codes && !$0.words.isEmpty }.map(\.kind)
            guard !own.isEmpty else { return nil }
            let cells = kinds.map { own.contains($0) ? " x |" : " |" }.joined()
            return "| \(language.codes.joined(separator: ", ")) |\(cells)"
        }
        return """
            ## `\(group)`

            | codes |\(kinds.map { " `\($0)` |" }.joined())
            |---|\(String(repeating: "---|", count: kinds.count))
            \(rows.joined(separator: "\n"))

            """
    }
}
