/// Tells apart the encodings of one byte for languages in Latin letters, and such text from East Asian text.
///
/// A detector that asks which pairs of bytes are frequent takes short text with few accents for Chinese or Japanese: a
/// letter above 0x7F and the ASCII letter behind it make a pair.
enum LatinCharset {
    /// How much of a page is judged.
    private static let sample = 65_536

    /// The encoding of a page that was taken for East Asian and is not: most of its wide characters would be malformed or touch
    /// an ASCII letter, and in another encoding its letters are those of a language. `nil` where the guess may stand.
    static func instead(of guess: Charset, _ page: Span<UInt8>) -> Charset? {
        let start = page.extracting(0..<min(page.count, sample))
        guard !guess.isSingleByte, touchesASCII(guess, start) else { return nil }
        return best(start)
    }

    private static func touchesASCII(_ guess: Charset, _ page: Span<UInt8>) -> Bool {
        guard let read = DoubleByteReader.read(guess, page, from: 0) else { return false }
        var wide = read.malformed
        var touching = read.malformed
        var index = 0
        while index < read.utf8.count {
            let (scalar, length) = UTF8Scalars.scalar(in: read.utf8.span, at: index)
            let end = index + length
            if Script.of(scalar).isWide {
                wide += 1
                let isBehind = index > 0 && isASCIILetter(read.utf8[index - 1])
                if isBehind || end < read.utf8.count && isASCIILetter(read.utf8[end]) { touching += 1 }
            }
            index = end
        }
        return touching * 2 > wide
    }

    /// The encoding in which most of the bytes above 0x7F beside letters are letters of one language; of several, the
    /// language that the page states, then the first of the table. At least four in five must be.
    private static func best(_ page: Span<UInt8>) -> Charset? {
        let counts = bytesInWords(page)
        let all = counts.reduce(0, +)
        let stated = statedLanguage(page)
        var found: (charset: Charset, score: Int)?
        for language in languages {
            for charset in language.charsets {
                let table = SingleByteTables.table(of: charset)
                var known = 0
                for index in 0..<0x80 where language.letters.contains(table[index]) { known += counts[index] }
                guard known * 5 >= all * 4 else { continue }
                let score = known * 20 + (language.name == stated ? all : 0)
                if score > found?.score ?? 0 { found = (charset, score) }
            }
        }
        return found?.charset
    }

    /// Dashes, quotation marks and the no-break space, which are the same in all of Windows' encodings and stand beside words
    /// of every language.
    private static let signs: Set<UInt8> = [0x82, 0x84, 0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xA0]

    /// How often each byte above 0x7F that may be a letter stands beside an ASCII letter.
    private static func bytesInWords(_ page: Span<UInt8>) -> [Int] {
        var counts = [Int](repeating: 0, count: 0x80)
        for index in page.indices where page[index] >= 0x80 {
            let isBehind = index > 0 && isASCIILetter(page[index - 1])
            guard isBehind || index + 1 < page.count && isASCIILetter(page[index + 1]) else { continue }
            if signs.contains(page[index]) { continue }
            counts[Int(page[index]) - 0x80] += 1
        }
        return counts
    }

    /// The primary subtag of the first `lang` of the page's start.
    private static func statedLanguage(_ page: Span<UInt8>) -> String? {
        var index = 0
        let end = min(page.count, 2048) - 8
        while index < end {
            if PrescanCursor.matches("lang=", in: page, at: index) {
                let isQuoted = !isASCIILetter(page[index + 5])
                let start = index + (isQuoted ? 6 : 5)
                return String(decoding: [page[start] | 0x20, page[start + 1] | 0x20], as: UTF8.self)
            }
            index += 1
        }
        return nil
    }

    private static func isASCIILetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
}

extension LatinCharset {
    /// A language's letters beyond ASCII and the encodings that it is written in on the web.
    private struct Language {
        let name: String
        let charsets: [Charset]
        let letters: Set<UInt32>

        init(_ name: String, _ labels: [String], _ letters: String) {
            self.name = name
            charsets = labels.compactMap { Charset(label: $0) }
            self.letters = Set((letters + letters.uppercased()).unicodeScalars.map(\.value))
        }
    }

    private static let western = ["windows-1252"]
    private static let central = ["windows-1250", "iso-8859-2"]
    private static let baltic = ["windows-1257"]

    private static let languages = [
        Language("en", western, "éèêëïôöüñç"),
        Language("de", western, "äöüßé"),
        Language("fr", western, "àâæçéèêëîïôœùûüÿ"),
        Language("es", western, "áéíñóúü"),
        Language("pt", western, "àáâãçéêíóôõúü"),
        Language("it", western, "àèéìíîòóùú"),
        Language("nl", western, "áéèëïóöü"),
        Language("sv", western, "åäöé"),
        Language("fi", western, "åäöšž"),
        Language("da", western, "æøåé"),
        Language("no", western, "æøåéòôàü"),
        Language("is", western, "áæðéíóöþúý"),
        Language("ca", western, "àçèéíïòóúü"),
        Language("pl", central, "ąćęłńóśźż"),
        Language("cs", central, "áčďéěíňóřšťúůýž"),
        Language("sk", central, "áäčďéíĺľňóôŕšťúýž"),
        Language("hu", central, "áéíóöőúüű"),
        Language("hr", central, "čćđšž"),
        Language("sl", central, "čšž"),
        Language("ro", central, "ăâîşţ"),
        Language("sq", western, "çë"),
        Language("tr", ["windows-1254"], "âçğıîöşûüİ"),
        Language("et", baltic, "äõöüšž"),
        Language("lt", baltic, "ąčęėįšųūž"),
        Language("lv", baltic, "āčēģīķļņšūž"),
    ]
}
