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
            ("my photo.jpg", "my photo.jpg"),
            ("a.jpg 320w, b.jpg 1280w, c.jpg 640w", "b.jpg"),
            ("a.jpg, b.jpg 2x", "b.jpg"),
            ("a.jpg 1.5x, b.jpg", "a.jpg"),
            ("data:image/gif;base64,R0lGOD", nil),
            ("if(this.src!='https://a.example/b.jpg') this.src='c.jpg'", nil),
            ("{{ image.url }}", nil),
            ("", nil),
        ] as [(String, String?)])
    func address(_ text: String, _ address: String?) {
        #expect(ImageSource.address(text) == address)
    }

    @Test("the largest of a srcset, of equals the first, whatever its length")
    func largest() {
        #expect(ImageSource.largest(of: "a.jpg 100w, b.jpg 100w") == "a.jpg")
        #expect(ImageSource.largest(of: "a.jpg") == "a.jpg")
        #expect(ImageSource.largest(of: " , ,, ") == nil)
        #expect(ImageSource.largest(of: String(repeating: "x.jpg 1w, ", count: 100_000)) == "x.jpg")
    }

    private func images(_ html: String) -> [String] {
        let document = Document.parse(html)
        let facts = FactCollector.collect(document, elements: Segmenter.segment(document).elements)
        return ImageRule.images(facts: facts, linked: LinkedArticle(facts.linked, title: ""), near: 0...100).map(\.url)
    }

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
        #expect(images(#"<p>Text<img src="data:image/gif;base64,R0" data-srcset="a.jpg 1x, b.jpg 2x">"#) == ["b.jpg"])
    }
}
