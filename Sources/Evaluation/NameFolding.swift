import Foundation

/// A text as titles and names are compared: NFKC, case folded, letters and digits only.
func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.precomposedStringWithCompatibilityMapping.unicodeScalars {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars {
            switch lower {
            case "ß": result.append(contentsOf: "ss".unicodeScalars)
            case "ς": result.append("σ")
            default: if isAlphanumeric(lower) { result.append(lower) }
            }
        }
    }
    return String(result)
}

/// White space runs made one space, ends trimmed: how snippets are looked for.
func plainSpace(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// The last part of an address's path, without its query: what servers and sizes of one image share.
func fileName(_ address: String) -> Substring {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    return path.split(separator: "/").last ?? ""
}

/// The people that a list or a line names, folded for comparison.
func people(_ names: Names) -> Set<String> {
    let entries: [String]
    switch names {
    case .list(let list): entries = list
    case .line(let line): entries = split(line, at: [";", "|", " and ", ", ", " & ", "、", "/"])
    }
    return Set(
        entries.flatMap(splitEntry).map { folded(withoutLabel($0)) }.filter { !$0.isEmpty })
}

/// Splits an entry that still holds several names: at `;`, `|`, `、`, and at " and " or ", " after a lower-case letter.
private func splitEntry(_ entry: String) -> [String] {
    split(entry, at: [";", "|", "、"]).flatMap { part in
        splitAfterLowerCase(part, separator: " and ", beforeUpperCase: false).flatMap {
            splitAfterLowerCase($0, separator: ", ", beforeUpperCase: true)
        }
    }
}

private func split(_ text: String, at separators: [String]) -> [String] {
    separators.reduce([text]) { parts, separator in parts.flatMap { $0.components(separatedBy: separator) } }
}

private func splitAfterLowerCase(_ text: String, separator: String, beforeUpperCase: Bool) -> [String] {
    var parts: [String] = []
    var rest = text
    var searchStart = rest.startIndex
    while let found = rest.range(of: separator, range: searchStart..<rest.endIndex) {
        let before = rest[..<found.lowerBound].unicodeScalars.last
        let after = rest[found.upperBound...].unicodeScalars.first
        let fits =
            before.map { ("a"..."z").contains($0) } == true
            && (!beforeUpperCase || after.map { ("A"..."Z").contains($0) } == true)
        guard fits else {
            searchStart = found.upperBound
            continue
        }
        parts.append(String(rest[..<found.lowerBound]))
        rest = String(rest[found.upperBound...])
        searchStart = rest.startIndex
    }
    return parts + [rest]
}

/// A name without the word that introduces it ("by", "von", "记者").
private func withoutLabel(_ name: String) -> String {
    let trimmed = name.trimmingCharacters(in: .whitespacesAndNewlines)
    for label in ["by", "von", "par", "por", "di", "作者：", "作者:", "记者"] where trimmed.lowercased().hasPrefix(label) {
        let rest = trimmed.dropFirst(label.count)
        if rest.first?.isWhitespace == true { return String(rest) }
    }
    return trimmed
}
