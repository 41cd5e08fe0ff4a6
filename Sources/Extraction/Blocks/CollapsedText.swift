/// A buffer that text is appended to with its white space collapsed: runs become one space, edges of a run of text are trimmed.
///
/// White space is ASCII's, NBSP, the zero-width space, the byte-order mark and the full-width space.
struct CollapsedText {
    /// The finished and the current runs in the first ``count`` bytes; what follows is room.
    private var room: [UInt8]
    /// Bytes of the finished and the current runs.
    private(set) var count = 0
    private var runStart = 0
    private var spacePending = false

    /// An empty buffer, with room for some bytes.
    init(capacity: Int = 256) { room = Array(repeating: 0, count: max(64, capacity)) }

    /// Hands over the finished and the current runs, after which the buffer is empty.
    mutating func takeBytes() -> [UInt8] {
        var bytes: [UInt8] = []
        swap(&bytes, &room)
        bytes.removeLast(bytes.count - count)
        (count, runStart) = (0, 0)
        return bytes
    }

    /// Appends text to the current run: eight bytes in one where that changes nothing, else byte by byte.
    mutating func append(_ text: Span<UInt8>) {
        makeRoom(for: text.count)
        var place = Place(count: count, runStart: runStart, spacePending: spacePending)
        text.withUnsafeBytes { text in
            room.withUnsafeMutableBytes { room in
                var index = 0
                while index < text.count { index += place.append(text, at: index, to: room) }
            }
        }
        count = place.count
        spacePending = place.spacePending
    }

    /// Room for text, a space before it, what is written beyond its end and a line feed.
    private mutating func makeRoom(for added: Int) {
        let needed = count + added + 16
        if needed > room.count {
            room.append(contentsOf: repeatElement(0, count: max(needed, room.count * 2) - room.count))
        }
    }

    /// Whether nothing has been appended to the current run but white space.
    @inline(__always)
    var isRunEmpty: Bool { count == runStart }

    /// Bytes of the current run.
    @inline(__always)
    var runCount: Int { count - runStart }

    /// Whether a finished run of a hundred bytes or more is written like an object of JSON, or a list of such, from its first byte to its last.
    func isObject(_ run: Range<Int32>) -> Bool {
        guard run.count >= 100 else { return false }
        var (first, last) = (Int(run.lowerBound), Int(run.upperBound) - 1)
        if room[first] == UInt8(ascii: "["), room[last] == UInt8(ascii: "]") { (first, last) = (first + 1, last - 1) }
        return room[first] == UInt8(ascii: "{") && room[first + 1] == UInt8(ascii: "\"")
            && room[last] == UInt8(ascii: "}")
    }

    /// Whether two words meet before a byte (``Seam``).
    @inline(__always)
    func isSeam(at index: Int) -> Bool { Seam.parts(room.span, at: index) }

    /// Whether two numbers meet before a byte.
    @inline(__always)
    func isNumberSeam(at index: Int) -> Bool { Seam.partsNumbers(room.span, at: index) }

    /// Appends white space.
    @inline(__always)
    mutating func appendSpace() { spacePending = spacePending || !isRunEmpty }

    /// Forgets white space at the end of the current run.
    @inline(__always)
    mutating func dropSpace() { spacePending = false }

    /// Ends the current run and returns where it stands, or `nil` when it is empty. A line feed is put after it.
    mutating func endRun() -> Range<Int32>? {
        spacePending = false
        let end = count
        guard end > runStart, end < Int(Int32.max) - 1 else { return nil }
        makeRoom(for: 0)
        room[count] = 0x0A
        count += 1
        defer { runStart = count }
        return Int32(runStart)..<Int32(end)
    }

    /// Bytes of the white-space character at an index, 0 when there is none.
    static func spaceLength(_ text: Span<UInt8>, at index: Int) -> Int {
        spaceLength(text.count - index) { text[index + $0] }
    }

    /// The same of the first of `count` bytes.
    @inline(__always)
    static func spaceLength(_ count: Int, _ byte: (Int) -> UInt8) -> Int {
        switch byte(0) {
        case 0x00...0x20, 0x7F: return 1
        case 0xC2: return count > 1 && byte(1) == 0xA0 ? 2 : 0
        case 0xE2, 0xE3, 0xEF:
            guard count > 2 else { return 0 }
            switch (byte(0), byte(1), byte(2)) {
            case (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE3, 0x80, 0x80), (0xEF, 0xBB, 0xBF):
                return 3
            default: return 0
            }
        default: return 0
        }
    }
}

/// Where the next byte goes.
private struct Place {
    var count: Int
    let runStart: Int
    var spacePending: Bool

    /// Appends some of the text from an index on and returns how many bytes that were.
    @inline(__always)
    mutating func append(
        _ text: UnsafeRawBufferPointer, at index: Int, to room: UnsafeMutableRawBufferPointer
    ) -> Int {
        if text.count - index >= 8 {
            let eight = EightBytes(text, at: index)
            if text[index] < 0x20 {
                spacePending = count > runStart
                return eight.spaceCount
            }
            let plain = eight.plainCount(afterText: count > runStart && !spacePending)
            if plain > 0 {
                flushSpace(to: room)
                eight.store(to: room, at: count)
                count += plain
                return plain
            }
            let space = eight.spaceCount
            if space > 0 {
                spacePending = count > runStart
                return space
            }
        }
        return appendOne(text, at: index, to: room)
    }

    /// Appends a byte or a white space.
    @inline(__always)
    private mutating func appendOne(
        _ text: UnsafeRawBufferPointer, at index: Int, to room: UnsafeMutableRawBufferPointer
    ) -> Int {
        let space = CollapsedText.spaceLength(text.count - index) { text[index + $0] }
        if space > 0 {
            spacePending = count > runStart
            return space
        }
        flushSpace(to: room)
        room[count] = text[index]
        count += 1
        return 1
    }

    @inline(__always)
    private mutating func flushSpace(to room: UnsafeMutableRawBufferPointer) {
        guard spacePending else { return }
        room[count] = 0x20
        count += 1
        spacePending = false
    }
}

/// Eight bytes of text in one number, the first in its lowest byte. What is asked of all of them is answered by the high bits of
/// eight bytes (as in "Bit Twiddling Hacks", S. E. Anderson).
private struct EightBytes {
    private let bytes: UInt64
    private static var ones: UInt64 { 0x0101_0101_0101_0101 }
    private static var highs: UInt64 { 0x8080_8080_8080_8080 }

    @inline(__always)
    init(_ text: UnsafeRawBufferPointer, at index: Int) {
        bytes = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    /// Writes all eight.
    @inline(__always)
    func store(to room: UnsafeMutableRawBufferPointer, at index: Int) {
        room.storeBytes(of: bytes.littleEndian, toByteOffset: index, as: UInt64.self)
    }

    /// How many of the first bytes are to be taken as they are: no white space, nor what may begin it, but for single blanks
    /// between other bytes.
    @inline(__always)
    func plainCount(afterText: Bool) -> Int {
        let blanks = equal(to: 0x20)
        // A blank stays when text stands before it and behind it; of the last byte nobody knows yet what follows.
        let before = blanks << 8 | (afterText ? 0 : 0x80)
        let other = controls | equal(to: 0x7F) | (bytes & Self.highs == 0 ? 0 : wideStarts)
        let edges = blanks & (before | (blanks | other) >> 8 | 1 << 63)
        return (edges | other).trailingZeroBitCount / 8
    }

    /// How many of the first bytes are white space of one byte.
    @inline(__always)
    var spaceCount: Int {
        let others = ~(controls | equal(to: 0x20) | equal(to: 0x7F)) & Self.highs
        return others.trailingZeroBitCount / 8
    }

    /// The high bits of the bytes below 0x20.
    private var controls: UInt64 { ~((bytes | Self.highs) &- Self.ones &* 0x20 | bytes) & Self.highs }

    /// Those of the bytes that may begin white space of more than one byte.
    private var wideStarts: UInt64 { equal(to: 0xC2) | equal(to: 0xE2) | equal(to: 0xE3) | equal(to: 0xEF) }

    /// Those of the bytes that are `byte`.
    @inline(__always)
    private func equal(to byte: UInt8) -> UInt64 {
        let other = bytes ^ Self.ones &* UInt64(byte)
        return ~((other & ~Self.highs) &+ ~Self.highs | other) & Self.highs
    }
}
