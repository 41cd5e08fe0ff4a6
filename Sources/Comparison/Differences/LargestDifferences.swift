/// The differences that a report shows: the largest of each kind, and of each field the largest few, so that every field has
/// examples.
struct LargestDifferences {
    private static let mostChanged = 300
    private static let mostOthers = 100
    private static let mostFields = 64
    private static let mostOfAField = 3

    private var changed = Largest<Difference>(mostChanged)
    private var others: [Difference.Kind: Largest<Difference>] = [
        .added: Largest(mostOthers), .gone: Largest(mostOthers),
    ]
    private var byField: [String: Largest<Difference>] = [:]

    /// Takes a changed article; it is made only if it is shown.
    mutating func take(_ changes: [FieldChange], make: () -> Difference) {
        let sizes = changes.map { (name: $0.name, size: $0.size) }
        let sum = sizes.reduce(0) { $0 + $1.size }
        let fields = sizes.filter { field in
            byField[field.name]?.takes(field.size) ?? (byField.count < Self.mostFields)
        }
        guard changed.takes(sum) || !fields.isEmpty else { return }
        let difference = make()
        changed.insert(difference, size: sum)
        for field in fields where byField[field.name] != nil || byField.count < Self.mostFields {
            byField[field.name, default: Largest(Self.mostOfAField)].insert(difference, size: field.size)
        }
    }

    /// Takes an article that was added or is gone.
    mutating func take(_ kind: Difference.Kind, size: Int, make: () -> Difference) {
        guard others[kind]?.takes(size) == true else { return }
        others[kind]?.insert(make(), size: size)
    }

    /// All of them, kind by kind, the largest first.
    var all: [Difference] {
        var seen = Set<String>()
        let examples = byField.sorted { precedes($0.key, $1.key) }.flatMap { $0.value.elements.map(\.element) }
        let shown = (changed.elements.map(\.element) + examples).filter { seen.insert($0.article).inserted }
        let sorted = shown.sorted { $0.size == $1.size ? precedes($0.article, $1.article) : $0.size > $1.size }
        return sorted + [.added, .gone].flatMap { others[$0]?.elements.map(\.element) ?? [] }
    }
}
