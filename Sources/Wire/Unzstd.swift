import CZstd

/// The coding `zstd` (RFC 8878), several frames too.
@safe struct Unzstd: BodyCoder, ~Copyable {
    private let context: OpaquePointer?

    /// - Parameter limit: bytes of the whole output; it bounds the window, so that a frame cannot ask for more memory.
    init(limit: Int) {
        unsafe context = ZSTD_createDCtx()
        // RFC 9659 grants content codings 8 MiB (2^23); one-shot frames need a window as large as their content.
        var bits: Int32 = 23
        while bits < 27, 1 << Int(bits) < limit { bits += 1 }
        _ = unsafe ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, bits)
    }

    deinit { unsafe ZSTD_freeDCtx(context) }

    mutating func step(_ input: [UInt8], from start: Int, into output: inout [UInt8]) -> CoderStep {
        guard unsafe context != nil else {
            return CoderStep(consumed: 0, produced: 0, state: .corrupt("zstd has no memory"))
        }
        return unsafe input.withUnsafeBytes { source in
            unsafe output.withUnsafeMutableBytes { target in
                var from = unsafe ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: start)
                var to = unsafe ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
                let code = unsafe ZSTD_decompressStream(context, &to, &from)
                let state = unsafe Self.state(of: code, isAtEnd: from.pos == from.size)
                return unsafe CoderStep(consumed: from.pos - start, produced: to.pos, state: state)
            }
        }
    }

    private static func state(of code: Int, isAtEnd: Bool) -> CoderStep.State {
        guard ZSTD_isError(code) == 0 else { return .corrupt(unsafe String(cString: ZSTD_getErrorName(code))) }
        return code == 0 && isAtEnd ? .finished : .going
    }
}
