internal import Pages
internal import Text

/// Cuts a text dump of a page into blocks: every line that is not blank.
public enum TextSegmenter {
    /// The blocks of a text dump, its first ones where there are more than the limits let pass. Lines end at LF, CR LF or CR; bullets at a line's start are part of its indentation.
    public static func segment(_ text: Span<UInt8>, limits: BlockLimits = BlockLimits()) -> PageBlocks {
        var page = PageBlocks(kind: .text)
        var collapsed = CollapsedText()
        var lineStart = 0
        var line: Int32 = 0
        var blank: Int32 = 0
        while lineStart < text.count {
            guard page.blocks.count < limits.blocks, collapsed.count < limits.textBytes,
                !limits.clock.isOver(at: Int(line))
            else {
                page.isCut = true
                break
            }
            var lineEnd = lineStart
            while lineEnd < text.count && text[lineEnd] != 0x0A && text[lineEnd] != 0x0D { lineEnd += 1 }
            let margin = Margin(text, lineStart..<lineEnd)
            let content = text.extracting(margin.end..<lineEnd)
            let most = limits.textBytes - collapsed.count
            if content.count > most { page.isCut = true }
            collapsed.append(
                content.count > most
                    ? content.extracting(first: UTF8Scalars.boundary(in: content, atMost: most)) : content)
            if page.isCut { lineEnd = text.count }
            if let range = collapsed.endRun() {
                var block = Block(start: range.lowerBound, end: range.upperBound)
                block.line = line
                block.indentation = margin.columns
                block.bullet = margin.bullet
                block.blankLinesBefore = blank
                page.blocks.append(block)
                blank = 0
            } else {
                blank += 1
            }
            line += 1
            let crlf = lineEnd + 1 < text.count && text[lineEnd] == 0x0D && text[lineEnd + 1] == 0x0A
            lineStart = lineEnd + (crlf ? 2 : 1)
        }
        page.buffer = collapsed.takeBytes()
        return page
    }

    /// The white space and the bullet at the start of a line.
    private struct Margin {
        var columns: Int32 = 0
        var bullet = false
        var end: Int

        /// Columns that are counted: no line of a dump is indented so far.
        private static let mostColumns: Int32 = 10_000

        init(_ text: Span<UInt8>, _ range: Range<Int>) {
            end = range.lowerBound
            while end < range.upperBound {
                let space = CollapsedText.spaceLength(text, at: end)
                if space > 0 {
                    let width: Int32 = text[end] == 0x09 ? 8 : text[end] == 0xE3 ? 2 : 1
                    columns = min(columns + width, Self.mostColumns)
                    end += space
                } else if !bullet, let length = Self.bulletLength(text, at: end, before: range.upperBound) {
                    bullet = true
                    columns += 1
                    end += length
                } else {
                    break
                }
            }
        }

        /// Bytes of a list sign that white space follows (`*`, `+`, `o`, `-`, `•`, `·`, `▪`), as dumps of programs write them.
        static func bulletLength(_ text: Span<UInt8>, at index: Int, before end: Int) -> Int? {
            let length: Int
            switch text[index] {
            case 0x2A, 0x2B, 0x2D, 0x6F: length = 1
            case 0xC2 where index + 1 < end && text[index + 1] == 0xB7: length = 2
            case 0xE2 where index + 2 < end && (text[index + 1] == 0x80 && text[index + 2] == 0xA2): length = 3
            case 0xE2 where index + 2 < end && (text[index + 1] == 0x96 && text[index + 2] == 0xAA): length = 3
            default: return nil
            }
            let after = index + length
            return after < end && CollapsedText.spaceLength(text, at: after) > 0 ? length : nil
        }
    }
}
