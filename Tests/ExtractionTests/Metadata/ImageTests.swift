import Markup
import Pages
import Testing

@testable import Extraction

@Suite("Images")
struct ImageTests {
    @Test(
        "what stands in src or a lazy loader's attribute",
        arguments: [
            ("/a/b.jpg", "/a/b.jpg"),
            ("https://a.example/w_640,h_480/b.jpg", "https://a.example/w_640,h_480/b.jpg"),
            ("my photo.jpg", "my photo.jpg"), ("\t a.jpg\n", "a.jpg"),
            ("a.jpg 320w, b.jpg 1280w, c.jpg 640w", "b.jpg"),
            ("a.jpg, b.jpg 2x", "b.jpg"),
            ("a.jpg%20320w,%20b.jpg%201280w", "b.jpg"), ("my%20photo.jpg", "my%20photo.jpg"),
            ("a.jpg 1.5x, b.jpg", "a.jpg"),
            ("data:image/gif;base64,R0lGOD", nil),
            ("if(this.src!='https://a.example/b.jpg') this.src='c.jpg'", nil),
            ("{{ image.url }}", nil),
            ("", nil),
        ] as [(String, String?)])
    func address(_ text: String, _ address: String?) {
        #expect(ImageSource.address(text) == address)
    }

    @Test(
        "an element that its class calls a caption is that of the image before it",
        arguments: [
            ("<div><img src=a.jpg><div class=photo__desc>The ferry</div></div>", "The ferry"),
            ("<p><img src=a.jpg><br><span class=img-caption>The ferry</span></p>", "The ferry"),
            ("<div class=wp-caption><img src=a.jpg><p class=wp-caption-text>The ferry</p></div>", "The ferry"),
            ("<figure><img src=a.jpg><figcaption>The ferry</figcaption></figure><p class=caption>x</p>", "The ferry"),
            ("<img src=a.jpg><p>1</p><p>2</p><p>3</p><p>4</p><p>5</p><p>6</p><p class=caption>The ferry</p>", nil),
            ("<img src=a.jpg><div class=caption><img src=b.jpg>The ferry</div>", nil),
            ("<img src=a.jpg><p class=caption>2 / 7</p>", nil),
            ("<img src=a.jpg><p class=caption>Photo 2 / 7</p>", nil),
            ("<img src=a.jpg><p class=caption>Lee / Courier</p>", "Lee / Courier"),
        ] as [(String, String?)])
    func captionsByClass(html: String, caption: String?) {
        let document = Document.parse("<body>\(html)")
        let facts = FactCollector.collect(document, elements: Segmenter.segment(document).elements)
        #expect(facts.images.first?.caption == caption)
    }

    @Test("the largest of a srcset, of equals the first, whatever its length")
    func largest() {
        #expect(ImageSource.largest(of: "a.jpg 100w, b.jpg 100w") == "a.jpg")
        #expect(ImageSource.largest(of: "a.jpg") == "a.jpg")
        #expect(ImageSource.largest(of: " , ,, ") == nil)
        #expect(ImageSource.largest(of: String(repeating: "x.jpg 1w, ", count: 100_000)) == "x.jpg")
    }

    private func images(_ html: String, people: [String] = [], url: String? = nil) -> [String] {
        let document = Document.parse(html)
        let facts = FactCollector.collect(document, elements: Segmenter.segment(document).elements)
        return ImageRule.images(
            facts: facts, linked: LinkedArticle(facts.linked, title: ""), document: document, near: 0...100,
            people: Set(people.map(TextFold.fold)), url: url
        ).map(\.url)
    }

    // MARK: Addresses

    @Test(
        "what is no address of a photograph",
        arguments: [
            "", "//:0", "about:blank", "uri:irus:00050581", "data:image/gif;base64,R0", "/i/drawing.svg?v=2", "#",
            "https://a.example/", "javascript:void(0)",
        ])
    func noAddress(_ url: String) { #expect(ImageAddress(url) == nil) }

    @Test(
        "folders, hosts and names of furniture, advertisements, counters and faces",
        arguments: [
            "/i/courier-logo.png", "/i/newslogo2010.jpg", "/i/icon512x512_VS.jpg", "/i/btnprint1.gif",
            "/i/printButton.png",
            "/i/print.gif", "/i/facebook.png", "/i/share-this.gif", "/i/rss_feed.gif", "/i/arrow-right.png",
            "/i/clear.gif",
            "/i/no_image.png", "/i/blank.png", "/i/email_1.gif", "/i/offer_728x90.gif", "/i/teaser-80x50.jpg",
            "/photos/1/undefined", "/ads/offer.jpg", "/banners/spring.jpg", "/smilies/happy.gif", "/avatars/12.jpg",
            "/wp-content/plugins/card/x.png", "/i/share_buttons/a.png", "https://ads.a.example/b.jpg",
            "//ad.doubleclick.net/b.jpg", "https://www.any-counter.example/b.jpg", "https://secure.gravatar.com/face/1",
        ])
    func furniture(_ url: String) { #expect(ImageAddress(url)?.isFurniture == true) }

    @Test(
        "names that hold such a word beside others, and hosts whose own name is one",
        arguments: [
            "/2026/05/harbour_facebook_post.jpg", "/i/footprint-on-the-beach.jpg", "/i/google-pixel-9.jpg",
            "/i/print-shop-opens.jpg", "https://www.ad.nl/harbour.jpg", "/i/silicon-valley.jpg",
            "/i/bananas-360x240.jpg",
            "/i/fb_408d29f617c81c2496512dc21135ce9f.jpg", "/i/mainshare-of-the-market.jpg", "/i/2012/4.jpg",
        ])
    func photographs(_ url: String) { #expect(ImageAddress(url)?.isFurniture == false) }

    @Test(
        "sizes of one image are one, images of one common name are not",
        arguments: [
            ("/a/ferry-800x600.jpg", "/a/ferry.jpg", true),
            ("/a/ferry-scaled.jpg", "https://a.example/b/ferry.jpg?w=9", true),
            ("/a/1.jpg", "/b/1.jpg", false), ("/a/original.jpg", "/b/original.jpg", false),
            ("/image.php?id=1&w=40", "/image.php?id=1&w=640", true), ("/image.php?id=1", "/image.php?id=2", false),
        ])
    func sameImage(_ one: String, _ other: String, _ isSame: Bool) throws {
        #expect(try (#require(ImageAddress(one)).key == #require(ImageAddress(other)).key) == isSame)
    }

    // MARK: Choice

    @Test("a logo is no main image, a card for any article is one when there is no other")
    func stated() {
        func stated(_ url: String, _ body: String) -> [String] {
            images("<meta property=og:image content='\(url)'><p>Text.\(body)</p>", url: "https://www.courier.example/a")
        }
        let ferry = "<img src=/i/ferry.jpg>"
        #expect(stated("/i/courier_logo_fb.png", ferry) == ["/i/ferry.jpg"])
        #expect(stated("/i/courier_logo_fb.png", "") == [])
        #expect(stated("/i/default-share.png", "") == [])
        #expect(stated("/i/courierlogo2.png", "") == [])
        #expect(stated("/i/apple-touch-icon-180x180.png", "") == [])
        #expect(stated("/i/facebook.jpg", ferry) == ["/i/ferry.jpg", "/i/facebook.jpg"])
        #expect(stated("/i/facebook.jpg", "") == ["/i/facebook.jpg"])
        #expect(stated("/i/og-icon.png", "") == ["/i/og-icon.png"])
        #expect(stated("/2026/05/facebook.jpg", ferry) == ["/2026/05/facebook.jpg", "/i/ferry.jpg"])
        #expect(stated("/i/old-logo-of-the-port.jpg", "") == ["/i/old-logo-of-the-port.jpg"])
    }

    @Test(
        "images that their element makes furniture",
        arguments: [
            "<img class='avatar photo' src=a.jpg>", "<div class=site-logo><a><img src=a.jpg></a></div>",
            "<img class=wp-smiley src=a.jpg>", "<img width=728 height=90 src=a.jpg>",
            "<img width=160 height=600 src=a.jpg>",
            "<img width=40px src=a.jpg>", "<img width=600 height=20 src=a.jpg>", "<img alt='Ann Lee' src=a.jpg>",
            "<img alt=Print src=a.jpg>",
        ])
    func marked(_ image: String) {
        #expect(images("<p>Text.\(image)<img src=b.jpg></p>", people: ["Ann Lee"]) == ["b.jpg"])
    }

    @Test(
        "images whose element says nothing of the kind",
        arguments: [
            "<img class=lexicon src=a.jpg>", "<img width=1600 height=200 src=a.jpg>",
            "<img alt='Ann Lee in May' src=a.jpg>",
        ])
    func unmarked(_ image: String) { #expect(images("<p>Text.\(image)</p>", people: ["Ann Lee"]) == ["a.jpg"]) }

    @Test("the stated image is the first; names of site furniture and place holders are none")
    func mainImage() {
        let body = """
            <p>Text.<img src=/i/logo.png><img src=/i/site-icon.png><img src=/i/1x1.gif><img src=/i/harbour.jpg>
            <img src=/i/google-pixel-9.jpg><img width=40 src=/i/small.jpg></p>
            """
        #expect(images("<meta property=og:image content=/i/lead.jpg>" + body).first == "/i/lead.jpg")
        #expect(images("<meta name=og:image value=/i/lead.jpg>" + body).first == "/i/lead.jpg")
        #expect(images("<link rel=image_src href=/i/lead.jpg>" + body).first == "/i/lead.jpg")
        #expect(images(body) == ["/i/harbour.jpg", "/i/google-pixel-9.jpg"])
    }

    @Test("of several attributes the one that can be an address is taken")
    func lazy() {
        #expect(images(#"<p>Text<img src=small.jpg data-src="a.jpg 320w, b.jpg 640w">"#) == ["b.jpg"])
        #expect(images(#"<p>Text<img data-src="{{src}}" src=real.jpg>"#) == ["real.jpg"])
        #expect(
            images(#"<p>Text<img src="a.jpg?w=40&s=1" srcset="a.jpg?w=40 40w, a.jpg?w=640 640w">"#) == ["a.jpg?w=640"])
        #expect(images(#"<p>Text<img src="a.jpg?w=400" srcset="b.jpg 640w">"#) == ["a.jpg?w=400"])
        #expect(images(#"<p>Text<img src="data:image/gif;base64,R0" data-srcset="a.jpg 1x, b.jpg 2x">"#) == ["b.jpg"])
    }

    @Test("letters that change their length with their case are read where they stand")
    func longLowerCase() {
        let address = ImageAddress(
            "https://example.com/" + String(repeating: "\u{130}", count: 300) + "/printButton.jpg")
        #expect(address?.isFurniture == true)
        #expect(ImageAddress("/" + String(repeating: "\u{130}", count: 300) + ".jpg")?.isFurniture == false)
    }
}
