import Foundation
import Telemetry
import TestSupport
import Testing

@testable import Comparison

@Suite("The report")
struct ReportTests {
    static let hostile = "<img src=x onerror=\"document.title='broken'\"></script><!--'&\u{1B}[31m\u{202E}"

    @Test("for a terminal it tells counts, fields, reasons and the largest changes, within its width")
    func summary() throws {
        let world = try SampleReport.world()
        let comparison = try world.compare("night replay")
        let lines = comparison.summary(columns: 72)
        #expect(lines.first == "night replay")
        #expect(lines.contains("  changed        6") && lines.contains("  not compared   1"))
        #expect(lines.contains("Fields of changed articles") && lines.contains("Why articles are gone"))
        #expect(lines.contains("  rejected: not_article  1"))
        #expect(lines.contains { $0.hasPrefix("    paragraphs: ") && $0.contains("characters)") })
        #expect(lines.allSatisfy { TerminalText.width($0) <= 72 })
    }

    @Test("nothing that a page wrote acts on a terminal or in the file")
    func hostileText() throws {
        let world = try World()
        try world.publish(TestEvent("u-1", at: 1, ["site_domain": Self.hostile, "title": Self.hostile]))
        try world.give(
            TestEvent("u-1", at: 1, ["site_domain": Self.hostile, "title": "x", Self.hostile: Self.hostile]))
        try world.give(TestEvent(Self.hostile, at: 2, ["url": "javascript:alert(1)", "title": Self.hostile]))
        let comparison = try world.compare(Self.hostile)
        #expect(comparison.figures == [0, 1, 1, 0, 0])
        let active = comparison.summary(columns: 200).joined(separator: "\n").unicodeScalars
        #expect(!active.contains("\u{1B}") && !active.contains("\u{202E}"))
        let html = comparison.html()
        #expect(!html.contains("<img") && !html.contains("\u{1B}") && !html.contains("\u{202E}"))
        #expect(!html.contains("href=\"javascript"))
        #expect(html.components(separatedBy: "<script>").count == 2)
        #expect(html.components(separatedBy: "</script>").count == 2)
    }

    @Test("two of the same are said to be the same")
    func same() throws {
        let world = try World()
        try world.publish(TestEvent("u-1", at: 1))
        try world.give(TestEvent("u-1", at: 1))
        let comparison = try world.compare()
        #expect(comparison.isSame && comparison.html().contains("No article differs."))
        #expect(comparison.html().contains("100.0% of 1 compared published articles are unchanged."))
    }

    @Test("it says when only the largest are shown, and each field has an example")
    func largestOnly() throws {
        let world = try World()
        try world.store.batch {
            for number in 0..<900 {
                try world.publish(TestEvent("u-\(number)", at: number))
                let fields: [String: Any] =
                    number == 450 ? ["language": "en"] : ["title": "Another of \(number) ferries"]
                try world.give(TestEvent("u-\(number)", at: number, fields))
            }
        }
        let comparison = try world.compare()
        #expect(comparison.largest.count == 301)
        #expect(comparison.largest.contains { $0.article == "u-450" && $0.words == ["language none → \"en\""] })
        #expect(comparison.html().contains("Shown: 301 of 900 changed. Those shown are the largest"))
    }

    @Test("long texts are cut in the report, and whole in the lines")
    func long() throws {
        let world = try World()
        let long = String(repeating: "word ", count: 100_000)
        try world.publish(TestEvent("u-1", at: 1))
        try world.give(TestEvent("u-1", at: 1, ["paragraphs": [long], "title": long, "summary": long]))
        let comparison = try world.compare()
        #expect(comparison.html().utf8.count < 60_000)
        #expect(world.text.utf8.count > 1_500_000)
    }
}

/// A report with something of everything.
enum SampleReport {
    static func world() throws -> World {
        let world = try World()
        let river = [
            "The ferry was lowered into the water on Monday, eleven years after it had been put on dry land.",
            "It carried carts across the river for a hundred years, and people when there was room.",
            "“We had not thought that we would see it again,” said the harbour master, Ines Vogt.",
            "The crossing takes nine minutes and costs two crowns; children cross for nothing.",
        ]
        func pair(_ number: Int, _ was: [String: Any], _ new: [String: Any]) throws {
            try world.publish(TestEvent("u-\(number)", at: number, version: 1, was))
            try world.give(TestEvent("u-\(number)", at: number, version: 2, new))
        }
        try pair(
            1, ["paragraphs": river + ["Read more: ten ferries you must see", "Sign up for our letter"]],
            ["paragraphs": [river[0], river[1].replacing("carts", with: "carts and cattle"), river[2], river[3]]])
        try pair(2, ["title": "The ferry returns | Harbour News"], ["title": "The ferry returns"])
        let chinese: [String: Any] = [
            "site_domain": "wanbao.example", "url": "https://wanbao.example/a/2", "title": "春江渡口重开",
        ]
        try pair(
            3, chinese.merging(["paragraphs": ["春江渡口昨日重开，首班渡船载客四十人。", "（责任编辑：叶知秋）"]]) { $1 },
            chinese.merging(["paragraphs": ["春江渡口昨日重开，首班渡船载客四十六人。"], "byline_raw": "记者 顾南星"]) { $1 })
        try pair(4, [:], ["tags": ["river", "ferries"], "published_at": "2026-05-04T08:30:00+02:00"])
        try pair(5, ["title": "plain"], ["title": ReportTests.hostile])
        try pair(6, ["contributors": [["name": "Ann Lee Photo", "role": "reporter"]]], [:])
        for number in 10..<40 { try pair(number, [:], [:]) }
        try world.give(TestEvent("u-50", at: 50, ["title": "Mill wheel turns again", "site_domain": "mill.example"]))
        try world.publish(TestEvent("u-60", at: 60, ["title": "All news of the river", "site_domain": "mill.example"]))
        try world.refuse(60)
        try world.publish(TestEvent("u-61", at: 61))
        return world
    }
}

/// The report in a browser. Pictures go to `GALLEY_SCREENSHOTS`, else to `galley-screenshots` in the temporary folder.
@Suite(
    "The report in a browser", .waits, .serialized,
    .enabled(if: Browser.isHere, "no /usr/bin/chromedriver: apt-get install chromium-driver"))
struct ReportBrowserTests {
    private let pictures: URL
    private let page: URL

    init() throws {
        let stated = ProcessInfo.processInfo.environment["GALLEY_SCREENSHOTS"]
        pictures =
            stated.map { URL(filePath: $0) }
            ?? FileManager.default.temporaryDirectory.appending(path: "galley-screenshots")
        try FileManager.default.createDirectory(at: pictures, withIntermediateDirectories: true)
        page = pictures.appending(path: "comparison.html")
        try Data(try SampleReport.world().compare("Replay of May").html().utf8).write(to: page)
    }

    private let shown = "Array.from(document.querySelectorAll('.differences > li:not([hidden])'))"

    @Test("it filters by field, site, kind and text, and runs nothing that a page wrote")
    func filters() throws {
        let browser = try Browser()
        try browser.open(page.absoluteString)
        try browser.wait(until: "document.getElementById('matches').textContent === '8 of 8 shown'")
        #expect(try browser.text("document.title") == "Replay of May · Galley")
        #expect(try browser.value("document.querySelectorAll('img').length") as? Int == 0)
        #expect(try browser.text("getComputedStyle(document.querySelector('.differences')).listStyleType") == "none")

        try browser.run("document.querySelector('button[data-field=title]').click()")
        #expect(try browser.value("\(shown).length") as? Int == 2)
        #expect(
            try browser.value("\(shown).every((item) => item.dataset.fields.split('\\n').includes('title'))") as? Bool
                == true)
        #expect(try browser.text("document.querySelector('button[data-field=title]').ariaPressed") == "true")
        try browser.run("document.querySelector('button[type=reset]').click()")
        try browser.wait(until: "document.getElementById('matches').textContent === '8 of 8 shown'")
        try browser.run("document.querySelector('button[data-site=\"mill.example\"]').click()")
        #expect(try browser.text("\(shown).map((item) => item.dataset.kind).join()") == "added,gone")
        try browser.run("choose('kind', 'gone')", with: Self.choose)
        #expect(try browser.text("\(shown).map((item) => item.dataset.kind).join()") == "gone")
        try browser.run("document.querySelector('button[type=reset]').click()")
        try browser.run("choose('text', 'onerror IMG')", with: Self.choose)
        #expect(try browser.value("\(shown).length") as? Int == 1)
        try browser.run("\(shown)[0].querySelector('details').open = true")
        #expect(try browser.text("\(shown)[0].querySelector('.row .is').textContent").hasPrefix("<img src=x onerror="))
    }

    private static let choose = """
        const choose = (id, value) => {
          const field = document.getElementById(id);
          field.value = value;
          field.dispatchEvent(new Event("input", { bubbles: true }));
        };
        """

    @Test("an article opens by the keyboard, both sides beside each other")
    func opens() throws {
        let browser = try Browser()
        try browser.open(page.absoluteString)
        try browser.run("document.querySelector('.differences summary').focus()")
        try browser.press("\u{E007}")
        try browser.wait(until: "document.querySelector('.differences details').open")
        let row = "document.querySelector('.differences .row')"
        #expect(
            try browser.value(
                "\(row).children[0].getBoundingClientRect().top === \(row).children[1].getBoundingClientRect().top")
                as? Bool
                == true)
        try browser.run("document.querySelectorAll('.differences details').forEach((one) => { one.open = true })")
        try browser.screenshot(pictures.appending(path: "comparison.png"))
    }

    @Test("it fits a phone and a dark room")
    func fits() throws {
        let browser = try Browser(width: 390, height: 2400, isDark: true)
        try browser.open(page.absoluteString)
        try browser.run("document.querySelectorAll('.differences details').forEach((one) => { one.open = true })")
        #expect(try browser.value("document.documentElement.scrollWidth <= window.innerWidth") as? Bool == true)
        #expect(try browser.value("matchMedia('(prefers-color-scheme: dark)').matches") as? Bool == true)
        #expect(try browser.text("getComputedStyle(document.body).backgroundColor") == "rgb(19, 23, 29)")
        try browser.screenshot(pictures.appending(path: "comparison-phone-dark.png"))
    }
}

extension Browser {
    /// Runs statements of JavaScript.
    fileprivate func run(_ statements: String, with before: String = "") throws {
        _ = try value("(() => { \(before) \(statements); })()")
    }
}
