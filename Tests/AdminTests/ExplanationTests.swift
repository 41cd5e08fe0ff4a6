import Telemetry
import Testing

@testable import Admin

@Suite("An explanation")
struct ExplanationTests {
    @Test("whatever a page says gets into it as text")
    func escapes() throws {
        let world = try AdminWorld()
        let title = "&lt;script&gt;alert(1)&lt;/script&gt; &quot;'&gt;&lt;img src=x onerror=alert(2)&gt;"
        world.put(AdminWorld.article(title: title), url: "https://a.example/\"><script>alert(3)</script>")
        let html = world.get("/pages/pages.raw/0/0").text
        #expect(!html.contains("<script") && !html.contains("<img"))
        #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    }

    @Test("only addresses of the web are links")
    func links() {
        func link(_ url: String) -> String {
            var html = HTMLText()
            html.link(url)
            return html.content
        }
        #expect(
            link("https://a.example/?a&b")
                == "<a rel=\"noopener noreferrer\" href=\"https://a.example/?a&amp;b\">https://a.example/?a&amp;b</a>")
        #expect(link("javascript:alert(1)") == "javascript:alert(1)")
        #expect(link("data:text/html,x") == "data:text/html,x")
    }

    @Test("controls and marks that turn what follows are shown as unfit")
    func replacesControls() {
        var html = HTMLText()
        html.text("a\u{0}b\u{202E}c\u{2066}d\ne\u{9b}")
        #expect(html.content == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d\ne\u{FFFD}")
    }

    @Test("the file's policy names its own style sheet's digest")
    func allowsItsStyle() throws {
        #expect(ExplanationPage.policy.contains("style-src 'sha256-"))
        #expect(ExplanationPage.policy.split(separator: "'").contains { $0.hasPrefix("sha256-") && $0.count == 7 + 44 })
    }
}
