import Foundation
import TestSupport
import Testing

@testable import Markup

@Suite("Any bytes give a sound tree")
struct FuzzTests {
    /// What mutated pages are made of: the words the rules speak of.
    private static let pieces: [String] = {
        let names = [
            "a", "b", "i", "nobr", "font", "p", "div", "li", "ul", "dd", "dt", "h1", "h2", "form", "button", "select",
            "option",
            "optgroup", "table", "tbody", "tr", "td", "th", "caption", "col", "colgroup", "svg", "math", "mi", "desc",
            "foreignObject", "annotation-xml", "template", "script", "style", "title", "textarea", "pre", "html",
            "head",
            "body", "frameset", "frame", "noframes", "noscript", "br", "hr", "img", "input", "object", "ruby", "rt",
            "x-y",
            "plaintext", "xmp", "iframe", "span", "address",
        ]
        let tags = names.flatMap { ["<\($0)>", "</\($0)>", "<\($0) id=1 class='x y'>", "<\($0)/>"] }
        let others = [
            "text", " ", "\n", "\r\n", "&amp;", "&", "&#x41;", "&#0;", "&notin", "&lt", "<!--", "-->", "<!-- c -->",
            "<!DOCTYPE html>", "<![CDATA[", "]]>", "<", ">", "</", "\"", "'", "=", "\0", "é", "漢字", "<?pi?>",
            "<a b=\"&quot;\" c=&lt d>", "type=hidden", "encoding=text/html", "--!>", "<!",
        ]
        return tags + others
    }()

    private static func page(_ generator: inout SeededGenerator) -> [UInt8] {
        let count = Int.random(in: 1...200, using: &generator)
        var bytes = (0..<count).flatMap { _ in Array(pieces[Int.random(in: 0..<pieces.count, using: &generator)].utf8) }
        for _ in 0..<Int.random(in: 0...8, using: &generator) where !bytes.isEmpty {
            mutate(&bytes, &generator)
        }
        return bytes
    }

    private static func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        default: bytes.append(contentsOf: bytes[place...].prefix(Int.random(in: 1...40, using: &generator)))
        }
    }

    private static let limits = [
        ParseLimits(),
        ParseLimits(maxDepth: 8, attributesPerTag: 2, attributeLength: 3, activeFormatting: 4, names: 2),
        ParseLimits(nodes: 40, maxDepth: 20),
    ]

    @Test("random pages", arguments: 1...Conformance.fuzzRounds)
    func randomPages(_ round: Int) {
        var generator = SeededGenerator(seed: UInt64(round))
        for limits in Self.limits {
            let parser = Parser(limits: limits)
            let other = Parser()
            for _ in 0..<25 {
                let page = Self.page(&generator)
                let document = parser.parse(page)
                let violation = TreeInvariants.violation(in: document, of: page)
                #expect(violation == nil, "\(String(decoding: page, as: UTF8.self))")
                if String(validating: page, as: UTF8.self) != nil {
                    #expect(RoundTrip.violation(in: document, parser: other) == nil)
                }
                parser.recycle(document)
            }
        }
    }

    @Test("random fragments", arguments: ["td", "select", "template", "title", "svg", "frameset", "table", "x-y", "p"])
    func randomFragments(_ context: String) {
        var generator = SeededGenerator(seed: UInt64(context.utf8.count))
        let parser = Parser(limits: Self.limits[1])
        for _ in 0..<50 {
            let page = Self.page(&generator)
            let document = parser.parse(fragment: page, in: context)
            #expect(TreeInvariants.violation(in: document, of: page) == nil, "\(String(decoding: page, as: UTF8.self))")
            parser.recycle(document)
        }
    }

    /// The fuzz target's seeds; their first byte is its choice and no part of the page.
    private static let seeds = try? FileManager.default.contentsOfDirectory(
        at: Folders.package.appending(path: "deploy/fuzzing/markup/seeds"), includingPropertiesForKeys: nil)

    @Test("mutations of the fuzz target's seeds")
    func mutatedSeeds() throws {
        let seeds = try #require(Self.seeds).sorted { $0.lastPathComponent < $1.lastPathComponent }
            .map { [UInt8](try Data(contentsOf: $0)).dropFirst() }
        #expect(seeds.count > 20)
        var generator = SeededGenerator(seed: 5)
        let parser = Parser()
        let other = Parser()
        for seed in seeds {
            for round in 0..<30 {
                var page = Array(seed)
                for _ in 0..<round / 4 where !page.isEmpty { Self.mutate(&page, &generator) }
                let document = parser.parse(page)
                #expect(TreeInvariants.violation(in: document, of: page) == nil, "\(page)")
                if String(validating: page, as: UTF8.self) != nil {
                    #expect(RoundTrip.violation(in: document, parser: other) == nil)
                }
                parser.recycle(document)
            }
        }
    }

    @Test("every byte alone and after a bracket")
    func singleBytes() {
        for byte in UInt8.min...UInt8.max {
            for page in [
                [byte], [60, byte], [60, 47, byte], [60, 33, byte], [38, byte], [60, 97, byte], [60, 97, 32, byte, 61],
            ] {
                #expect(TreeInvariants.violation(in: Document.parse(page), of: page) == nil)
            }
        }
    }

    @Test("a tree that can be written as markup comes back the same", arguments: 1...40)
    func roundTrip(_ seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        var budget = 60
        let body = Self.markup(depth: 0, &budget, &generator)
        let document = Document.parse("<!DOCTYPE html><html><head></head><body>\(body)</body></html>")
        #expect(RoundTrip.canWrite(document))
        #expect(RoundTrip.violation(in: document, parser: Parser()) == nil)
    }

    @Test(
        "what the syntax cannot write is not asked to come back",
        arguments: [
            "<nobr>x", "<table><form>", "<select><option>x", "<p>x<table>y", "a&#13;b", "<script><!--<script>", "<li>x",
        ])
    func unwritable(_ page: String) { #expect(!RoundTrip.canWrite(Document.parse(page))) }

    /// Markup of elements that nest freely.
    private static func markup(depth: Int, _ budget: inout Int, _ generator: inout SeededGenerator) -> String {
        var markup = ""
        while budget > 0, Int.random(in: 0..<5, using: &generator) > 0 {
            budget -= 1
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: markup += "one &amp; two &lt;three&gt; "
            case 1: markup += "<!-- note --><br><img alt='a \"b\" &amp;c'>"
            default:
                let name = ["div", "section", "span", "x-card", "blockquote", "em"][
                    Int.random(in: 0..<3, using: &generator)]
                let inner = depth < 20 ? Self.markup(depth: depth + 1, &budget, &generator) : ""
                markup += "<\(name) class=c title='&quot;'>\(inner)</\(name)>"
            }
        }
        return markup
    }
}
