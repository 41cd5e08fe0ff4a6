/// A request as a route sees it: it has no body, as nothing is changed over this port.
public struct HTTPRequest: Sendable, Equatable {
    /// `GET` or `HEAD`: others are refused before.
    public var method: String
    /// The path, its percent signs resolved.
    public var path: String
    /// The `Host` header.
    public var host: String?

    /// Makes a request.
    public init(method: String = "GET", path: String, host: String? = nil) {
        self.method = method
        self.path = path
        self.host = host
    }
}

/// A response.
public struct HTTPResponse: Sendable, Equatable {
    /// The status.
    public var status: Int
    /// Its headers; those of the connection are the server's.
    public var headers: [String: String]
    /// Its body.
    public var body: [UInt8]

    /// Makes a response.
    public init(_ status: Int, type: String, headers: [String: String] = [:], body: [UInt8]) {
        self.status = status
        self.headers = headers.merging(["Content-Type": type]) { given, _ in given }
        self.body = body
    }

    /// A response of plain text.
    public static func text(_ status: Int, _ text: String) -> HTTPResponse {
        HTTPResponse(status, type: "text/plain; charset=utf-8", body: Array(text.utf8))
    }
}

/// How a request is answered.
public enum HTTPAnswer: Sendable {
    /// At once.
    case now(HTTPResponse)
    /// After work that takes its time, one at a time; other requests are answered meanwhile.
    case later(@Sendable () -> HTTPResponse)
}
