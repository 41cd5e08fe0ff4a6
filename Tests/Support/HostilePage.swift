/// A page that is made to cost as much as it can: for what one page may cost at most, whatever it is.
///
/// Each fills a size that is given, so that the table can be run at the full `limits.page_bytes`.
public struct HostilePage: Sendable {
    /// How the record's value is coded.
    public enum Coding: String, Sendable, CaseIterable {
        case gzip
        case zstd
        case brotli = "br"
    }

    /// What it is, in words.
    public let name: String
    /// The coding that the value is put in, if any.
    public let coding: Coding?
    /// Headers of the record.
    public let headers: [(name: String, value: String)]
    /// How many headers the record has beside those.
    public private(set) var moreHeaders = 0
    private let make: @Sendable (Int) -> [UInt8]
    /// Bytes above which what it is made of would be passed over unread, if there are such.
    private var most = Int.max

    /// The page's bytes, of that size or a little less, or of the most that is read of such a page.
    public func body(bytes: Int) -> [UInt8] { make(min(bytes, most)) }

    private func with(headers count: Int) -> HostilePage {
        var page = self
        page.moreHeaders = count
        return page
    }

    private func read(upTo most: Int) -> HostilePage {
        var page = self
        page.most = most
        return page
    }

    /// The page of a name.
    public static func named(_ name: String) -> HostilePage? { all.first { $0.name == name } }

    /// Every page.
    public static let all = texts + blocks + elements + heads + statements + records

    // MARK: Makers

    /// A page that begins and ends so, with a piece between that is repeated until the size is reached.
    private static func html(
        _ name: String, coding: Coding? = nil, _ start: String, _ piece: String, _ end: String = ""
    ) -> HostilePage {
        page(name, "text/html; charset=utf-8", coding, start, end) { _ in piece }
    }

    /// The same with numbered pieces, all different.
    private static func html(_ name: String, _ start: String, _ end: String = "", _ piece: @escaping Piece)
        -> HostilePage
    {
        page(name, "text/html; charset=utf-8", nil, start, end, piece)
    }

    private static func text(_ name: String, coding: Coding? = nil, _ piece: String) -> HostilePage {
        page(name, "text/plain; charset=utf-8", coding, "", "") { _ in piece }
    }

    private typealias Piece = @Sendable (Int) -> String

    private static func page(
        _ name: String, _ type: String, _ coding: Coding?, _ start: String, _ end: String, _ piece: @escaping Piece
    ) -> HostilePage {
        HostilePage(name: name, coding: coding, headers: [("content-type", type)]) { size in
            fill(size, start, end, piece)
        }
    }

    private static func fill(_ size: Int, _ start: String, _ end: String, _ piece: Piece) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        bytes.append(contentsOf: start.utf8)
        var number = 0
        while true {
            let next = piece(number).utf8
            guard bytes.count + next.count + end.utf8.count <= size else { break }
            bytes.append(contentsOf: next)
            number += 1
        }
        bytes.append(contentsOf: end.utf8)
        return bytes
    }

    private static func list(_ item: String) -> String { Array(repeating: item, count: 64).joined(separator: ",") }

    private static func filled(_ pattern: [UInt8], bytes: Int) -> [UInt8] {
        (0..<bytes).map { pattern[$0 % pattern.count] }
    }

    // MARK: The table

    private static let sentence =
        "After eleven years on dry land the ferry that carried carts across the river was lowered into the water. "
    private static let head = "<!DOCTYPE html><html><head><title>The ferry returns to the river</title></head><body>"
    private static let article =
        "<article><h1>The ferry returns to the river</h1><p>By Ann Lee, 4 May 2026</p>"
        + String(repeating: "<p>\(sentence)\(sentence)</p>", count: 10) + "</article>"

    private static let long = String(repeating: "a", count: 60_000)
    private static let words = String(repeating: "a ", count: 30_000)

    private static let texts = [
        text("text: one-letter lines", "a\n"),
        text("text: one-letter lines in gzip", coding: .gzip, "a\n"),
        text("text: lines of a sentence", sentence + "\n"),
        text("text: one line without spaces", "a"),
        text("text: one line of words", sentence),
        text("text: one line of Han", "春江潮水连海平"),
        text("text: one line of Thai", "ภาษาไทยไม่มีช่องว่าง"),
        text("text: combining marks", "a\u{300}\u{301}\u{302}\u{303}\u{304}"),
        text("text: only combining marks", "\u{301}"),
        text("text: dates", "4 May 2026 08:30\n"),
        text("text: bylines", "By Ann Lee\n"),
        text("text: labels", "记者 顾南星 来源：山城晚报 责任编辑：叶知秋\n"),
    ]

    private static let blocks = [
        html("paragraphs of a letter", head, "<p>a"),
        html("paragraphs of a letter in zstd", coding: .zstd, head, "<p>a"),
        html("paragraphs of a letter in brotli", coding: .brotli, head, "<p>a"),
        html("paragraphs of a sentence", head, "<p>\(sentence)"),
        html("one paragraph of sentences", head + "<article><h1>The ferry returns</h1><p>", sentence),
        html("one paragraph without spaces", head + "<article><h1>The ferry returns</h1><p>", "aaaaaaaa"),
        html("one paragraph of Han", head + "<article><h1>春江</h1><p>", "春江潮水连海平，海上明月共潮生。"),
        html("line breaks", head + "<div>", "a<br>"),
        html("empty line breaks", head + article, "<br>"),
        html("table cells", head + "<table>", "<tr><td>a<td>b"),
        html("list items", head + "<ul>", "<li>a"),
        html("headings", head, "<h2>a</h2>"),
        html("headings of the first level", head) { "<h1>The ferry number \($0)</h1>" },
        html("preformatted lines", head + "<pre>", "a\n"),
        html("copies of the article", head, article),
        html("articles", head) { "<article><h1>Ferry \($0)</h1><p>By Ann Lee, 4 May 2026<p>\(sentence)</article>" },
    ]

    private static let elements = [
        html("empty elements", head + article, "<i></i>"),
        html("inline elements", head + article, "<b>a</b>"),
        html("unclosed formatting", head, "<b><p>a"),
        html("nests", head, "<div>"),
        html(
            "nests in nests", head,
            String(repeating: "<div>", count: 200) + "a" + String(repeating: "</div>", count: 200)),
        html("links", head, "<a href=/a>a</a> "),
        html("links with addresses", head) { "<a href=\"https://www.herald.example/author/ann-\($0)\">Ann Lee</a> " },
        html("images", head + article, "<img src=/a.jpg>"),
        html("figures", head + article) {
            "<figure><img src=/\($0).jpg width=900 height=600><figcaption>A ferry</figure>"
        },
        html("distinct classes", head) { "<p class=c\($0)>a" },
        html("classes that say much", head, "<p class='tags subtitle author date source lead category breadcrumb'>a"),
        html("distinct tags", head) { "<x\($0)>a" },
        html("attributes", head, "<p " + (0..<250).map { "a\($0) " }.joined() + ">a"),
        html("distinct attributes", head) { "<p a\($0)=b>a" },
        html("one huge attribute", head + article + "<p class=\"", "author ", "\">a"),
        html("entities", head + "<p>", "&amp;&#x4e2d;&nbsp;"),
        html("comments", head + article, "<!--a-->"),
        html("empty end tags", head + article, "</>"),
        html("empty sections of CDATA", head + article + "<svg>", "<![CDATA[]]>"),
        html("texts that go on behind unknown end tags", head, "<p>a</x>b"),
        html("formatting with a long class, made again", head + "<p><b class=\"\(long)\">x", "<p>x"),
        html("links with a long relation, made again", head + "<p><a rel=\"\(long)\" href=\"\(long)\">x", "<p>x"),
        html(
            "emphasis with a long class, made again", head + "<p><em class=\"\(long)\">One line of text",
            "<p>a longer line"),
        html(
            "properties of many words, made again", head + "<p><b itemprop=\"\(words)\" rel=\"tag \(words)\">x", "<p>x"),
        html("formatting with a long style, made again", head + "<p><b style=\"\(long)\" id=\"\(long)\">x", "<p>x"),
        html(
            "properties around nothing", head,
            String(repeating: "<div itemprop=\"headline keywords articleSection\" rel=\"category tag\">", count: 480)
                + String(repeating: "<wbr>", count: 1_200) + String(repeating: "</div>", count: 480)),
        html(
            "images in long classes", head + article + "<div class=\"\(long)\"><div class=\"\(long)\">",
            "<img src=/a.jpg>"),
    ]

    /// What is read of a page's linked data, and of its scripts.
    private static let (linkedData, scripts) = (2_000_000, 3_900_000)

    private static let heads = [
        html("one huge title", "<!DOCTYPE html><html><head><title>", sentence, "</title></head><body>" + article),
        html("statements of meta", "<!DOCTYPE html><html><head>", "</head><body>" + article) {
            "<meta property=article:tag content=ferry\($0)>"
        },
        html("names of meta", "<!DOCTYPE html><html><head>", "</head><body>" + article) {
            "<meta name=n\($0) content=a>"
        },
        html(
            "deep linked data", "<html><head><script type=application/ld+json>", "{\"a\":",
            "</script></head><body>" + article
        ).read(upTo: 900_000),
        html(
            "linked data of many objects", "<html><head><script type=application/ld+json>[",
            "{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\"},", "{}]</script></head><body>" + article
        ).read(upTo: linkedData),
        html("scripts of linked data", head, article) {
            "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"author\":\"Ann \($0)\"}</script>"
        },
        html(
            "one string of linked data", "<html><head><script type=application/ld+json>{\"articleBody\":\"", sentence,
            "\"}</script></head><body>" + article
        ).read(upTo: linkedData),
        html("strings of a script", "<html><head><script>var a={") { "a\($0):\"\(sentence)\"," },
        html("quotes of a script", "<html><head><script>", "\"\\'`"),
        html(
            "linked data of empty objects", "<html><head><script type=application/ld+json>[", "{},",
            "{}]</script></head><body>" + article
        ).read(upTo: linkedData),
        html(
            "linked data of many types", "<html><head><script type=application/ld+json>[",
            "{\"@type\":[\(list("\"WebPage\""))],\"datePublished\":[\(list("\"1\""))],\"dateModified\":[\(list("\"1\""))]},",
            "{}]</script></head><body>" + article
        ).read(upTo: linkedData),
        html(
            "bodies of linked data in many scripts", head + article,
            "<script type=application/ld+json>{\"articleBody\":\"\(sentence)\"}</script>"),
        html(
            "paragraphs in a script", "<html><head><meta property=og:type content=article></head><body><script>var x=[",
            "{\"articleBody\":\"<p>\(sentence)<p><em class=\(String(repeating: "c", count: 2_000))>Xxxx one two three.<p>x\"},",
            "]</script>"
        ).read(upTo: scripts),
        html("one style sheet", "<html><head><style>", "a{b:c}", "</style></head><body>" + article),
    ]

    private static let statements = [
        html("days in elements", head, "<time datetime=2026-05-04T08:30:00Z>4 May</time>"),
        html("days in lines", head + article, "<p>4 May 2026 08:30"),
        html("bylines", head + article, "<p>By Ann Lee and Tom Poe"),
        html("bylines in Chinese", head + article, "<p>记者 顾南星 通讯员 叶知秋 来源：山城晚报"),
        html("one line of digits", head + article + "<p>", "2026-05-04 "),
        html("one line of names", head + article + "<p>By ", "Ann Lee, "),
        html("legal lines", head + article, "<p>© 2026 The Herald Ltd. ICP备12345678号"),
        html("microdata", head, "<span itemprop='author creator headline datePublished'>a</span>"),
        html("breadcrumbs", head, "<nav class=breadcrumb><a href=/a>a</a> &gt; <a href=/b>b</a></nav>"),
        html("numbers", head + article, "<img src=/a.jpg width=9223372036854775807 height=9223372036854775807>"),
    ]

    private static let records = [
        HostilePage(
            name: "windows-1252 signs", coding: nil, headers: [("content-type", "text/html; charset=windows-1252")]
        ) { Array("<p>".utf8) + Array(repeating: 0x80, count: $0 - 3) },
        HostilePage(
            name: "one link of windows-1251", coding: .gzip,
            headers: [("content-type", "text/html; charset=windows-1251")]
        ) { Array("<a href=x>".utf8) + filled([0xF1, 0xEB, 0xEE, 0xE2, 0xEE, 0x20], bytes: $0 - 10) },
        HostilePage(name: "tabs before a word", coding: .gzip, headers: [("content-type", "text/plain")]) {
            Array(repeating: 0x09, count: $0 - 4) + Array("word".utf8)
        },
        HostilePage(name: "gb18030 text", coding: nil, headers: [("content-type", "text/html; charset=gb18030")]) {
            filled([0xB4, 0xBA], bytes: $0)
        },
        HostilePage(name: "utf-16 text", coding: nil, headers: [("content-type", "text/html; charset=utf-16le")]) {
            filled([0x25, 0x66], bytes: $0)
        },
        html("a million headers", head, "<p>a").with(headers: 1_000_000),
        HostilePage(name: "zeros", coding: .gzip, headers: []) { Array(repeating: 0, count: $0) },
        HostilePage(name: "bytes above ASCII", coding: nil, headers: [("content-type", "text/html")]) {
            Array("<p>".utf8) + (3..<$0).map { UInt8(truncatingIfNeeded: 0x80 | $0 &* 37) }
        },
        page("envelope of a page", "application/json", nil, "{\"url\":\"https://a.example/\",\"html\":\"", "\"}") { _ in
            "<p>a\\n\\u4e2d"
        },
        page("envelope of headers", "application/json", nil, "{\"headers\":{", "\"z\":\"\"},\"html\":\"<p>a\"}") {
            "\"h\($0)\":\"a\","
        },
        page("envelope of nests", "application/json", nil, "{\"html\":", "") { _ in "[" },
        page("archive record of headers", "application/warc", nil, "WARC/1.0\r\nWARC-Type: response\r\n", "\r\n") {
            "h\($0): a\r\n"
        },
    ]
}
