/// The page's bytes with newlines normalised and `padding` zero bytes behind them, so that a scanner may load a vector at any
/// place up to `count` and always meets a zero before the memory ends. This file and `Storage.swift` are the only ones of the
/// parser that touch raw memory; a place is checked wherever a caller could be wrong.
@safe
struct SourceBytes {
    /// Zero bytes behind the page.
    static let padding = 128

    let base: UnsafePointer<UInt8>
    /// Bytes of the page, padding left out.
    let count: Int

    init(_ buffer: Buffer<UInt8>) {
        precondition(buffer.count >= SourceBytes.padding)
        unsafe base = UnsafePointer(buffer.base)
        count = buffer.count - SourceBytes.padding
    }

    /// The byte at a place; zero behind the page.
    @inline(__always)
    subscript(_ place: Int) -> UInt8 {
        precondition(UInt(bitPattern: place) < UInt(bitPattern: count &+ SourceBytes.padding))
        return unsafe base[place]
    }

    /// Eight bytes from a place at most `count` + 64, first byte lowest.
    @inline(__always)
    func word(at place: Int) -> UInt64 {
        precondition(UInt(bitPattern: place) <= UInt(bitPattern: count &+ 64))
        return unsafe UInt64(littleEndian: UnsafeRawPointer(base + place).loadUnaligned(as: UInt64.self))
    }

    /// Where the first `a`, `b` or zero byte is, from `place` on; `count` at most, for the padding begins with a zero.
    @inline(__always)
    func find(_ a: UInt8, _ b: UInt8, from place: Int) -> Int {
        precondition(UInt(bitPattern: place) <= UInt(bitPattern: count))
        var at = place
        // The comparisons with repeated vectors compile to one instruction each, those with a scalar to a loop (Swift 6.3).
        let first = SIMD16<UInt8>(repeating: a)
        let second = SIMD16<UInt8>(repeating: b)
        let zero = SIMD16<UInt8>(repeating: 0)
        while true {
            let block = unsafe UnsafeRawPointer(base + at).loadUnaligned(as: SIMD16<UInt8>.self)
            if let hit = SourceBytes.first((block .== first) .| (block .== second) .| (block .== zero)) {
                return at &+ hit
            }
            at &+= 16
        }
    }

    /// Where a name that begins before `place` may end: the first byte up to space, `/`, `>` or `also`; `count` at most.
    @inline(__always)
    func findNameEnd(_ also: UInt8, from place: Int) -> Int {
        precondition(UInt(bitPattern: place) <= UInt(bitPattern: count))
        var at = place
        let spaces = SIMD16<UInt8>(repeating: Ascii.space)
        let slash = SIMD16<UInt8>(repeating: Ascii.slash)
        let greater = SIMD16<UInt8>(repeating: Ascii.greater)
        let other = SIMD16<UInt8>(repeating: also)
        while true {
            let block = unsafe UnsafeRawPointer(base + at).loadUnaligned(as: SIMD16<UInt8>.self)
            let ends = (block .<= spaces) .| (block .== slash) .| (block .== greater) .| (block .== other)
            if let hit = SourceBytes.first(ends) { return at &+ hit }
            at &+= 16
        }
    }

    /// Where the first `a` is, from `place` on; `count` where there is none.
    @inline(__always)
    func find(_ a: UInt8, from place: Int) -> Int {
        var at = place
        while true {
            at = find(a, a, from: at)
            if at >= count || self[at] == a { return at }
            at &+= 1
        }
    }

    /// Whether a range holds a zero byte; most names take one look at eight bytes.
    @inline(__always)
    func holdsZero(_ range: Range<Int>) -> Bool {
        var at = range.lowerBound
        while range.upperBound &- at > 8 {
            if SourceBytes.holdsZero(word(at: at)) { return true }
            at &+= 8
        }
        let unused = UInt64(truncatingIfNeeded: 64 &- (range.upperBound &- at) &* 8)
        return range.upperBound > at && SourceBytes.holdsZero(word(at: at) | ~(UInt64.max &>> unused))
    }

    @inline(__always)
    private static func holdsZero(_ word: UInt64) -> Bool {
        (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 != 0
    }

    /// Appends a range of the page to `buffer`.
    @inline(__always)
    func append(_ range: Range<Int>, to buffer: inout Buffer<UInt8>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        // In whole vectors, for most runs are short: the padding makes the last one readable, the reserve writable.
        buffer.reserve(range.count &+ 16)
        var at = range.lowerBound
        var copy = unsafe UnsafeMutableRawPointer(buffer.base) + buffer.count
        while at < range.upperBound {
            let block = unsafe UnsafeRawPointer(base + at).loadUnaligned(as: SIMD16<UInt8>.self)
            unsafe copy.storeBytes(of: block, as: SIMD16<UInt8>.self)
            unsafe copy += 16
            at &+= 16
        }
        buffer.setCount(buffer.count &+ range.count)
    }

    /// Copies a page into `buffer`, less its first bytes, CR and CRLF turned to LF, padding added.
    static func fill(_ buffer: inout Buffer<UInt8>, with page: [UInt8], from start: Int = 0) {
        buffer.truncate(to: 0)
        let count = min(page.count - start, ParseLimits.bytes)
        precondition(start >= 0 && count >= 0)
        buffer.reserve(count + padding)
        unsafe page.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            unsafe appendNormalised(base + start, count: count, to: &buffer)
        }
        buffer.appendUninitialized(padding, filledWith: 0)
    }

    /// Reads and writes each byte once: vectors without CR go over whole. Room for `padding` bytes more is there already.
    private static func appendNormalised(_ bytes: UnsafePointer<UInt8>, count: Int, to buffer: inout Buffer<UInt8>) {
        let page = unsafe UnsafeRawBufferPointer(start: bytes, count: count)
        let copy = unsafe UnsafeMutableRawPointer(buffer.base)
        let returns = SIMD16<UInt8>(repeating: Ascii.carriageReturn)
        var done = 0
        var written = 0
        while done &+ 16 <= count {
            let block = unsafe page.loadUnaligned(fromByteOffset: done, as: SIMD16<UInt8>.self)
            // Never past the page's length, which the padding exceeds by more than a vector.
            unsafe (copy + written).storeBytes(of: block, as: SIMD16<UInt8>.self)
            let plain = SourceBytes.first(block .== returns) ?? 16
            done &+= plain
            written &+= plain
            if plain < 16 { unsafe replaceReturn(page, &done, copy, &written) }
        }
        while done < count {
            if unsafe page[done] == Ascii.carriageReturn {
                unsafe replaceReturn(page, &done, copy, &written)
            } else {
                unsafe copy.storeBytes(of: page[done], toByteOffset: written, as: UInt8.self)
                done += 1
                written += 1
            }
        }
        buffer.setCount(written)
    }

    /// Writes LF for the CR or CRLF at `done`.
    @inline(__always)
    private static func replaceReturn(
        _ page: UnsafeRawBufferPointer, _ done: inout Int, _ copy: UnsafeMutableRawPointer, _ written: inout Int
    ) {
        unsafe copy.storeBytes(of: Ascii.lineFeed, toByteOffset: written, as: UInt8.self)
        written &+= 1
        done &+= 1
        if done < page.count, unsafe page[done] == Ascii.lineFeed { done &+= 1 }
    }

    /// The first lane that is set.
    @inline(__always)
    private static func first(_ lanes: SIMDMask<SIMD16<Int8>>) -> Int? {
        let halves = unsafe unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
        if halves[0] | halves[1] == 0 { return nil }
        return halves[0] != 0
            ? halves[0].trailingZeroBitCount &>> 3 : 8 &+ halves[1].trailingZeroBitCount &>> 3
    }
}

/// Names for the bytes the rules speak of.
enum Ascii {
    static let tab: UInt8 = 0x09
    static let lineFeed: UInt8 = 0x0A
    static let formFeed: UInt8 = 0x0C
    static let carriageReturn: UInt8 = 0x0D
    static let space: UInt8 = 0x20
    static let bang: UInt8 = 0x21
    static let quote: UInt8 = 0x22
    static let hash: UInt8 = 0x23
    static let ampersand: UInt8 = 0x26
    static let apostrophe: UInt8 = 0x27
    static let dash: UInt8 = 0x2D
    static let slash: UInt8 = 0x2F
    static let semicolon: UInt8 = 0x3B
    static let less: UInt8 = 0x3C
    static let equals: UInt8 = 0x3D
    static let greater: UInt8 = 0x3E
    static let question: UInt8 = 0x3F
    static let closeBracket: UInt8 = 0x5D

    /// Tab, line feed, form feed, carriage return, space.
    @inline(__always)
    static func isSpace(_ byte: UInt8) -> Bool {
        byte <= 0x20 && (1 as UInt64) << UInt64(byte) & 0x1_0000_3600 != 0
    }

    @inline(__always)
    static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    @inline(__always)
    static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    /// Lower case of a letter, other bytes as they are.
    @inline(__always)
    static func lowered(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// A space, `/` or `>`: what ends a tag's name.
    @inline(__always)
    static func endsName(_ byte: UInt8) -> Bool { isSpace(byte) || byte == slash || byte == greater }
}
