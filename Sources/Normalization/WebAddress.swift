/// An absolute http(s) URL taken apart: what keys, domains and resolution need of it.
public struct WebAddress: Sendable, Equatable {
    /// `http` or `https`.
    public var scheme: String
    /// The host, lower-cased, without a final dot.
    public var host: String
    /// The port when it is not the scheme's own.
    public var port: Int?
    /// The path with its leading slash.
    public var path: String
    /// The query without its question mark.
    public var query: String?

    /// Takes a URL apart; `nil` when it is no absolute http(s) URL with a host.
    public init?(_ url: String) {
        return nil
    }

    /// The URL's key (``URLKey/key(of:)``).
    public var key: String { "" }

    /// The registrable domain of the host, or `nil`.
    public var registrableDomain: String? { RegistrableDomain.of(host: host) }
}
