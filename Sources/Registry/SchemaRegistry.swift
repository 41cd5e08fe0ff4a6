import Foundation
import HTTP

/// A schema registry with Confluent's interface, as Confluent's own, Karapace and Apicurio (`/apis/ccompat/v7`) have it.
///
/// Asks on the calling thread and keeps nothing; ``RegistrySchemas`` keeps what does not change.
public struct SchemaRegistry: Sendable {
    /// How to prove who asks.
    public enum Credentials: Sendable, Equatable {
        case none
        /// A user and a password, in the Authorization header.
        case basic(user: String, password: String)
        /// A bearer token.
        case bearer(String)
    }

    /// A version of a subject.
    public struct Version: Sendable, Equatable {
        /// The schema's number, which values name.
        public var id: UInt32
        /// The version in its subject.
        public var version: Int
        /// `AVRO`, `JSON` or `PROTOBUF`.
        public var type: String
        /// The schema itself.
        public var schema: String
    }

    /// What a registry says of a schema that would be the next version.
    public struct Verdict: Sendable, Equatable {
        /// Whether it takes it.
        public var isCompatible: Bool
        /// Why not, in the registry's words.
        public var reasons: [String]
    }

    /// Its address, without a user, a password or a slash at its end.
    public let url: String
    private let client: HTTPClient
    private let authorization: String?

    /// Makes a client; nothing is asked.
    ///
    /// - Parameter url: `http` or `https`, with a path where the registry has one.
    /// - Throws: a ``RegistryFault`` when the address is none.
    public init(
        _ url: String, credentials: Credentials = .none, caFile: String? = nil, timeout: Duration = .seconds(10)
    ) throws(RegistryFault) {
        guard let parts = URLComponents(string: url), let scheme = parts.scheme, ["http", "https"].contains(scheme),
            let host = parts.host, !host.isEmpty, parts.query == nil, parts.fragment == nil
        else { throw .noAddress(url) }
        guard parts.user == nil, parts.password == nil else { throw .secretInAddress }
        var address = url
        while address.hasSuffix("/") { address.removeLast() }
        self.url = address
        client = HTTPClient(timeout: timeout, maximumBytes: 4 << 20, caFile: caFile)
        authorization =
            switch credentials {
            case .none: nil
            case .basic(let user, let password):
                "Basic " + Data("\(user):\(password)".utf8).base64EncodedString()
            case .bearer(let token): "Bearer \(token)"
            }
    }

    /// Where a schema is found by its number.
    public func uri(ofSchema id: UInt32) -> String { "\(url)/schemas/ids/\(id)" }

    // MARK: Questions

    /// The schema of a number: its kind and its text.
    public func schema(id: UInt32) throws(RegistryFault) -> (type: String, schema: String) {
        let answer = try ask(.get, "/schemas/ids/\(id)")
        guard let schema = answer["schema"] as? String else { throw unexpected(answer) }
        return (answer["schemaType"] as? String ?? "AVRO", schema)
    }

    /// The newest version of a subject; `nil` when there is no such subject.
    public func latest(_ subject: String) throws(RegistryFault) -> Version? {
        try ifKnown { () throws(RegistryFault) in
            try version(ask(.get, "/subjects/\(Self.escaped(subject))/versions/latest"))
        }
    }

    /// The version of a subject that has this schema; `nil` when it has none.
    public func version(of schema: String, type: String, in subject: String) throws(RegistryFault) -> Version? {
        try ifKnown { () throws(RegistryFault) in
            try version(
                ask(.post(Self.body(schema, type)), "/subjects/\(Self.escaped(subject))"), schema: schema, type: type)
        }
    }

    /// Whether a schema can be the next version of a subject; yes where the subject is new.
    public func verdict(on schema: String, type: String, in subject: String) throws(RegistryFault) -> Verdict {
        let found = try ifKnown { () throws(RegistryFault) in
            try ask(
                .post(Self.body(schema, type)),
                "/compatibility/subjects/\(Self.escaped(subject))/versions/latest?verbose=true")
        }
        guard let found else { return Verdict(isCompatible: true, reasons: []) }
        guard let isCompatible = found["is_compatible"] as? Bool else { throw unexpected(found) }
        let reasons = (found["messages"] as? [String] ?? []) + [found["reason"] as? String].compactMap { $0 }
        return Verdict(isCompatible: isCompatible, reasons: reasons.filter { !$0.isEmpty })
    }

    /// The compatibility that holds for a subject: its own, or the registry's.
    public func compatibility(of subject: String) throws(RegistryFault) -> String {
        let own = try ifKnown { () throws(RegistryFault) in
            try ask(.get, "/config/\(Self.escaped(subject))?defaultToGlobal=true")
        }
        let answer: [String: Any]
        if let own { answer = own } else { answer = try ask(.get, "/config") }
        guard let level = answer["compatibilityLevel"] as? String else { throw unexpected(answer) }
        return level
    }

    // MARK: Changes

    /// Makes a schema the newest version of a subject, where it is not one already.
    ///
    /// - Returns: its number.
    public func register(_ schema: String, type: String, in subject: String) throws(RegistryFault) -> UInt32 {
        let answer = try ask(.post(Self.body(schema, type)), "/subjects/\(Self.escaped(subject))/versions")
        guard let id = (answer["id"] as? NSNumber).flatMap({ UInt32(exactly: $0) }) else { throw unexpected(answer) }
        return id
    }

    /// Sets the compatibility of a subject.
    public func setCompatibility(_ level: String, of subject: String) throws(RegistryFault) {
        let body = try? JSONSerialization.data(withJSONObject: ["compatibility": level])
        _ = try ask(.put(Array(body ?? Data())), "/config/\(Self.escaped(subject))")
    }

    // MARK: Asking

    private enum Method {
        case get
        case post([UInt8])
        case put([UInt8])
    }

    private func ask(_ method: Method, _ path: String) throws(RegistryFault) -> [String: Any] {
        let accepted = "application/vnd.schemaregistry.v1+json, application/json"
        var headers = [(name: "Accept", value: accepted)]
        if let authorization { headers.append(("Authorization", authorization)) }
        let written = headers + [("Content-Type", "application/vnd.schemaregistry.v1+json")]
        let place = url + path
        let (status, body): (Int, [UInt8])
        do throws(HTTPFault) {
            switch method {
            case .get: (status, body) = try client.get(place, headers: headers)
            case .post(let bytes): (status, body) = try client.post(place, body: bytes, headers: written)
            case .put(let bytes): (status, body) = try client.put(place, body: bytes, headers: written)
            }
        } catch {
            throw .away(url: url, detail: "\(error)")
        }
        let object = (try? JSONSerialization.jsonObject(with: Data(body))) as? [String: Any]
        switch status {
        case 200..<300:
            guard let object else { throw .unexpected(url: place, status: status, detail: Self.words(body)) }
            return object
        case 401, 403: throw .refused(url: url, status: status)
        case 408, 429, 500...: throw .away(url: url, detail: "HTTP status \(status): \(Self.words(object, body))")
        default:
            let code = (object?["error_code"] as? NSNumber)?.intValue
            // Of some registries a 404 without a code is one of a proxy before them.
            if status == 404, let code, code >= 40400 { throw .unknown(code: code, detail: Self.words(object, body)) }
            throw .unexpected(url: place, status: status, detail: Self.words(object, body))
        }
    }

    private func ifKnown<Answer>(_ ask: () throws(RegistryFault) -> Answer) throws(RegistryFault) -> Answer? {
        do throws(RegistryFault) {
            return try ask()
        } catch {
            if case .unknown = error { return nil }
            throw error
        }
    }

    private func version(
        _ answer: [String: Any], schema: String? = nil, type: String? = nil
    ) throws(RegistryFault) -> Version {
        guard let id = (answer["id"] as? NSNumber).flatMap({ UInt32(exactly: $0) }),
            let text = answer["schema"] as? String ?? schema
        else { throw unexpected(answer) }
        return Version(
            id: id, version: (answer["version"] as? NSNumber)?.intValue ?? 0,
            type: answer["schemaType"] as? String ?? type ?? "AVRO", schema: text)
    }

    private func unexpected(_ answer: [String: Any]) -> RegistryFault {
        .unexpected(url: url, status: 200, detail: "an answer without what was asked for")
    }

    private static func body(_ schema: String, _ type: String) -> [UInt8] {
        let fields = type == "AVRO" ? ["schema": schema] : ["schema": schema, "schemaType": type]
        return Array((try? JSONSerialization.data(withJSONObject: fields)) ?? Data())
    }

    /// Subjects are names of topics, mostly; what a path gives a meaning is escaped.
    private static func escaped(_ subject: String) -> String {
        let plain = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
        return subject.addingPercentEncoding(withAllowedCharacters: plain) ?? subject
    }

    private static func words(_ object: [String: Any]?, _ body: [UInt8]) -> String {
        (object?["message"] as? String).map { String($0.prefix(500)) } ?? words(body)
    }

    private static func words(_ body: [UInt8]) -> String { String(decoding: body.prefix(200), as: UTF8.self) }
}

/// Why a registry gave no answer that can be used.
public enum RegistryFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// The setting is no address.
    case noAddress(String)
    /// The address holds a user or a password.
    case secretInAddress
    /// It does not answer, or says that it cannot now: worth trying again.
    case away(url: String, detail: String)
    /// The credentials are missing, wrong, or lack a right.
    case refused(url: String, status: Int)
    /// It does not know what was asked for.
    case unknown(code: Int, detail: String)
    /// An answer that makes no sense.
    case unexpected(url: String, status: Int, detail: String)

    /// What, where, and what to do.
    public var description: String {
        switch self {
        case .noAddress(let text):
            "output.registry.url: \"\(text)\" is no address of a schema registry, as http://localhost:8081"
        case .secretInAddress:
            "output.registry.url holds a user or a password: they belong into output.registry.user and output.registry.password_file"
        case .away(let url, let detail): "the schema registry \(url) does not answer: \(detail)"
        case .refused(let url, 401):
            "the schema registry \(url) refused the login (401): see output.registry.user, password_file and token_file"
        case .refused(let url, let status):
            "the schema registry \(url) refused the request (\(status)): the user may read, and to register write, the subjects"
        case .unknown(let code, let detail): "the schema registry says: \(detail) (\(code))"
        case .unexpected(let url, let status, let detail):
            "\(url) gave an answer (\(status)) that is none of a schema registry: \(detail)"
        }
    }
}
