import Testing

@testable import Markup

/// `Testing` has a `Tag` too.
typealias Tag = Markup.Tag

@Suite("Reading a document")
struct DocumentTests {
    private let document = Document.parse(
        """
        <!DOCTYPE html><title>A &amp; B</title><body class="front page" data-x=1 DATA-Y='2'>\
        <my-card id=c>one<p>two<!--note--><br>three</p></my-card><svg viewBox="0 0 1 1"><foreignObject>four
        """)

    private func first(_ tag: Tag) -> Node? {
        document.descendants(of: document.root).first { document.tag($0) == tag && document.kind($0) == .element }
    }

    private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test("html, head and body are found")
    func landmarks() throws {
        let html = try #require(document.html)
        let head = try #require(document.head)
        let body = try #require(document.body)
        #expect(document.name(html) == "html")
        #expect(document.tag(head) == .head)
        #expect(document.tag(body) == .body)
        #expect(document.quirks == .noQuirks)
        #expect(document.limitsReached.isEmpty)
    }

    @Test("links lead from node to node and back")
    func links() throws {
        let body = try #require(document.body)
        let html = try #require(document.html)
        #expect(document.parent(body) == html)
        #expect(document.previousSibling(body) == document.head)
        #expect(document.lastChild(html) == body)
        #expect(document.parent(document.root) == nil)
        #expect(document.children(of: html).map { document.tag($0) } == [.head, .body])
        #expect(document.ancestors(of: body).map(\.self) == [html, document.root])
    }

    @Test("text has its references decoded")
    func text() throws {
        let title = try #require(first(.title))
        #expect(string(document.text(of: title)) == "A & B")
        let body = try #require(document.body)
        #expect(string(document.text(of: body)) == "onetwothreefour")
    }

    @Test("spans give the bytes without a copy")
    func spans() throws {
        let title = try #require(first(.title))
        let text = try #require(document.firstChild(title))
        let span = document.utf8(of: text)
        #expect(span.count == 5)
        #expect(span[0] == UInt8(ascii: "A"))
    }

    @Test("attributes are found by known names and by spelling")
    func attributes() throws {
        let body = try #require(document.body)
        #expect(document.attribute(body, .class_).map { document.string($0) } == "front page")
        #expect(document.attribute(body, AttributeName("data-x")).map { document.string($0) } == "1")
        #expect(document.attribute(body, AttributeName("data-y")).map { document.string($0) } == "2")
        #expect(document.attribute(body, AttributeName("data-z")) == nil)
        #expect(document.attribute(body, .href) == nil)
        #expect(document.attribute(document.root, .href) == nil)
        #expect(document.attributes(body).map { document.name($0) } == ["class", "data-x", "data-y"])
    }

    @Test("a custom element's name is readable, its tag unknown")
    func customElement() throws {
        let card = try #require(
            document.descendants(of: document.root).first { document.name($0) == "my-card" })
        #expect(document.tag(card) == .unknown)
        #expect(document.attribute(card, .id).map { document.string($0) } == "c")
    }

    @Test("SVG's names have their capitals")
    func svg() throws {
        let svg = try #require(first(.svg))
        #expect(document.namespace(svg) == .svg)
        let viewBox = try #require(document.attributes(svg).first)
        #expect(document.qualifiedName(viewBox, on: svg) == "viewBox")
        let inner = try #require(first(.foreignObject))
        #expect(document.name(inner) == "foreignObject")
    }

    @Test("a walk enters and leaves every node once")
    func walk() throws {
        let paragraph = try #require(first(.p))
        let children = Array(document.children(of: paragraph))
        let inner = children.flatMap { [Document.WalkEvent.enter($0), .leave($0)] }
        #expect(Array(document.walk(from: paragraph)) == [.enter(paragraph)] + inner + [.leave(paragraph)])
    }

    @Test("descendants and walks can leave out a subtree")
    func skipping() throws {
        let html = try #require(document.html)
        var seen: [Tag] = []
        var descendants = document.descendants(of: html)
        while let node = descendants.next() {
            seen.append(document.tag(node))
            descendants.skipChildren()
        }
        #expect(seen == [.head, .body])
        #expect(descendants.next() == nil)
    }

    @Test("the contents of a template are under a fragment and no part of the text")
    func template() throws {
        let document = Document.parse("<body>a<template>b</template>c")
        let body = try #require(document.body)
        #expect(string(document.text(of: body)) == "ac")
        let template = try #require(document.children(of: body).first { document.tag($0) == .template })
        #expect(document.firstChild(template).map { document.kind($0) } == .fragment)
    }

    @Test(
        "tags and attribute names are found by any spelling",
        arguments: ["div", "DIV", "my-thing", "foreignobject", "foreignObject"])
    func names(_ name: String) {
        #expect(Tag(name) == Tag(name.lowercased()))
        #expect((Tag(name) == .unknown) == (name == "my-thing"))
        #expect(AttributeName(name) == AttributeName(name.uppercased()))
    }

    @Test(
        "the doctype decides the quirks mode",
        arguments: [
            ("<!DOCTYPE html>", QuirksMode.noQuirks), ("<p>", .quirks),
            ("<!DOCTYPE html SYSTEM 'about:legacy-compat'>", .noQuirks),
            ("<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN'>", .quirks),
            (
                "<!DOCTYPE HTML PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN' 'http://www.w3.org/TR/html4/loose.dtd'>",
                .limitedQuirks
            ),
            (
                "<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd'>",
                .noQuirks
            ),
        ])
    func quirks(_ doctype: String, _ mode: QuirksMode) {
        #expect(Document.parse(doctype).quirks == mode)
    }
}

@Suite("Reusing a parser")
struct ParserReuseTests {
    private static func dump(_ document: Document) -> String { TreeDump.lines(document, from: document.root) }

    @Test("a page parses alike whatever was parsed before")
    func reuse() {
        let pages = ["<x-a one=1><p>a&amp;b", "<p two=2 one=1>", "", "<table><x-b three=3>", "<x-a one=1><p>a&amp;b"]
        let parser = Parser()
        for page in pages {
            let document = parser.parse([UInt8](page.utf8))
            #expect(Self.dump(document) == Self.dump(Document.parse(page)))
            parser.recycle(document)
        }
    }

    @Test("a recycled tree's memory is the next tree's")
    func recycling() {
        let parser = Parser()
        let page = [UInt8](String(repeating: "<p class=a>one &amp; two</p>", count: 200).utf8)
        var places: Set<[Int]> = []
        for _ in 0..<5 {
            let document = parser.parse(page)
            let storage = document.storage
            places.insert(
                unsafe [
                    Int(bitPattern: storage.nodes), Int(bitPattern: storage.attributes),
                    Int(bitPattern: storage.source), Int(bitPattern: storage.side),
                ])
            _ = consume storage
            parser.recycle(document)
        }
        #expect(places.count == 1)
    }

    @Test("a document in use keeps its memory when a copy is recycled")
    func recyclingAShared() {
        let parser = Parser()
        let document = parser.parse([UInt8]("<p>first".utf8))
        let before = Self.dump(document)
        parser.recycle(document)
        let other = parser.parse([UInt8]("<div>second &lt; third".utf8))
        #expect(Self.dump(document) == before)
        #expect(Self.dump(other) != before)
    }

    @Test("a byte order mark is dropped, newlines are normalised")
    func preprocessing() {
        #expect(Self.dump(Document.parse("\u{FEFF}<p>a\r\nb\rc")) == Self.dump(Document.parse("<p>a\nb\nc")))
    }
}
