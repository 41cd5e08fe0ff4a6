import Lexicon
import Text

/// The copyright notice within a line: the sign with its year or its holder, without what stands beside it on pages.
///
/// Footers put menus, credits of their makers and terms of use on the same line; captions end with the credit of a picture, which
/// is no notice of the page.
struct CopyrightNotice {
    /// A notice longer than this is cut to the sentences that state rights.
    static let longest = 160
    /// What is longer even then is prose.
    static let tooLong = 250

    /// The line.
    private let line: [UInt8]
    /// Where its bars stand.
    private let bars: [Range<Int>]

    private init(_ text: String) {
        line = Array(text.utf8)
        var bars: [Range<Int>] = []
        var index = 0
        for scalar in text.unicodeScalars {
            let length = UTF8.width(scalar)
            if Self.isBar(scalar) { bars.append(index..<(index + length)) }
            index += length
        }
        self.bars = bars
    }

    /// The notice that a line holds, or `nil` when it holds none, or only a picture's credit.
    static func read(_ line: String) -> String? {
        guard !line.hasPrefix("{"), !line.hasPrefix("[{") else { return nil }
        return CopyrightNotice(line).read()
    }

    private func read() -> String? {
        guard let sign = sign() else { return nil }
        let (start, isBehindProse) = start(before: sign)
        var text = string(start..<end(from: start, behind: sign))
        if let menu = LegalWords.menus.first(in: text.utf8.span, from: sign.upperBound - start),
            Statement(String(text.utf8.prefix(menu.lowerBound)) ?? "").isNotice
        {
            text = String(text.utf8.prefix(menu.lowerBound)) ?? text
        }
        if text.count > Self.longest { text = Self.sentences(text) }
        text = text.trimming { " ,;:-–—|•·‧/&(".contains($0) }
        let statement = Statement(text)
        guard statement.isNotice, text.count <= Self.tooLong, !statement.isCredit else { return nil }
        if isBehindProse || isLabelledCredit(sign), !statement.isFirm { return nil }
        return text
    }

    private func string(_ range: Range<Int>) -> String { String(decoding: line[range], as: UTF8.self) }

    /// Whether a notice names a year.
    static func hasYear(_ notice: String) -> Bool {
        notice.split { !("0"..."9").contains($0) }
            .contains { $0.count == 4 && ($0.hasPrefix("19") || $0.hasPrefix("20")) }
    }

    // MARK: Where it is

    /// The first sign of rights that is no word of a sentence or of a menu.
    private func sign() -> Range<Int>? {
        var from = 0
        while let sign = LegalWords.claims.first(in: line.span, from: from) {
            if isSign(sign) { return sign }
            from = sign.upperBound
        }
        return nil
    }

    private func isSign(_ sign: Range<Int>) -> Bool {
        let text = string(sign).trimming { $0 == " " }
        // Bytes of Latin letters that were decoded wrongly look like the sign: `CafÃ©`.
        if text == "©" { return !string(0..<sign.lowerBound).hasSuffix("Ã") }
        guard NameShape.fold(text) == "copyright" else { return true }
        let rest = String(decoding: line[sign.upperBound...].drop { $0 == 0x20 }.prefix(40), as: UTF8.self)
        let next = rest.prefix { $0 != " " }
        return !LegalWords.behindCopyright.contains(NameShape.fold(next).trimming { ".,:;".contains($0) })
            && Self.startsHolder(rest)
    }

    /// Whether the label of a picture's credit stands before a sign.
    private func isLabelledCredit(_ sign: Range<Int>) -> Bool {
        LegalWords.creditLabels.isIn(string(0..<sign.upperBound).utf8.span) && !hasReserve(at: sign)
    }

    private func hasReserve(at sign: Range<Int>) -> Bool {
        LegalWords.reserves.first(in: line.span, from: sign.lowerBound)?.lowerBound == sign.lowerBound
    }

    /// Whether what follows the word Copyright is another sign, a year or a name.
    private static func startsHolder(_ rest: String) -> Bool {
        guard let first = rest.unicodeScalars.first(where: { !" :-–—'\"“«".unicodeScalars.contains($0) }) else {
            return false
        }
        if "©(@®".unicodeScalars.contains(first) || Script.digits(first.value) || rest.hasPrefix("by ") { return true }
        return first.properties.isAlphabetic && !first.properties.isLowercase
    }

    /// Where the notice begins: at the bar or the sentence's end before its sign when few words stand between, else at the sign.
    private func start(before sign: Range<Int>) -> (start: Int, isBehindProse: Bool) {
        let before = string(0..<sign.lowerBound)
        let isReserve = hasReserve(at: sign)
        var piece = before[...]
        if let bar = before.lastIndex(where: Self.isBar) {
            piece = before[before.index(after: bar)...]
            // The holder may stand before the bar in front of a reserve: `Harbour Post | All rights reserved`.
            let isFirst = !before[..<bar].contains(where: Self.isBar)
            if isReserve, isFirst, piece.allSatisfy({ $0 == " " }) { piece = before[...] }
        }
        let isLong = piece.count > 60
        // In front of a reserve stands the holder, with a full stop between.
        let ends = isReserve && !isLong ? [": "] : [". ", "! ", "? ", "。", ": ", " - ", ") "]
        for end in ends {
            if let last = piece.utf8.endOfLast(end.utf8) { piece = piece[last...] }
        }
        let isMenu = LegalWords.menus.isIn(Array(piece.utf8).span) || piece.contains("…") || piece.hasSuffix("Â")
        let isShort = piece.split(separator: " ").count <= (isReserve ? 8 : 4)
        guard !isMenu, isShort, !isLong else { return (sign.lowerBound, isLong) }
        return (sign.lowerBound - piece.utf8.count, isLong)
    }

    /// Where the notice ends: at the bar behind its sign, or behind further pieces that state rights or whose.
    private func end(from start: Int, behind sign: Range<Int>) -> Int {
        let behind = bars.drop { $0.lowerBound < sign.upperBound }
        for (bar, next) in zip(behind, behind.dropFirst().map(\.lowerBound) + [line.count]) {
            let piece = Array(line[bar.upperBound..<next])
            let names =
                !Statement(string(start..<bar.lowerBound)).hasHolder && piece.count <= 60
                && !LegalWords.menus.isIn(piece.span)
            guard names || LegalWords.claims.isIn(piece.span) else { return bar.lowerBound }
        }
        return line.count
    }

    private static func isBar(_ character: Character) -> Bool { character.unicodeScalars.first.map(isBar) ?? false }

    private static func isBar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "|", "｜", "•", "‧", "∙", "·": true
        default: false
        }
    }

    /// The first sentence and those behind it that state rights.
    private static func sentences(_ text: String) -> String {
        var kept = ""
        for sentence in split(text) {
            guard kept.isEmpty || LegalWords.statements.isIn(sentence.utf8.span) else { break }
            kept += sentence
        }
        return kept
    }

    /// Sentences with the space behind them; a full stop behind a short word is an abbreviation's, unless that is a company's form.
    private static func split(_ text: String) -> [String] {
        var sentences: [String] = [""]
        for word in text.split(separator: " ") {
            let last = sentences[sentences.count - 1].split(separator: " ").last ?? ""
            let isEnd =
                last.hasSuffix(".") && (last.count > 4 || LegalWords.companyForms.contains(NameShape.fold(last)))
            if isEnd, NameShape.isCapitalised(word) { sentences.append("") }
            sentences[sentences.count - 1] += word + " "
        }
        return sentences
    }
}

extension CopyrightNotice {
    /// What a notice says.
    private struct Statement {
        let text: String
        /// The words that are no sign of rights and no number.
        private let words: [Substring]

        init(_ text: String) {
            self.text = text
            var rest = Array(text.utf8)
            while let sign = LegalWords.claims.first(in: rest.span) {
                rest.replaceSubrange(sign, with: [0x20])
            }
            let plain = String(decoding: rest, as: UTF8.self)
            words = plain.unicodeScalars.split(whereSeparator: Self.separates).map(Substring.init).filter { word in
                word.unicodeScalars.contains { $0.properties.isAlphabetic && $0 != "ª" }
                    && !Self.fillers.contains(NameShape.fold(word))
            }
        }

        private static func separates(_ scalar: Unicode.Scalar) -> Bool {
            switch scalar {
            case " ", ",", ";", "(", ")", "|", "–", "—", "•", "·": true
            default: false
            }
        }

        private static let fillers = Set(Lexicon.all { $0.rights.noHolders } + ["c", "&", "tm", "s", "â"])

        /// Whether it says whose the rights are.
        var hasHolder: Bool { words.contains { $0.count > 1 } }

        private var hasYear: Bool { CopyrightNotice.hasYear(text) }

        private var hasForm: Bool {
            words.count > 1
                && words.contains { word in
                    let folded = NameShape.fold(word)
                    return LegalWords.companyForms.contains(folded) || LegalWords.companyForms.contains(folded + ".")
                        || folded.hasSuffix(".") && LegalWords.companyForms.contains(String(folded.dropLast()))
                }
        }

        /// Whether it is a notice at all.
        var isNotice: Bool { hasYear || hasHolder }

        /// Whether more than a name stands beside the sign.
        var isFirm: Bool { hasYear || hasForm || LegalWords.reserves.isIn(text.utf8.span) }

        /// What names of papers begin with, and people's do not.
        private static let articles = Set(Lexicon.all { $0.rights.paperArticles }.map { Substring($0) })

        /// Whether it credits a picture: by a label, or, with neither year, reserve nor a company's form, by an agency's name, two
        /// names with a stroke between or a person's two names alone behind the sign.
        var isCredit: Bool {
            if hasForm || LegalWords.reserves.isIn(text.utf8.span) { return false }
            if LegalWords.creditLabels.isIn(text.utf8.span) { return true }
            guard !hasYear else { return false }
            if LegalWords.creditWords.isIn(text.utf8.span) || text.contains("/") { return true }
            if words.contains(where: { NameShape.isAgency([$0]) }) { return true }
            let isNamed = NameShape.fold(text).contains("copyright") || Self.articles.contains(words.first ?? "")
            return !isNamed && words.filter(NameShape.isCapitalised).count == 2 && NameShape.isPerson(words)
        }
    }
}

extension Substring.UTF8View {
    /// One past the last occurrence of a part.
    fileprivate func endOfLast(_ part: String.UTF8View) -> Index? {
        guard count >= part.count else { return nil }
        var start = index(endIndex, offsetBy: -part.count)
        while true {
            if self[start...].starts(with: part) { return index(start, offsetBy: part.count) }
            guard start > startIndex else { return nil }
            start = index(before: start)
        }
    }
}
