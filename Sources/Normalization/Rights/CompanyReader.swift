/// Finds a company's name in a legal line.
enum CompanyReader {
    static func read(_ line: String) -> String? {
        eastern(line) { $0.hasAnySuffix(LegalWords.companyEndings) } ?? western(line)
            ?? eastern(line) { $0.hasAnyPrefix(LegalWords.companyBeginnings) }
    }

    // MARK: Names of East Asia

    /// The run of letters that ends with a company's ending, or begins with one as in Japan (`株式会社…`): in parentheses, or
    /// between spaces and signs. Never the ending alone.
    private static func eastern(_ line: String, where isNamed: (Substring) -> Bool) -> String? {
        // All endings are Han, kana or hangul, whose UTF-8 starts at E3.
        guard line.utf8.contains(where: { $0 >= 0xE3 }) else { return nil }
        for run in line.unicodeScalars.split(whereSeparator: separates).map(Substring.init) {
            let name = withoutLabels(run)
            if isNamed(name), !LegalWords.companyEndings.contains(String(name)) { return String(name) }
        }
        return nil
    }

    private static func separates(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case " ", "(", ")", "（", "）", ":", "：", "|", ",", "，", "、", ";", "；", "。", "©", "ⓒ", "-", "/": true
        default: false
        }
    }

    /// A run without the words that name no company: a label before it, a reserve on either side, a sentence's end before Han.
    private static func withoutLabels(_ run: Substring) -> Substring {
        var name = run
        for index in run.indices where run[index] == "." {
            let next = run.index(after: index)
            if next < run.endIndex, run[next].utf8.first ?? 0 >= 0xE3 { name = run[next...] }
        }
        while name.hasSuffix(".") { name = name.dropLast() }
        for label in LegalWords.companyLabels where name.hasSuffix(label) { name = name.dropLast(label.count) }
        for label in LegalWords.companyLabels {
            while let end = name.end(ofFirst: label) { name = name[end...] }
        }
        return name
    }

    // MARK: Names in scripts with words

    /// A word of a line, and whether a comma stands before it.
    private struct Word {
        var text: Substring
        var folded: String
        var isBehindComma: Bool

        init(_ text: Substring, isBehindComma: Bool) {
            self.text = text
            folded = NameShape.fold(text)
            self.isBehindComma = isBehindComma
        }

        /// Whether it is the legal form of a company. Those that are also everyday words or abbreviations of other things count
        /// with a capital letter only, and `NV` not behind a comma, where it is the state.
        var isForm: Bool {
            guard LegalWords.companyForms.contains(folded) else { return false }
            guard LegalWords.commonForms.contains(folded) else { return true }
            return NameShape.isCapitalised(text) && !(folded == "nv" && isBehindComma)
        }

        /// Whether the name of a company goes on with it behind its form: `Sp. z o.o.`
        var continuesForm: Bool { isForm || LegalWords.formParts.contains(folded) }

        /// Whether no name goes back over it.
        var isBoundary: Bool {
            let plain = folded.trimming { ",.:;".contains($0) }
            if folded.hasSuffix(":") || LegalWords.companyBoundaries.contains(plain) || plain.hasPrefix("copyright") {
                return true
            }
            if folded.utf8.allSatisfy({ $0 < 0x41 && $0 != 0x26 }) || folded.contains("©") && folded.count == 1 {
                return true
            }
            // A full stop behind a whole word ends a sentence.
            return folded.hasSuffix(".") && plain.count > 3 && !plain.contains(".") && !isForm
        }

        /// Whether a name may go back over it.
        var isPart: Bool {
            let isMixed = (text.first?.isLowercase ?? false) && text.dropFirst().contains(where: \.isUppercase)
            return NameShape.isCapitalised(text) || isMixed || LegalWords.companyAnds.contains(folded)
                || RoleWords.particles.contains(folded)
        }
    }

    private static func words(_ line: String) -> [Word] {
        var words: [Word] = []
        var isBehindComma = false
        for part in line.split(separator: " ") {
            for word in part.split(whereSeparator: { ",|".contains($0) }) {
                // A sign of rights may hang on the name: `©Example Media Ltd`.
                if word.hasPrefix("©"), word.count > 1 { words.append(Word("©", isBehindComma: false)) }
                let name = word.hasPrefix("©") && word.count > 1 ? word.dropFirst() : word
                words.append(Word(name, isBehindComma: isBehindComma))
                isBehindComma = true
            }
            isBehindComma = part.hasSuffix(",")
        }
        return words
    }

    /// Capitalised words up to a company's form: `© 2021 Example Media GmbH`. A name that begins with a small letter counts where
    /// a boundary stands before it.
    private static func western(_ line: String) -> String? {
        let words = words(line)
        for end in words.indices.dropFirst() where words[end].isForm {
            var start = end
            while start > 0, end - start < 6, words[start - 1].isPart, !words[start - 1].isBoundary { start -= 1 }
            if start > 0, isSmallBeginning(words, start - 1, isWhole: start == end) { start -= 1 }
            while start < end, isJoiner(words[start]) { start += 1 }
            guard start < end, !words[start..<end].allSatisfy(\.isForm) else { continue }
            var last = end
            while last + 1 < words.count, words[last + 1].continuesForm { last += 1 }
            return words[start...last].map(\.text).joined(separator: " ").trimming { ",\"“”«»".contains($0) }
        }
        return nil
    }

    /// Whether a word in small letters begins a name, right behind a sign of rights or a year: no article, and a domain only where
    /// it is the whole name.
    private static func isSmallBeginning(_ words: [Word], _ index: Int, isWhole: Bool) -> Bool {
        let word = words[index]
        guard index > 0, words[index - 1].isBoundary, !word.isBoundary, !isJoiner(word), word.text.utf8.count > 2 else {
            return false
        }
        return word.text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || isWhole && $0 == "." }
    }

    private static func isJoiner(_ word: Word) -> Bool {
        LegalWords.companyAnds.contains(word.folded) || LegalWords.companyArticles.contains(word.folded)
            || RoleWords.particles.contains(word.folded) && !NameShape.isCapitalised(word.text)
    }
}

extension Substring {
    /// Where the first place ends that holds a word of whole characters.
    fileprivate func end(ofFirst word: String) -> Index? {
        guard let first = word.utf8.first else { return nil }
        var rest = utf8[...]
        while let start = rest.firstIndex(of: first) {
            rest = rest[start...]
            if rest.starts(with: word.utf8) { return utf8.index(start, offsetBy: word.utf8.count) }
            rest = rest.dropFirst()
        }
        return nil
    }

    fileprivate func hasAnyPrefix(_ beginnings: [String]) -> Bool { beginnings.contains { hasPrefix($0) } }

    fileprivate func hasAnySuffix(_ endings: [String]) -> Bool { endings.contains { hasSuffix($0) } }
}
