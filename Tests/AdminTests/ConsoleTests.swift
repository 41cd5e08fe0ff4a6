import Foundation
import HTTP
import Telemetry
import TestSupport
import Testing

@testable import Admin
@testable import Worker

/// The console in a browser. Pictures go to `GALLEY_SCREENSHOTS`, else to `galley-screenshots` in the temporary folder.
@Suite(
    "The console", .waits, .serialized,
    .enabled(if: Browser.isHere, "no /usr/bin/chromedriver: apt-get install chromium-driver"))
struct ConsoleTests {
    private static let pictures: URL = {
        let stated = ProcessInfo.processInfo.environment["GALLEY_SCREENSHOTS"]
        let folder =
            stated.map { URL(filePath: $0) }
            ?? FileManager.default.temporaryDirectory.appending(path: "galley-screenshots")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }()

    private let world: AdminWorld
    private let port: AdminPort

    init() throws {
        world = try AdminWorld()
        port = AdminPort(AdminWorld.loopback, world.routes, telemetry: .silent())
        try port.start()
        world.put(AdminWorld.article(title: "Harbour baths reopen"), url: "https://news.example.org/baths")
        world.put(
            AdminWorld.article(title: "&lt;img src=x onerror=document.title='broken'&gt;"), url: "https://bad.example/")
        world.put(AdminWorld.login, url: "https://news.example.org/login")
        world.put("{\"url\": 3}")
    }

    private func url() throws -> String { "http://127.0.0.1:\(try #require(port.port))/" }

    @Test("it shows figures, pages and sites, and runs nothing that a page wrote")
    func shows() throws {
        defer { port.stop() }
        let browser = try Browser()
        try browser.open(try url())
        try browser.wait(until: "document.getElementById('articles').textContent === '2'")
        #expect(try browser.text("document.getElementById('state').textContent") == "running")
        #expect(try browser.text("document.getElementById('lag').textContent") == "13 · 5 s")
        #expect(try browser.text("document.getElementById('dead').textContent") == "1")
        let sites = try browser.text("document.getElementById('sites').textContent")
        #expect(sites.contains("example.org") && sites.contains("login"))
        let first = "document.querySelector('#last-articles a')"
        #expect(try browser.text("\(first).textContent") == "<img src=x onerror=document.title='broken'>")
        #expect(try browser.value("document.querySelectorAll('#last-articles img').length") as? Int == 0)
        #expect(try browser.text("document.title") == "Galley: running")
        try browser.screenshot(Self.pictures.appending(path: "console.png"))
    }

    @Test("a click on a page, by the keyboard alone, leads to why it became what it became")
    func leadsToExplanations() throws {
        defer { port.stop() }
        let browser = try Browser()
        try browser.open(try url())
        try browser.wait(until: "document.querySelectorAll('#last-articles a').length === 2")
        for _ in 0..<2 { try browser.press("\u{E004}") }
        #expect(try browser.text("document.activeElement.textContent") == "Harbour baths reopen")
        try browser.press("\u{E007}")
        try browser.wait(
            until: "document.querySelector('h1') !== null && document.title.startsWith('Harbour baths reopen')")
        #expect(try browser.value("document.querySelectorAll('.blocks > li.kept').length") as? Int == 6)
        #expect(
            try browser.text("document.querySelector('.outcome').textContent").hasPrefix("article (ok): 6 paragraphs"))
        // The style sheet applies, which the policy allows by its digest alone.
        #expect(try browser.text("getComputedStyle(document.querySelector('.blocks')).listStyleType") == "none")
        try browser.screenshot(Self.pictures.appending(path: "explanation.png"))
    }

    @Test("what it is paused for, and a worker that is gone, are said in words")
    func saysWhatIsWrong() throws {
        let browser = try Browser()
        world.status.pauses = [PauseReason(.outputAway(topic: "articles"))]
        try browser.open(try url())
        try browser.wait(
            until: "document.getElementById('state').textContent === 'running: paused for: output articles'")
        #expect(try browser.text("document.getElementById('state').className") == "bad")
        port.stop()
        try browser.wait(until: "document.getElementById('state').textContent.startsWith('no answer from the worker')")
    }

    @Test("it fits a phone and a dark room")
    func fits() throws {
        defer { port.stop() }
        let browser = try Browser(width: 390, height: 844, isDark: true)
        try browser.open(try url())
        try browser.wait(until: "document.querySelectorAll('#last-articles a').length === 2")
        #expect(try browser.value("document.documentElement.scrollWidth <= window.innerWidth") as? Bool == true)
        #expect(try browser.value("window.innerWidth") as? Int == 390)
        #expect(try browser.value("matchMedia('(prefers-color-scheme: dark)').matches") as? Bool == true)
        #expect(try browser.text("getComputedStyle(document.body).backgroundColor") == "rgb(19, 23, 29)")
        try browser.screenshot(Self.pictures.appending(path: "console-phone-dark.png"))
    }
}
