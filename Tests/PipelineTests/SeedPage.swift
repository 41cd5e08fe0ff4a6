import Foundation
import TestSupport
import Testing

/// The sample page and the event it must become, open to changes that must change the event in a known way.
///
/// The page itself is read from `GALLEY_DATA`; the golden file says which line is what, so a disguise names lines by kind.
struct SeedPage {
    /// The page's lines.
    var lines: [String]
    /// The event it must become.
    var event: [String: Any]
    /// How the page becomes bytes.
    var encode: (String) -> [UInt8] = { Array($0.utf8) }
    /// What ends a line.
    var lineEnd = "\n"

    private let places: [String: Int]
    private let repeated: [String: Int]

    /// Fields of the golden event that the article event does not carry: they follow from others.
    private static let derived: Set<String> = ["page_type", "published_at_utc", "han_char_count"]

    static let isThere = Folders.hasData("seed/golden.json")
    static let absence: Comment = "no pages at GALLEY_DATA (default ../shared/data): skipped"

    init() throws {
        let folder = Folders.data("seed")
        let golden = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appending(path: "golden.json")))
        let root = try #require(golden as? [String: Any])
        event = try #require(root["event"] as? [String: Any]).filter { !Self.derived.contains($0.key) }
        let page = String(decoding: try Data(contentsOf: folder.appending(path: "page.txt")), as: UTF8.self)
        lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let classes = try #require(root["lines"] as? [String: Any])
        var places: [String: Int] = [:]
        for group in ["metadata", "boilerplate"] {
            for line in classes[group] as? [[String: Any]] ?? [] {
                if let kind = line["kind"] as? String, let number = line["line"] as? Int { places[kind] = number - 1 }
            }
        }
        self.places = places
        let second = classes["repeat_of_article"] as? [String: Any] ?? [:]
        repeated = second.compactMapValues { $0 as? Int }.mapValues { $0 - 1 }
    }

    /// The page's bytes.
    var bytes: [UInt8] { encode(lines.joined(separator: lineEnd)) }

    // MARK: Changes

    /// Puts another text for one everywhere, on the page and in the event.
    mutating func replace(_ old: String, with new: String) {
        lines = lines.map { $0.replacingOccurrences(of: old, with: new) }
        event = event.mapValues { Self.replaced($0, old, new) }
    }

    /// The same with many texts, one after the other.
    mutating func replace(_ pairs: KeyValuePairs<String, String>) {
        for (old, new) in pairs { replace(old, with: new) }
    }

    /// Puts another sign for one in the headline, the paragraphs and the lines around them, wherever it is not part of a
    /// time, an address or a copyright line.
    mutating func replaceInText(_ old: String, with new: String) {
        lines = lines.map { line in
            if line.contains("Copyright") || line.contains("@") || line.contains("http") { return line }
            guard old == ":" else { return line.replacingOccurrences(of: old, with: new) }
            return Self.replacedOutsideNumbers(line, old, new)
        }
        for field in ["title", "paragraphs"] {
            if let value = event[field] { event[field] = Self.replaced(value, old, new) }
        }
        if let byline = event["byline_raw"] { event["byline_raw"] = Self.replaced(byline, old, new) }
    }

    private static func replacedOutsideNumbers(_ line: String, _ old: String, _ new: String) -> String {
        let parts = line.components(separatedBy: old)
        var text = parts[0]
        for (before, after) in zip(parts, parts.dropFirst()) {
            let isTime = before.last?.isNumber == true && after.first?.isNumber == true
            text += (isTime ? old : new) + after
        }
        return text
    }

    private static func replaced(_ value: Any, _ old: String, _ new: String) -> Any {
        switch value {
        case let text as String: text.replacingOccurrences(of: old, with: new)
        case let list as [Any]: list.map { replaced($0, old, new) }
        case let object as [String: Any]: object.mapValues { replaced($0, old, new) }
        default: value
        }
    }

    /// Sets a line in both copies. `second` names it in the second copy.
    mutating func set(_ kind: String, _ text: String, second: String? = nil) {
        if let place = places[kind] { lines[place] = text }
        if let second, let place = repeated[second] { lines[place] = text }
    }

    mutating func setDateline(_ text: String) { set("dateline_source", text, second: "source_date_line") }
    mutating func setByline(_ text: String) { set("byline", text, second: "byline_line") }
    mutating func setEditor(_ text: String) { set("editor_and_correction", text, second: "editor_line") }

    /// The lines from one kind to another, out of the page.
    mutating func take(from first: String, through last: String) -> [String] {
        guard let lower = places[first], let upper = places[last], lower <= upper else { return [] }
        let taken = Array(lines[lower...upper])
        lines.removeSubrange(lower...upper)
        return taken
    }

    /// Drops the second copy.
    mutating func dropSecondCopy() {
        guard let start = repeated["title_line"] else { return }
        lines.removeSubrange(start...)
        event["duplicate_copies"] = 0
    }

    /// Drops the first copy, from its title on; the page's other lines stay.
    mutating func dropFirstCopy() {
        guard let first = places["title"], let last = places["editor_and_correction"] else { return }
        lines.removeSubrange(first...last)
        event["duplicate_copies"] = 0
    }

    // MARK: What must come out

    /// A string of the event.
    func string(_ field: String) -> String { event[field] as? String ?? "" }

    /// Sets the contributors by name, role, the page's word for it and affiliation.
    mutating func setContributors(_ people: [(name: String, role: String, raw: String?, affiliation: String?)]) {
        event["contributors"] = people.map { person -> [String: Any] in
            [
                "name": person.name, "role": person.role, "role_raw": person.raw ?? NSNull(),
                "affiliation": person.affiliation ?? NSNull(),
            ]
        }
        let writers: Set<String> = ["reporter", "correspondent", "author"]
        event["authors"] = people.filter { writers.contains($0.role) }.map(\.name)
    }

    /// Sets the time of publication.
    mutating func setPublished(_ rfc3339: String, ms: Int, raw: String, precision: String) {
        event["published_at"] = rfc3339
        event["published_at_ms"] = ms
        event["published_at_raw"] = raw
        event["published_at_precision"] = precision
    }
}
