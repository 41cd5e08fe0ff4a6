import Foundation
import Text

/// A JSON object that carries a page, its members known by aliases (contract, section 1). Read by Foundation; only the
/// members named here are decoded.
struct JSONEnvelope: Decodable {
    var url: String?
    var finalURL: String?
    var status: Int?
    var headers: [(name: String, value: String)]
    var body: JSONBody?
    var fetchedAtMs: Int64?
    var charset: String?
    var contentType: String?
    var crawlID: String?
    var truncated: String?

    /// The members that mean a thing, the first present wins.
    enum Alias {
        static let url = ["url", "requested_url", "source_url"]
        static let finalURL = ["final_url", "response_url", "finalUrl"]
        static let status = ["status", "status_code", "statusCode", "http_status"]
        static let headers = ["headers", "response_headers", "httpResponseHeaders"]
        static let textBody = ["body", "html", "rawHtml", "raw_html", "content", "browserHtml", "text"]
        static let base64Body = ["httpResponseBody", "body_b64"]
        static let fetchedAt = ["fetched_at", "crawled_at", "ts", "timestamp", "date_download"]
        static let contentType = ["content_type", "contentType"]
        static let crawlID = ["crawl_id", "crawlid"]
    }

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Member.self)
        let metadata = try? members.nestedContainer(keyedBy: Member.self, forKey: Member("metadata"))
        url = members.text(Alias.url)
        finalURL = members.text(Alias.finalURL) ?? metadata?.text(["url"])
        status = members.integer(Alias.status) ?? metadata?.integer(["statusCode"])
        headers = Alias.headers.lazy.compactMap { members.headers($0) }.first ?? []
        body = Self.body(of: members)
        fetchedAtMs = members.instant(Alias.fetchedAt)
        charset = members.text(["charset"])
        contentType = members.text(Alias.contentType) ?? headers.first { $0.name == "content-type" }?.value
        crawlID = members.text(Alias.crawlID)
        truncated = members.text(["truncated"]) ?? (members.flag("truncated") == true ? "unspecified" : nil)
    }

    /// Non-empty bodies win over empty ones, so that `"html": ""` beside a `content` does not hide it.
    private static func body(of members: KeyedDecodingContainer<Member>) -> JSONBody? {
        let isBase64 = members.text(["body_encoding"]).map(asciiLowercased) == "base64"
        let texts = Alias.textBody.lazy.compactMap { members.text([$0], orEmpty: true) }
            .map { isBase64 ? JSONBody.base64($0) : .text($0) }
        let coded = Alias.base64Body.lazy.compactMap { members.text([$0], orEmpty: true) }.map { JSONBody.base64($0) }
        return texts.first { !$0.isEmpty } ?? coded.first { !$0.isEmpty } ?? texts.first ?? coded.first
    }
}

/// A body as it stands in JSON.
enum JSONBody {
    /// Already Unicode: what charset the page once had no longer matters.
    case text(String)
    /// Bytes as served.
    case base64(String)

    var isEmpty: Bool {
        switch self {
        case .text(let text), .base64(let text): text.isEmpty
        }
    }
}

/// A structured CloudEvent (CloudEvents 1.0, JSON format).
struct StructuredEvent: Decodable {
    /// The attributes that are known, as texts.
    var attributes: [(name: String, value: String)]
    /// The content type of the data.
    var dataContentType: String?
    /// The data as a text or as base64.
    var body: JSONBody?
    /// The data as an object whose members follow the aliases.
    var envelope: JSONEnvelope?
    /// W3C trace context.
    var traceParent: String?
    var traceState: String?

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Member.self)
        attributes = PageDraft.attributeNames.compactMap { name in members.scalar(name).map { (name, $0) } }
        dataContentType = members.text(["datacontenttype"])
        body =
            members.text(["data_base64"]).map { .base64($0) } ?? members.text(["data"], orEmpty: true).map { .text($0) }
        envelope = try? members.decodeIfPresent(JSONEnvelope.self, forKey: Member("data"))
        traceParent = members.text(["traceparent"])
        traceState = members.text(["tracestate"])
    }
}

/// A JSON object that is one or the other; decoded in one pass.
enum JSONPage: Decodable {
    case event(StructuredEvent)
    case envelope(JSONEnvelope)

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Member.self)
        let isEvent = members.text(["specversion"]) != nil
        self = isEvent ? .event(try StructuredEvent(from: decoder)) : .envelope(try JSONEnvelope(from: decoder))
    }
}

/// A member of a JSON object by its name.
struct Member: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
}

extension KeyedDecodingContainer<Member> {
    /// The first member of these names that is a text; empty ones count only when asked for.
    func text(_ names: [String], orEmpty: Bool = false) -> String? {
        names.lazy.compactMap { try? decodeIfPresent(String.self, forKey: Member($0)) }.first { orEmpty || !$0.isEmpty }
    }

    /// A member that is true or false.
    func flag(_ name: String) -> Bool? {
        try? decodeIfPresent(Bool.self, forKey: Member(name))
    }

    /// The first member of these names that is a whole number, as a number or in a text.
    func integer(_ names: [String]) -> Int? {
        for name in names {
            if let number = try? decodeIfPresent(Int.self, forKey: Member(name)) { return number }
            if let number = text([name]).flatMap({ WholeNumber.of($0, in: .min...(.max)) }) { return number }
        }
        return nil
    }

    /// A text, or a number written as one.
    func scalar(_ name: String) -> String? {
        text([name]) ?? integer([name]).map { String($0) }
    }

    /// The first member of these names that is a time: RFC 3339, or a number since 1970. `nil` for other texts.
    func instant(_ names: [String]) -> Int64? {
        for name in names {
            if let number = try? decodeIfPresent(Double.self, forKey: Member(name)) {
                if let ms = Timestamp.parse(number: number) { return ms }
            } else if let text = text([name]) {
                let ms = Timestamp.parse(text, zoneless: true) ?? Double(text).flatMap { Timestamp.parse(number: $0) }
                if let ms { return ms }
            }
        }
        return nil
    }

    /// HTTP fields as a map, a map of lists, or a list of `{name, value}`; names in lower case.
    func headers(_ name: String) -> [(name: String, value: String)]? {
        let key = Member(name)
        if let list = try? decode([NamedField].self, forKey: key) {
            return list.map { (asciiLowercased($0.name), $0.value) }
        }
        guard let map = try? nestedContainer(keyedBy: Member.self, forKey: key) else { return nil }
        return map.allKeys.sorted { $0.stringValue < $1.stringValue }.flatMap { key in
            let lists = try? map.decode([String].self, forKey: key)
            let values = lists ?? map.scalar(key.stringValue).map { [$0] } ?? []
            return values.map { (asciiLowercased(key.stringValue), $0) }
        }
    }
}

/// A field as `{name, value}`.
private struct NamedField: Decodable {
    var name: String
    var value: String
}
