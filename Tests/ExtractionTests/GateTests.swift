import Markup
import Pages
import Testing

@testable import Extraction

/// Pages that are no articles, in many shapes, and articles that look a little like them.
@Suite("Article or not")
struct GateTests {
    private let extractor: Extractor

    init() throws { extractor = Extractor(bodyExtractor: BodyExtractor(model: try ExtractionModel.embedded())) }

    private func reason(_ html: String, url: String? = nil) -> RejectionReason? {
        do throws(Extractor.Failure) {
            _ = try extractor.extract(.html(Document.parse(html)), url: url)
            return nil
        } catch {
            #expect(error.rejection?.detail.isEmpty == false)
            return error.rejection?.reason
        }
    }

    private static func page(_ title: String, _ body: String) -> String {
        "<!DOCTYPE html><html><head><title>\(title)</title></head><body><nav><a href=/>Home</a> <a href=/news>News</a></nav>"
            + body + "<footer>© 2026 Example</footer></body></html>"
    }

    private static let paragraphs = [
        "After eleven years on dry land the ferry that once carried market carts across the river has been lowered again.",
        "Volunteers replaced most of the planks and every rivet of the hull, the association's chairwoman said on Friday.",
        "The town pays for the pilot until October. After that, the council wants to know who crosses in the winter.",
        "A crossing takes four minutes and costs as much as a bus ticket. Bicycles travel free, and dogs do so too.",
    ]

    @Test(
        "a page that asks to log in",
        arguments: [
            page(
                "Log in",
                "<h1>Log in</h1><form><label>E-mail</label><input><label>Password</label><input type=password><button>Log in</button></form>"
            ),
            page(
                "Anmelden",
                "<h2>Anmelden</h2><form><p>Bitte melden Sie sich an, um fortzufahren.</p><input type=password></form>"),
            page("登录", "<div><p>登录</p><p>请输入密码</p><input type=password></div>"),
        ])
    func login(_ html: String) { #expect(reason(html) == .login) }

    @Test(
        "a page that shows an error with status 200",
        arguments: [
            page("404 - Page not found", "<h1>Sorry!</h1><p>The page you asked for has moved or never was.</p>"),
            page("Seite nicht gefunden | Beispiel", "<p>Diese Adresse gibt es nicht mehr.</p>"),
            page("页面不存在_示例网", "<p>您访问的页面找不到了。</p>"),
        ])
    func errorPage(_ html: String) { #expect(reason(html) == .errorPage) }

    @Test(
        "a consent wall",
        arguments: [
            page(
                "Before you continue",
                "<div><p>We use cookies</p><button>Accept all cookies</button><button>Reject</button></div>")
        ])
    func consent(_ html: String) { #expect(reason(html) == .consent) }

    @Test("a page without text") func empty() {
        #expect(reason("<!DOCTYPE html><title></title><body></body>") == .empty)
        #expect(reason("<!DOCTYPE html><body><script>document.write('x')</script></body>") == .empty)
    }

    @Test(
        "a list of headlines, a menu, a gallery of links",
        arguments: [
            page(
                "News",
                "<ul>" + (1...40).map { "<li><a href=/n/\($0)>Council meets for the \($0)th time</a></li>" }.joined()
                    + "</ul>"),
            page(
                "Search",
                "<form><input></form><ol>"
                    + (1...10).map { "<li><a href=/r\($0)>Result \($0)</a> 0.\($0) s</li>" }.joined() + "</ol>"),
        ])
    func lists(_ html: String) { #expect(reason(html) == .notArticle) }

    @Test("a list on a site with a log-in link is refused as a list")
    func listWithLogIn() {
        let list = (1...8).map { "<li><a href=/n/\($0)>Council meets for the \($0)th time</a></li>" }.joined()
        #expect(reason(Self.page("News", "<header><a href=/login>Log in</a></header><ul>\(list)</ul>")) == .notArticle)
    }

    @Test("an article with a log-in link, a cookie notice and a title that speaks of errors is an article")
    func articles() {
        let text = Self.paragraphs.map { "<p>\($0)</p>" }.joined()
        let notice = "<div class=cookie><p>We use cookies</p><button>Accept all cookies</button></div>"
        for title in ["Old ferry returns", "Lost dog not found after two weeks", "Why error 404 became a joke"] {
            let html = Self.page(title, "<a href=/login>Log in</a>\(notice)<article><h1>\(title)</h1>\(text)</article>")
            #expect(reason(html, url: "https://courier.example/2026/05/old-ferry-returns") == nil, "\(title)")
        }
    }
}
