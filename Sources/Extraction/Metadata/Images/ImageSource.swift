internal import Text

/// Reads where an image is from, as `src`, `srcset` and the attributes of lazy loaders give it.
enum ImageSource {
    /// The image's address: the text itself, or the largest image where the text is a list in the manner of `srcset`; `nil` for
    /// scripts, templates and images held in the text itself.
    static func address(_ stated: String) -> String? {
        // Some systems put a whole list into `src`, its spaces encoded.
        let isEncoded = contains(stated.utf8.span, "w,%20")
        let text = Crumbs.trimmed(isEncoded ? stated.replacing("%20", with: " ") : stated)
        guard holdsSpace(text.utf8.span) else { return isAddress(text.utf8.span) ? text : nil }
        let words = words(of: text)
        guard words.dropFirst().contains(where: { size(of: $0) != nil }) else {
            return isAddress(text.utf8.span) ? text : nil
        }
        return largest(of: text)
    }

    /// The address in the `background` or `background-image` of a style; `nil` for a colour, a gradient or an image in the text itself.
    static func background(_ style: String) -> String? {
        // ASCII letters alone: others may change their length, and places in both spellings must agree.
        let lowered = style.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        guard let property = lowered.firstRange(of: Array("background".utf8)),
            let opening = lowered[property.upperBound...].firstRange(of: Array("url(".utf8)),
            let closing = lowered[opening.upperBound...].firstIndex(of: UInt8(ascii: ")"))
        else { return nil }
        let inside = Array(style.utf8)[opening.upperBound..<closing].trimming { [0x20, 0x22, 0x27].contains($0) }
        let address = String(decoding: inside, as: UTF8.self)
        return address.hasPrefix("data:") ? nil : Self.address(address)
    }

    /// The image of a `srcset` with the greatest width or density; of equals the first.
    ///
    /// The grammar is that of HTML's `srcset` attribute: addresses may hold commas, one at the end ends the candidate.
    static func largest(of set: String) -> String? {
        var best: (url: Substring, size: Double)?
        var words = words(of: set)[...]
        while var url = words.popFirst() {
            var size = 1.0
            if url.hasSuffix(",") {
                while url.hasSuffix(",") { url.removeLast() }
            } else if let stated = words.first.flatMap(Self.size) {
                size = stated
                words.removeFirst()
            }
            if isAddress(url.utf8.span), size > best?.size ?? 0 { best = (url, size) }
        }
        return best.map { String($0.url) }
    }

    /// Whether the query asks for an image of less than 100 pixels: one that holds the place until a script has run.
    static func isTiny(_ address: Span<UInt8>) -> Bool {
        var isQuery = false
        for index in address.indices {
            isQuery = isQuery || address[index] == UInt8(ascii: "?")
            guard isQuery, address[index] == UInt8(ascii: "?") || address[index] == UInt8(ascii: "&") else { continue }
            let part = address.extracting((index + 1)..<address.count)
            let start = starts(part, "w=") ? 2 : starts(part, "width=") ? 6 : 0
            if start > 0, isBelowHundred(part.extracting(start..<part.count)) { return true }
        }
        return false
    }

    /// Whether a text begins with a number of one or two digits, up to the query's next part.
    private static func isBelowHundred(_ text: Span<UInt8>) -> Bool {
        var digits = 0
        while digits < text.count, text[digits] &- 0x30 < 10 { digits += 1 }
        return (1...2).contains(digits) && (digits == text.count || text[digits] == UInt8(ascii: "&"))
    }

    /// Words of a list that are read.
    private static let maximumWords = 64

    private static func words(of list: String) -> [Substring] {
        list.unicodeScalars.split(maxSplits: maximumWords) { PlainSpace.isWhite($0.value) }.map(Substring.init)
    }

    /// The number of a descriptor such as `640w` or `1.5x,`.
    private static func size(of word: Substring) -> Double? {
        let descriptor = word.hasSuffix(",") ? word.dropLast() : word
        return descriptor.hasSuffix("w") || descriptor.hasSuffix("x") ? Double(descriptor.dropLast()) : nil
    }

    private static func holdsSpace(_ text: Span<UInt8>) -> Bool {
        for index in text.indices where text[index] <= 0x20 { return true }
        return false
    }

    private static func isAddress(_ text: Span<UInt8>) -> Bool {
        guard !text.isEmpty, text.count < 2048 else { return false }
        if starts(text, "data:") || starts(text, "javascript:") { return false }
        for index in text.indices where isOfScripts(text[index]) { return false }
        return true
    }

    private static func starts(_ text: Span<UInt8>, _ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard text.count >= count else { return false }
        return word.withUTF8Buffer { word in (0..<count).allSatisfy { text[$0] == word[$0] } }
    }

    /// Whether a byte is one of scripts and templates.
    private static func isOfScripts(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "'"),
            UInt8(ascii: "\""):
            true
        default: false
        }
    }
}

extension ArraySlice {
    /// The slice without matching elements at its ends.
    fileprivate func trimming(_ matches: (Element) -> Bool) -> ArraySlice {
        var rest = self.drop(while: matches)
        while let last = rest.last, matches(last) { rest.removeLast() }
        return rest
    }
}
