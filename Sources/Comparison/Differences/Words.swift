/// Texts cut into words.
enum Words {
    /// The words of a text, with the spaces and signs between them as pieces of their own; together they are the text.
    ///
    /// Han, kana and the like are written without spaces; there each sign is a word.
    static func of(_ text: String) -> [Substring] {
        let scalars = text.unicodeScalars
        var words: [Substring] = []
        var start = scalars.startIndex
        var kind = Kind.sign
        for index in scalars.indices {
            let next = Kind(scalars[index])
            if index > start, next == .sign || next != kind {
                words.append(text[start..<index])
                start = index
            }
            kind = next
        }
        if start < scalars.endIndex { words.append(text[start...]) }
        return words
    }

    static func isSpace(_ word: Substring) -> Bool { word.unicodeScalars.first?.properties.isWhitespace ?? true }

    private enum Kind {
        case letter, space, sign

        init(_ scalar: Unicode.Scalar) {
            let properties = scalar.properties
            if properties.isWhitespace {
                self = .space
            } else if Kind.standsAlone(scalar) {
                self = .sign
            } else if properties.isAlphabetic || properties.numericType != nil || properties.isDiacritic
                || properties.canonicalCombiningClass != .notReordered
            {
                self = .letter
            } else {
                self = .sign
            }
        }

        /// Scripts without spaces: Thai, Lao, Khmer, kana and Han.
        static func standsAlone(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar.value {
            case 0x0E00...0x0EFF, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF,
                0x20000...0x3FFFF:
                true
            default: false
            }
        }
    }
}
