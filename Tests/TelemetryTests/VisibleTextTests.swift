import Telemetry
import Testing

@Suite("Text for people")
struct VisibleTextTests {
    @Test(
        "what a terminal acts on is written out",
        arguments: [
            ("a\u{1B}[31mred", "a\\u{1B}[31mred"), ("\u{9B}31m", "\\u{9B}31m"), ("bell\u{7}", "bell\\u{7}"),
            ("a\u{7F}b", "a\\u{7F}b"), ("one\ntwo\tthree\r", "one\\u{A}two\\u{9}three\\u{D}"),
            ("file\u{202E}gpj.exe", "file\\u{202E}gpj.exe"),
        ])
    func written(text: (from: String, shown: String)) {
        #expect(VisibleText.of(text.from) == text.shown)
    }

    @Test("text of several lines keeps line feeds and tabs, and nothing else")
    func layout() {
        #expect(VisibleText.of("one\n\ttwo\u{1B}c\r", keepsLayout: true) == "one\n\ttwo\\u{1B}c\\u{D}")
    }

    @Test("all other text is untouched", arguments: ["山城", "café — naïve", "سلام\u{200F}", "👩‍👩‍👧", ""])
    func untouched(text: String) {
        #expect(VisibleText.of(text) == text)
    }
}
