import Foundation
import Kafka
import Testing

@testable import Login

/// JSON Web Tokens without a signature.
enum Unsecured {
    /// A part of one.
    static func part(_ text: String) -> String {
        let plain = Data(text.utf8).base64EncodedString().filter { $0 != "=" }
        return String(plain.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 })
    }

    /// A whole one of some claims.
    static func token(_ claims: String, header: String = #"{"alg":"none"}"#) -> String {
        "\(part(header)).\(part(claims))."
    }
}

@Suite("Tokens as they are read")
struct TokenTests {
    private static let nowMs: Int64 = 1_700_000_000_000
    private static let place = TokenPlace.file("/run/token")

    private func read(_ text: String) throws(TokenFault) -> BearerToken { try read(Array(text.utf8)) }

    private func read(_ bytes: [UInt8], life: Double? = nil) throws(TokenFault) -> BearerToken {
        try TokenReader(place: Self.place, principal: "fallback", nowMs: Self.nowMs).token(bytes, life: life)
    }

    @Test(arguments: [
        (#"{"sub":"galley","exp":1700000020}"#, "galley", 20_000),
        (#"{"sub":"gälley?>~","exp":1700000020.5,"iat":1}"#, "gälley?>~", 20_500),
        (#"{"exp":1700000020}"#, "fallback", 20_000), (#"{"sub":"","exp":1.70000002e9}"#, "fallback", 20_000),
        (#"{"sub":["a"],"exp":1700000020}"#, "fallback", 20_000), (#"{"sub":"galley"}"#, "galley", 300_000),
    ])
    func `a JSON Web Token says when it ends and whom it stands for`(claims: String, principal: String, life: Int64)
        throws
    {
        let text = Unsecured.token(claims)
        let token = try read(" \(text)\r\n")
        #expect(token == BearerToken(value: Secret(text), endMs: Self.nowMs + life, principal: principal))
    }

    @Test(arguments: ["opaque", "a.b.c", "a-._~+/9==", "..", "e30.e30", "e30.e30.e30.e30.e30", "W10.x.y"])
    func `any other token is used for five minutes, or as long as its place says`(text: String) throws {
        let expected = BearerToken(value: Secret(text), endMs: Self.nowMs + 300_000, principal: "fallback")
        #expect(try read(text) == expected)
        #expect(try read(Array(text.utf8), life: 60).endMs == Self.nowMs + 60_000)
        #expect(try read(Array(text.utf8), life: .greatestFiniteMagnitude).endMs > Self.nowMs)
    }

    @Test(arguments: [
        ("", "it is empty"), (" \n\t", "it is empty"), ("two words", "characters"), ("a\u{1}b", "characters"),
        ("a\nb", "characters"), ("schlüssel", "characters"), ("{\"access_token\":\"x\"}", "characters"),
        ("e30.!", "characters"), ("e30.x.", "no JSON object in base64url"), ("e30.W10.", "no JSON object in base64url"),
        ("e30..", "no JSON object in base64url"), ("e30.\(String(repeating: "W", count: 60_000)).", "no JSON object"),
        (Unsecured.token(#"{"exp":"soon"}"#), "no time"), (Unsecured.token(#"{"exp":1e300}"#), "no time"),
        (Unsecured.token(#"{"exp":-1}"#), "no time"), (Unsecured.token(#"{"exp":null}"#), "no time"),
        (Unsecured.token(String(repeating: "[", count: 40_000)), "no JSON object"),
        (String(repeating: "x", count: TokenReader.mostBytes + 1), "it has more than 65536 bytes"),
    ])
    func `what is no token is a fault that says so and does not repeat it`(text: String, words: String) {
        let fault = #expect(throws: TokenFault.self) { try read(text) }
        let line = fault?.description ?? ""
        #expect(line.contains(words) && line.hasPrefix("the token file /run/token gives no token"))
        #expect(line.utf8.count < 200 && !line.contains("\n"))
    }

    @Test func `bytes that are no text are a fault`() {
        #expect(throws: TokenFault.self) { try read([0xFF, 0x00, 0xC3]) }
        var generator = SystemRandomNumberGenerator()
        for count in 0..<300 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            // Whatever it says of them, it comes back.
            _ = try? read(bytes)
            _ = try? read(Unsecured.part("{}") + "." + Data(bytes).base64EncodedString() + ".")
        }
    }

    @Test func `a token that has ended says when`() {
        let fault = #expect(throws: TokenFault.self) { try read(Unsecured.token(#"{"exp":1699999999}"#)) }
        #expect(
            fault?.description
                == "the token of the token file /run/token expired at 2023-11-14T22:13:19Z. Put a new one there")
        #expect(throws: TokenFault.expired(Self.place, atMs: Self.nowMs)) {
            try read(Unsecured.token(#"{"exp":1700000000}"#))
        }
    }

    @Test func `a file is read each time, and one that is missing is named`() throws {
        let file = TokenFile("/run/token") { path throws(TokenFile.Unreadable) in
            if path != "/run/token" { throw TokenFile.Unreadable("no such file") }
            return Array("opaque\n".utf8)
        }
        #expect(try file.token(nowMs: 5).endMs == 300_005)
        let missing = TokenFile("/none") { _ throws(TokenFile.Unreadable) in throw TokenFile.Unreadable("no such file")
        }
        let fault = #expect(throws: TokenFault.self) { try missing.token() }
        #expect(
            fault?.description
                == "the token file /none cannot be read: no such file. Put a token there, or correct kafka.security.token_file"
        )
    }
}
