import Foundation
import TestSupport
import Testing

@Suite("galley extract", .waits)
struct ExtractTests {
    @Test("a page on standard input gives one event on one line")
    func standardInput() throws {
        let result = try Command(
            "extract", "--url", "https://courier.example/ferry", input: Array(SamplePage.html.utf8))
        #expect(result.status == 0, "\(result.errors)")
        let events = try result.events()
        #expect(events.count == 1)
        let event = try #require(events.first)
        #expect(event["title"] as? String == SamplePage.title)
        #expect(event["authors"] as? [String] == ["Nora Quill"])
        #expect(event["published_at"] as? String == "2026-05-04T07:15:00+02:00")
        #expect((event["paragraphs"] as? [String])?.count == 5)
        #expect(event["url"] as? String == "https://courier.example/ferry")
    }

    @Test("the same page gives the same bytes")
    func repeatable() throws {
        let first = try Command("extract", input: Array(SamplePage.html.utf8))
        let second = try Command("extract", input: Array(SamplePage.html.utf8))
        #expect(first.output == second.output)
    }

    @Test("as text: headline, byline, time, then the paragraphs")
    func text() throws {
        let result = try Command("extract", "--format", "text", input: Array(SamplePage.html.utf8))
        let lines = result.output.split(separator: "\n")
        #expect(lines.first.map(String.init) == SamplePage.title)
        #expect(lines.last?.contains("mill steps") == true)
        #expect(!result.output.contains("Weather"))
    }

    @Test("explained: the outcome, where each field is from, and why each block was kept or left out")
    func explain() throws {
        let result = try Command("extract", "--format", "explain", input: Array(SamplePage.html.utf8))
        #expect(result.status == 0, "\(result.errors)")
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(lines.first?.hasPrefix("article: 5 paragraphs, confidence 0.") == true)
        #expect(lines.count { $0.hasPrefix("+ 0.") || $0.hasPrefix("+ 1.") } == 5)
        #expect(lines.contains { $0.hasPrefix("  title") && $0.contains(SamplePage.title) })
        #expect(lines.contains { $0.contains("kept, p ") && $0.contains("running text") })
        #expect(lines.contains { $0.contains("stage 1: ") })
    }

    @Test("explained as a page of HTML, one at a time")
    func explainAsHTML() throws {
        let result = try Command("extract", "--format", "html", input: Array(SamplePage.html.utf8))
        #expect(result.status == 0)
        #expect(result.output.hasPrefix("<!DOCTYPE html>") && result.output.hasSuffix("</html>\n"))
        #expect(result.output.contains("<li class=\"kept\">") && result.output.contains("<li class=\"left\">"))
        let folder = try Scratch()
        try folder.file("a.html", SamplePage.html.utf8)
        try folder.file("b.html", SamplePage.html.utf8)
        let two = try Command("extract", "--format", "html", folder.path)
        #expect(two.status == 66 && two.errors.contains("a second page"))
    }

    @Test("no page and no file name moves the terminal", arguments: ["text", "explain", "pretty"])
    func terminal(format: String) throws {
        // HTML lets C1 controls stand as UTF-8; ESC comes by a character reference.
        let hostile = "\u{9B}31m&#27;[2J\u{202E}"
        let html = SamplePage.html.replacingOccurrences(of: SamplePage.title, with: "\(SamplePage.title) \(hostile)")
            .replacingOccurrences(of: "After eleven", with: "After \(hostile) eleven")
        let result = try Command("extract", "--format", format, input: Array(html.utf8))
        #expect(result.status == 0, "\(result.errors)")
        let active = result.output.unicodeScalars.filter {
            $0 != "\n" && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || $0.value == 0x202E)
        }
        #expect(active.isEmpty)
        #expect(result.output.lowercased().contains(format == "pretty" ? "\\u009b" : "\\u{9b}"))
        guard format == "pretty" else { return }
        let laidOut = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? NSDictionary)
        let compact = try Command("extract", input: Array(html.utf8))
        #expect(try laidOut == JSONSerialization.jsonObject(with: Data(compact.output.utf8)) as? NSDictionary)
    }

    @Test("a file name is shown without its control characters where a page is refused")
    func fileName() throws {
        let folder = try Scratch()
        let path = try folder.file("a\u{1B}[2Jb.html", "<title>Log in</title><form><input type=password>".utf8)
        let result = try Command("extract", path)
        #expect(result.status == 2)
        #expect(result.errors.contains("a\\u{1B}[2Jb.html: rejected as"))
    }

    @Test("a page that is no article is explained too")
    func explainRejected() throws {
        let menu = "<title>Shop</title><body>" + String(repeating: "<p><a href=/x>Tea</a> <b>2 €</b></p>", count: 40)
        let result = try Command("extract", "--format", "explain", input: Array(menu.utf8))
        #expect(result.status == 2)
        #expect(result.output.hasPrefix("rejected as "))
        #expect(result.output.contains("- 0."))
    }

    @Test("captions are in the text or not, as one wishes")
    func captions() throws {
        let caption =
            "The ferry at its landing on Friday, after eleven years in a barn, with the crew of the first crossing."
        let html = SamplePage.html.replacing(
            "</article>", with: "<figure><img src=a.jpg><figcaption>\(caption)</figcaption></figure></article>")
        try #require(html != SamplePage.html)
        let none = try Command("extract", "--extract-captions", "none", input: Array(html.utf8))
        #expect(none.status == 0)
        // The caption is its image's, behind the text.
        let text = try #require(none.output.split(separator: "\"char_count\"").first)
        #expect(text.contains("\"paragraphs\":[") && !text.contains(caption))
        let all = try Command("extract", "--extract-captions", "all", input: Array(html.utf8))
        #expect(try #require(all.output.split(separator: "\"char_count\"").first).contains(caption))
    }

    @Test("laid out: the same fields, a line each")
    func pretty() throws {
        let result = try Command("extract", "--format", "pretty", input: Array(SamplePage.html.utf8))
        let read = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        #expect(read?["title"] as? String == SamplePage.title)
        #expect(result.output.split(separator: "\n").count > 20)
    }

    @Test("a folder gives an event a file in order of names, a word on each page that is none, and exit code 2")
    func folder() throws {
        let folder = try Scratch()
        try folder.file("b.html", SamplePage.html.utf8)
        try folder.file("a.html", "".utf8)
        let result = try Command("extract", folder.path)
        #expect(result.status == 2)
        #expect(try result.events().count == 1)
        #expect(result.errors.contains("a.html") && result.errors.contains("empty"))
    }

    @Test("all outcomes are printed when they are asked for, and the worst of them is the exit code")
    func outcomes() throws {
        let folder = try Scratch()
        try folder.file("a.html", SamplePage.html.utf8)
        try folder.file("b.html", "".utf8)
        let two = try Command("extract", folder.path, "--outcomes", "all")
        #expect(two.status == 2)
        try folder.file("c.json", #"{"url": "https://a.example/"}"#.utf8)
        let three = try Command("extract", folder.path, "--outcomes", "all")
        #expect(three.status == 3)
        let events = try three.events()
        #expect(events.count == 3 && events[0]["title"] as? String == SamplePage.title)
        #expect(events[1]["reason"] as? String == "empty" && events[1]["event_id"] is String)
        #expect(events[2]["outcome"] as? String == "dead_letter" && events[2]["reason"] as? String == "no_body")
        #expect(try Command("extract", folder.path).events().count == 1)
    }

    @Test("a URL has to be one, and is of one page")
    func url() throws {
        let folder = try Scratch()
        let one = try folder.file("a.html", SamplePage.html.utf8)
        for wrong in ["news.example/1", "ftp://news.example/1", "https://", "https:///1"] {
            let result = try Command("extract", one, "--url", wrong)
            #expect(result.status == 64 && result.errors.contains("expected a URL as https://"), "\(result.errors)")
        }
        let other = try folder.file("b.html", SamplePage.html.utf8)
        let two = try Command("extract", one, other, "--url", "https://news.example/1")
        #expect(two.status == 64 && two.errors.contains("there are 2 files"))
        #expect(try Command("extract", one, "--url", "https://news.example/1").status == 0)
    }

    @Test("a file that is not there is named, with exit code 66")
    func missing() throws {
        let result = try Command("extract", "/nowhere/page.html")
        #expect(result.status == 66)
        #expect(result.errors.contains("/nowhere/page.html: no such file or folder"))
    }

    @Test("an unknown flag is answered with the nearest known one, and exit code 64")
    func unknownFlag() throws {
        let result = try Command("extract", "--fromat", "text")
        #expect(result.status == 64)
        #expect(result.errors.contains("--format"))
    }
}
