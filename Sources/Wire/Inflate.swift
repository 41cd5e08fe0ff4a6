import CZlib

/// The codings of zlib: `gzip` (RFC 1952, several members too) and `deflate` (RFC 1950; bare RFC 1951 as some servers send).
@safe struct Inflate: BodyCoder, ~Copyable {
    /// On the heap: zlib keeps a pointer to it.
    private let stream: UnsafeMutablePointer<z_stream>
    private let isReady: Bool

    /// - Parameter isBare: the body is RFC 1951 without a wrapper.
    init(isBare: Bool) {
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        // 15: the largest window, 32 kB; + 32: zlib or gzip by their first bytes; negative: no wrapper.
        isReady =
            unsafe inflateInit2_(stream, isBare ? -15 : 15 + 32, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
            == Z_OK
    }

    deinit {
        if isReady { unsafe inflateEnd(stream) }
        unsafe stream.deallocate()
    }

    mutating func step(_ input: [UInt8], from start: Int, into output: inout [UInt8]) -> CoderStep {
        guard isReady else { return CoderStep(consumed: 0, produced: 0, state: .corrupt("zlib has no memory")) }
        let available = min(input.count - start, Int(UInt32.max))
        let code = run(input, from: start, count: available, into: &output)
        let consumed = unsafe available - Int(stream.pointee.avail_in)
        let produced = unsafe output.count - Int(stream.pointee.avail_out)
        let state = self.state(of: code, rest: input[(start + consumed)...])
        return CoderStep(consumed: consumed, produced: produced, state: state)
    }

    private func run(_ input: [UInt8], from start: Int, count: Int, into output: inout [UInt8]) -> Int32 {
        unsafe input.withUnsafeBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                // zlib never writes through next_in; its header only lacks the const.
                unsafe stream.pointee.next_in = source.baseAddress.map {
                    unsafe UnsafeMutablePointer(mutating: $0 + start)
                }
                unsafe stream.pointee.avail_in = UInt32(count)
                unsafe stream.pointee.next_out = target.baseAddress
                unsafe stream.pointee.avail_out = UInt32(target.count)
                return unsafe inflate(stream, Z_NO_FLUSH)
            }
        }
    }

    private func state(of code: Int32, rest: ArraySlice<UInt8>) -> CoderStep.State {
        switch code {
        case Z_OK, Z_BUF_ERROR: return .going
        case Z_STREAM_END:
            // Another member follows; anything else behind the last one is padding.
            guard rest.starts(with: [0x1F, 0x8B]), unsafe inflateReset(stream) == Z_OK else { return .finished }
            return .going
        case Z_NEED_DICT: return .corrupt("it needs a preset dictionary")
        default: return .corrupt(unsafe stream.pointee.msg.map { unsafe String(cString: $0) } ?? "zlib error \(code)")
        }
    }
}
