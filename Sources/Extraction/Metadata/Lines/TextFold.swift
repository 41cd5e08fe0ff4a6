internal import Text

/// Folded text for comparing titles and names: width, spaces and punctuation do not matter.
enum TextFold {
    /// The folded bytes.
    static func fold(_ text: String) -> [UInt8] {
        DedupFold.fold(text.utf8.span.extracting(first: 2_048))
    }

    /// Whether `text` holds `part`; quadratic only in its bounded inputs.
    static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool { place(of: part, in: text) != nil }

    /// The first place where `text` holds `part`, which is not empty.
    static func place(of part: [UInt8], in text: [UInt8]) -> Range<Int>? {
        guard !part.isEmpty, part.count <= text.count else { return nil }
        let first = part[0]
        for start in 0...(text.count - part.count) where text[start] == first {
            let place = start..<(start + part.count)
            if text[place].elementsEqual(part) { return place }
        }
        return nil
    }
}

extension Keyword {
    /// The phrases of keywords as whole lines, folded.
    static func lines(_ keywords: Keyword...) -> Set<[UInt8]> { Set(keywords.flatMap(\.phrases).map(TextFold.fold)) }
}
