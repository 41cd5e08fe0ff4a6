import CBrotli

/// The coding `br` (RFC 7932). Its window is at most 16 MiB.
@safe struct Unbrotli: BodyCoder, ~Copyable {
    private let state: OpaquePointer?

    init() { unsafe state = BrotliDecoderCreateInstance(nil, nil, nil) }

    deinit { unsafe BrotliDecoderDestroyInstance(state) }

    mutating func step(_ input: [UInt8], from start: Int, into output: inout [UInt8]) -> CoderStep {
        guard unsafe state != nil else {
            return CoderStep(consumed: 0, produced: 0, state: .corrupt("brotli has no memory"))
        }
        var available = input.count - start
        var free = output.count
        let result = unsafe input.withUnsafeBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { target in
                var from = unsafe source.baseAddress.map { unsafe $0 + start }
                var to = target.baseAddress
                return unsafe BrotliDecoderDecompressStream(state, &available, &from, &free, &to, nil)
            }
        }
        return CoderStep(
            consumed: input.count - start - available, produced: output.count - free, state: next(after: result))
    }

    private func next(after result: BrotliDecoderResult) -> CoderStep.State {
        switch result {
        case BROTLI_DECODER_RESULT_SUCCESS: return .finished
        case BROTLI_DECODER_RESULT_ERROR:
            let code = unsafe BrotliDecoderGetErrorCode(state)
            return .corrupt(unsafe BrotliDecoderErrorString(code).map { unsafe String(cString: $0) } ?? "brotli error")
        default: return .going
        }
    }
}
