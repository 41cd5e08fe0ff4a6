/// HTML as it is written. Texts are escaped, whatever they hold, as they are from pages.
struct Markup {
    private(set) var html = ""

    /// Writes markup of our own.
    mutating func raw(_ markup: String) { html += markup }

    /// Writes a text, for an element or for an attribute in quotes.
    mutating func text(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "&": html += "&amp;"
            case "\"": html += "&quot;"
            case "'": html += "&#39;"
            case _ where Markup.isUnfit(scalar): html += "\u{FFFD}"
            default: html.unicodeScalars.append(scalar)
            }
        }
    }

    /// Writes an element.
    ///
    /// - Parameter attributes: names of our own with values of whatever origin.
    mutating func element(_ name: String, _ attributes: [(String, String)] = [], _ inside: (inout Markup) -> Void) {
        open(name, attributes)
        inside(&self)
        raw("</\(name)>")
    }

    /// Writes an element that holds a text.
    mutating func element(_ name: String, _ attributes: [(String, String)] = [], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// Writes a start tag.
    mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
        raw("<\(name)")
        for (attribute, value) in attributes {
            raw(" \(attribute)=\"")
            text(value)
            raw("\"")
        }
        raw(">")
    }

    /// Writes a URL as a text, and as a link where it is one of the web.
    mutating func link(_ url: String) {
        let start = url.prefix(8).lowercased()
        guard start.hasPrefix("http://") || start.hasPrefix("https://") else { return text(url) }
        element("a", [("href", url), ("rel", "noopener noreferrer")], text: url)
    }

    /// Controls but line feed and tab, and the marks that turn the direction of what follows them.
    private static func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
