/// Tokens and shingles as the public article-extraction benchmark counts them.
///
/// A token is a run of word characters (letters, numbers, underscore); on Chinese, Japanese and Korean pages every Han,
/// kana or hangul character is a token of its own. A shingle is four tokens in a row; a shorter text is one shingle.
struct Shingles {
    private(set) var counts: [Shingle: Int] = [:]

    /// Four token numbers; -1 stands for "no token".
    struct Shingle: Hashable {
        var first: Int32 = -1
        var second: Int32 = -1
        var third: Int32 = -1
        var fourth: Int32 = -1
    }

    init(_ text: String, splitsCJK: Bool, vocabulary: inout Vocabulary) {
        let tokens = vocabulary.tokens(of: text, splitsCJK: splitsCJK)
        guard !tokens.isEmpty else { return }
        for start in 0..<max(1, tokens.count - 3) {
            func token(_ step: Int) -> Int32 { start + step < tokens.count ? tokens[start + step] : -1 }
            counts[Shingle(first: token(0), second: token(1), third: token(2), fourth: token(3)), default: 0] += 1
        }
    }
}

/// Numbers for token texts, so that shingles compare as integers.
struct Vocabulary {
    private var numbers: [String: Int32] = [:]

    mutating func tokens(of text: String, splitsCJK: Bool) -> [Int32] {
        var tokens: [Int32] = []
        var word = String.UnicodeScalarView()
        func isSingle(_ scalar: Unicode.Scalar) -> Bool { splitsCJK && isCJK(scalar) }
        for scalar in text.unicodeScalars {
            if isSingle(scalar) {
                close(&word, into: &tokens)
                tokens.append(number(String(scalar)))
            } else if isWord(scalar) {
                word.append(scalar)
            } else {
                close(&word, into: &tokens)
            }
        }
        close(&word, into: &tokens)
        return tokens
    }

    private mutating func close(_ word: inout String.UnicodeScalarView, into tokens: inout [Int32]) {
        guard !word.isEmpty else { return }
        tokens.append(number(String(word)))
        word = String.UnicodeScalarView()
    }

    private mutating func number(_ token: String) -> Int32 {
        if let known = numbers[token] { return known }
        let next = Int32(clamping: numbers.count)
        numbers[token] = next
        return next
    }
}

/// Han, kana and hangul as the scorer's own ranges have them.
func isCJK(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xAC00...0xD7AF: true
    default: false
    }
}

/// A word character as Python's `\w` has it: a letter, anything with a numeric value, or the underscore. Combining marks are none.
func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
        switch scalar {
        case "0"..."9", "A"..."Z", "a"..."z", "_": return true
        default: return false
        }
    }
    return isAlphanumeric(scalar)
}

/// Python's `str.isalnum` for one code point.
func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .letterNumber, .otherNumber:
        true
    default: scalar.properties.numericType != nil
    }
}
