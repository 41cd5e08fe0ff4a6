import ClaimChecks
import Foundation
import TestSupport
import Testing
import Wire

@Suite("Bodies kept elsewhere")
struct AllowedBodiesTests {
    private let folder: URL

    init() throws {
        let name = "galley-bodies-\(ProcessInfo.processInfo.processIdentifier)-\(UInt32.random(in: 0 ... .max))"
        folder = URL(filePath: NSTemporaryDirectory()).appending(path: name)
        for part in ["open", "shut"] {
            try FileManager.default.createDirectory(at: folder.appending(path: part), withIntermediateDirectories: true)
        }
        try Data("<p>open</p>".utf8).write(to: folder.appending(path: "open/a b.html"))
        try Data("<p>shut</p>".utf8).write(to: folder.appending(path: "shut/a.html"))
        let links = [("open/link.html", "../shut/a.html"), ("open/own.html", "a b.html")]
        for (link, target) in links {
            try FileManager.default.createSymbolicLink(
                atPath: folder.appending(path: link).path, withDestinationPath: target)
        }
    }

    private var open: String { "file://\(folder.path)/open" }

    private func bodies(_ allowed: String...) throws -> AllowedBodies {
        try AllowedBodies(allowed: allowed, timeout: .seconds(5))
    }

    private func fault(_ store: AllowedBodies, _ reference: String, _ most: Int = 1000) -> BodyFault? {
        do throws(BodyFault) {
            _ = try store.body(at: reference, mostBytes: most)
            return nil
        } catch { return error }
    }

    @Test func aFileBelowAnAllowedFolderIsRead() throws {
        for prefix in [open, open + "/"] {
            let store = try bodies("https://store.example/", prefix)
            #expect(try store.body(at: open + "/a%20b.html", mostBytes: 11) == Array("<p>open</p>".utf8))
            #expect(try store.body(at: open + "/own.html", mostBytes: 11) == Array("<p>open</p>".utf8))
        }
        #expect(try bodies(open + "/a%20b.html").body(at: open + "/a%20b.html", mostBytes: 11).count == 11)
    }

    @Test func nothingElseIsOpened() throws {
        let store = try bodies(open)
        let shut = "file://\(folder.path)/shut/a.html"
        for reference in [
            shut, open + "/../shut/a.html", open + "/%2e%2e/shut/a.html", open + "/..%2fshut/a.html",
            open + "/link.html", open + "x/a.html", open, "/etc/passwd", "file:///etc/passwd",
            "file://host\(folder.path)/open/a%20b.html", "http://127.0.0.1/", "", "file:", open + "/none.html",
            open + "/a%20b.html?x", open + "/a%20b.html#x",
        ] {
            guard case .unavailable? = fault(store, reference) else {
                Issue.record("\(reference) was read")
                continue
            }
        }
        #expect(fault(try bodies(), shut) == .unavailable(detail: "it is below none of input.dataref.allow"))
    }

    @Test func aFileLargerThanAPageIsNotRead() throws {
        #expect(fault(try bodies(open), open + "/a%20b.html", 10) == .tooLarge(bytes: 11))
    }

    @Test func aPipeIsNoFileAndIsNotWaitedFor() throws {
        #expect(mkfifo(folder.appending(path: "open/pipe").path, 0o600) == 0)
        #expect(fault(try bodies(open), open + "/pipe") == .unavailable(detail: "it is no file"))
    }

    @Test(arguments: [
        "", "/data/", "ftp://h/", "http:///x", "file://h/x", "https://u:p@h/", "file:///a/../b/", "data:,x",
    ])
    func aPrefixThatIsNoneIsRefused(text: String) {
        #expect(throws: PrefixFault.self) { try AllowedBodies(allowed: [text], timeout: .seconds(1)) }
    }

    @Test func aServersAnswerIsTheBody() throws {
        let server = StandInServer { $0.path == "/pages/1?v=2" ? .init(200, "<p>1</p>") : .init(404, "") }
        defer { server.stop() }
        let store = try bodies(server.url + "/pages/")
        #expect(try store.body(at: server.url + "/pages/1?v=2", mostBytes: 100) == Array("<p>1</p>".utf8))
        #expect(fault(store, server.url + "/pages/2") == .unavailable(detail: "HTTP status 404"))
        #expect(fault(store, server.url + "/pages/1?v=2", 3) == .tooLarge(bytes: 4))
        let other = server.url.replacingOccurrences(of: "127.0.0.1", with: "localhost")
        #expect(fault(store, other + "/pages/1") == .unavailable(detail: "it is below none of input.dataref.allow"))
        // What is not below the prefix was never asked for.
        #expect(!server.requests.contains { !$0.path.hasPrefix("/pages/") })
    }

    @Test func aRedirectIsNotFollowed() throws {
        let server = StandInServer { _ in .init(302, "") }
        defer { server.stop() }
        #expect(fault(try bodies(server.url), server.url + "/a") == .unavailable(detail: "HTTP status 302"))
        #expect(server.requests.count == 1)
    }

    @Test func aServerThatFailsIsAskedAgainAndGivenUp() throws {
        let server = StandInServer { _ in .init(503, "") }
        defer { server.stop() }
        #expect(fault(try bodies(server.url), server.url + "/a") == .unavailable(detail: "HTTP status 503"))
        #expect(server.requests.count == 3)
    }

    @Test func aServerThatSaysNothingCostsNoMoreThanItsTime() throws {
        let server = StandInServer { _ in nil }
        defer { server.stop() }
        let store = try AllowedBodies(allowed: [server.url], timeout: .milliseconds(300))
        guard case .unavailable? = fault(store, server.url + "/a") else {
            Issue.record("it was read")
            return
        }
        #expect(server.requests.count == 1)
    }
}
