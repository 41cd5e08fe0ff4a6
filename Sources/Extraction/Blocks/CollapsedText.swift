/// A buffer that text is appended to with its white space collapsed: runs become one space, edges of a run of text are trimmed.
///
/// White space is ASCII's, NBSP, the zero-width space, the byte-order mark and the full-width space.
struct CollapsedText {
    /// The finished and the current runs.
    var bytes: [UInt8] = []
    /// Whether the text is preformatted, so that its line feeds end lines.
    var isPreformatted = false
    /// Where spaces stand that line feeds of preformatted text were made, ascending.
    private(set) var lineEnds: [Int32] = []
    private var runStart = 0
    private var spacePending = false
    private var lineEndPending = false

    /// Appends text to the current run.
    mutating func append(_ text: Span<UInt8>) {
        var index = 0
        let count = text.count
        while index < count {
            let byte = text[index]
            if byte > 0x20 && byte < 0x7F {
                add(byte)
                index += 1
            } else {
                let space = Self.spaceLength(text, at: index)
                if space > 0 {
                    spacePending = bytes.count > runStart
                    if isPreformatted, byte == 0x0A { lineEndPending = true }
                    index += space
                } else {
                    add(byte)
                    index += 1
                }
            }
        }
    }

    private mutating func add(_ byte: UInt8) {
        if spacePending {
            if lineEndPending { lineEnds.append(Int32(bytes.count)) }
            bytes.append(0x20)
            spacePending = false
        }
        lineEndPending = false
        bytes.append(byte)
    }

    /// Ends the current run and returns where it stands, or `nil` when it is empty. A line feed is put after it.
    mutating func endRun() -> Range<Int32>? {
        spacePending = false
        lineEndPending = false
        let end = bytes.count
        guard end > runStart, end < Int(Int32.max) - 1 else { return nil }
        defer { runStart = bytes.count }
        bytes.append(0x0A)
        return Int32(runStart)..<Int32(end)
    }

    /// Bytes of the white-space character at an index, 0 when there is none.
    static func spaceLength(_ text: Span<UInt8>, at index: Int) -> Int {
        switch text[index] {
        case 0x00...0x20, 0x7F: return 1
        case 0xC2: return index + 1 < text.count && text[index + 1] == 0xA0 ? 2 : 0
        case 0xE2, 0xE3, 0xEF:
            guard index + 2 < text.count else { return 0 }
            switch (text[index], text[index + 1], text[index + 2]) {
            case (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
                return 3
            default: return 0
            }
        default: return 0
        }
    }
}
