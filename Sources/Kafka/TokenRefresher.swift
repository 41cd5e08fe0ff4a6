import CRdKafka

/// Answers a client that asks for a token: at its start, after four fifths of a token's life, and ten seconds after a
/// failure.
final class TokenRefresher: Sendable {
    private let source: TokenSource
    private let secrets: SecretFilter

    /// - Parameter secrets: the client's, which learns each token.
    init(_ source: TokenSource, _ secrets: SecretFilter) {
        self.source = source
        self.secrets = secrets
    }

    /// Gets a token and hands it over. A failure becomes an `_AUTHENTICATION` event of the client; the token that it has
    /// stays in use.
    func refresh(_ client: OpaquePointer) {
        do {
            unsafe hand(try source.fetch(), to: client)
        } catch {
            unsafe fail(client, "\(error)")
        }
    }

    private func hand(_ token: BearerToken, to client: OpaquePointer) {
        secrets.learn(token.value)
        var reason = [CChar](repeating: 0, count: 512)
        let result = unsafe rd_kafka_oauthbearer_set_token(
            client, token.value.value, token.endMs, token.principal, nil, 0, &reason, reason.count)
        if result != RD_KAFKA_RESP_ERR_NO_ERROR { unsafe fail(client, text(reason)) }
    }

    private func fail(_ client: OpaquePointer, _ words: String) {
        _ = unsafe rd_kafka_oauthbearer_set_token_failure(client, secrets.clean(words))
    }
}
