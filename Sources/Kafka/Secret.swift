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
struct SecretFilter: Sendable {
    private let secrets: [String]

    /// Knows these secrets; the longest first, so that one inside another leaves nothing behind.
    init(_ secrets: [String]) {
        self.secrets = secrets.filter { !$0.isEmpty }.sorted { $0.utf8.count > $1.utf8.count }
    }

    /// The text without any secret.
    func clean(_ text: String) -> String {
        secrets.reduce(text) { clean, secret in
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
