import Foundation
import Kafka

/// Reads tokens. The payload of a JSON Web Token (RFC 7519) says when it ends and whom it stands for; its signature is
/// for the broker to check. Any other token is taken as it is.
struct TokenReader {
    /// Where the token was found.
    var place: TokenPlace
    /// Whom a token stands for that does not say.
    var principal: String
    /// Now, in milliseconds since 1970.
    var nowMs: Int64

    /// Longer ones are refused: tokens have a few kilobytes, and brokers take half a megabyte with all around them.
    static let mostBytes = 1 << 16
    /// Seconds that a token is used which does not say when it ends.
    static let life: Double = 300
    /// Far beyond any token, and within the range of librdkafka's microseconds.
    private static let mostSeconds: Double = 1e11
    private static let mostPrincipal = 256

    /// A token from its bytes; spaces and line ends around it are dropped.
    ///
    /// - Parameter life: seconds until it ends, if its place tells so.
    func token(_ bytes: [UInt8], life: Double? = nil) throws(TokenFault) -> BearerToken {
        let text = try self.text(bytes)
        let claims = try payload(of: text)
        let endMs = try end(claims) ?? nowMs + Int64(min(life ?? Self.life, Self.mostSeconds) * 1000)
        guard endMs > nowMs else { throw .expired(place, atMs: endMs) }
        let subject = (claims?["sub"] as? String).map { String($0.prefix(Self.mostPrincipal)) }
        return BearerToken(
            value: Secret(text), endMs: endMs, principal: subject.flatMap { $0.isEmpty ? nil : $0 } ?? principal)
    }

    /// The characters that RFC 6750, section 2.1, allows; no other can end a line or a field of the protocol.
    private func text(_ bytes: [UInt8]) throws(TokenFault) -> String {
        let isSpace: (UInt8) -> Bool = { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
        let inner = bytes.drop(while: isSpace).reversed().drop(while: isSpace).reversed()
        guard !inner.isEmpty else { throw .unusable(place, detail: "it is empty") }
        guard inner.count <= Self.mostBytes else {
            throw .unusable(place, detail: "it has more than \(Self.mostBytes) bytes")
        }
        guard inner.allSatisfy({ Self.allowed.contains($0) }) else {
            throw .unusable(place, detail: "it has characters that a token cannot have (RFC 6750, section 2.1)")
        }
        return String(decoding: inner, as: UTF8.self)
    }

    private static let allowed = Set(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=".utf8)

    /// The claims of a JSON Web Token; `nil` when it is none.
    private func payload(of text: String) throws(TokenFault) -> [String: Any]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, Self.object(parts[0]) != nil else { return nil }
        guard let claims = Self.object(parts[1]) else {
            throw .unusable(place, detail: "the payload of the JSON Web Token is no JSON object in base64url")
        }
        return claims
    }

    private static func object(_ part: Substring) -> [String: Any]? {
        let plain = part.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }
        let padding = String(repeating: "=", count: (4 - plain.count % 4) % 4)
        guard let data = Data(base64Encoded: String(plain) + padding) else { return nil }
        return (try? JSONSerialization.jsonObject(with: data)) as? [String: Any]
    }

    /// When a JSON Web Token says that it ends, in milliseconds since 1970.
    private func end(_ claims: [String: Any]?) throws(TokenFault) -> Int64? {
        guard let stated = claims?["exp"] else { return nil }
        guard let seconds = (stated as? NSNumber)?.doubleValue, (0...Self.mostSeconds).contains(seconds) else {
            throw .unusable(place, detail: "the exp of the JSON Web Token is no time")
        }
        return Int64(seconds * 1000)
    }
}
