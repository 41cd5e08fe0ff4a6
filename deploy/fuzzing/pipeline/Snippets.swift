import TestSupport

/// Pieces of markup that the extraction reads, filled with odd values.
enum Snippets {
    /// The name of an element.
    static func name(_ random: inout SeededGenerator) -> [UInt8] { Array(pick(elements, &random).utf8) }

    /// An attribute with a space before it.
    static func attribute(_ random: inout SeededGenerator) -> [UInt8] {
        let (name, words) = attributes.randomElement(using: &random) ?? ("class", [])
        let word = words.randomElement(using: &random).map { Array($0.utf8) }
        let value = Int.random(in: 0..<3, using: &random) > 0 ? word : nil
        return Array(" \(name)=\"".utf8) + (value ?? Odd.value(&random)) + [0x22]
    }

    /// An element with attributes and text.
    static func element(_ random: inout SeededGenerator) -> [UInt8] {
        if Int.random(in: 0..<4, using: &random) > 0 { return filled(pick(templates, &random), &random) }
        let name = name(&random)
        let list = (0..<Int.random(in: 0...3, using: &random)).flatMap { _ in attribute(&random) }
        return [0x3C] + name + list + [0x3E] + Odd.value(&random) + [0x3C, 0x2F] + name + [0x3E]
    }

    /// A script of linked data with a few members.
    static func linkedData(_ random: inout SeededGenerator) -> [UInt8] {
        let type = pick(types, &random)
        var json = Array(#"<script type="application/ld+json">{"@type":\#(type)"#.utf8)
        for _ in 0..<Int.random(in: 1...5, using: &random) {
            json += Array(#","\#(pick(members, &random))":"#.utf8) + Odd.jsonValue(&random)
        }
        return json + Array("}</script>".utf8)
    }

    /// `%n`, `%d` and `%t` stand for a number, a date and a text.
    private static func filled(_ template: String, _ random: inout SeededGenerator) -> [UInt8] {
        var bytes: [UInt8] = []
        var isMark = false
        for byte in template.utf8 {
            switch (isMark, byte) {
            case (true, UInt8(ascii: "n")): bytes += Odd.number(&random)
            case (true, UInt8(ascii: "d")): bytes += Odd.date(&random)
            case (true, UInt8(ascii: "t")): bytes += Odd.text(&random)
            case (false, UInt8(ascii: "%")): break
            default: bytes.append(byte)
            }
            isMark = byte == UInt8(ascii: "%")
        }
        return bytes
    }

    private static func pick(_ table: [String], _ random: inout SeededGenerator) -> String {
        table.randomElement(using: &random) ?? ""
    }

    private static let elements = [
        "div", "p", "a", "span", "b", "ul", "li", "table", "tr", "td", "article", "section", "main", "figure",
        "figcaption",
        "img", "picture", "h1", "h2", "time", "blockquote", "pre", "br", "svg", "math", "template", "noscript", "form",
        "select", "option", "title", "ruby", "rt", "font", "address", "aside", "nav", "header", "footer", "script",
        "style",
        "details", "dl", "dd", "textarea", "iframe", "button", "x-news",
    ]

    private static let attributes: [(String, [String])] = [
        ("width", ["500", "100%", "0"]), ("height", ["300", "1e9"]), ("datetime", ["2024-05-06"]),
        ("src", ["/a.jpg", "data:,"]),
        ("itemprop", ["author", "datePublished", "headline", "articleBody", "name", "image", "url", "publisher"]),
        (
            "class",
            ["byline", "author", "date time", "article-body", "comments", "share", "source", "breadcrumb", "paywall"]
        ),
        ("property", ["og:title", "article:published_time", "og:image:width", "article:tag", "og:locale"]),
        ("content", []), ("href", ["/a", "#x", "https://news.example/author/a"]),
        ("rel", ["author", "tag", "canonical", "license"]),
        ("srcset", ["a.jpg 1x, b.jpg 2x", "a.jpg 99999999999999999999w", ",, ,a 1e308x"]), ("alt", []),
        ("lang", ["zh", "xx-"]),
        ("style", ["display:none", "width:9223372036854775807px;height:1px"]), ("hidden", [""]), ("role", ["main"]),
        ("itemscope", [""]), ("itemtype", ["https://schema.org/NewsArticle", "http://schema.org/Person"]),
        ("title", []),
        ("id", ["content", "article", "comments"]), ("data-src", ["/b.jpg"]), ("colspan", ["65535"]), ("dir", ["rtl"]),
        ("name", ["author", "pubdate", "keywords", "description", "twitter:image", "copyright"]),
        ("aria-hidden", ["true"]),
    ]

    private static let templates = [
        #"<img src="/p/%n.jpg" width="%n" height="%n" alt="%t">"#,
        #"<figure><img src="/p/a.jpg" width="500" height="%n"><figcaption>%t</figcaption></figure>"#,
        #"<figure><img src="/p/b.jpg" width="%n" height="300"></figure>"#, #"<time datetime="%d">%d</time>"#,
        "<p>%t%t</p>",
        "<h1>%t</h1>",
        #"<meta property="article:published_time" content="%d">"#, #"<meta name="author" content="%t">"#,
        "<title>%t | %t</title>",
        #"<meta property="og:image" content="/%t.jpg"><meta property="og:image:width" content="%n">"#,
        "<base href=\"%t\">",
        #"<span class="date">%d</span>"#, #"<p class="byline">By %t</p>"#, "<p>Published: %d Updated: %d</p>",
        "<p>来源：%t 时间：%d</p>",
        "<p>（记者 %t 责任编辑：%t）</p>", "<p>© %n %t. All rights reserved.</p>", "<p>%t网%n月%n日电（记者%t）</p>",
        "<p>ICP备%n号-%n</p>",
        #"<a rel="license" href="%t">%t</a>"#, #"<link rel="canonical" href="%t">"#,
        #"<meta name="keywords" content="%t,%t,%t">"#,
        #"<img srcset="/a.jpg %nw, /b.jpg %nx" style="width:%npx">"#,
        #"<meta http-equiv="refresh" content="%n;url=%t">"#,
        #"<ol itemtype="https://schema.org/BreadcrumbList"><li itemprop="itemListElement"><b itemprop="name">%t</b><meta itemprop="position" content="%n"></ol>"#,
        "<script>window.__DATA__={\"publishTime\":%n,\"content\":\"<p>%t</p>\",\"title\":\"%t\"}</script>", "%d\n%t\n",
        "%t\n\n",
        "<script>var t='%t', d=%n; JSON.parse('{\"body\":\"%t\"}')</script>",
        "<table><tr><td colspan=%n>%t<td>%t</table>",
        #"<meta itemprop="datePublished" content="%d"><meta itemprop="image" content="%t">"#,
        "<p>%n minutes ago · %n min read</p>",
    ]

    private static let types = [
        #""NewsArticle""#, #"["Article",7]"#, #""WebPage""#, "null", "7", #""BreadcrumbList""#, #""LiveBlogPosting""#,
        #""Organization""#,
        #"{"@id":"x"}"#, #""ImageObject""#, #""VideoObject""#, #""http://schema.org/NewsArticle""#,
    ]

    private static let members = [
        "headline", "name", "datePublished", "dateModified", "author", "publisher", "image", "articleBody",
        "articleSection",
        "keywords", "description", "mainEntityOfPage", "url", "@graph", "@id", "itemListElement", "position",
        "isPartOf",
        "creator", "contributor", "editor", "sourceOrganization", "copyrightHolder", "copyrightYear", "inLanguage",
        "license",
        "isAccessibleForFree", "hasPart", "wordCount", "thumbnailUrl", "alternativeHeadline", "dateCreated", "logo",
        "width",
    ]
}
