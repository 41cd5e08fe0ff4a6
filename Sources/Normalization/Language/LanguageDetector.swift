import CCLD2
import Text

/// Finds the language of a text as a BCP 47 tag.
public enum LanguageDetector {
    /// How much of a text is looked at, in bytes.
    static let sample = 8_192
    /// How much is looked at first where the page declares its language.
    private static let glance = 2_048

    /// The language of a text: what the page declares when the text bears it out, else what its scripts or libcld2 tell;
    /// Chinese always with its script (`zh-Hans`, `zh-Hant`). `nil` when there is nothing to tell by.
    ///
    /// Scripts of one language (kana, hangul, Greek, Hebrew, Thai, Georgian, Armenian) decide by themselves. A declared
    /// language of Latin or Cyrillic letters is kept when the script fits and libcld2 does not reliably find another.
    ///
    /// - Parameters:
    ///   - text: title and body.
    ///   - declared: the page's declared language, unvalidated.
    public static func detect(_ text: Span<UInt8>, declared: String? = nil) -> String? {
        let part = text.extracting(first: UTF8Scalars.boundary(in: text, atMost: sample))
        let counts = ScriptCounts(part)
        let declared = declared.flatMap(LanguageTag.init)
        guard counts.letters > 0 else { return declared?.tag }
        if let tag = byScript(part, counts, declared) { return tag }
        return byWords(part, counts, declared)
    }

    // MARK: Scripts

    /// Scripts that only one language of the news writes, with the share of letters that decides.
    private static let scripts: [(Script, String, Double)] = [
        (.hangul, "ko", 0.3), (.greek, "el", 0.5), (.hebrew, "he", 0.5), (.thai, "th", 0.4), (.georgian, "ka", 0.5),
        (.armenian, "hy", 0.5),
    ]

    private static func byScript(_ text: Span<UInt8>, _ counts: ScriptCounts, _ declared: LanguageTag?) -> String? {
        let kana = counts.share(of: .kana)
        // Of a text in other letters a quotation may be Japanese.
        if kana > 0.1, kana + counts.share(of: .han) > 0.3 { return "ja" }
        for (script, language, share) in scripts where counts.share(of: script) > share {
            return declared?.language == language ? declared?.tag : language
        }
        guard counts.share(of: .han) > 0.3 else { return nil }
        if declared?.language == "ja", counts.share(of: .kana) > 0.02 { return "ja" }
        return chinese(text, declared)
    }

    /// Chinese with its script: by the characters, else as declared, else simplified. Cantonese and Wu are kept.
    private static func chinese(_ text: Span<UInt8>, _ declared: LanguageTag?) -> String {
        let language = ["yue", "wuu"].contains(declared?.language) ? declared?.language ?? "zh" : "zh"
        switch HanVariant.of(text) {
        case .simplified: return language + "-Hans"
        case .traditional: return language + "-Hant"
        case nil: return language + (declared?.isTraditional ?? false ? "-Hant" : "-Hans")
        }
    }

    // MARK: Words

    private static func byWords(_ text: Span<UInt8>, _ counts: ScriptCounts, _ declared: LanguageTag?) -> String? {
        let fits = declared.map { $0.fits(counts) } ?? false
        // Most pages say what they are in: then a quarter tells whether they are right.
        if fits, let declared, text.count > 2 * glance {
            let start = text.extracting(first: UTF8Scalars.boundary(in: text, atMost: glance))
            if let found = unsafe asked(start), found.language == declared.language, found.isReliable,
                found.percent >= 90
            {
                return declared.tag
            }
        }
        guard let found = unsafe asked(text) else { return fits ? declared?.tag : nil }
        guard let declared, fits else { return found.isReliable || counts.letters >= 40 ? found.language : nil }
        if found.language == declared.language || LanguageTag.isClose(found.language, declared.language) {
            return declared.tag
        }
        guard counts.letters >= 60 else { return declared.tag }
        // Where the declared language is there too, as in a quotation, the one with far more text counts.
        let own = found.share(of: declared.language)
        let isQuoted = own > 0 && found.percent >= 55 && found.percent >= 2 * own
        return isQuoted || found.isReliable && found.percent >= 80 ? found.language : declared.tag
    }

    /// A text's letters as libcld2 may be given them: whole characters only, everything else a space, and zeros behind
    /// the end. The library asks for valid UTF-8 and crashes on some bytes that are not (seen with 0.0.197).
    private static func letters(_ text: Span<UInt8>) -> (bytes: [UInt8], count: Int) {
        var count = 0
        let bytes = [UInt8](capacity: text.count + padding) { out in
            appendLetters(of: text, to: &out)
            count = out.count
            out.append(repeating: 0, count: padding)
        }
        return (bytes, count)
    }

    /// Zeros behind the letters.
    private static let padding = 64

    private static func appendLetters(of text: Span<UInt8>, to out: inout OutputSpan<UInt8>) {
        var index = 0
        var isBehindSpace = false
        while index < text.count {
            let (value, length) = UTF8Scalars.scalar(in: text, at: index)
            if Script.of(value).isLetter || value == 0x27 || value == 0x2019, Unicode.Scalar(value) != nil {
                out.append(text[index])
                for place in index + 1..<index + length { out.append(text[place]) }
                isBehindSpace = false
            } else if !isBehindSpace {
                out.append(0x20)
                isBehindSpace = true
            }
            index += length
        }
    }

    /// What libcld2 finds: up to three languages with the percentage of the text that each has, the largest first.
    private struct Found {
        var languages: [(language: String, percent: Int)]
        var isReliable: Bool

        var language: String { languages[0].language }
        var percent: Int { languages[0].percent }

        func share(of language: String) -> Int { languages.first { $0.language == language }?.percent ?? 0 }
    }

    @unsafe
    private static func asked(_ text: Span<UInt8>) -> Found? {
        var codes: [UnsafePointer<CChar>?] = unsafe [nil, nil, nil]
        var percents: [Int32] = [0, 0, 0]
        var reliable: Int32 = 0
        let (letters, count) = letters(text)
        let isFound = unsafe letters.withUnsafeBytes { buffer -> Bool in
            guard let base = buffer.baseAddress else { return false }
            return unsafe galley_cld2_detect(
                base.assumingMemoryBound(to: CChar.self), count, &codes, &percents, &reliable) != 0
        }
        guard isFound else { return nil }
        var languages: [(language: String, percent: Int)] = []
        for place in 0..<3 {
            guard let code = unsafe codes[place], let tag = unsafe LanguageTag(String(cString: code)) else { break }
            languages.append((tag.language, Int(percents[place])))
        }
        return languages.isEmpty ? nil : Found(languages: languages, isReliable: reliable == 1)
    }
}
