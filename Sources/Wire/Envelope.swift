import Foundation
import Text

/// An object that carries a page, its members known by aliases (contract, section 1), as JSON or Avro: only the members named here
/// are looked at.
struct Envelope {
    var url: String?
    var finalURL: String?
    var status: Int?
    var headers: [(name: String, value: String)]
    var body: EnvelopeBody?
    var fetchedAtMs: Int64?
    /// Whether a fetch time is stated that cannot be read.
    var hasUnreadTime: Bool
    var charset: String?
    var contentType: String?
    var crawlID: String?
    var truncated: String?

    /// The members that mean a thing, the first present wins.
    enum Alias {
        static let url = ["url", "requested_url", "source_url"]
        static let finalURL = [
            "final_url", "response_url", "finalUrl", "responseUrl", "redirected_url", "loadedUrl", "resolved_url",
            "resolved-url",
        ]
        static let status = ["status", "status_code", "statusCode", "http_status", "httpStatus", "initial-status-code"]
        static let headers = ["headers", "response_headers", "httpResponseHeaders", "responseHeaders"]
        /// The page as it was served before what a crawler has made of it.
        static let textBody = ["rawHtml", "raw_html", "body", "html", "browserHtml", "content", "text"]
        static let base64Body = ["httpResponseBody", "body_b64"]
        static let fetchedAt = ["fetched_at", "crawled_at", "ts", "timestamp", "date_download"]
        static let contentType = ["content_type", "contentType"]
        static let charset = ["charset", "encoding"]
        /// Members that hold the object with the page: Kafka Connect's, a crawler's answer.
        static let inner = ["payload", "data"]
        static let crawlID = ["crawl_id", "crawlid"]
    }

    init(_ members: some EnvelopeMembers) {
        let metadata = members.object("metadata")
        url = members.text(Alias.url)
        finalURL = members.text(Alias.finalURL) ?? metadata?.text(["url", "sourceURL"])
        status = members.integer(Alias.status) ?? metadata?.integer(["statusCode"])
        headers = Alias.headers.lazy.compactMap { members.headers($0) }.first ?? []
        body = Self.body(of: members)
        fetchedAtMs = members.instant(Alias.fetchedAt) ?? Self.extended(members)
        hasUnreadTime =
            fetchedAtMs == nil && Alias.fetchedAt.contains { members.scalar($0) != nil || members.object($0) != nil }
        charset = members.text(Alias.charset).flatMap { asciiLowercased($0) == "base64" ? nil : $0 }
        contentType = members.text(Alias.contentType) ?? headers.first { $0.name == "content-type" }?.value
        crawlID = members.text(Alias.crawlID)
        truncated = members.text(["truncated"]) ?? (members.flag("truncated") == true ? "unspecified" : nil)
        guard body == nil else { return }
        // The page is in an object within: what is said there wins over what is said around it.
        for name in Alias.inner {
            guard var inner = members.object(name).map({ Envelope($0) }), inner.body != nil else { continue }
            inner.url = inner.url ?? url
            inner.finalURL = inner.finalURL ?? finalURL
            inner.status = inner.status ?? status
            inner.fetchedAtMs = inner.fetchedAtMs ?? fetchedAtMs
            inner.hasUnreadTime = inner.hasUnreadTime || hasUnreadTime
            inner.crawlID = inner.crawlID ?? crawlID
            inner.truncated = inner.truncated ?? truncated
            self = inner
            return
        }
    }

    /// A time as databases export it (MongoDB Extended JSON): `{"$date": "2026-03-05T09:00:00Z"}`, `{"$date": {"$numberLong": "1772701200000"}}`.
    private static func extended(_ members: some EnvelopeMembers) -> Int64? {
        for name in Alias.fetchedAt {
            guard let object = members.object(name) else { continue }
            if let ms = object.instant(["$date"]) ?? object.object("$date")?.instant(["$numberLong"]) { return ms }
        }
        return nil
    }

    /// Markup wins over text, as the page has more to tell than what was made of it; bodies that hold something over empty
    /// ones, so that `"html": ""` beside a `content` does not hide it.
    private static func body(of members: some EnvelopeMembers) -> EnvelopeBody? {
        let isBase64 = members.text(["body_encoding", "encoding"]).map(asciiLowercased) == "base64"
        let texts = Alias.textBody.compactMap { name -> EnvelopeBody? in
            if let bytes = members.bytes(name) { return .bytes(bytes) }
            guard let text = members.text([name], orEmpty: true) else { return nil }
            return isBase64 || EnvelopeBody.isBase64OfPage(text) ? .base64(text) : .text(text)
        }
        let coded = Alias.base64Body.compactMap { name in
            members.bytes(name).map { EnvelopeBody.bytes($0) }
                ?? members.text([name], orEmpty: true).map { EnvelopeBody.base64($0) }
        }
        let markup = texts.first(where: \.isMarkup) ?? coded.first { !$0.isEmpty }
        return markup ?? texts.first { !$0.isEmpty } ?? texts.first ?? coded.first
    }
}

/// Where an envelope's members are found by name.
protocol EnvelopeMembers {
    /// The first member of these names that is a text; empty ones count only when asked for.
    func text(_ names: [String], orEmpty: Bool) -> String?
    /// A member that is true or false.
    func flag(_ name: String) -> Bool?
    /// The first member of these names that is a whole number, as a number or in a text.
    func integer(_ names: [String]) -> Int?
    /// The first member of these names that is a time: RFC 3339, or a number since 1970. `nil` for other texts.
    func instant(_ names: [String]) -> Int64?
    /// HTTP fields as a map, a map of lists, or a list of `{name, value}`; names in lower case.
    func headers(_ name: String) -> [(name: String, value: String)]?
    /// A member that is bytes, which JSON has not.
    func bytes(_ name: String) -> [UInt8]?
    /// A member that has members itself.
    func object(_ name: String) -> Self?
    /// A text, or a number written as one.
    func scalar(_ name: String) -> String?
}

extension EnvelopeMembers {
    /// The first member of these names that is a text and not empty.
    func text(_ names: [String]) -> String? { text(names, orEmpty: false) }
}

/// A body as it stands in an envelope.
enum EnvelopeBody {
    /// Already Unicode: what charset the page once had no longer matters.
    case text(String)
    /// Bytes as served.
    case base64(String)
    /// The same without a coding.
    case bytes([UInt8])

    var isEmpty: Bool {
        switch self {
        case .text(let text), .base64(let text): text.isEmpty
        case .bytes(let bytes): bytes.isEmpty
        }
    }

    /// Whether it begins as markup does, or bytes that may be.
    var isMarkup: Bool {
        switch self {
        case .text(let text): text.utf8.first { !isSpace($0) } == UInt8(ascii: "<")
        case .base64, .bytes: !isEmpty
        }
    }

    /// Whether a text that no one calls base64 is the base64 of a page all the same, as of scrapy-cluster: all of its alphabet, and
    /// what it holds begins with a tag.
    static func isBase64OfPage(_ text: String) -> Bool {
        let head = text.utf8.prefix(64).filter { !isSpace($0) }
        guard head.count >= 16, head.allSatisfy({ isOfAlphabet($0) }),
            text.utf8.allSatisfy({ isOfAlphabet($0) || isSpace($0) })
        else { return false }
        let whole = head.prefix(head.count / 4 * 4)
        guard let begin = Data(base64Encoded: Data(whole)) else { return false }
        return begin.first { !isSpace($0) && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF } == UInt8(ascii: "<")
    }

    private static func isOfAlphabet(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="):
            true
        default: false
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
    var body: EnvelopeBody?
    /// The data as an object whose members follow the aliases.
    var envelope: Envelope?
    /// W3C trace context.
    var traceParent: String?
    var traceState: String?

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Member.self)
        attributes = PageDraft.attributeNames.compactMap { name in members.scalar(name).map { (name, $0) } }
        dataContentType = members.text(["datacontenttype"])
        body =
            members.text(["data_base64"]).map { .base64($0) } ?? members.text(["data"], orEmpty: true).map { .text($0) }
        envelope = members.object("data").map { Envelope($0) }
        traceParent = members.text(["traceparent"])
        traceState = members.text(["tracestate"])
    }
}

/// A JSON object that is one or the other; decoded in one pass.
enum JSONPage: Decodable {
    case event(StructuredEvent)
    case envelope(Envelope)

    init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Member.self)
        let isEvent = members.text(["specversion"]) != nil
        self = isEvent ? .event(try StructuredEvent(from: decoder)) : .envelope(Envelope(members))
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

extension KeyedDecodingContainer<Member>: EnvelopeMembers {
    func text(_ names: [String], orEmpty: Bool) -> String? {
        names.lazy.compactMap { try? decodeIfPresent(String.self, forKey: Member($0)) }.first { orEmpty || !$0.isEmpty }
    }

    func bytes(_ name: String) -> [UInt8]? { nil }

    func object(_ name: String) -> KeyedDecodingContainer<Member>? {
        try? nestedContainer(keyedBy: Member.self, forKey: Member(name))
    }

    func flag(_ name: String) -> Bool? {
        try? decodeIfPresent(Bool.self, forKey: Member(name))
    }

    func integer(_ names: [String]) -> Int? {
        for name in names {
            if let number = try? decodeIfPresent(Int.self, forKey: Member(name)) { return number }
            if let number = text([name]).flatMap({ WholeNumber.of($0, in: .min...(.max)) }) { return number }
        }
        return nil
    }

    func scalar(_ name: String) -> String? {
        text([name]) ?? integer([name]).map { String($0) }
    }

    func instant(_ names: [String]) -> Int64? {
        for name in names {
            if let number = try? decodeIfPresent(Double.self, forKey: Member(name)) {
                if let ms = Timestamp.parse(number: number) { return ms }
            } else if let text = text([name]) {
                if let ms = Timestamp.parse(stated: text) { return ms }
            }
        }
        return nil
    }

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
