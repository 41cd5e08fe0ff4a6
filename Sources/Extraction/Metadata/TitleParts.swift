internal import Text

/// The parts of a machine title: headline, section, site, with separators between them.
enum TitleParts {
    /// Where a separator stands in a title, as offsets of its scalars.
    private static func separators(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index < scalars.count {
            guard isMark(scalars[index]) else {
                index += 1
                continue
            }
            var end = index
            while end < scalars.count, isMark(scalars[end]) { end += 1 }
            let spacedBefore = index > 0 && scalars[index - 1].properties.isWhitespace
            let spacedAfter = end < scalars.count && scalars[end].properties.isWhitespace
            if (spacedBefore && spacedAfter) || isTight(scalars[index..<end]) {
                var (lower, upper) = (index, end)
                while lower > 0, scalars[lower - 1].properties.isWhitespace { lower -= 1 }
                while upper < scalars.count, scalars[upper].properties.isWhitespace { upper += 1 }
                if lower > 0, upper < scalars.count { found.append(lower..<upper) }
            }
            index = end
        }
        return found
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "|", "-", "–", "—", "·", "•", "»", "›", "«", ":", "/", "\\", "~", "<", ">", "｜", "_", "丨", "⋆", "●": true
        default: false
        }
    }

    /// Marks that separate without spaces around them.
    private static func isTight(_ marks: ArraySlice<Unicode.Scalar>) -> Bool {
        guard let first = marks.first else { return false }
        switch first {
        case "|", "｜", "_", "丨", "»": return true
        case "-", "—": return marks.count > 1
        default: return false
        }
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    /// The title up to its first separator.
    static func head(_ title: String) -> String {
        let scalars = Array(title.unicodeScalars.prefix(600))
        guard let first = separators(scalars).first else { return title }
        return string(scalars[..<first.lowerBound])
    }

    /// The title up to each dash or underscore that has no spaces around it and is none of the separators: sites whose script
    /// knows no spaces write `headline-site`. Only for comparing with what else the page holds.
    static func tightHeads(_ title: String) -> [String] {
        let scalars = Array(title.unicodeScalars.prefix(600))
        var heads: [String] = []
        for index in scalars.indices.dropFirst().dropLast() where heads.count < 8 {
            guard scalars[index] == "-" || scalars[index] == "–" || scalars[index] == "—" else { continue }
            let isWide = Script.of(scalars[index - 1].value).isWide || Script.of(scalars[index + 1].value).isWide
            if isWide { heads.append(string(scalars[..<index])) }
        }
        return heads
    }

    /// The title up to its last separator.
    static func trunk(_ title: String) -> String {
        let scalars = Array(title.unicodeScalars.prefix(600))
        guard let last = separators(scalars).last else { return title }
        return string(scalars[..<last.lowerBound])
    }

    /// The title without the parts from the one on that names the site, or without a first part that does.
    static func withoutSite(_ title: String, _ siteNames: [[UInt8]]) -> String {
        let scalars = Array(title.unicodeScalars.prefix(600))
        let cuts = separators(scalars)
        for cut in cuts.prefix(8) where names(TextFold.fold(string(scalars[cut.upperBound...])), siteNames) {
            return string(scalars[..<cut.lowerBound])
        }
        if let first = cuts.first, siteNames.contains(TextFold.fold(string(scalars[..<first.lowerBound]))) {
            return string(scalars[first.upperBound...])
        }
        return title
    }

    private static func names(_ folded: [UInt8], _ siteNames: [[UInt8]]) -> Bool {
        siteNames.contains { site in
            folded == site || site.count > 4 && (TextFold.contains(folded, site) || TextFold.contains(site, folded))
        }
    }

    /// Columns a text takes: wide characters count three, for they say as much as three letters.
    static func columns(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { sum, scalar in
            if scalar.isASCII { return Script.of(scalar.value).isLetter || Script.digits(scalar.value) ? sum + 1 : sum }
            guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return sum }
            return sum + (Script.of(scalar.value).isWide ? 3 : 1)
        }
    }
}
