/// HTML as it is written. Texts are escaped, whatever they hold, as they are from pages.
public struct HTMLText: Sendable {
    /// What was written.
    public private(set) var content = ""

    /// Writes nothing yet.
    public init() {}

    /// Writes markup of our own.
    public mutating func raw(_ markup: String) { content += markup }

    /// Writes a text, for an element or for an attribute in quotes.
    public mutating func text(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "<": content += "&lt;"
            case ">": content += "&gt;"
            case "&": content += "&amp;"
            case "\"": content += "&quot;"
            case "'": content += "&#39;"
            case _ where HTMLText.isUnfit(scalar): content += "\u{FFFD}"
            default: content.unicodeScalars.append(scalar)
            }
        }
    }

    /// Writes an element.
    ///
    /// - Parameter attributes: names of our own with values of whatever origin.
    public mutating func element(
        _ name: String, _ attributes: [(String, String)] = [], _ inside: (inout HTMLText) -> Void
    ) {
        open(name, attributes)
        inside(&self)
        raw("</\(name)>")
    }

    /// Writes an element that holds a text.
    public mutating func element(_ name: String, _ attributes: [(String, String)] = [], text: String) {
        element(name, attributes) { $0.text(text) }
    }

    /// Writes a start tag.
    public mutating func open(_ name: String, _ attributes: [(String, String)] = []) {
        raw("<\(name)")
        for (attribute, value) in attributes {
            raw(" \(attribute)=\"")
            text(value)
            raw("\"")
        }
        raw(">")
    }

    /// Writes a URL as a text, and as a link where it is one of the web.
    public mutating func link(_ url: String) {
        let start = url.prefix(8).lowercased()
        guard start.hasPrefix("http://") || start.hasPrefix("https://") else { return text(url) }
        element("a", [("rel", "noopener noreferrer"), ("href", url)], text: url)
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
