import TestSupport
import Testing

@testable import Extraction

/// Eight bytes at a time collapse as one at a time do.
@Suite struct CollapsedTextTests {
    /// What the rules say, byte by byte.
    private func model(_ runs: [[[UInt8]]]) -> [UInt8] {
        var out: [UInt8] = []
        for run in runs {
            let start = out.count
            var isPending = false
            for text in run {
                var index = 0
                while index < text.count {
                    let space = CollapsedText.spaceLength(text.span, at: index)
                    if space > 0 {
                        isPending = out.count > start
                        index += space
                    } else {
                        if isPending { out.append(0x20) }
                        isPending = false
                        out.append(text[index])
                        index += 1
                    }
                }
            }
            if out.count > start { out.append(0x0A) }
        }
        return out
    }

    private func collapsed(_ runs: [[[UInt8]]]) -> [UInt8] {
        var text = CollapsedText()
        for run in runs {
            for part in run { text.append(part.span) }
            _ = text.endRun()
        }
        return text.takeBytes()
    }

    @Test func randomTextsCollapseAsTheRulesSay() {
        let pieces = [
            " ", "  ", "\n", "\t", "\u{0}", "\u{7F}", "\u{A0}", "\u{200B}", "\u{2028}", "\u{3000}", "\u{FEFF}", "a",
            "!",
            "word", "longerword", "é", "ж", "。", "，", "—", "文字", "©",
        ].map { Array($0.utf8) }
        var random = SeededGenerator(seed: 5)
        for _ in 0..<2000 {
            let runs = (0..<3).map { _ in
                (0..<Int.random(in: 0...3, using: &random)).map { _ in
                    (0..<Int.random(in: 0...30, using: &random)).flatMap { _ in
                        pieces.randomElement(using: &random) ?? []
                    }
                }
            }
            #expect(collapsed(runs) == model(runs))
        }
    }

    @Test func brokenBytesAreKept() {
        let bytes: [UInt8] = [0x20, 0x41, 0xC2, 0xA0, 0xE2, 0x80, 0x8B, 0xE3, 0xEF, 0xBB, 0xBF, 0xFF]
        var random = SeededGenerator(seed: 6)
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                bytes.randomElement(using: &random) ?? 0
            }
            #expect(collapsed([[text]]) == model([[text]]))
        }
    }
}
