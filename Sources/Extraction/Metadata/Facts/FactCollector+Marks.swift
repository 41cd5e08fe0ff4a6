internal import Markup
internal import Normalization

/// What elements say by their attributes that they hold: microdata and RDFa, relations, class words.
extension FactCollector {
    /// Reads what the element's attributes say of its content.
    mutating func takeMarked(_ node: Node, _ tag: Tag) {
        let attributes = ContentAttributes(of: node, in: document)
        let property = attributes.itemprop.flatMap(filled) ?? attributes.property.flatMap(filled)
        var taken = false
        if let property {
            for name in property.split(separator: " ", maxSplits: 4).prefix(4) {
                let plain = LinkedNode.plain(String(name)).lowercased()
                taken = takeItem(plain, nil, node, attributes.itemprop == nil ? .property : .itemprop) || taken
            }
        }
        if let rel = attributes.rel { takeRelation(rel, node) }
        if tag == .a, let href = attributes.href, AuthorPath.isIn(document.utf8(href)) { takePerson(node, .path, nil) }
        if tag == .time, !taken { takeTime(node, meaning: timeMeaning(node), marked: false) }
        takeClass(attributes, node, tag)
    }

    /// Keeps a microdata or RDFa value; `false` when the property says nothing about an article.
    mutating func takeItem(
        _ property: String, _ stated: String?, _ node: Node, _ basis: PersonFact.Basis
    ) -> Bool {
        switch property {
        case "datepublished", "datecreated", "uploaddate":
            takeTime(node, meaning: .published, marked: true, stated: stated)
        case "datemodified", "dateupdated":
            takeTime(node, meaning: .modified, marked: true, stated: stated)
        case "author", "creator":
            takePerson(node, basis, stated)
        case "image", "thumbnailurl":
            guard facts.itemImages.count < 16, asked.items < Self.maximumAsked else { return true }
            asked.items += 1
            let address = stated ?? string(node, .content) ?? string(node, .href) ?? imageAddress(within: node)
            if let address { facts.itemImages.append(MarkedText.plain(address)) }
        case "headline", "alternativeheadline", "articlesection", "keywords", "inlanguage":
            guard facts.items[property, default: []].count < 64, asked.items < Self.maximumAsked else { return true }
            asked.items += 1
            let value = stated ?? string(node, .content).map(MarkedText.plain) ?? text(of: node)
            if !value.isEmpty { facts.items[property, default: []].append(value) }
        default:
            return false
        }
        return true
    }

    private mutating func takeRelation(_ rel: ByteSlice, _ node: Node) {
        if names(rel, "author") { takePerson(node, .rel, nil) }
        guard names(rel, "tag") else { return }
        if names(rel, "category") || leads(node, Tags.leadsToCategory) {
            take(node, into: \.sections)
        } else {
            take(node, into: \.tagLinks)
        }
    }

    func leads(_ node: Node, _ where: (Span<UInt8>) -> Bool) -> Bool {
        document.attribute(node, .href).map { `where`(document.utf8($0.prefix(ContentAttributes.mostOfAddress))) }
            ?? false
    }

    /// Keeps the text of a link or of a line.
    mutating func take(_ node: Node, into list: WritableKeyPath<PageFacts, [TextFact]>) {
        guard facts[keyPath: list].count < 64, asked.links < 4 * Self.maximumAsked else { return }
        asked.links += 1
        let text = text(of: node, limit: 160)
        if !text.isEmpty { facts[keyPath: list].append(TextFact(text: text, element: position)) }
    }

    private mutating func takePerson(_ node: Node, _ basis: PersonFact.Basis, _ stated: String?) {
        guard facts.people.count < Self.maximumFacts, asked.people < Self.maximumAsked, quoteRoot == nil else { return }
        asked.people += 1
        let value =
            stated ?? string(node, .content).map(MarkedText.plain) ?? name(within: node) ?? firstLine(of: node)
            ?? NameParts.read(node, of: document, limit: Self.maximumText, steps: &facts.steps)
            ?? text(of: node, parted: true)
        guard !value.isEmpty, value.utf8.count < 300, !contains(value.utf8.span, "://") else { return }
        facts.people.append(PersonFact(text: value, basis: basis, node: node, element: position))
    }

    /// The `itemprop=name` inside an author's scope.
    private mutating func name(within node: Node) -> String? {
        first("name", within: node).map { string($0, .content).map(MarkedText.plain) ?? text(of: $0) }
    }

    /// The first line of an element that holds several: a name, below which it is told what its bearer does or where.
    private mutating func firstLine(of node: Node) -> String? {
        var lines = document.children(of: node).prefix(6).filter { document.kind($0) == .element }[...]
        guard lines.count > 1, let first = lines.popFirst(), document.isHTML(first, .p) || document.isHTML(first, .div)
        else { return nil }
        let name = text(of: first, parted: true)
        guard BylineReader.isName(name) else { return nil }
        return lines.allSatisfy { !BylineReader.isName(text(of: $0)) } ? name : nil
    }

    /// The address inside an image's scope.
    private mutating func imageAddress(within node: Node) -> String? {
        guard let found = first("url", within: node) ?? first("contentUrl", within: node) else { return nil }
        return string(found, .content) ?? string(found, .href)
    }

    /// The first element with an `itemprop` inside a scope.
    private mutating func first(_ property: String, within node: Node) -> Node? {
        var walk = document.descendants(of: node)
        var steps = 0
        defer { facts.steps += steps }
        while let below = walk.next(), steps < 60 {
            steps += 1
            if document.kind(below) == .element, string(below, .itemprop) == property { return below }
        }
        return nil
    }

    private func timeMeaning(_ node: Node) -> TimeFact.Meaning {
        if document.attribute(node, .pubdate) != nil { return .published }
        guard let words = document.attribute(node, .class_) else { return .unknown }
        let span = document.utf8(words.prefix(ContentAttributes.most))
        if contains(span, "updat") || contains(span, "modif") { return .modified }
        return contains(span, "publish") ? .published : .unknown
    }

    private mutating func takeTime(_ node: Node, meaning: TimeFact.Meaning, marked: Bool, stated: String? = nil) {
        guard facts.times.count < Self.maximumFacts, asked.times < Self.maximumAsked, quoteRoot == nil else { return }
        asked.times += 1
        let machine = stated ?? string(node, .datetime) ?? string(node, .content) ?? ""
        let fact = TimeFact(
            machine: MarkedText.collapsed(machine.utf8.span.extracting(first: 80)), text: text(of: node),
            meaning: meaning, label: label(before: node), node: node, isTimeElement: document.tag(node) == .time,
            isMarked: marked, element: position)
        if !fact.machine.isEmpty || !fact.text.isEmpty { facts.times.append(fact) }
    }

    /// Reads the words of `class` and `id`: bylines, dates, breadcrumbs.
    private mutating func takeClass(_ attributes: ContentAttributes, _ node: Node, _ tag: Tag) {
        if let value = attributes.classWords { takeWords(value, node, tag) }
        if let value = attributes.id { takeWords(value, node, tag) }
        if let value = attributes.label { takeCrumbs(ClassWords(document.utf8(value)), node) }
        if let value = attributes.type {
            takeCrumbs(ClassWords(document.utf8(value)), node)
            let type = string(value)
            if type.hasSuffix(OtherPage.thread) { facts.isThread = true }
            if type.hasSuffix("QAPage") { facts.isAnswered = true }
        }
    }

    private mutating func takeWords(_ value: ByteSlice, _ node: Node, _ tag: Tag) {
        guard let words = classWords.words(of: value, in: document) else { return }
        takeCrumbs(words, node)
        if words.contains(.person) {
            takePerson(node, .classWord, nil)
        } else if words.contains(.writer) {
            takePerson(node, .writerWord, nil)
        } else if words.contains(.name), asked.names < 64 {
            asked.names += 1
            takePerson(node, .nameWord, nil)
        }
        if words.contains(.date), tag != .time { takeDate(node) }
        if words.contains(.source) { takeSource(node) }
        if words.contains(.tags) { takeTags(node) }
        if words.contains(.subtitle) { takeSubtitle(node) }
        if words.contains(.lead), !words.contains(.media) { takeLead(node) }
        if words.contains(.section) { takeSection(node) }
        if words.contains(.caption), tag != .figcaption { takeImageCaption(node) }
    }

    /// Keeps the time of an element that holds a date by its class: the machine-readable one that microformats write as its title
    /// (`<abbr class=published title=2026-04-28T09:12:00+01:00>`), else its text.
    private mutating func takeDate(_ node: Node) {
        guard let title = document.attribute(node, .title), Self.isDay(document.utf8(title)) else {
            return takeDateText(node)
        }
        guard facts.times.count < Self.maximumFacts, quoteRoot == nil else { return }
        facts.times.append(
            TimeFact(
                machine: string(title), text: text(of: node, limit: 120), meaning: timeMeaning(node), node: node,
                isTimeElement: true, isMarked: false, element: position))
    }

    /// Whether a value begins as a day of ISO 8601 and is no longer than a time.
    private static func isDay(_ value: Span<UInt8>) -> Bool {
        guard (10...40).contains(value.count), value[4] == 0x2D, value[7] == 0x2D else { return false }
        return (0..<10).allSatisfy { $0 == 4 || $0 == 7 || value[$0] &- 0x30 < 10 }
    }

    private mutating func takeDateText(_ node: Node) {
        guard facts.times.count < Self.maximumFacts, asked.dates < Self.maximumAsked, position >= 0, quoteRoot == nil
        else { return }
        asked.dates += 1
        let text = text(of: node, limit: 120, parted: true)
        guard text.utf8.count >= 5, text.utf8.count < 110,
            text.utf8.contains(where: { (0x30...0x39).contains($0) }) || RelativeTime.isTold(in: text)
        else { return }
        facts.times.append(
            TimeFact(
                machine: "", text: text, meaning: .unknown, label: label(before: node), node: node,
                isTimeElement: false, isMarked: false, element: position))
    }

    /// What stands right before an element in its parent, a text or another element, where that is short.
    private mutating func label(before node: Node) -> String {
        var here = document.previousSibling(node)
        for _ in 0..<3 {
            guard let before = here else { return "" }
            let isText = document.kind(before) == .text
            let text =
                isText
                ? MarkedText.collapsed(document.utf8(of: before).extracting(first: Self.longestLabel + 1))
                : document.kind(before) == .element ? text(of: before, limit: Self.longestLabel + 1) : ""
            guard text.isEmpty else { return text.utf8.count <= Self.longestLabel ? text : "" }
            here = document.previousSibling(before)
        }
        return ""
    }

    /// Bytes of the longest label of a time.
    private static let longestLabel = 40

    private mutating func takeSource(_ node: Node) {
        guard facts.sources.count < 32, asked.sources < Self.maximumAsked else { return }
        asked.sources += 1
        let text = text(of: node, limit: 160, parted: true)
        guard !text.isEmpty, text.utf8.count < 150 else { return }
        facts.sources.append(SourceFact(text: text, url: string(node, .href), element: position))
    }

    /// Keeps the links of an element that holds little else than tags, or a link that is one itself.
    private mutating func takeTags(_ node: Node) {
        guard tagRoot == nil, asked.tags < Self.maximumAsked, position >= 0 else { return }
        asked.tags += 1
        // Some systems give an article's element a class for each of its tags.
        let whole = text(of: node, limit: 2_000)
        guard !whole.isEmpty, whole.utf8.count < 400 else { return }
        tagRoot = node
        var links: [String] = []
        var walk = document.walk(from: node)
        while links.count < 32, let event = walk.next() {
            facts.steps += 1
            guard case .enter(let here) = event, document.tag(here) == .a, !leads(here, Tags.leadsToCategory) else {
                continue
            }
            let link = text(of: here, limit: 120)
            if !link.isEmpty { links.append(link) }
        }
        let bytes = links.reduce(0) { $0 + $1.utf8.count }
        // What stands before the first link is what the list is called.
        let label = links.first.flatMap { whole.firstRange(of: $0) }.map { whole[..<$0.lowerBound].utf8.count } ?? 0
        guard 2 * bytes >= whole.utf8.count - (label <= Self.maximumLabel ? label : 0),
            facts.classTags.count < Self.maximumFacts
        else { return }
        facts.classTags += links.map { TextFact(text: $0, element: position) }
    }

    /// Bytes of what a list of tags is called.
    private static let maximumLabel = 90

    /// Keeps the text of an element right behind an image, and without one itself, as its caption.
    private mutating func takeImageCaption(_ node: Node) {
        guard let last = facts.images.indices.last, facts.images[last].caption == nil,
            position - facts.images[last].element <= Self.captionReach, asked.captions < Self.maximumAsked,
            !document.descendants(of: node).prefix(16).contains(where: { document.tag($0) == .img })
        else { return }
        asked.captions += 1
        let caption = ImageRule.caption(text(of: node, parted: true))
        guard caption.unicodeScalars.contains(where: \.properties.isAlphabetic), !Self.isCount(caption) else { return }
        facts.images[last].caption = caption
    }

    /// Whether a caption says which of how many pictures it is of: `Photo 1 / 7`.
    private static func isCount(_ caption: String) -> Bool {
        let sides = caption.split(separator: "/")
        guard caption.utf8.count <= 24, sides.count == 2 else { return false }
        return sides[0].last { $0 != " " }?.isNumber == true && sides[1].first { $0 != " " }?.isNumber == true
    }

    /// Elements between an image and its caption.
    private static let captionReach = 6

    private mutating func takeSubtitle(_ node: Node) {
        guard facts.subtitles.count < 16, asked.subtitles < Self.maximumAsked, position >= 0 else { return }
        asked.subtitles += 1
        let text = text(of: node)
        if !text.isEmpty { facts.subtitles.append(TextFact(text: text, element: position)) }
    }

    private mutating func takeLead(_ node: Node) {
        guard facts.leads.count < 16, asked.leads < Self.maximumAsked, position >= 0 else { return }
        asked.leads += 1
        let text = text(of: node)
        if !text.isEmpty { facts.leads.append(TextFact(text: text, element: position)) }
    }

    /// Keeps the first link of an element that names the section, or its text when it is a line without links.
    private mutating func takeSection(_ node: Node) {
        guard facts.sections.count < 32, asked.sections < Self.maximumAsked, position >= 0 else { return }
        asked.sections += 1
        let link =
            document.tag(node) == .a
            ? node
            : document.descendants(of: node).prefix(12).first {
                document.tag($0) == .a
            }
        take(link ?? node, into: \.sections)
    }

    private mutating func takeCrumbs(_ words: ClassWords, _ node: Node) {
        guard words.contains(.breadcrumb), crumbRoot == nil else { return }
        crumbRoot = node
        guard facts.crumbs.count < 8 else { return }
        let crumbs = CrumbMarkup.read(node, of: document)
        if !crumbs.isEmpty { return facts.crumbs.append(crumbs) }
        // A path of one item names the section, unless it leads to the front page.
        let link = document.descendants(of: node).prefix(12).first { document.tag($0) == .a }
        if let link, !leads(link, { HomeLink.host($0) != nil }) { take(link, into: \.sections) }
    }
}
