internal import Markup

/// The kicker of a heading: the few words above a headline that name its subject, marked by their class.
enum Kicker {
    /// Words of classes that mark one, lower case.
    static let words = [
        "kicker", "overline", "topline", "roofline", "dachzeile", "spitzmarke", "eyebrow", "supertitle", "suptitle",
        "pretitle", "pre-title", "antetitulo", "surtitle", "surtitre", "occhiello", "overtitle", "oberzeile", "preline",
        "headline-prefix", "title-prefix", "superheadline", "pre-headline", "preheadline",
    ].map { Array($0.utf8) }

    /// What stands behind the kicker of a heading, or `nil` where there is none.
    static func headline(in heading: Node, of document: Document, whole: String) -> String? {
        var walk = document.descendants(of: heading)
        var steps = 0
        while steps < 12, let node = walk.next() {
            steps += 1
            guard document.kind(node) == .element, isKicker(node, document) else { continue }
            let kicker = ElementText.read(node, of: document, limit: 200)
            guard !kicker.isEmpty, whole.hasPrefix(kicker), whole.utf8.count > kicker.utf8.count else { return nil }
            let rest = whole.dropFirst(kicker.count).drop { " :-–—|/•·".contains($0) }
            return rest.utf8.count > 15 ? String(rest) : nil
        }
        return nil
    }

    private static func isKicker(_ node: Node, _ document: Document) -> Bool {
        guard let slice = document.attribute(node, .class_) else { return false }
        let span = document.utf8(slice)
        let value = (0..<min(span.count, 200)).map { index in
            (0x41...0x5A).contains(span[index]) ? span[index] | 0x20 : span[index]
        }
        return words.contains { TextFold.contains(value, $0) }
    }
}
