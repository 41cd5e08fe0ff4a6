import CBrotliEncoder
import CZlib
import CZstd

/// Puts a page in a coding, as small as that makes it.
public enum Coder {
    /// A library that refused.
    public struct Fault: Error { let coding: HostilePage.Coding }

    /// Bytes in a coding.
    public static func coded(_ bytes: [UInt8], as coding: HostilePage.Coding) throws -> [UInt8] {
        let coded =
            switch coding {
            case .gzip: gzip(bytes)
            case .zstd: zstd(bytes)
            case .brotli: brotli(bytes)
            }
        guard let coded else { throw Fault(coding: coding) }
        return coded
    }

    private static func gzip(_ bytes: [UInt8]) -> [UInt8]? {
        var input = bytes
        var stream = z_stream()
        // 15 + 16: the largest window, wrapped as gzip.
        let size = Int32(MemoryLayout<z_stream>.size)
        guard deflateInit2_(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK else {
            return nil
        }
        defer { deflateEnd(&stream) }
        var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(input.count))))
        let code = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                return deflate(&stream, Z_FINISH)
            }
        }
        return code == Z_STREAM_END ? Array(output.prefix(Int(stream.total_out))) : nil
    }

    private static func zstd(_ bytes: [UInt8]) -> [UInt8]? {
        var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
        let count = ZSTD_compress(&output, output.count, bytes, bytes.count, 9)
        return ZSTD_isError(count) == 0 ? Array(output.prefix(count)) : nil
    }

    private static func brotli(_ bytes: [UInt8]) -> [UInt8]? {
        var count = BrotliEncoderMaxCompressedSize(bytes.count)
        var output = [UInt8](repeating: 0, count: count)
        // Quality 5 of 11, and the largest window of the format.
        let isDone = BrotliEncoderCompress(5, 24, BROTLI_MODE_GENERIC, bytes.count, bytes, &count, &output)
        return isDone == 1 ? Array(output.prefix(count)) : nil
    }
}
