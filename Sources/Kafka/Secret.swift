import Synchronization

/// A text that must not be shown: printed, dumped or reflected it is `***`.
public struct Secret: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible, CustomReflectable {
    /// The text itself, for the one place that needs it.
    public let value: String

    /// Wraps a text.
    public init(_ value: String) { self.value = value }

    /// Wraps a literal, in tests.
    public init(stringLiteral value: String) { self.value = value }

    /// `***`.
    public var description: String { "***" }

    /// Nothing to see.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Takes the values of secrets out of texts that librdkafka wrote.
final class SecretFilter: Sendable {
    private let secrets: [String]
    /// The newest last.
    private let tokens = Mutex<[String]>([])

    /// Tokens that are remembered: those that messages still under way may be about.
    private static let mostTokens = 4

    /// Knows these secrets.
    init(_ secrets: [String]) {
        self.secrets = secrets.filter { !$0.isEmpty }
    }

    /// Knows a token too from now on; of several the last few.
    func learn(_ token: Secret) {
        tokens.withLock { tokens in
            guard !token.value.isEmpty, !tokens.contains(token.value) else { return }
            tokens = tokens.suffix(Self.mostTokens - 1) + [token.value]
        }
    }

    /// The text without any secret; the longest goes first, so that one inside another leaves nothing behind.
    func clean(_ text: String) -> String {
        let all = secrets + tokens.withLock { $0 }
        return all.sorted { $0.utf8.count > $1.utf8.count }.reduce(text) { clean, secret in
            clean.contains(secret)
                ? clean.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "***") : clean
        }
    }

    /// Whether a property's value is a secret, by its name.
    static func isSecret(property: String) -> Bool {
        let name = property.lowercased()
        return ["password", "secret", "token", ".pem", "jaas", "sasl.oauthbearer.config", "ssl_key"].contains {
            name.contains($0)
        }
    }
}
