import Pages
import Testing

@testable import Pipeline

@Suite("What a page's bytes are")
struct PageKindTests {
    private func kind(_ text: String, _ type: String? = nil) -> PageKind {
        PageKind.of(RawPage(body: Array(text.utf8), contentType: type))
    }

    @Test(
        "HTML by its start, whatever was declared",
        arguments: [
            "<!DOCTYPE html><p>x", "  \n<html>", "<!-- made by hand --><html>",
            "<?xml version=\"1.0\"?><!DOCTYPE html><html>",
            "\u{FEFF}<!doctype HTML>", "<div>x</div>",
        ], [nil, "text/plain", "application/octet-stream", "text/html; charset=gb2312"])
    func html(_ text: String, _ type: String?) { #expect(kind(text, type) == .html) }

    @Test("text without markup is a dump")
    func text() {
        #expect(kind("A headline\n\nA paragraph.") == .text)
        #expect(kind("A headline", "text/plain; charset=utf-8") == .text)
        #expect(kind("a < b and b > c", "text/plain") == .text)
    }

    @Test("markup after text is HTML when closing tags prove it")
    func lateMarkup() { #expect(kind("Headline <b>bold</b> <i>x</i> <u>y</u>") == .html) }

    @Test(
        "other types are named",
        arguments: [
            ("%PDF-1.7 x", "application/pdf"), ("GIF89a x", "image/gif"), ("<?xml version=\"1.0\"?><rss>", "XML"),
            ("<rss>", "an RSS feed"),
        ])
    func unsupported(_ text: String, _ name: String) { #expect(kind(text) == .unsupported(name)) }

    @Test("declared types that are no pages are refused when the bytes do not say otherwise")
    func declared() {
        #expect(kind("x", "application/json") == .unsupported("application/json"))
        #expect(kind("x", "image/png") == .unsupported("image/png"))
    }

    @Test("zeros and white space are empty, control characters binary")
    func emptyAndBinary() {
        #expect(PageKind.of(RawPage(body: [UInt8](repeating: 0, count: 100_000))) == .empty)
        #expect(kind(" \n\t ") == .empty)
        #expect(PageKind.of(RawPage(body: [])) == .empty)
        #expect(
            PageKind.of(RawPage(body: (0..<2_000).map { UInt8(truncatingIfNeeded: $0 % 120 + 1) }))
                == .unsupported("binary data"))
    }

    @Test("UTF-16 text and HTML are read by their characters")
    func utf16() {
        let html = "<html><p>x".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(PageKind.of(RawPage(body: html)) == .html)
        #expect(
            PageKind.of(
                RawPage(body: [0xFF, 0xFE] + "A headline".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }))
                == .text)
    }
}
