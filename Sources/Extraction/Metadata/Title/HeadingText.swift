internal import Markup
internal import Normalization

/// What headings say beside or instead of a headline.
enum HeadingText {
    /// Children of a heading that are looked at.
    private static let maximumChildren = 12

    /// A heading's text without a last child that states when or where the article was published:
    /// `<h1>Headline<br><span>2026-04-08 Source: …</span></h1>`.
    static func withoutTail(_ heading: Node, in document: Document, text: String, title: String = "") -> String {
        let children = document.children(of: heading).prefix(maximumChildren).filter { document.kind($0) == .element }
        guard children.count < maximumChildren, let last = children.last(where: { document.tag($0) != .br }) else {
            return text
        }
        let tail = ElementText.read(last, of: document, limit: 200)
        guard tail.utf8.count < text.utf8.count else { return text }
        if leadsWithinPage(last, in: document), let rest = rest(of: text, before: tail, columns: 8) { return rest }
        if let rest = withoutLine(last, tail, in: document, text: text, title: title) { return rest }
        guard tail.utf8.count >= 6, TimeReader.first(in: tail) != nil else { return text }
        return rest(of: text, before: tail, columns: 12) ?? text
    }

    /// What a text holds before its end, unless that is less than a headline is.
    private static func rest(of text: String, before tail: String, columns: Int) -> String? {
        guard text.hasSuffix(tail) else { return nil }
        let rest = Crumbs.trimmed(String(text.dropLast(tail.count)))
        return TitleParts.columns(rest) >= columns ? rest : nil
    }

    /// Whether an element is a link to a place of a page: its comments, or the heading itself (`¶`).
    private static func leadsWithinPage(_ node: Node, in document: Document) -> Bool {
        guard document.tag(node) == .a, let href = document.attribute(node, .href) else { return false }
        return contains(document.utf8(href).extracting(first: 2_000), "#")
    }

    /// A heading's text without what is told to screen readers only (`(opens in a new window)`), unless that is all of it.
    static func shown(_ heading: Node, in document: Document, text: String) -> String {
        var rest = text
        var walk = document.descendants(of: heading)
        var steps = 0
        while steps < maximumChildren, let node = walk.next() {
            steps += 1
            guard document.kind(node) == .element, ScreenReaderText.isIn(node, of: document) else { continue }
            let words = ElementText.read(node, of: document, limit: 200)
            if !words.isEmpty, let place = rest.firstRange(of: words) { rest.removeSubrange(place) }
        }
        guard rest.utf8.count < text.utf8.count else { return text }
        let shown = MarkedText.collapsed(Array(rest.utf8).span)
        return shown.isEmpty ? text : shown
    }

    /// The text before a last child that is a line of its own below the headline: set small, or left out by the `title` element, which has
    /// the rest.
    private static func withoutLine(
        _ last: Node, _ tail: String, in document: Document, text: String, title: String
    ) -> String? {
        guard tail.utf8.count >= 6, tail.first.map({ !"([（［【".contains($0) }) ?? false,
            let rest = rest(of: text, before: tail, columns: 8)
        else { return nil }
        if document.tag(last) == .small { return rest }
        let (folded, whole) = (TextFold.fold(title), TextFold.fold(text))
        let isTold = TextFold.contains(folded, TextFold.fold(rest)) && !TextFold.contains(folded, TextFold.fold(tail))
        return isTold && !TextFold.contains(folded, whole) && TitleParts.columns(tail) >= 26 ? rest : nil
    }

    /// Whether a heading is the site's own: its class or id says so, or all of it leads to the site's home page.
    static func isOfSite(_ heading: Node, in document: Document, text: String) -> Bool {
        if isNamedSo(heading, document) { return true }
        var walk = document.descendants(of: heading)
        var steps = 0
        while steps < 4, let node = walk.next() {
            steps += 1
            guard document.tag(node) == .a, let href = document.attribute(node, .href) else { continue }
            return isHome(document.utf8(href)) && ElementText.read(node, of: document, limit: 600) == text
        }
        return false
    }

    private static func isNamedSo(_ heading: Node, _ document: Document) -> Bool {
        for name in [AttributeName.class_, .id] {
            guard let slice = document.attribute(heading, name) else { continue }
            let words = String(bytes: document.utf8(slice).extracting(first: 200)).lowercased().split(separator: " ")
            if words.contains(where: { names.contains(String($0)) }) { return true }
        }
        return false
    }

    /// Classes and ids of such headings, as the usual systems give them.
    private static let names: Set<String> = [
        "logo", "site-logo", "sitelogo", "header-logo", "site-name", "sitename", "site_name", "site-title", "sitetitle",
        "site_title", "blog-name", "blogname", "branding", "site-branding", "brand", "masthead",
    ]

    /// Whether an address is that of a site's home page: nothing behind the host.
    private static func isHome(_ href: Span<UInt8>) -> Bool {
        var path = 0
        for index in href.indices where href[index] == UInt8(ascii: ":") {
            path = index + 3
            break
        }
        while path > 0, path < href.count, href[path] != UInt8(ascii: "/") { path += 1 }
        return path == href.count && path > 0 || path + 1 == href.count && href[path] == UInt8(ascii: "/")
    }
}
