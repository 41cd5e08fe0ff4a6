import Foundation
import HTTP
import Kafka
import Telemetry
import TestSupport
import Testing

@testable import Admin
@testable import Worker

@Suite("The admin port's routes")
struct RouteTests {
    private let world: AdminWorld

    init() throws { world = try AdminWorld() }

    @Test("a worker that runs is live and ready")
    func answersProbes() {
        #expect(world.get("/livez").status == 200 && world.get("/livez").text == "live\n")
        #expect(world.get("/readyz").status == 200 && world.get("/readyz").text == "ready\n")
    }

    @Test("one that waits for a broker lives, and says what it waits for")
    func tellsWaiting() {
        world.status.state = "starting"
        world.status.waitsFor = "waiting for a broker: none answers"
        #expect(world.get("/livez").status == 200)
        #expect(world.get("/readyz").status == 503)
        #expect(world.get("/readyz").text == "not ready:\n  waiting for a broker: none answers\n")
    }

    @Test("an output that is away makes it unready and not dead; memory that is full does neither")
    func tellsPauses() {
        world.status.pauses = [PauseReason(.outputAway(topic: "articles"))]
        #expect(world.get("/livez").status == 200)
        #expect(world.get("/readyz").text == "not ready:\n  paused for: output articles\n")
        world.status.pauses = [PauseReason(.bytes)]
        #expect(world.get("/readyz").status == 200)
    }

    @Test("a loop that does not come round, and a partition that does not move, are dead")
    func tellsDeath() {
        world.status.secondsSinceLoop = 61
        #expect(world.get("/livez").status == 503)
        #expect(world.get("/livez").text.contains("the reading loop has not come round for 61 s"))
        world.status.secondsSinceLoop = 0
        world.status.stuck = [TopicPartition(topic: "pages.raw", partition: 0)]
        #expect(world.get("/livez").text.contains("nothing is finished or taken of pages.raw[0]"))
    }

    @Test("metrics are in Prometheus' format")
    func showsMetrics() {
        world.metrics.gauge(.lagMessages, "pages.raw", "0").set(13)
        let response = world.get("/metrics")
        #expect(response.headers["Content-Type"] == MetricRegistry.prometheusType)
        #expect(response.text.contains("galley_lag_messages{topic=\"pages.raw\",partition=\"0\"} 13\n"))
    }

    @Test("the status says how the worker stands, as JSON")
    func showsStatus() throws {
        world.put(AdminWorld.article(title: "Harbour baths reopen"), url: "https://news.example.org/baths")
        world.put(AdminWorld.login, url: "https://news.example.org/login")
        world.put("{\"url\": 3}")
        world.routes.sample()
        world.put(AdminWorld.article(title: "Second"))
        world.routes.sample()
        let status = try world.get("/api/status").json()
        #expect(status["state"] as? String == "running" && status["ready"] as? Bool == true)
        #expect(status["lag"] as? Int == 13)
        let ledger = status["ledger"] as? [String: Int]
        #expect(ledger?["articles"] == 2 && ledger?["rejected"] == 1 && ledger?["dead_letters"] == 1)
        let partition = try #require((status["partitions"] as? [[String: Any]])?.first)
        #expect(partition["lag"] as? Int == 13 && partition["lag_seconds"] as? Double == 4.5)
        #expect((status["flow"] as? [String: Any])?["articles"] as? [Int] == [1])
        let articles = try #require(status["articles"] as? [[String: Any]])
        #expect(articles.map { $0["title"] as? String } == ["Second", "Harbour baths reopen"])
        let others = try #require(status["others"] as? [[String: Any]])
        #expect(others.map { $0["reason"] as? String } == ["no_body", "login"])
        let site = try #require((status["sites"] as? [[String: Any]])?.first)
        #expect(site["site"] as? String == "example.org" && site["top_reason"] as? String == "login")
        let stages = try #require(status["stages"] as? [[String: Any]])
        #expect(stages.map { $0["stage"] as? String } == ["decode", "text", "parse", "extract", "normalize", "encode"])
    }

    @Test("a page is explained, one that is none or no longer there is said to be so")
    func explainsPages() {
        world.put(AdminWorld.article(title: "Harbour baths reopen"))
        world.put("{\"url\": 3}")
        let page = world.get("/pages/pages.raw/0/0")
        #expect(page.status == 200 && page.headers["Content-Type"] == "text/html; charset=utf-8")
        #expect(page.text.contains("<h1 dir=\"auto\">Harbour baths reopen</h1>"))
        #expect(world.get("/pages/pages.raw/0/1").status == 422)
        #expect(world.get("/pages/pages.raw/0/1").text.hasPrefix("no_body at decode: "))
        #expect(world.get("/pages/pages.raw/0/9").status == 404)
        #expect(world.get("/pages/pages.raw/0/666").status == 502)
    }

    @Test(
        "a path that is not there is said to be so",
        arguments: [
            "/nothing", "/pages", "/pages/pages.raw/0", "/pages/t/-1/0", "/pages/t/0/x", "/pages//0/0",
            "/../etc/passwd", "",
        ])
    func refusesPaths(_ path: String) { #expect(world.get(path).status == 404) }

    @Test("what tells of pages is answered to no name of the public net, so that no page of another site can read it")
    func refusesHosts() {
        let everywhere = HTTPAddress(host: "0.0.0.0", port: 0)
        for host in ["127.0.0.1:9464", "localhost:1", "[::1]:9464", "localhost", nil] {
            #expect(world.get("/api/status", host: host).status == 200, "\(host ?? "none")")
            #expect(world.get("/api/status", host: host, at: everywhere).status == 200, "\(host ?? "none")")
        }
        for host in ["galley.pages.svc:9464", "galley.pages.svc.cluster.local", "galley", "10.1.2.3:9464"] {
            #expect(world.get("/", host: host).status == 421, "\(host)")
            #expect(world.get("/", host: host, at: everywhere).status == 200, "\(host)")
        }
        for host in ["evil.example", "evil.example:9464", "127.0.0.1.evil.example:80"] {
            for path in ["/", "/api/status", "/pages/pages.raw/0/0"] {
                #expect(world.get(path, host: host).status == 421, "\(host)")
                #expect(world.get(path, host: host, at: everywhere).status == 421, "\(host)")
            }
            #expect(world.get("/livez", host: host).status == 200, "a probe comes by any name")
        }
    }

    @Test("no answer may be kept, sniffed or framed")
    func setsHeaders() {
        for path in ["/", "/livez", "/metrics", "/api/status", "/console.js", "/nothing"] {
            let headers = world.get(path).headers
            #expect(headers["Cache-Control"] == "no-store" && headers["X-Content-Type-Options"] == "nosniff", "\(path)")
        }
        #expect(world.get("/").headers["Content-Security-Policy"]?.contains("frame-ancestors 'none'") == true)
    }

    @Test("the console has nothing inline and nothing from elsewhere")
    func servesConsole() {
        let page = world.get("/").text
        for banned in ["<style", " style=", "onclick", "onload", "http:", "https:", "//"] {
            #expect(!page.contains(banned), "\(banned)")
        }
        #expect(page.contains("<script src=\"console.js\" defer></script>"))
        for name in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "XMLHttpRequest"] {
            #expect(!world.get("/console.js").text.contains(name), "\(name)")
        }
        #expect(!world.get("/console.css").text.contains("url("))
    }
}

@Suite("The admin port")
struct PortTests {
    @Test("a port that is taken is said once, tried again, and opened when it is free")
    func waitsForItsPort() throws {
        let holder = try HTTPServer(AdminWorld.loopback) { _ in .now(.text(200, "another's")) }
        let lines = Shared<[String]>([])
        let telemetry = Telemetry(level: .info, isJSON: true) { line in lines.set(lines.value + [line]) }
        let world = try AdminWorld()
        let port = AdminPort(
            HTTPAddress(host: "127.0.0.1", port: holder.port), world.routes, telemetry: telemetry,
            retry: .milliseconds(20))
        try port.start()
        defer { port.stop() }
        #expect(port.port == nil)
        #expect(lines.value.count == 1 && lines.value[0].contains("admin_port_taken"))
        holder.stop()
        #expect(eventually { port.port != nil })
        #expect(
            try HTTPClient(timeout: patience).get("http://127.0.0.1:\(try #require(port.port))/livez").status == 200)
        #expect(lines.value.count == 2 && lines.value[1].contains("admin_port_open"))
    }

    @Test("an address that is not this machine's is a fault")
    func refusesAddresses() throws {
        let port = AdminPort(
            HTTPAddress(host: "203.0.113.7", port: 0), try AdminWorld().routes, telemetry: .silent())
        #expect(throws: HTTPFault.self) { try port.start() }
    }
}
