import Foundation

/// Where a token comes from.
public enum TokenPlace: Sendable, Equatable, CustomStringConvertible {
    /// A file, by its path.
    case file(String)
    /// A server, by its address without a query.
    case endpoint(String)

    /// What it is, and where.
    public var description: String {
        switch self {
        case .file(let path): "the token file \(path)"
        case .endpoint(let url): "the token endpoint \(url)"
        }
    }
}

/// Why there is no token to log in with. Holds no token and no secret.
public enum TokenFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// The file cannot be read, or the endpoint does not answer.
    case away(TokenPlace, detail: String)
    /// The endpoint refused the request, or could not serve it.
    case refused(TokenPlace, status: Int, detail: String?)
    /// What stands there is no token.
    case unusable(TokenPlace, detail: String)
    /// The token ended before it was read, in milliseconds since 1970.
    case expired(TokenPlace, atMs: Int64)

    /// What, where, and what to do, in a line.
    public var description: String {
        switch self {
        case .away(.file(let path), let detail):
            "the token file \(path) cannot be read: \(detail). Put a token there, or correct kafka.security.token_file"
        case .away(let place, let detail):
            "\(place) does not answer: \(detail). Check kafka.security.token_url, token_ca_file and the network"
        case .refused(let place, let status, let detail):
            "\(place) answered \(status)\(detail.map { " (\($0))" } ?? ""). \(TokenFault.remedy(status))"
        case .unusable(let place, let detail): "\(place) gives no token that can be used: \(detail)"
        case .expired(let place, let atMs):
            "the token of \(place) expired at \(TokenFault.time(atMs)). \(TokenFault.renewal(place))"
        }
    }

    private static func remedy(_ status: Int) -> String {
        switch status {
        case 400, 401, 403: "Check kafka.security.client_id, client_secret and scope"
        case 408, 429, 500...: "It may be able to later"
        default: "Check kafka.security.token_url"
        }
    }

    private static func renewal(_ place: TokenPlace) -> String {
        switch place {
        case .file: "Put a new one there"
        case .endpoint: "Check the clocks of both sides"
        }
    }

    private static func time(_ ms: Int64) -> String {
        Date(timeIntervalSince1970: Double(ms) / 1000).formatted(.iso8601)
    }
}
