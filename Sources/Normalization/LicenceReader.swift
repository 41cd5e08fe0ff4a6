import Pages
import Text

/// Reads licences stated as `name:number`, several to a line.
enum LicenceReader {
    /// What names of licences end with.
    static let endings = ["许可证编号", "许可证号", "许可证", "許可證", "经营许可", "备案号", "备案编号", "登记号", "准营证", "批准文号", "刊号"]

    private static let names = WordSigns(endings)

    static func read(_ line: String) -> [Licence] {
        guard names.isIn(line.utf8.span) else { return [] }
        var licences: [Licence] = []
        for piece in pieces(line) {
            guard let licence = licence(piece), licences.count < 16 else { continue }
            licences.append(licence)
        }
        return licences
    }

    /// The line cut at spaces and bars, a piece without a number joined with the next (`许可证: 123`).
    private static func pieces(_ line: String) -> [String] {
        var pieces: [String] = []
        for part in line.split(whereSeparator: { " |｜,，;；。、".contains($0) }) {
            if let last = pieces.last, !hasNumber(last), last.hasSuffix(":") || last.hasSuffix("：") || isName(last) {
                pieces[pieces.count - 1] = last + part
            } else {
                pieces.append(String(part))
            }
        }
        return pieces
    }

    private static func isName(_ piece: String) -> Bool { endings.contains { piece.hasSuffix($0) } }

    private static func hasNumber(_ piece: String) -> Bool { piece.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } }

    private static func licence(_ piece: String) -> Licence? {
        let (name, number) = split(piece)
        guard endings.contains(where: { name.contains($0) }), hasNumber(number), name.unicodeScalars.count <= 40,
            number.utf8.count <= 64
        else { return nil }
        return Licence(name: name, number: number)
    }

    /// Name and number: at the colon, else where the first letter or digit of another script begins behind the ending.
    private static func split(_ piece: String) -> (String, String) {
        let signs: (Character) -> Bool = { ":：()（）".contains($0) }
        if let colon = piece.firstIndex(where: { $0 == ":" || $0 == "：" }) {
            return (String(piece[..<colon]), String(piece[piece.index(after: colon)...]).trimming(where: { $0 == " " }))
        }
        for ending in endings {
            guard let range = find(ending, in: piece) else { continue }
            let number = String(piece[range.upperBound...]).trimming(where: signs)
            return (String(piece[..<range.upperBound]), number)
        }
        return (piece, "")
    }

    private static func find(_ word: String, in text: String) -> Range<String.Index>? {
        var start = text.startIndex
        while start < text.endIndex {
            if text[start...].hasPrefix(word) { return start..<text.index(start, offsetBy: word.count) }
            start = text.index(after: start)
        }
        return nil
    }
}

/// Finds a company's name in a legal line.
enum CompanyReader {
    static func read(_ line: String) -> String? {
        eastern(line) ?? western(line)
    }

    /// The run of letters that ends with a company's ending: in parentheses, or between spaces and signs.
    private static func eastern(_ line: String) -> String? {
        // All endings are Han, kana or hangul, whose UTF-8 starts at E3.
        guard line.utf8.contains(where: { $0 >= 0xE3 }) else { return nil }
        let runs = line.split { " ()（）:：|,，;；。©ⓒ-".contains($0) }
        for run in runs {
            for ending in LegalWords.companyEndings where run.hasSuffix(ending) && run.count > ending.count {
                return String(run)
            }
        }
        for run in runs {
            for prefix in ["版权所有", "版权归", "版權所有"] where run.hasPrefix(prefix) || run.hasSuffix(prefix) {
                let rest = run.hasPrefix(prefix) ? run.dropFirst(prefix.count) : run.dropLast(prefix.count)
                if LegalWords.companyEndings.contains(where: { rest.hasSuffix($0) }) { return String(rest) }
            }
        }
        return nil
    }

    /// Capitalised words up to a company's form: `© 2021 Example Media GmbH`.
    private static func western(_ line: String) -> String? {
        let words = line.split { " ,|".contains($0) }
        guard let end = words.firstIndex(where: { LegalWords.companyForms.contains(NameShape.fold($0)) }), end > 0
        else {
            return nil
        }
        var start = end
        while start > 0, end - start < 6, isPart(words[start - 1]) { start -= 1 }
        guard start < end else { return nil }
        var last = end
        while last + 1 < words.count, isForm(NameShape.fold(words[last + 1])) { last += 1 }
        return words[start...last].joined(separator: " ").trimming { $0 == "," }
    }

    /// Whether a word goes on with a company's form: `Sp. z o.o.`
    private static func isForm(_ folded: String) -> Bool {
        LegalWords.companyForms.contains(folded) || ["z", "o.o.", "o.o"].contains(folded)
    }

    private static func isPart(_ word: Substring) -> Bool {
        let folded = NameShape.fold(word)
        guard !["copyright", "by", "©", "(c)", "reserved.", "rights", "all", "the"].contains(folded) else {
            return false
        }
        return NameShape.isCapitalised(word) || ["&", "and", "und", "et"].contains(folded)
            || RoleWords.particles.contains(folded)
    }
}

/// Finds a domain name in a line of text.
enum DomainFinder {
    /// The registrable domain of the first host name that is one by the public suffix list.
    static func first(in line: String) -> String? {
        guard line.utf8.contains(UInt8(ascii: ".")) else { return nil }
        for word in line.split(whereSeparator: { !isHostCharacter($0) }) {
            guard word.contains("."), !word.contains("@") else { continue }
            let host = word.lowercased().trimming { $0 == "." || $0 == "-" }
            guard host.utf8.contains(where: { $0 >= 0x61 && $0 <= 0x7A }),
                let domain = RegistrableDomain.of(host: host),
                isKnownSuffix(domain)
            else { continue }
            return domain
        }
        return nil
    }

    private static func isHostCharacter(_ character: Character) -> Bool {
        guard let byte = character.asciiValue else { return false }
        return byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x2D
            || byte == 0x2E
            || byte == 0x40
    }

    /// The public suffix list's default rule makes a suffix of any last label; `S.A` or `Inc.All` is no domain.
    private static func isKnownSuffix(_ domain: String) -> Bool { RegistrableDomain.hasListedSuffix(domain) }
}
