import Telemetry

/// The list of differences in the report, and what filters it.
enum ShownDifferences {
    /// Says how many of all differences are shown.
    static func extent(of comparison: Comparison) -> String {
        let parts = Difference.Kind.allCases.compactMap { kind -> String? in
            let all = total(kind, comparison)
            guard all > 0 else { return nil }
            let shown = comparison.largest.count { $0.kind == kind }
            let figure = shown < all ? "\(Comparison.grouped(shown)) of " : ""
            return "\(figure)\(Comparison.grouped(all)) \(kind.rawValue)"
        }
        let isCut = comparison.largest.count < comparison.changed + comparison.added + comparison.gone
        let note = isCut ? " Those shown are the largest, and for each field the largest changes of it." : ""
        return "Shown: \(parts.joined(separator: ", ")).\(note)"
    }

    private static func total(_ kind: Difference.Kind, _ comparison: Comparison) -> Int {
        switch kind {
        case .changed: comparison.changed
        case .added: comparison.added
        case .gone: comparison.gone
        }
    }

    // MARK: Filters

    static func filters(of comparison: Comparison, to page: inout HTMLText) {
        let shown = comparison.largest
        let sites = Set(shown.map(\.site)).sorted(by: precedes)
        let kinds = Difference.Kind.allCases.map(\.rawValue).filter { kind in
            shown.contains { $0.kind.rawValue == kind }
        }
        page.raw("<form id=\"filters\" hidden>")
        choice("kind", "kind", "every kind", kinds, &page)
        choice("field", "field", "every field", comparison.fields.map(\.name), &page)
        choice("site", "site", "every site", sites, &page)
        page.raw(
            "<label>text <input id=\"text\" type=\"search\" autocomplete=\"off\" placeholder=\"title, URL, words\">")
        page.raw("</label>\n<button type=\"reset\">Show all</button>")
        page.raw("<output id=\"matches\" aria-live=\"polite\"></output></form>\n")
    }

    private static func choice(_ id: String, _ label: String, _ all: String, _ names: [String], _ page: inout HTMLText)
    {
        page.raw("<label>\(label) <select id=\"\(id)\"><option value=\"\">\(all)</option>")
        for name in names { page.element("option", [("value", name)], text: name) }
        page.raw("</select></label>\n")
    }

    // MARK: One difference

    static func write(_ difference: Difference, to page: inout HTMLText) {
        let fields = difference.fields.map(\.name).joined(separator: "\n")
        page.open(
            "li",
            [
                ("class", difference.kind.rawValue), ("data-kind", difference.kind.rawValue),
                ("data-site", difference.site),
                ("data-fields", fields),
            ])
        page.element("details") { page in
            page.element("summary") { page in
                page.element("span", [("class", "badge")], text: difference.kind.rawValue)
                page.element(
                    "span", [("class", "title"), ("dir", "auto")],
                    text: difference.title ?? difference.url ?? difference.article)
                page.element("span", [("class", "site"), ("dir", "auto")], text: difference.site)
                for words in difference.words.prefix(4) {
                    page.element("span", [("class", "words"), ("dir", "auto")], text: words)
                }
                let left = difference.words.count - 4
                if left > 0 { page.element("span", [("class", "words")], text: "and \(left) more fields") }
            }
            page.element("p", [("class", "where")]) { $0.where(difference) }
            for field in difference.fields { write(field, to: &page) }
        }
        page.raw("</li>\n")
    }

    private static func write(_ field: ShownField, to page: inout HTMLText) {
        page.raw("<section class=\"field\">")
        page.element("h3", text: field.name)
        page.raw("<div class=\"sides\" role=\"table\"><div class=\"heads\" role=\"row\">")
        page.raw("<span role=\"columnheader\">was</span><span role=\"columnheader\">is</span></div>\n")
        for row in field.rows { write(row, to: &page) }
        page.raw("</div></section>\n")
    }

    private static func write(_ row: ShownField.Row, to page: inout HTMLText) {
        switch row {
        case .same(let count):
            note("\(count) unchanged", &page)
        case .more(let count):
            note("\(count) more that differ are not shown", &page)
        case .pair(let was, let new):
            page.raw("<div class=\"row\" role=\"row\">")
            write(was, "was", "del", &page)
            write(new, "is", "ins", &page)
            page.raw("</div>\n")
        }
    }

    private static func note(_ text: String, _ page: inout HTMLText) {
        page.raw("<div class=\"equal\" role=\"row\"><span role=\"cell\">\(text)</span></div>\n")
    }

    private static func write(_ pieces: [Piece]?, _ side: String, _ mark: String, _ page: inout HTMLText) {
        page.open("div", [("class", pieces == nil ? "\(side) none" : side), ("dir", "auto"), ("role", "cell")])
        for piece in pieces ?? [] {
            if piece.isMarked { page.element(mark, text: piece.text) } else { page.text(piece.text) }
        }
        page.raw("</div>")
    }
}

extension HTMLText {
    /// Writes where an article and its page stand.
    fileprivate mutating func `where`(_ difference: Difference) {
        if let url = difference.url {
            link(url)
            raw("<br>")
        }
        text(difference.article)
        let place = difference.place
        if place.offset >= 0 { text(" · \(place.topic)/\(place.partition)@\(place.offset)") }
    }
}
