import CIconv

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// glibc's `iconv` for the encodings of several bytes a character.
enum IconvReader {
    /// Decodes bytes from `start`; every sequence that the encoding refuses is one U+FFFD and costs one byte.
    @unsafe
    static func read(_ charset: Charset, _ page: Span<UInt8>, from start: Int) -> CharsetReader.Reading {
        guard let converter = unsafe Converter(charset.iconvName) else { return unreadable(page, from: start) }
        var out: [UInt8] = []
        out.reserveCapacity(page.count + page.count / 2)
        var malformed = 0
        unsafe page.withUnsafeBytes { source in
            var index = start
            while index < source.count {
                let (used, end) = unsafe converter.convert(source, from: index, into: &out)
                index += used
                if end == .clean || index >= source.count { break }
                malformed += 1
                UTF8Scalars.append(0xFFFD, to: &out)
                if end == .cut { break }
                index = unsafe resume(source, after: index)
            }
        }
        return (out, malformed)
    }

    /// Where decoding goes on behind a refused sequence: a lead byte takes a following byte above 0x7F with it, so
    /// that one broken pair is one mark and ASCII after it survives.
    @unsafe
    private static func resume(_ source: UnsafeRawBufferPointer, after index: Int) -> Int {
        let isLead = unsafe source[index] >= 0x80
        let hasTail = unsafe index + 1 < source.count && source[index + 1] >= 0x80
        return isLead && hasTail ? index + 2 : index + 1
    }

    /// A system without that converter (a stripped image): ASCII survives, the rest is marked.
    private static func unreadable(_ page: Span<UInt8>, from start: Int) -> CharsetReader.Reading {
        var out: [UInt8] = []
        let malformed = UTF8Repair.append(page.extracting(min(start, page.count)..<page.count), to: &out)
        return (out, malformed)
    }

    /// What `iconv` makes of each byte 0x80...0xFF alone; U+FFFD where it refuses.
    static func highHalf(of charset: Charset) -> [UInt32]? {
        guard let converter = unsafe Converter(charset.iconvName) else { return nil }
        return (UInt8(0x80)...0xFF).map { byte in
            var out: [UInt8] = []
            let bytes = [byte]
            _ = unsafe bytes.withUnsafeBytes { source in unsafe converter.convert(source, from: 0, into: &out) }
            return out.isEmpty ? 0xFFFD : UTF8Scalars.scalar(in: out.span, at: 0).value
        }
    }

    /// How a conversion stopped: at the input's end, in the midst of a character there, or at bytes it refuses.
    private enum End { case clean, cut, refused }

    /// Owner of one conversion descriptor.
    @safe
    private struct Converter: ~Copyable {
        private let handle: iconv_t

        @unsafe
        init?(_ name: String) {
            guard let opened = unsafe iconv_open("UTF-8", name) else { return nil }
            guard unsafe opened != iconv_t(bitPattern: -1) else { return nil }
            unsafe handle = opened
        }

        deinit {
            _ = unsafe iconv_close(handle)
        }

        /// Converts as far as it goes: the bytes used, and why it stopped.
        @unsafe
        func convert(
            _ source: UnsafeRawBufferPointer, from start: Int, into out: inout [UInt8]
        ) -> (used: Int, end: End) {
            unsafe withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 8) { chunk in
                var position = start
                while true {
                    let (used, written, failure) = unsafe step(source, from: position, chunk)
                    unsafe out.append(contentsOf: chunk[..<written])
                    position += used
                    if failure == 0 { return (position - start, .clean) }
                    if failure == E2BIG, used > 0 || written > 0 { continue }
                    return (position - start, failure == EINVAL ? .cut : .refused)
                }
            }
        }

        @unsafe
        private func step(
            _ source: UnsafeRawBufferPointer, from start: Int, _ chunk: UnsafeMutableRawBufferPointer
        ) -> (used: Int, written: Int, failure: Int32) {
            guard let base = source.baseAddress, let target = chunk.baseAddress else { return (0, 0, 0) }
            var input: UnsafeMutablePointer<CChar>? = unsafe UnsafeMutableRawPointer(mutating: base + start)
                .assumingMemoryBound(to: CChar.self)
            var output: UnsafeMutablePointer<CChar>? = unsafe target.assumingMemoryBound(to: CChar.self)
            var inputLeft = source.count - start
            var outputLeft = chunk.count
            let result = unsafe iconv(handle, &input, &inputLeft, &output, &outputLeft)
            let failure = result == -1 ? errno : 0
            return (source.count - start - inputLeft, chunk.count - outputLeft, failure)
        }
    }
}
