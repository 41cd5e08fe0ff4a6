/// A token to log in with by OAUTHBEARER, and what librdkafka has to know of it.
public struct BearerToken: Sendable, Equatable {
    /// The token itself.
    public var value: Secret
    /// When it ends: milliseconds since 1970. It is renewed after four fifths of the time until then.
    public var endMs: Int64
    /// Whom it stands for, as librdkafka names it; the broker reads its own out of the token.
    public var principal: String

    /// Names a token.
    public init(value: Secret, endMs: Int64, principal: String) {
        self.value = value
        self.endMs = endMs
        self.principal = principal
    }
}

/// Where tokens come from; equal to itself only.
public final class TokenSource: Sendable, Equatable {
    let fetch: @Sendable () throws -> BearerToken
    let secrets: [Secret]

    /// Names a source.
    ///
    /// - Parameters:
    ///   - secrets: what the source itself logs in with, which no log may show.
    ///   - fetch: gets a token; called by each client, on a thread of librdkafka that may wait for some seconds. The
    ///     description of what it throws is logged: what failed, where, and what to do, in a line.
    public init(secrets: [Secret] = [], fetch: @escaping @Sendable () throws -> BearerToken) {
        self.secrets = secrets
        self.fetch = fetch
    }

    /// Whether both are the same.
    public static func == (one: TokenSource, other: TokenSource) -> Bool { one === other }
}
