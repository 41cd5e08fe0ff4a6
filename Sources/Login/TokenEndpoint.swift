import Foundation
import HTTP
public import Kafka

/// A server that gives tokens to a client that shows its secret: the client credentials grant of OAuth 2.0 (RFC 6749,
/// section 4.4).
public struct TokenEndpoint: Sendable {
    private let url: String
    private let clientID: String
    private let clientSecret: Secret
    private let scope: String?
    private let client: HTTPClient

    /// Names an endpoint; nothing is asked.
    ///
    /// - Parameter caFile: certificates to trust there (PEM); `nil` for the system's.
    public init(
        _ url: String, clientID: String, clientSecret: Secret, scope: String? = nil, caFile: String? = nil,
        timeout: Duration = .seconds(10)
    ) {
        self.url = url
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.scope = scope
        client = HTTPClient(timeout: timeout, maximumBytes: 2 * TokenReader.mostBytes, caFile: caFile)
    }

    /// The endpoint as a source of tokens, asked each time that one is needed.
    public var source: TokenSource {
        TokenSource(secrets: secrets) { try token() }
    }

    /// A new token.
    public func token(nowMs: Int64 = TokenClock.nowMs) throws(TokenFault) -> BearerToken {
        let (status, body) = try ask()
        let object = (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any]
        guard status == 200 else { throw .refused(place, status: status, detail: object.flatMap(reason)) }
        guard let object else { throw .unusable(place, detail: "its answer is no JSON object") }
        guard let token = object["access_token"] as? String else {
            throw .unusable(place, detail: "its answer has no access_token")
        }
        let reader = TokenReader(place: place, principal: clientID, nowMs: nowMs)
        return try reader.token(Array(token.utf8), life: try life(object))
    }

    private func ask() throws(TokenFault) -> (status: Int, body: [UInt8]) {
        let fields = [("grant_type", "client_credentials")] + (scope.map { [("scope", $0)] } ?? [])
        let form = fields.map { "\($0.0)=\(Self.formEncoded($0.1))" }.joined(separator: "&")
        let headers = [
            ("Authorization", "Basic \(credentials)"), ("Content-Type", "application/x-www-form-urlencoded"),
            ("Accept", "application/json"),
        ]
        do throws(HTTPFault) {
            return try client.post(url, body: Array(form.utf8), headers: headers)
        } catch {
            throw switch error {
            case .noAnswer(_, let detail): .away(place, detail: detail)
            default: .unusable(place, detail: "its answer is longer than \(client.maximumBytes) bytes")
            }
        }
    }

    /// Seconds that the token is good for, as section 5.1 has it; some servers write the number as a text.
    private func life(_ answer: [String: Any]) throws(TokenFault) -> Double? {
        guard let stated = answer["expires_in"], !(stated is NSNull) else { return nil }
        let seconds = (stated as? NSNumber)?.doubleValue ?? (stated as? String).flatMap { Double($0) }
        guard let seconds, seconds.isFinite, seconds > 0 else {
            throw .unusable(place, detail: "its expires_in is no time to come")
        }
        return seconds
    }

    /// Why it refused, as section 5.2 has it.
    private func reason(_ answer: [String: Any]) -> String? {
        let parts = ["error", "error_description"].compactMap { answer[$0] as? String }
        let words = parts.map { $0.filter { $0.isASCII && !$0.isNewline && $0 >= " " }.prefix(200) }
        let reason = words.filter { !$0.isEmpty }.joined(separator: ": ")
        return reason.isEmpty ? nil : secrets.contains { reason.contains($0.value) } ? nil : reason
    }

    private var place: TokenPlace { .endpoint(String(url.prefix { $0 != "?" && $0 != "#" })) }

    /// Client and secret for HTTP Basic, each form-encoded as section 2.3.1 asks for.
    private var credentials: String {
        Data("\(Self.formEncoded(clientID)):\(Self.formEncoded(clientSecret.value))".utf8).base64EncodedString()
    }

    /// The secret in every form that it is sent in.
    private var secrets: [Secret] {
        [clientSecret, Secret(Self.formEncoded(clientSecret.value)), Secret(credentials)]
    }

    /// A text in the alphabet of `application/x-www-form-urlencoded`.
    static func formEncoded(_ text: String) -> String {
        text.utf8.map { byte in
            if plain.contains(byte) { return String(UnicodeScalar(byte)) }
            return byte == UInt8(ascii: " ")
                ? "+"
                : "%" + String(byte >> 4, radix: 16, uppercase: true)
                    + String(byte & 15, radix: 16, uppercase: true)
        }.joined()
    }

    private static let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*-._".utf8)
}
