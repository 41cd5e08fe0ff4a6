import Extraction
import Foundation
import Pages
public import Pipeline
import Telemetry
import Text
import Wire

/// How a page became its event, or why it became none, as one self-contained HTML file: no script, nothing from elsewhere.
public struct ExplanationPage {
    private let explanation: PageExplanation
    private let name: String

    /// Explains a page.
    /// - Parameter name: what the page is called, a file or a place on a topic.
    public init(_ explanation: PageExplanation, name: String) {
        self.explanation = explanation
        self.name = name
    }

    /// Blocks beyond so many are left out: a page of thirty thousand lines is no reading.
    private static let blocksShown = 2000
    private static let textShown = 1500

    private static let style = String(decoding: PackageResources.explanation_css, as: UTF8.self)

    /// The policy that allows the file its own style sheet and nothing else.
    public static let policy: String = {
        let digest = Data(SHA256.digest(Array(style.utf8))).base64EncodedString()
        return "default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; form-action 'none'"
    }()

    /// The whole file.
    public var html: String {
        var html = HTMLText()
        html.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        html.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"\(ExplanationPage.policy)\">\n")
        html.element("title") { $0.text("\(headline) · Galley") }
        html.raw("\n<style>\(ExplanationPage.style)</style>\n</head>\n<body>\n")
        header(&html)
        html.raw("<main>\n")
        fields(&html)
        blocks(&html)
        event(&html)
        html.raw("</main>\n</body>\n</html>")
        return html.content
    }

    private var headline: String { explanation.event?.title ?? explanation.rejection?.reason.rawValue ?? name }

    // MARK: What came of it

    private func header(_ html: inout HTMLText) {
        html.raw("<header>\n")
        html.element("p", [("class", "where")]) { $0.text(name) }
        html.element("h1", [("dir", "auto")]) { $0.text(headline) }
        if let url = explanation.url { html.element("p", [("class", "url")]) { $0.link(url) } }
        if let event = explanation.event {
            let count = event.paragraphs.count
            let confidence = ExplanationPage.number(explanation.report?.article?.confidence ?? 0)
            html.element("p", [("class", "outcome article")]) {
                $0.text("article (\(event.status.rawValue)): \(count) paragraphs, confidence \(confidence)")
            }
        }
        if let rejection = explanation.rejection {
            html.element("p", [("class", "outcome rejected")]) {
                $0.text("rejected as \(rejection.reason.rawValue): \(rejection.detail)")
            }
        }
        if let report = explanation.report {
            for line in ReportNotes.lines(of: report) { html.element("p", [("class", "note")]) { $0.text(line) } }
        }
        html.raw("</header>\n")
    }

    // MARK: Fields

    private func fields(_ html: inout HTMLText) {
        guard let article = explanation.report?.article else { return }
        html.raw("<section>\n<h2>Where each field is from</h2>\n<table class=\"fields\">\n<thead><tr>")
        for head in ["field", "found", "p", "from"] { html.element("th", [("scope", "col")]) { $0.text(head) } }
        html.raw("</tr></thead>\n<tbody>\n")
        for field in FieldOrigin.all(of: article) {
            html.raw("<tr>")
            html.element("th", [("scope", "row")]) { $0.text(field.name) }
            html.element("td", [("dir", "auto")]) { $0.text(ExplanationPage.cut(field.text, 400)) }
            html.element("td", [("class", "number")]) {
                $0.text(field.confidence.map { ExplanationPage.number($0) } ?? "")
            }
            html.element("td") { $0.text(field.origin) }
            html.raw("</tr>\n")
        }
        html.raw("</tbody>\n</table>\n</section>\n")
    }

    // MARK: Blocks

    private func blocks(_ html: inout HTMLText) {
        guard let report = explanation.report, !report.blocks.isEmpty else { return }
        html.raw("<section>\n<h2>Blocks</h2>\n<ol class=\"blocks\">\n")
        for block in report.blocks.prefix(ExplanationPage.blocksShown) { ExplanationPage.append(block, to: &html) }
        html.raw("</ol>\n")
        let left = report.blocks.count - ExplanationPage.blocksShown
        if left > 0 { html.element("p", [("class", "note")]) { $0.text("\(left) more blocks are not shown.") } }
        html.raw("</section>\n")
    }

    private static func append(_ block: BlockReason, to html: inout HTMLText) {
        html.raw("<li class=\"\(block.isKept ? "kept" : "left")\">\n<div class=\"score\">")
        html.element("span", [("class", "mark")]) { $0.text(block.isKept ? "kept" : "left out") }
        html.raw("<meter min=\"0\" max=\"1\" value=\"\(number(block.probability))\"></meter>")
        html.element("span", [("class", "number")]) { $0.text(number(block.probability)) }
        if !block.element.isEmpty { html.element("code") { $0.text("<\(cut(block.element, 40))>") } }
        html.raw("</div>\n")
        html.element("p", [("class", "text"), ("dir", "auto")]) { $0.text(cut(block.text, textShown)) }
        html.raw("<details>")
        html.element("summary") { $0.text(block.words) }
        html.raw("<ul>")
        html.element("li") { $0.text("first stage: p \(number(block.first))") }
        for move in block.moves {
            html.element("li") {
                $0.text(
                    "stage \(move.stage): \(move.feature) = \(number(move.value)) moved it by "
                        + (move.change < 0 ? "−" : "+") + number(abs(move.change)))
            }
        }
        html.raw("</ul></details>\n</li>\n")
    }

    // MARK: The event

    private func event(_ html: inout HTMLText) {
        guard let event = explanation.event else { return }
        html.raw("<section>\n<details>")
        html.element("summary") { $0.text("The event") }
        html.element("pre", [("dir", "auto")]) {
            $0.text(IndentedJSON.text(of: EventEncoder().encode(event)))
        }
        html.raw("</details>\n</section>\n")
    }

    private static func number(_ value: some BinaryFloatingPoint) -> String { String(format: "%.2f", Double(value)) }

    private static func cut(_ text: String, _ bytes: Int) -> String { PageNote.cut(text, to: bytes) }
}
