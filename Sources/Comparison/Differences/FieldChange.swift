/// A field that differs between two events.
struct FieldChange {
    let name: String
    let was: FieldValue
    let `is`: FieldValue
    /// Both values side by side, line by line.
    let alignment: LineAlignment

    /// Fields of text, whose size is counted in characters.
    private static let texts: Set<String> = ["title", "paragraphs"]
    /// Fields that are told first; the others follow by name.
    private static let first = ["article_id", "title", "paragraphs"]

    /// The fields that differ, in the order in which they are told.
    static func all(was: [String: FieldValue], is: [String: FieldValue]) -> [FieldChange] {
        let names = Set(was.keys).union(`is`.keys).filter { was[$0] != `is`[$0] }
        return names.sorted(by: isTold).map {
            FieldChange(name: $0, was: was[$0] ?? .null, is: `is`[$0] ?? .null)
        }
    }

    private static func isTold(_ left: String, before right: String) -> Bool {
        let (one, other) = (first.firstIndex(of: left) ?? first.count, first.firstIndex(of: right) ?? first.count)
        return one == other ? precedes(left, right) : one < other
    }

    private init(name: String, was: FieldValue, is: FieldValue) {
        (self.name, self.was, self.is) = (name, was, `is`)
        alignment = LineAlignment(was: was.lines, is: `is`.lines)
    }

    /// How much changed: characters of the title and of paragraphs by which the text differs; 1 for every other field.
    var size: Int {
        guard Self.texts.contains(name) else { return 1 }
        return alignment.rows.reduce(0) { sum, row in
            switch row {
            case .same: sum
            case .removed(let line): sum + alignment.was[line].unicodeScalars.count
            case .added(let line): sum + alignment.is[line].unicodeScalars.count
            case .reworded(let was, let new): sum + Wording.distance(alignment.was[was], alignment.is[new])
            }
        }
    }

    /// What changed, in a few words.
    var words: String {
        if case .list = was { return "\(name): \(listWords)" }
        if case .list = self.is { return "\(name): \(listWords)" }
        return "\(name) \(Self.quote(was)) → \(Self.quote(self.is))"
    }

    private var listWords: String {
        var (added, removed, reworded) = (0, 0, 0)
        for row in alignment.rows {
            switch row {
            case .same: break
            case .added: added += 1
            case .removed: removed += 1
            case .reworded: reworded += 1
            }
        }
        let other = Self.texts.contains(name) ? "reworded" : "changed"
        let parts = [(added, "added"), (removed, "removed"), (reworded, other)].filter { $0.0 > 0 }
        let counts = parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        guard Self.texts.contains(name) else { return counts.isEmpty ? "other values" : counts }
        let characters = Self.characters(alignment.is) - Self.characters(alignment.was)
        return "\(counts) (\(characters < 0 ? "−" : "+")\(abs(characters)) characters)"
    }

    private static func characters(_ lines: [String]) -> Int { lines.reduce(0) { $0 + $1.unicodeScalars.count } }

    private static func quote(_ value: FieldValue) -> String {
        switch value {
        case .null: "none"
        case .text(let text): "\"\(CutText.of(text, 70))\""
        default: CutText.of(value.json, 70)
        }
    }
}
