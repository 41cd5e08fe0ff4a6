import Foundation
import Kafka
import TestSupport
import Testing

@testable import Login

@Suite("OAuth 2.0's client credentials grant")
struct TokenEndpointTests {
    private let secret = Secret("p+s:w ö")

    private func endpoint(_ server: StandInServer, timeout: Duration = .seconds(10), scope: String? = nil)
        -> TokenEndpoint
    {
        TokenEndpoint(
            server.url + "/token?tenant=hush", clientID: "galley worker", clientSecret: secret, scope: scope,
            timeout: timeout)
    }

    private func fault(_ answer: StandInServer.Answer) -> String {
        let server = StandInServer { _ in answer }
        defer { server.stop() }
        let fault = #expect(throws: TokenFault.self) { try endpoint(server).token() }
        let words = fault?.description ?? ""
        #expect(words.contains("the token endpoint \(server.url)/token ") && !words.contains("hush"))
        #expect(!words.contains("\n") && !words.contains(secret.value))
        return words
    }

    @Test func `the client shows its secret and gets a token`() throws {
        let server = StandInServer { _ in
            StandInServer.Answer(200, #"{"access_token":"t0ken","token_type":"Bearer","expires_in":60}"#)
        }
        defer { server.stop() }
        let token = try endpoint(server, scope: "kafka read+write").token(nowMs: 1000)
        #expect(token == BearerToken(value: "t0ken", endMs: 61_000, principal: "galley worker"))
        let request = try #require(server.requests.first)
        #expect(request.method == "POST" && request.path == "/token?tenant=hush")
        #expect(request.headers["content-type"] == "application/x-www-form-urlencoded")
        #expect(request.body == "grant_type=client_credentials&scope=kafka+read%2Bwrite")
        let basic = Data("galley+worker:p%2Bs%3Aw+%C3%B6".utf8).base64EncodedString()
        #expect(request.headers["authorization"] == "Basic \(basic)")
    }

    @Test func `no scope is asked for where none is set`() throws {
        let server = StandInServer { _ in StandInServer.Answer(200, #"{"access_token":"t","expires_in":"60"}"#) }
        defer { server.stop() }
        #expect(try endpoint(server).token(nowMs: 0).endMs == 60_000)
        #expect(server.requests.first?.body == "grant_type=client_credentials")
    }

    @Test func `a JSON Web Token's own end counts before the answer's`() throws {
        let jwt = Unsecured.token(#"{"sub":"galley","exp":100}"#)
        let server = StandInServer { _ in StandInServer.Answer(200, #"{"access_token":"\#(jwt)","expires_in":3}"#) }
        defer { server.stop() }
        let token = try endpoint(server).token(nowMs: 0)
        #expect(token == BearerToken(value: Secret(jwt), endMs: 100_000, principal: "galley"))
        #expect(throws: TokenFault.self) { try endpoint(server).token(nowMs: 100_000) }
    }

    @Test func `a refusal is told with its reason and what to check`() {
        let body = #"{"error":"invalid_client","error_description":"Client\n\u001bunknown"}"#
        let words = fault(StandInServer.Answer(401, body))
        #expect(
            words.hasSuffix(
                "answered 401 (invalid_client: Clientunknown). Check kafka.security.client_id, client_secret and scope")
        )
        #expect(fault(StandInServer.Answer(503, "<html>")).hasSuffix("answered 503. It may be able to later"))
        #expect(fault(StandInServer.Answer(302, "")).hasSuffix("answered 302. Check kafka.security.token_url"))
        #expect(fault(StandInServer.Answer(400, #"{"error":"not p+s:w ö"}"#)).contains("answered 400"))
    }

    @Test(arguments: [
        ("", "no JSON object"), ("[]", "no JSON object"), ("{}", "no access_token"),
        (#"{"access_token":7}"#, "no access_token"), (#"{"access_token":""}"#, "empty"),
        (#"{"access_token":"a b"}"#, "characters"), (#"{"access_token":"a","expires_in":-1}"#, "expires_in"),
        (#"{"access_token":"a","expires_in":"never"}"#, "expires_in"),
        (#"{"access_token":"a","expires_in":[]}"#, "expires_in"),
        (String(repeating: "x", count: 200_000), "longer than"),
    ])
    func `an answer without a token is a fault`(body: String, words: String) {
        #expect(fault(StandInServer.Answer(200, body)).contains(words))
    }

    @Test func `a server that is silent, or gone, is waited for no longer than said`() {
        let server = StandInServer { _ in nil }
        let silent = #expect(throws: TokenFault.self) { try endpoint(server, timeout: .milliseconds(200)).token() }
        #expect(silent?.description.contains("does not answer: Timeout") == true)
        server.stop()
        let gone = #expect(throws: TokenFault.self) { try endpoint(server).token() }
        #expect(gone?.description.contains("does not answer") == true)
    }
}
