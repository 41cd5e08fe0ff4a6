import CCrypto
import Civil

/// SHA-256 (FIPS 180-4) by libcrypto.
public enum SHA256 {
    /// Fetched once: a look-up of the algorithm at each call costs more than a short text's digest.
    nonisolated(unsafe) private static let algorithm = unsafe EVP_MD_fetch(nil, "SHA256", nil)

    /// The digest's 32 bytes; none when libcrypto fails.
    public static func digest(_ bytes: Span<UInt8>) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        let done = unsafe bytes.withUnsafeBytes { source in
            unsafe EVP_Digest(source.baseAddress, source.count, &digest, &length, algorithm, nil)
        }
        return done == 1 && length == 32 ? digest : []
    }

    /// The same of an array.
    public static func digest(_ bytes: [UInt8]) -> [UInt8] { digest(bytes.span) }

    /// The digest as 64 lower-case hex digits.
    public static func hex(_ bytes: Span<UInt8>) -> String { Digits.hex(digest(bytes)) }

    /// The same of an array.
    public static func hex(_ bytes: [UInt8]) -> String { hex(bytes.span) }

    /// `sha256:` and the digest: how digests are written in headers and events.
    public static func labelled(_ bytes: [UInt8]) -> String { "sha256:" + hex(bytes) }
}
