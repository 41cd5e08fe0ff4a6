import Markup
import Pages
import Testing

@testable import Extraction

/// Articles that are more than plain paragraphs: each line is a paragraph of the event, in order.
@Suite("Shapes of articles")
struct ShapeTests {
    private let extractor: Extractor

    init() throws { extractor = Extractor(bodyExtractor: BodyExtractor(model: try ExtractionModel.embedded())) }

    private static let before = [
        "After eleven years on dry land the ferry that once carried market carts across the river has been lowered again.",
        "Volunteers replaced most of the planks and every rivet of the hull, the association's chairwoman said on Friday.",
        "The town pays for the pilot until October. After that, the council wants to know who crosses in the winter.",
    ]
    private static let after = [
        "A crossing takes four minutes and costs as much as a bus ticket. Bicycles travel free, and dogs do so too.",
        "The first passengers were two sisters, eighty and eighty-four, who had taken the last crossing in their youth.",
        "On Sunday the ferry will run until midnight, weather permitting, and the brass band will play on the landing.",
    ]

    /// The paragraphs of an article with a part in its middle.
    private func paragraphs(_ part: String) throws -> [String] {
        func html(_ lines: [String]) -> String { lines.map { "<p>\($0)</p>" }.joined() }
        let page =
            "<!DOCTYPE html><html lang=en><head><title>The ferry is back - The Courier</title><meta property=og:type content=article>"
            + "</head><body><header><nav><a href=/>Home</a> <a href=/news>News</a></nav></header><main><article class=story>"
            + "<h1>The ferry is back</h1><p class=byline>By Nora Quill, May 4, 2026</p><div class=article-body>"
            + html(Self.before) + part + html(Self.after)
            + "</div></article></main><footer>© 2026 The Courier</footer></body></html>"
        return try extractor.extract(.html(Document.parse(page)), url: nil).paragraphs
    }

    private static let items = [
        "The morning boat leaves at a quarter to six, before the first bus.",
        "The noon boat waits for the market women and their baskets.",
        "The evening boat goes back empty, unless somebody rings the bell.",
    ]
    private static let cells = [
        "She was built in the yard below the mill, has room for two carts, and her first captain was the miller himself.",
        "Nobody remembers who gave her the bell: it is older than the boat, and the name on it is that of another river.",
    ]
    private static let names = ["morning", "noon", "evening"]
    private static let verse = [
        "The river took the bridge away,", "the ferry took the road,", "and those who had the time to stay",
        "helped others with their load.",
    ]

    private static let parts: [(name: String, html: String, lines: [String])] = [
        ("a list", "<ul>" + items.map { "<li>\($0)</li>" }.joined() + "</ul>", items),
        ("a list of paragraphs", "<ol>" + items.map { "<li><p>\($0)</p></li>" }.joined() + "</ol>", items),
        ("a quote", "<blockquote><p>\(items[0])</p><p>\(items[1])</p></blockquote>", Array(items.prefix(2))),
        ("a sub-heading", "<h2>When the boats leave</h2><p>\(items[0])</p>", ["When the boats leave", items[0]]),
        ("verse", "<p>" + verse.joined(separator: "<br>") + "</p>", verse),
        (
            "a table",
            "<table><tr><th>Boat</th><th>Who it waits for</th></tr>"
                + zip(["Morning", "Noon"], items).map { "<tr><td>\($0)</td><td>\($1)</td></tr>" }.joined() + "</table>",
            ["Boat Who it waits for", "Morning \(items[0])", "Noon \(items[1])"]
        ),
        (
            "a table of paragraphs",
            "<table>" + cells.map { "<tr><td>Ferry</td><td>\($0)</td></tr>" }.joined() + "</table>",
            cells.flatMap { ["Ferry", $0] }
        ),
        (
            "a table that lays out text",
            "<table><tr><td><p>\(items[0])</p><p>\(items[1])</p></td><td><p>\(items[2])</p></td></tr></table>", items
        ),
        ("preformatted verse", "<pre>\n" + verse.joined(separator: "\r\n") + "\n</pre>", verse),
        (
            "slides",
            items.enumerated().map { place, text in
                "<section class=slide><h2>The \(names[place]) boat</h2><figure><img src=/\(place).jpg></figure><p>\(text)</p></section>"
            }.joined(),
            items.enumerated().flatMap { ["The \(names[$0]) boat", $1] }
        ),
        ("text without elements", items.joined(separator: "<br><br>"), items),
    ]

    @Test("lists, quotes, headings, tables, slides and verse keep their lines", arguments: parts.map(\.name))
    func lines(name: String) throws {
        let part = try #require(Self.parts.first { $0.name == name })
        let found = try paragraphs(part.html)
        #expect(found == Self.before + part.lines + Self.after)
    }

    @Test(
        "a page whose head states only the site's name has the line above its text as headline",
        arguments: [
            ("The Courier", "Old ferry crosses the river again"), ("The ferry is back", "The ferry is back"),
            ("Ferry association", "Ferry association"),
        ])
    func siteAsTitle(head: String, title: String) throws {
        let page =
            "<!DOCTYPE html><html lang=en><head><title>\(head)</title></head><body><table><tr><td><a href=/>Home</a> <a href=/n>News</a>"
            + "</td></tr></table><div class=story><div><b>Old ferry crosses the river again</b></div>"
            + (Self.before + Self.after).map { "<p>\($0)</p>" }.joined() + "</div></body></html>"
        #expect(try extractor.extract(.html(Document.parse(page)), url: nil).title?.text == title)
    }

    @Test("a live blog's entries are all there, the newest first as on the page")
    func liveBlog() throws {
        let entries = zip(["11:40", "11:05", "10:30"], Self.items).map { time, text in
            "<div class=live-entry><time>\(time)</time><p>\(text)</p></div>"
        }
        let found = try paragraphs(entries.joined())
        #expect(found.filter { Self.items.contains($0) } == Self.items)
    }

    @Test("a body that advertisements cut into pieces is whole")
    func pieces() throws {
        let found = try paragraphs(
            "</div><div class=ad>Advertisement</div><div class=article-body><p>\(Self.items[0])</p>")
        #expect(found == Self.before + [Self.items[0]] + Self.after)
    }
}
