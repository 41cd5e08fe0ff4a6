import Testing

@testable import Extraction

@Suite("Linked data")
struct JSONLDTests {
    private func article(_ blocks: String..., title: String = "") -> LinkedArticle {
        var reader = JSONLDReader()
        for block in blocks { reader.read(Array(block.utf8)[...]) }
        return LinkedArticle(reader, title: title)
    }

    @Test("one object, a list, a graph and a nested main entity all give the article")
    func shapes() {
        let plain = #"{"@type":"NewsArticle","headline":"Bridge opens","datePublished":"2024-03-05T08:00:00Z"}"#
        for shape in [
            plain, "[\(plain)]",
            #"{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"The Courier"},"# + plain + "]}",
            #"{"@type":"WebPage","mainEntity":"# + plain + "}",
        ] {
            let found = article(shape)
            #expect(found.headline == "Bridge opens", "\(shape)")
            #expect(found.published == ["2024-03-05T08:00:00Z"], "\(shape)")
        }
    }

    @Test(
        "what pages break is repaired",
        arguments: [
            "{\"@type\":\"Article\",\"headline\":\"Bridge\nopens\",}",
            #"<!-- {"@type":"Article","headline":"Bridge opens"} -->"#,
            #"//<![CDATA["# + "\n" + #"{"@type":"Article","headline":"Bridge opens"}"# + "\n//]]>",
            #"{"@type":"Article","headline":"Bridge opens"};"#,
            #"{"@type":"Article","headline":"Bridge opens","tags":["a","b",]}"#,
            #"{"@type":"WebSite","name":"x"}{"@type":"Article","headline":"Bridge opens"}"#,
            #"{"@type":"Article","headline":"Bridge opens","author":{"name":"Ann Lee""#,
            #"{"@type":"Article","headline":"Bridge\ opens"}"#,
            #"{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Bridge opens&quot;}"#,
            "{'@type':'Article','headline':'Bridge opens'}",
            #"{"@type":"Article",headline:"Bridge opens",author:"Ann Lee"}"#,
            #"{"@type":"Article","image":undefined,"headline":"Bridge opens"}"#,
            "{\"@type\":\"Article\"\n\"headline\":\"Bridge opens\"\n\"isAccessibleForFree\":true}",
            #"{"@type":"Article","description":"He said "no" to it, and left.","headline":"Bridge opens","x":1.5e3}"#,
        ])
    func repair(_ text: String) {
        #expect(article(text).headline == "Bridge opens")
    }

    @Test("quotes inside a string stay in it, and so does an apostrophe")
    func quotes() {
        let found = article(#"{"@type":"Article","headline":"The "old" bridge isn't open","author":"Ann Lee",}"#)
        #expect(found.headline == #"The "old" bridge isn't open"#)
        #expect(found.authors == ["Ann Lee"])
        #expect(article("{'@type':'Article','headline':'It isn\\'t \"open\"'}").headline == #"It isn't "open""#)
    }

    @Test("images come as an address, an object, a list, a thumbnail")
    func images() {
        for image in [
            #""image":"https://example.org/a.jpg""#, #""image":{"url":"https://example.org/a.jpg"}"#,
            #""image":{"@list":["https://example.org/a.jpg"]}"#, #""thumbnailUrl":"https://example.org/a.jpg""#,
        ] {
            let found = article(#"{"@type":"Article","headline":"x",\#(image)}"#)
            #expect(found.images.first?.url == "https://example.org/a.jpg", "\(image)")
        }
    }

    @Test("what cannot be repaired is skipped and leaves other blocks readable")
    func skipped() {
        let found = article("{{{", "no json", #"{"@type":"Article","headline":"Bridge opens"}"#)
        #expect(found.headline == "Bridge opens")
    }

    @Test("authors come as a string, an object, a list, a reference")
    func authors() {
        #expect(article(#"{"@type":"Article","headline":"x","author":"Ann Lee"}"#).authors == ["Ann Lee"])
        let parts = #"{"@type":"Article","headline":"x","author":{"givenName":"Ann","familyName":"Lee"}}"#
        #expect(article(parts).authors == ["Ann Lee"])
        #expect(
            article(#"{"@type":"Article","headline":"x","author":{"@type":"Person","name":"Ann Lee"}}"#).authors == [
                "Ann Lee"
            ])
        #expect(
            article(#"{"@type":"Article","headline":"x","author":[{"name":"Ann Lee"},"Bo Dahl"]}"#).authors == [
                "Ann Lee", "Bo Dahl",
            ])
        let graph =
            ##"{"@graph":[{"@type":"Article","headline":"x","author":{"@id":"#a"}},{"@type":"Person","@id":"#a","name":"Ann Lee"}]}"##
        #expect(article(graph).authors == ["Ann Lee"])
        #expect(article(#"{"@type":"Article","headline":"x","author":"https://courier.example/ann"}"#).authors.isEmpty)
    }

    @Test("of several articles the one that the page's title names is taken")
    func several() {
        let list =
            #"[{"@type":"NewsArticle","headline":"Another story"},{"@type":"NewsArticle","headline":"Bridge opens"}]"#
        #expect(article(list, title: "Bridge opens | The Courier").headline == "Bridge opens")
    }

    @Test("references and tags inside values are read")
    func markedText() {
        let found = article(#"{"@type":"Article","headline":"Tom &amp;amp; <em>Ann&#8217;s</em> bridge"}"#)
        #expect(found.headline == "Tom & Ann’s bridge")
    }

    @Test("a breadcrumb list is read by position")
    func breadcrumb() {
        let list = """
            {"@type":"BreadcrumbList","itemListElement":[
            {"@type":"ListItem","position":2,"item":{"@id":"/city","name":"City"}},
            {"@type":"ListItem","position":1,"name":"Home"},{"@type":"ListItem","position":3,"name":"Bridges"}]}
            """
        #expect(article(list).breadcrumb == ["Home", "City", "Bridges"])
    }

    @Test("hostile blocks cost a bounded amount")
    func hostile() {
        let deep = String(repeating: "[", count: 100_000)
        let open = String(repeating: #"{"a":"#, count: 50_000)
        let quotes = String(repeating: "\"\\", count: 100_000)
        let found = article("{" + deep, open, "{" + quotes, #"{"@type":"Article","headline":"Bridge opens"}"#)
        #expect(found.headline == "Bridge opens")
    }

    @Test("types and properties may carry their vocabulary")
    func vocabulary() {
        let found = article(#"{"@type":"https://schema.org/NewsArticle","schema:headline":"Bridge opens"}"#)
        #expect(found.headline == "Bridge opens")
    }
}
