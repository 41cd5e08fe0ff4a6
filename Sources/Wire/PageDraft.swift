public import Pages
import Text

/// A page while its envelope is being opened: what was stated so far. What is stated closer to the page wins.
struct PageDraft {
    /// The page, its body still missing.
    var page = RawPage(body: [])
    /// `sha256:<hex>` as stated for the body.
    var statedDigest: String?
    /// The URI of a body kept elsewhere.
    var dataref: String?
    /// Codings of the stored value.
    var codings = ContentCodings()

    /// Notes a warning once.
    mutating func warn(_ warning: PageWarning) {
        if !page.warnings.contains(warning) { page.warnings.append(warning) }
    }

    /// Notes why the crawler cut the body; a word that WARC does not have counts as `unspecified`.
    mutating func truncate(_ word: String) {
        page.truncated = Truncation(rawValue: asciiLowercased(word)) ?? .unspecified
        warn(.truncatedInput)
    }

    /// Notes when the page was fetched; a time that cannot be read leaves what was known, and is warned of.
    mutating func setFetchTime(_ text: String) {
        guard let ms = Timestamp.parse(stated: text) else { return warn(.fetchTimeUnread) }
        page.fetchedAtMs = ms
    }

    /// Notes an HTTP status when it is one.
    mutating func setStatus(_ status: Int?) {
        if let status, (100...599).contains(status) { page.httpStatus = status }
    }
}

extension PageDraft {
    /// An attribute of an event that carries a page, and where it goes.
    private typealias Attribute = @Sendable (inout PageDraft, String) -> Void

    /// CloudEvents attributes and extensions by name (contract, section 1): in binary mode behind `ce_`, in structured
    /// mode as members of the event.
    private static let attributes: [String: Attribute] = [
        "subject": { $0.page.url = $1 },
        "time": { $0.setFetchTime($1) },
        "id": { $0.page.captureID = $1 },
        "requesturl": { $0.page.requestURL = $1 },
        "httpstatus": { $0.setStatus(WholeNumber.of($1, in: 0...999)) },
        "crawlid": { $0.page.crawlID = $1 },
        "truncated": { $0.truncate($1) },
        "digest": { $0.statedDigest = $1 },
        "dataref": { $0.dataref = $1 },
    ]

    /// Names of the CloudEvents attributes that describe a page.
    static let attributeNames: [String] = attributes.keys.sorted()

    /// Takes in a CloudEvents attribute; other names and empty values are no news.
    mutating func take(attribute name: String, _ value: String) {
        if !value.isEmpty { Self.attributes[name]?(&self, value) }
    }

    /// Reads the headers of a record: CloudEvents' Kafka binding in binary mode. Names are matched without regard to case.
    init(headers: [WireHeader]) {
        var traceParent: String?
        var traceState: String?
        for header in headers {
            let name = asciiLowercased(header.name)
            guard let bytes = header.value, Self.isRead(name) else { continue }
            guard let text = utf8Text(trimmed(bytes[...])) else {
                warn(.headerNotUTF8)
                continue
            }
            switch name {
            case "content-type": if !text.isEmpty { page.contentType = text }
            case "content-encoding": codings.add(text)
            case "traceparent": traceParent = text
            case "tracestate": traceState = text
            default: take(attribute: String(name.dropFirst(3)), text)
            }
        }
        if let traceParent { page.trace = TraceContext(parent: traceParent, state: traceState) }
    }

    private static let plainNames: Set<String> = ["content-type", "content-encoding", "traceparent", "tracestate"]

    /// Whether a header of this name, in lower case, says something of the page.
    static func isRead(_ name: String) -> Bool {
        plainNames.contains(name) || (name.hasPrefix("ce_") && attributes[String(name.dropFirst(3))] != nil)
    }
}

extension InboundRecord {
    /// The trace that the record's headers name; a structured CloudEvent may name another.
    public var trace: TraceContext? {
        func text(_ name: String) -> String? {
            headers.last { $0.name.utf8.count == name.utf8.count && asciiLowercased($0.name) == name }?.value.flatMap {
                utf8Text(trimmed($0[...]))
            }
        }
        return text("traceparent").map { TraceContext(parent: $0, state: text("tracestate")) }
    }
}
