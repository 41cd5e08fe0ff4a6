import Markup
import Pages
import Testing

@testable import Extraction

/// Pages of many kinds that are no articles, as shops, manuals and services build them.
@Suite("Other pages than articles")
struct OtherPageTests {
    private let extractor: Extractor

    init() throws { extractor = Extractor(bodyExtractor: BodyExtractor(model: try ExtractionModel.embedded())) }

    private func isRefused(_ html: String, url: String) -> Bool {
        do throws(Extractor.Failure) {
            _ = try extractor.extract(.html(Document.parse(html)), url: url)
            return false
        } catch {
            return [.notArticle, .empty, .login, .consent, .errorPage, .paywall].contains(error.rejection?.reason)
        }
    }

    /// A page with the menus and the footer that all pages of a site have.
    private static func page(_ title: String, _ content: String, head: String = "") -> String {
        let menu = ["Home", "Shop", "Help", "Community", "About us", "Contact"].map {
            "<li><a href='/x'>\($0)</a></li>"
        }.joined()
        return
            "<!DOCTYPE html><html lang=en><head><title>\(title)</title>\(head)</head><body><header><a class=logo href=/>Example</a>"
            + "<form role=search><input name=q></form><nav><ul>\(menu)</ul></nav></header><main>\(content)</main>"
            + "<footer><ul>\(menu)</ul><p>© 2026 Example Ltd. All rights reserved.</p></footer></body></html>"
    }

    private static func repeated(_ count: Int, _ part: (Int) -> String) -> String { (1...count).map(part).joined() }

    @Test(
        "a page that states to be an advertised job or results of a search is no article",
        arguments: ["JobPosting", "SearchResultsPage"])
    func statedTypes(type: String) {
        let prose = Self.repeated(4) {
            "<p>Paragraph \($0) says what the harbour will do in the coming year, and who will work there for whom.</p>"
        }
        func html(_ types: String...) -> String {
            let data = types.map { "{\"@context\":\"https://schema.org\",\"@type\":\"\($0)\"}" }.joined(separator: ",")
            return Self.page(
                "Harbour master",
                "<article><h1>Harbour master wanted</h1><p class=byline>By Ann Lee, 4 May 2026</p>\(prose)</article>",
                head: "<script type=application/ld+json>[\(data)]</script>")
        }
        #expect(isRefused(html(type), url: "https://example.com/2026/05/04/harbour-master-wanted"))
        #expect(!isRefused(html(type, "NewsArticle"), url: "https://example.com/2026/05/04/harbour-master-wanted"))
    }

    private static let product = page(
        "Buy Trail Kettle 1.2 l – Example Shop",
        "<div class='breadcrumb'><a href=/>Home</a> › <a href=/shop>Shop</a> › <a href=/shop/kettles>Kettles</a></div>"
            + "<div class='product-page'><h1 class=product-title>Trail Kettle 1.2 l</h1><div class=product-price>€ 34.90</div>"
            + "<p class=sku>SKU 40-112</p><button class=add-to-cart>Add to cart</button>"
            + "<p class=product-short>A light kettle of hard aluminium for two. Boils fast, pours well, packs flat.</p>"
            + "<ul class=features><li>1.2 litres</li><li>214 g</li><li>Folding handle</li><li>Lid with strainer</li></ul>"
            + "<div class=tabs><h2>Specification</h2><table>"
            + repeated(8) { "<tr><th>Property \($0)</th><td>\($0 * 12) mm</td></tr>" } + "</table><h2>Reviews</h2>"
            + repeated(4) {
                "<div class=review><span class=stars>★★★★☆</span> <b>Customer \($0)</b> <p>Good value, would buy again.</p></div>"
            }
            + "</div><h2>You may also like</h2><div class=product-grid>"
            + repeated(8) {
                "<div class=product-card><a href=/p/\($0)>Kettle \($0)</a> <span class=price>€ \($0 * 7).90</span></div>"
            }
            + "</div></div>",
        head:
            "<meta property=og:type content=product><script type=application/ld+json>{\"@type\":\"Product\",\"name\":\"Trail Kettle\"}</script>"
    )

    private static let category = page(
        "Tents | Example Shop",
        "<h1>Tents</h1><p>Light tents for walkers and roomy tents for families.</p><div class=filters><label>Price</label>"
            + "<label>Persons</label><label>Season</label></div><div class=product-grid>"
            + repeated(24) {
                "<div class='product-card card'><a href=/tents/\($0)><h3>Tent Model \($0)</h3></a><span class=price>$\($0 * 19).00</span><span>(\($0 * 3) reviews)</span></div>"
            }
            + "</div><nav class=pagination><a href=?p=2>2</a> <a href=?p=3>3</a> <a href=?p=2>Next</a></nav>")

    private static let manual = page(
        "read_lines — Example Toolkit 3.2 documentation",
        "<div class=sphinxsidebar><h3>Table of contents</h3><ul>"
            + repeated(14) { "<li><a href=#s\($0)>function_\($0)</a></li>" }
            + "</ul></div><div class=document><h1>read_lines</h1><div class=highlight><pre>read_lines(path, limit=None, strip=True)</pre></div>"
            + "<p>Returns the lines of a file.</p><h2>Parameters</h2><dl>"
            + repeated(6) {
                "<dt><code>option_\($0)</code></dt><dd>Changes how line \($0) is read. The default is <code>None</code>.</dd>"
            }
            + "</dl><h2>Example</h2><div class=highlight><pre>"
            + repeated(12) { "lines = read_lines('file\($0).txt')\nprint(lines[\($0)])\n" }
            + "</pre></div><div class=admonition><p>New in version 3.0.</p></div></div><div class=related><a href=/prev>previous</a> | <a href=/next>next</a></div>"
    )

    private static let service = page(
        "Roof Repair Services in Springfield | Example Roofing Company",
        "<section class=hero><h1>Roof Repair You Can Trust</h1><p>Family-owned since 1987.</p><a class='btn cta' href=/quote>Get a free quote</a></section>"
            + "<section class=services><h2>Our services</h2>"
            + repeated(6) {
                "<div class=service-card><h3>Service \($0)</h3><p>We inspect, repair and guarantee our work.</p><a href=/s/\($0)>Learn more</a></div>"
            }
            + "</section><section class=testimonials><h2>What our clients say</h2>"
            + repeated(3) { "<blockquote>“Fast, friendly and fair.” – Client \($0)</blockquote>" }
            + "</section><section class=faq><h2>FAQ</h2><h3>Do you work on weekends?</h3><p>Yes, we do.</p></section>"
            + "<section class=contact><p>Call us today: 555-0199</p><form><input name=name><button>Send</button></form></section>"
    )

    private static let search = page(
        "Search results for ferry",
        "<h1>Search results</h1><p>128 results for “ferry”</p><form><input><button>Search</button></form><ol class=results>"
            + repeated(10) {
                "<li class=result><a href=/r/\($0)>Ferry page \($0)</a><div class=url>www.example.org › r › \($0)</div><p>… the ferry … page \($0) … timetable …</p></li>"
            }
            + "</ol><nav class=pagination><a href=?p=2>2</a> <a href=?p=3>3</a> <a href=?p=2>Next</a></nav>")

    private static let frontPage = page(
        "The Courier - News, Sport, Weather",
        repeated(4) { section in
            "<section><h2>Section \(section)</h2>"
                + repeated(8) {
                    "<div class=teaser><h3><a href=/n/\(section)/\($0)>Council to vote on item \($0)</a></h3><p>The vote is expected on Monday.</p><time>\($0) h ago</time></div>"
                } + "</section>"
        })

    private static let tag = page(
        "Archives: harbour - The Courier",
        "<h1>Tag: harbour</h1>"
            + repeated(12) {
                "<article class=teaser><h2><a href=/n/\($0)>Harbour story \($0)</a></h2><span class=date>May \($0), 2026</span><p>A short teaser that ends soon […]</p><a href=/n/\($0)>Read more</a></article>"
            } + "<nav class=pagination><a href=?p=2>Older posts</a></nav>")

    private static let account = page(
        "Create an account",
        "<h1>Create an account</h1><form><label>E-mail</label><input><label>Password</label><input type=password>"
            + "<label><input type=checkbox> I accept the terms</label><button>Register</button></form><p>Already registered? <a href=/login>Log in</a></p>"
    )

    private static let contact = page(
        "Contact us",
        "<h1>Contact us</h1><p>Example Ltd.<br>12 Mill Lane<br>Springfield</p><p>Phone: 555-0199<br>E-mail: info@example.org</p>"
            + "<h2>Opening hours</h2><table>" + repeated(7) { "<tr><td>Day \($0)</td><td>9:00–17:00</td></tr>" }
            + "</table>")

    private static let table = page(
        "League table and fixtures",
        "<h1>League table</h1><table class=standings>"
            + repeated(20) {
                "<tr><td>\($0)</td><td><a href=/t/\($0)>Team \($0)</a></td><td>\(40 - $0)</td><td>\(60 - 2 * $0)</td></tr>"
            }
            + "</table><h2>Fixtures</h2><ul>" + repeated(15) { "<li>Team \($0) – Team \($0 + 1) 15:30</li>" } + "</ul>")

    private static let chineseList = page(
        "新闻中心_示例网",
        "<div class=list><h2>新闻列表</h2><ul>"
            + repeated(30) { "<li><a href=/a/\($0).html>本市召开第\($0)次工作会议</a><span>2026-05-\($0)</span></li>" }
            + "</ul><div class=pager><a>首页</a><a>上一页</a><a>下一页</a><a>尾页</a></div></div>")

    static let pages: [(kind: String, url: String, html: String)] = [
        ("a product", "https://shop.example/products/trail-kettle", product),
        ("a shop's category", "https://shop.example/collections/tents", category),
        ("a page of a manual", "https://docs.example/reference/read_lines.html", manual),
        ("a service's brochure", "https://roofs.example/services/repair", service),
        ("search results", "https://www.example.org/search?q=ferry", search),
        ("a front page", "https://courier.example/", frontPage),
        ("a tag's archive", "https://courier.example/tag/harbour", tag),
        ("a registration", "https://www.example.org/account/register", account),
        ("a contact page", "https://www.example.org/contact", contact),
        ("tables of a league", "https://sports.example/league/table", table),
        ("a Chinese list of news", "https://www.example.cn/news/list.html", chineseList),
    ]

    /// Pages that say what they are in so many sentences that they read like an article, and why each is none.
    private static let standIns: [(title: String, content: String, reason: RejectionReason)] = [
        (
            "Oops! | Example",
            "<h1>404</h1><p>The page you requested could not be found. It may have expired, or the link is wrong.</p>"
                + "<p>You can return to the home page, or search for what you were looking for.</p>", .errorPage
        ),
        (
            "見つかりません",
            "<h1>お探しのページは見つかりませんでした</h1>"
                + "<p>お探しのページは掲載期間が終了したか、URLが変更された可能性があります。お手数ですが、トップページまたは検索をご利用ください。</p>",
            .errorPage
        ),
        (
            "Example",
            "<h1>Unusual activity</h1><p>To continue, please tick the box below to let us know you are not a robot.</p>"
                + "<p>Please make sure that your browser supports JavaScript and cookies and that you do not block them.</p>",
            .errorPage
        ),
        (
            "Example",
            "<h1>Mit Werbung weiterlesen</h1><p>Besuchen Sie uns wie gewohnt mit Werbung und Tracking. Details stehen in der "
                + "Datenschutzerklärung.</p><p>Wir und bis zu 210 Partner nutzen Cookies und verarbeiten personenbezogene Daten wie "
                + "Geräte-Kennungen, um Informationen auf Ihrem Gerät zu speichern.</p>", .consent
        ),
        (
            "Exemple",
            "<h1>Le respect de votre vie privée est notre priorité</h1><p>Nos partenaires et nous stockons des informations sur "
                + "votre appareil, telles que les cookies, et traitons des données personnelles.</p>", .consent
        ),
        (
            "Вход",
            "<h1>Вход</h1><form><label>Логин</label><input><label>Пароль</label><input type=password></form>"
                + "<p>Забыли пароль? Нет аккаунта? Зарегистрируйтесь, чтобы комментировать материалы и получать письма.</p>",
            .login
        ),
        (
            "تسجيل الدخول",
            "<h1>تسجيل الدخول</h1><form><input><input type=password></form>"
                + "<p>نسيت كلمة المرور؟ ليس لديك حساب؟ سجل الآن مجانا.</p>", .login
        ),
        (
            "Subscribe to continue reading",
            "<h1>Subscribe to continue reading</h1><p>You have reached your limit of free articles this "
                + "month. To read this article, please subscribe.</p><p>Cancel at any time.</p>", .paywall
        ),
        (
            "Privacy Policy",
            "<h1>Privacy Policy</h1><p>This policy explains how Example Ltd collects, uses and shares personal data when "
                + "you visit our site.</p><h2>What we collect</h2><p>We collect what you give us when you register, such as your name "
                + "and your address, and what your device says of itself.</p>", .notArticle
        ),
    ]

    @Test("pages that stand in place of an article are refused with their reason", arguments: standIns)
    func standIn(_ page: (title: String, content: String, reason: RejectionReason)) {
        let html = Document.parse(Self.page(page.title, page.content))
        #expect {
            _ = try extractor.extract(.html(html), url: "https://example.org/x")
        } throws: { error in
            (error as? Extractor.Failure)?.rejection?.reason == page.reason
        }
    }

    @Test("an article about such pages is an article")
    func articleAboutThem() throws {
        let sentences = (1...6).map {
            "<p>The page was not found, the clerk said on day \($0), and nobody knew who had last asked for it or where it lay.</p>"
        }
        let head =
            "<meta property=og:type content=article><meta property=article:published_time content=2026-03-14T08:30:00Z>"
        let html = Self.page(
            "Page not found: the town's lost map",
            "<article><h1>Page not found: the town's lost map</h1>\(sentences.joined())</article>",
            head: head)
        let article = try extractor.extract(.html(Document.parse(html)), url: "https://example.org/2026/map")
        #expect(article.paragraphs.count == 6)
    }

    @Test("the offer to subscribe behind the first paragraphs is no part of them")
    func teaser() throws {
        let sentences = (1...5).map {
            "<p>For weeks foresters and neighbours have been at odds, and on day \($0) the court decided about the wood at last.</p>"
        }
        let html = Self.page(
            "Who may fell the wood?",
            "<article><h1>Who may fell the wood?</h1>\(sentences.joined())"
                + "<p>To read the full article, subscribe now and get four weeks for one euro.</p></article>")
        let article = try extractor.extract(.html(Document.parse(html)), url: "https://example.org/2026/wood")
        #expect(article.paragraphs.count == 5)
    }

    @Test(arguments: pages.map(\.kind))
    func isRefused(kind: String) throws {
        let page = try #require(Self.pages.first { $0.kind == kind })
        #expect(isRefused(page.html, url: page.url))
    }

    @Test("a list of paragraphs that each lead to the rest is no article")
    func teasers() {
        func html(_ link: String) -> String {
            let stories = Self.repeated(4) {
                """
                <div><h2><a href=/n/\($0)>Council decides on quay \($0)</a></h2><p>By Ann Lee | 4 May 2026</p><p>The council approved
                the money for quay \($0) on Monday after hours of comment about cuts to the library. The vote was 6 to 3, with the mayor
                promising to look again at the library hours in the summer, when the new numbers are known. \(link)</p></div>
                """
            }
            return Self.page("News | Courier", "<h1>News</h1>\(stories)")
        }
        #expect(isRefused(html("<a href=/n>Read more</a>"), url: "https://example.com/news/"))
        #expect(!isRefused(html(""), url: "https://example.com/2026/05/04/council-decides-on-quays"))
    }

    @Test(
        "a page of cards, each a headline that leads elsewhere and a line below it, is no article; a list with its own text is one"
    )
    func cards() {
        let cards = Self.repeated(6) {
            """
            <section><h3><a href=/n/\($0)>Storm cuts power for \($0) hours</a></h3><p>Rail line \($0) is closed and schools are shut as
            winds reach 90 miles an hour, and the ferry that crosses the river will not leave before the evening.</p></section>
            """
        }
        #expect(isRefused(Self.page("The North Post: news, sport", cards), url: "https://example.com/"))
        let intro = """
            <article><h1>Six storms that cut the power</h1><p class=byline>By Ann Lee, 4 May 2026</p><p>Every winter the wind takes down
            a line or two, the network operator says, and every winter the town asks why. We looked at six storms and at what they did to
            the river, the rail line and the people who live along it.</p>
            """
        let story = Self.page(
            "Six storms that cut the power", intro + cards + "</article>",
            head:
                "<meta property=article:published_time content=2026-05-04T10:00:00Z><meta property=og:type content=article>"
        )
        #expect(!isRefused(story, url: "https://example.com/2026/05/04/six-storms-that-cut-the-power"))
    }

    @Test(
        "what a page is by its own address",
        arguments: [
            ("https://example.com/author/ann-lee", "Ann Lee", true),
            ("https://example.com/profile/ann-lee/", "Ann Lee", true),
            ("https://example.com/author/ann-lee/old-ferry-returns", "Old ferry returns to the river", false),
            ("https://example.com/2026/ann-lee", "Ann Lee", false),
            ("https://example.com/tag/ferries/", "Ferries", true),
            ("https://example.com/tags/ferries/page/2", "Ferries", true),
            ("https://example.com/tag/ferries/old-ferry-returns", "Old ferry returns", false),
            ("https://example.com/news/tag/12345.html", "Old ferry returns", false),
            ("https://example.com/tag/", "Ferries", false),
        ])
    func addresses(url: String, title: String, isOther: Bool) {
        #expect((OtherPage.kind(addressed: url, title: title) != nil) == isOther)
    }
}
