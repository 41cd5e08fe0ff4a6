internal import Markup
internal import Text

/// What the values of `class` and `id` say that were read last: a page has few of them, each on many elements.
struct ClassWordsMemo {
    private struct Entry {
        var value: ByteSlice
        var words: ClassWords
    }

    /// An entry for each of the lowest bits of a value's hash; a later value takes the place of an earlier one.
    private var entries = [Entry?](repeating: nil, count: 1024)

    /// What a value says; `nil` when it says nothing.
    mutating func words(of value: ByteSlice, in document: Document) -> ClassWords? {
        let value = value.prefix(ClassWords.most)
        let bytes = document.utf8(value)
        let place = Int(truncatingIfNeeded: Fingerprint.xxh3(bytes)) & (entries.count - 1)
        let words: ClassWords
        if let entry = entries[place], areEqual(document.utf8(entry.value), bytes) {
            words = entry.words
        } else {
            words = ClassWords(bytes)
            entries[place] = Entry(value: value, words: words)
        }
        return words.isEmpty ? nil : words
    }
}
