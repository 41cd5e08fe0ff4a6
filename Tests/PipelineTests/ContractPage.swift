import Foundation
import Pages
import Testing
import Wire

@testable import Pipeline

/// A small page of our own writing, for tests of single rules through the whole pipeline.
struct ContractPage {
    var language: String
    var title: String
    var paragraphs: [String]
    /// Markup within the head.
    var head = ""
    /// Lines between headline and text.
    var lines: [String] = []
    /// Lines behind the text.
    var tail: [String] = []
    var url: String?
    /// More headers of the record.
    var headers: [(String, String)] = []
    var offset: Int64 = 7
    var timestampMs: Int64?

    static let english = ContractPage(
        language: "en", title: "Old ferry returns to the river",
        paragraphs: [
            "After eleven years on dry land the ferry that once carried market carts across the river has been lowered into the water, watched by several hundred people.",
            "Volunteers replaced most of the planks and every rivet of the hull, the association's chairwoman said, and the engine started on the second attempt.",
            "The town pays for the pilot until October. After that, the council wants to know whether enough passengers cross to keep the line open through the winter.",
            "A crossing takes four minutes and costs as much as a bus ticket. Bicycles travel free, dogs too, and carts, should one ever come again.",
        ])

    static let chinese = ContractPage(
        language: "zh-CN", title: "青岚镇老渡口重新开航，两岸居民出行更方便",
        paragraphs: [
            "清晨六点，青岚镇老渡口的第一班渡船缓缓离岸，几十位早起的居民站在甲板上，望着对岸的灯火。停航十一年以后，这条航线终于重新开通，两岸往来不必再绕行二十多公里。",
            "“船还是那条船，只是换了新的发动机。”镇交通站站长周大江介绍，修船用了整整两年，船板换了七成，铆钉全部重新打过，试航三十次没有出现任何故障。",
            "住在南岸的退休教师林秀英说，过去去镇上看病要转两趟车，现在坐船只要四分钟，票价和公交车一样，自行车免费上船，老人和学生还可以半价乘坐。",
            "按照计划，渡船每天往返十六班，试运行到今年十月。镇里将根据客流情况决定冬季是否继续开航，并在两岸各修建一座候船亭，供居民避雨休息。",
        ])

    /// The same page with something changed.
    func with(_ change: (inout ContractPage) -> Void) -> ContractPage {
        var page = self
        change(&page)
        return page
    }

    var html: String {
        let before = lines.map { "<p>\($0)</p>" }.joined()
        let text = paragraphs.map { "<p>\($0)</p>\n" }.joined()
        let after = tail.map { "<p>\($0)</p>" }.joined()
        return
            "<!DOCTYPE html><html lang=\"\(language)\"><head><meta charset=\"utf-8\"><title>\(title)</title>\(head)</head>"
            + "<body><article><h1>\(title)</h1>\(before)\(text)</article>\(after)</body></html>"
    }

    /// The page as a text dump, a line a paragraph.
    func dump(lineEnd: String = "\n") -> String {
        ([title] + lines + paragraphs + tail).joined(separator: lineEnd) + lineEnd
    }

    /// The record of the page.
    func record(_ value: String? = nil) -> InboundRecord {
        let address = url.map { [WireHeader("ce_subject", $0)] } ?? []
        return InboundRecord(
            topic: "pages.raw", partition: 3, offset: offset, timestampMs: timestampMs, key: nil,
            value: Array((value ?? html).utf8), headers: address + headers.map { WireHeader($0.0, $0.1) })
    }

    /// The fields of its event.
    func event(_ pipeline: PagePipeline) throws -> ContractEvent { try ContractEvent(pipeline, record()) }
}

/// A published event, read back from its bytes.
struct ContractEvent {
    let fields: [String: Any]
    let bytes: [UInt8]
    let record: OutboundRecord

    init(_ pipeline: PagePipeline, _ record: InboundRecord) throws {
        let outcome = pipeline.process(record)
        guard case .article(_, let published) = outcome else { throw NoArticle(outcome: "\(outcome)") }
        self.record = published
        bytes = published.value ?? []
        fields = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    }

    struct NoArticle: Error { let outcome: String }

    subscript(name: String) -> String? { fields[name] as? String }
    func number(_ name: String) -> Int64? { (fields[name] as? NSNumber)?.int64Value }
    func list(_ name: String) -> [String] { fields[name] as? [String] ?? [] }

    /// People as `role name`.
    var people: [String] {
        (fields["contributors"] as? [[String: Any]] ?? []).map { "\($0["role"] ?? "") \($0["name"] ?? "")" }
    }
}
