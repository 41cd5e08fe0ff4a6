import Text

/// A language tag taken apart and brought to BCP 47's usual case.
struct LanguageTag: Equatable {
    /// The language, two or three lower-case letters.
    var language: String
    /// The script ("Hant"), when stated.
    var script: String?
    /// The region ("GB"), when stated.
    var region: String?

    /// Old codes, and codes that libraries use, by today's.
    static let renamed: [String: String] = [
        "iw": "he", "in": "id", "ji": "yi", "tl": "fil", "jw": "jv", "mo": "ro", "sh": "sr", "cmn": "zh", "zho": "zh",
        "chi": "zh", "eng": "en", "ger": "de", "deu": "de", "fre": "fr", "fra": "fr", "spa": "es", "jpn": "ja",
        "kor": "ko", "rus": "ru", "ita": "it", "por": "pt", "pol": "pl", "cn": "zh", "jp": "ja", "kr": "ko", "gr": "el",
        "cz": "cs", "ua": "uk", "se": "sv", "dk": "da", "vn": "vi", "by": "be",
    ]

    /// Reads `en`, `en-GB`, `zh_TW`, `zh-Hant-HK`, `de_DE.UTF-8`; `nil` for anything else.
    init?(_ text: String) {
        let parts = text.prefix(35).prefix { $0 != "." && $0 != "@" && $0 != "," && $0 != ";" }
            .split(whereSeparator: { $0 == "-" || $0 == "_" || $0 == " " }).map { $0.lowercased() }
        guard let first = parts.first, (2...3).contains(first.utf8.count), Self.isLetters(first) else { return nil }
        language = Self.renamed[first] ?? first
        guard language != "und", language != "zxx", language != "xx" else { return nil }
        for part in parts.dropFirst() where Self.isLetters(part) {
            if part.utf8.count == 4, script == nil { script = part.prefix(1).uppercased() + part.dropFirst() }
            if part.utf8.count == 2, region == nil { region = part.uppercased() }
        }
    }

    /// The tag: language and region, Chinese with its script.
    var tag: String {
        if language == "zh" { return isTraditional ? "zh-Hant" : "zh-Hans" }
        return [language, script, region].compactMap { $0 }.joined(separator: "-")
    }

    /// Whether the tag says traditional characters.
    var isTraditional: Bool {
        if let script { return script == "Hant" }
        return region == "TW" || region == "HK" || region == "MO"
    }

    private static func isLetters(_ text: String) -> Bool { text.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A } }

    /// Scripts in which languages are written, where that is not Latin.
    static let scripts: [Script: Set<String>] = [
        .cyrillic: ["ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "tt", "ba", "cv", "os", "uz", "ce"],
        .arabic: ["ar", "fa", "ur", "ps", "ckb", "ku", "ug", "sd", "pa", "ks"],
        .devanagari: ["hi", "mr", "ne", "sa", "mai", "bho", "kok"], .bengali: ["bn", "as"],
    ]

    private static let other: Set<String> = [
        "gu", "pa", "ta", "te", "kn", "ml", "si", "my", "km", "lo", "am", "ti", "bo", "dv", "or", "chr", "iu",
    ]

    private static let alone: Set<String> = ["zh", "ja", "ko", "el", "he", "th", "ka", "hy", "yue", "wuu", "yi"]

    /// Whether most letters of a text are of a script in which the language is written.
    func fits(_ counts: ScriptCounts) -> Bool {
        for (script, languages) in Self.scripts where counts.share(of: script) > 0.5 {
            return languages.contains(language)
        }
        if counts.share(of: .otherLetter) > 0.5 { return Self.other.contains(language) }
        guard counts.share(of: .latin) > 0.5 else { return false }
        let written =
            Self.scripts.values.contains { $0.contains(language) } && !["sr", "uz", "ku", "kk"].contains(language)
        return !written && !Self.other.contains(language) && !Self.alone.contains(language)
    }

    /// Languages that detectors take for each other.
    private static let families: [Set<String>] = [
        ["no", "nb", "nn", "da"], ["hr", "sr", "bs", "sh", "sl"], ["id", "ms", "jv"], ["gl", "pt", "es"], ["cs", "sk"],
        ["xh", "zu", "nr", "ss"], ["af", "nl"], ["fil", "ceb"], ["ca", "oc"], ["lb", "de"], ["bg", "mk"],
        ["sco", "en"],
        ["ru", "be", "uk"],
    ]

    static func isClose(_ one: String, _ other: String) -> Bool {
        families.contains { $0.contains(one) && $0.contains(other) }
    }
}
