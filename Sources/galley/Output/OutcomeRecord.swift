import Foundation
import Kafka
import Pages
import Replay
import Wire

/// A record of one of Galley's topics as a person reads it: an event, a rejection, a dead letter or a raw page.
struct OutcomeRecord {
    /// The record.
    let record: ConsumedRecord
    /// What it is: the outcomes' names, or `page`.
    let outcome: String
    /// Why it is a rejection or a dead letter.
    var reason: String?
    /// The same in words about this page.
    var detail: String?
    /// The page's URL.
    var url: String?
    /// Where the page stood on the input topic.
    var origin: (partition: Int, offset: Int64)?
    /// The topic that it stood on.
    var originTopic: String?
    /// How it stands in a table; the first column is left empty.
    var row: OutcomeRow

    private let reader: OutcomeReader

    /// Reads a record; what it is, its headers tell.
    ///
    /// - Parameter reader: reads outcomes of formats that name a schema.
    init(_ record: ConsumedRecord, _ reader: OutcomeReader = OutcomeReader()) {
        self.record = record
        self.reader = reader
        let value = record.value ?? []
        let type = OutcomeRecord.text("content-type", record)
        switch OutcomeRecord.text("ce_type", record) {
        case "galley.article.v1":
            outcome = "article"
            row = OutcomeRow(page: "", outcome: outcome, title: "")
            do throws(EventReadingError) {
                describe(try reader.event(value, contentType: type))
            } catch { note(error) }
        case "galley.rejected.v1":
            outcome = "rejected"
            row = OutcomeRow(page: "", outcome: outcome, title: "")
            do throws(EventReadingError) {
                describe(try reader.rejection(value, contentType: type))
            } catch { note(error) }
        default:
            let isLetter = OutcomeRecord.text("__connect.errors.topic", record) != nil
            outcome = isLetter ? "dead letter" : "page"
            row = OutcomeRow(page: "", outcome: outcome, title: isLetter ? "" : "\(value.count) bytes")
            url = OutcomeRecord.text("ce_subject", record) ?? OutcomeRecord.keyedURL(record)
            if record.value == nil { row.title = "a null value" }
            if isLetter { describeLetter() }
        }
    }

    /// A value that cannot be read is shown with why.
    private mutating func note(_ error: EventReadingError) {
        detail = error.description
        row.title = "cannot be read: \(error)"
    }

    private mutating func describe(_ event: ArticleEvent) {
        url = event.url
        originTopic = event.provenance.topic
        origin = (Int(event.provenance.partition ?? -1), event.provenance.offset ?? -1)
        row.title = event.status == .retracted ? "withdrawn" : event.title ?? ""
        row.published = event.published.map { OutcomeRecord.minute(of: $0.rfc3339) } ?? ""
        row.people = event.contributors.map(\.name).joined(separator: ", ")
        row.language = event.language ?? ""
        row.paragraphs = String(event.paragraphs.count)
    }

    private mutating func describe(_ rejection: RejectionRecord) {
        url = rejection.url
        reason = rejection.reason
        originTopic = rejection.provenance.topic
        origin = (Int(rejection.provenance.partition ?? -1), rejection.provenance.offset ?? -1)
        detail = rejection.detail
        row.title = "\(reason ?? ""): \(detail ?? "")"
    }

    private mutating func describeLetter() {
        func header(_ name: String) -> String { OutcomeRecord.text(name, record) ?? "" }
        reason = header("galley-reason")
        if let found = LetterOrigin(record) {
            originTopic = found.place.topic
            origin = (Int(found.place.partition), found.offset)
        }
        detail = header("__connect.errors.exception.message")
        row.title = "\(header("galley-reason")): \(detail ?? "")"
    }

    /// An event or a rejection as bare JSON, whatever format it has; `nil` for another record, and when it cannot be read.
    private var bare: [UInt8]? {
        let (value, type) = (record.value ?? [], OutcomeRecord.text("content-type", record))
        return switch outcome {
        case "article": try? reader.json(ofEvent: value, contentType: type)
        case "rejected": try? reader.json(ofRejection: value, contentType: type)
        default: nil
        }
    }

    /// Whether a record is an event, as its headers say.
    static func isArticle(_ record: ConsumedRecord) -> Bool { text("ce_type", record) == "galley.article.v1" }

    /// Its host, as the URL has it.
    var host: String? { url.flatMap { URL(string: $0)?.host() }?.lowercased() }

    /// As one line of JSON: an event or a rejection as it is, of another what describes it, without the page.
    var json: String {
        if let bare { return String(decoding: bare, as: UTF8.self) }
        var fields: [String: Any] = [
            "topic": record.topic, "partition": record.partition, "offset": record.offset, "outcome": outcome,
            "value_bytes": record.value?.count as Any? ?? NSNull(),
        ]
        fields["timestamp_ms"] = record.timestampMs
        fields["key"] = record.key.map { String(decoding: $0, as: UTF8.self) }
        fields["url"] = url
        fields["reason"] = reason
        fields["attempts"] = OutcomeRecord.text("galley-attempts", record).flatMap { Int($0) }
        fields["stage"] = OutcomeRecord.text("__connect.errors.stage", record)
        fields["detail"] = OutcomeRecord.text("__connect.errors.exception.message", record)
        fields["raw_topic"] = OutcomeRecord.text("__connect.errors.topic", record)
        fields["raw_partition"] = origin?.partition
        fields["raw_offset"] = origin?.offset
        return Words.json(fields)
    }

    /// Many crawlers key pages by their URL, which is all that is known of one that could not be opened.
    private static func keyedURL(_ record: ConsumedRecord) -> String? {
        guard let key = record.key, key.starts(with: Array("http".utf8)) else { return nil }
        return String(validating: key, as: UTF8.self).flatMap { URL(string: $0)?.host() == nil ? nil : $0 }
    }

    /// "2026-03-14 08:30 +01:00" of an RFC 3339 time.
    private static func minute(of time: String) -> String {
        let parts = time.split(separator: "T", maxSplits: 1)
        guard parts.count == 2 else { return time }
        return "\(parts[0]) \(parts[1].prefix(5)) \(parts[1].dropFirst(8))"
    }

    private static func text(_ name: String, _ record: ConsumedRecord) -> String? {
        record.headers.last { $0.name == name }?.value.map { String(decoding: $0, as: UTF8.self) }
    }
}
