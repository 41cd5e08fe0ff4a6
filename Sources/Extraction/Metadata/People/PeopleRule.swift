internal import Lexicon
internal import Markup
internal import Normalization
internal import Pages
internal import Text

/// Gathers the fields and lines that name who made the article, the most trusted first.
///
/// Machine fields name authors well but also sites, desks and account numbers; the lines of the page name roles and
/// affiliations. So one machine field is taken, the first that names people, and the lines are added to it.
struct PeopleRule {
    private var bylines: [Byline] = []
    /// Blocks whose line was taken.
    private(set) var blocks: Set<Int> = []
    private var lastResort: Byline?
    /// Whether a machine field names an organisation: it stays the author where the page does not mark a person as such.
    private var namesOrganisation = false
    /// Whether any byline names a writer.
    private var hasWriters = false
    private let language: String?
    private let siteNames: Set<[UInt8]>
    private let document: Document?
    /// Links to pages about authors.
    private var links: [PersonFact] = []
    /// Elements whose class may say that they name who wrote, and those right behind the body whose class says it.
    private var writers: [PersonFact] = []

    /// `meta` names of an author, the most trusted first.
    static let authorNames = [
        "article:author", "dc:creator", "author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
        "dc.contributor", "byl",
        "article:author_name", "cxenseparse:author", "citation_author", "og:article:author",
        "shareaholic:article_author_name",
        "og:author", "rnews:creator", "vr:author", "authors", "article.author", "creator", "twitter:creator:name",
        "bt:author", "content_author", "articleauthor",
    ]

    /// The name for authors that are stated for statistics only: asked when nothing else on the page names any.
    static let weakName = "parsely-page:author"

    /// How elements say that they name people, the surest first, and where what they say is from.
    private static let marks: [(PersonFact.Basis, Origin)] = [
        (.itemprop, .microdata), (.property, .rdfa), (.rel, .text), (.classWord, .text),
    ]

    /// `meta` names of labels and values for previews; one pair often names the author, in the page's language.
    private static let labelledNames = [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")]

    /// Labels of authors in such pairs, as the usual plug-ins translate them, folded.
    private static let writtenBy = Set(
        Lexicon.all { $0.people.writtenBy }.map(TextFold.fold))

    private func isWrittenBy(_ label: String) -> Bool { Self.writtenBy.contains(TextFold.fold(label)) }

    init(language: String?, siteNames: [String], document: Document? = nil) {
        self.language = language
        self.document = document
        self.siteNames = Set(siteNames.map(TextFold.fold))
    }

    /// Adds what the linked data, the head and marked elements state.
    mutating func add(
        facts: PageFacts, linked: LinkedArticle, near: ClosedRange<Int>?, head: ClosedRange<Int>? = nil,
        behind: ClosedRange<Int>? = nil
    ) {
        links = facts.people.filter { $0.basis == .path }
        writers = facts.people.filter { $0.basis == .writerWord && near?.contains($0.element) ?? true }
        writers += facts.people.filter { $0.basis == .nameWord && head?.contains($0.element) ?? false }
        writers += facts.people.filter { person in
            person.basis == .classWord && behind?.contains(person.element) ?? false
                && !(document.map { Teaser.holds(person.node, in: $0) } ?? false)
        }
        take(linked.authors, .jsonLD)
        for name in Self.authorNames where bylines.isEmpty {
            take(facts.metas[name] ?? [], .meta)
        }
        for (label, value) in Self.labelledNames where bylines.isEmpty && facts.meta(label).map(isWrittenBy) == true {
            take(facts.metas[value] ?? [], .meta)
        }
        for (basis, origin) in Self.marks where bylines.isEmpty {
            let people = facts.people.filter { $0.basis == basis && (near?.contains($0.element) ?? true) }
            take(Self.outermost(people), origin)
        }
        if bylines.isEmpty { take(facts.metas[Self.weakName] ?? [], .meta) }
    }

    /// Elements that name people often hold one another; the first text that another repeats is enough.
    private static func outermost(_ people: [PersonFact]) -> [String] {
        var texts: [String] = []
        for person in people.prefix(16) where person.text.utf8.count < 200 {
            let folded = TextFold.fold(person.text)
            let isKnown = texts.contains {
                let other = TextFold.fold($0)
                return TextFold.contains(other, folded) || TextFold.contains(folded, other)
            }
            if !isKnown { texts.append(person.text) }
        }
        return texts
    }

    /// Takes the values of one field, as one byline. A field that names only the site is kept for when nothing else names
    /// anybody.
    private mutating func take(_ values: [String], _ origin: Origin) {
        var seen: Set<[UInt8]> = []
        var names: [String] = []
        var sites: [String] = []
        for stated in values.prefix(24) where !Self.isUnfilled(stated) {
            let plain = Self.withoutHandles(stated)
            let value = origin == .text ? plain : BylineReader.spoken(BylineReader.inOrder(named(plain)))
            let folded = TextFold.fold(value)
            guard isText(value, folded), seen.insert(folded).inserted else { continue }
            // What a machine field names first is taken before what is no person either.
            if namesOrganisation, !BylineReader.namesPerson(value, language: language) { continue }
            let isOrganisation = origin != .text && !siteNames.contains(folded) && BylineReader.isOrganisation(value)
            namesOrganisation = namesOrganisation || isOrganisation
            let isPortal = origin != .text && value.contains("|")
            if isPortal || isOrganisation || isSite(value, folded) { sites.append(value) } else { names.append(value) }
        }
        if !names.isEmpty {
            bylines.append(Byline(names.joined(separator: "; "), origin: origin, role: .author))
        } else if !sites.isEmpty, lastResort == nil {
            lastResort = Byline(sites.joined(separator: "; "), origin: origin, role: .author)
        }
    }

    /// A value without the account names and mail addresses that some sites set behind the name.
    private static func withoutHandles(_ value: String) -> String {
        guard value.utf8.contains(UInt8(ascii: "@")) else { return value }
        let words = value.split(separator: " ").filter { !$0.utf8.contains(UInt8(ascii: "@")) }
        // What parts the two on the page: a point, a bar, a bracket.
        let names = words.drop { !$0.contains(where: \.isLetter) }
        let last = names.lastIndex { $0.contains(where: \.isLetter) }
        return last.map { names[...$0].joined(separator: " ") } ?? value
    }

    /// Whether a template's place for a name was left as it is: `{{ author.name }}`, `%author%`, or the words of a script for nothing.
    private static func isUnfilled(_ value: String) -> Bool {
        let text = value.utf8.span
        if value.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "}") }) { return true }
        if contains(text, "[[") || contains(text, "<%") { return true }
        if value.utf8.count > 2, let first = value.utf8.first, first == value.utf8.last,
            first == UInt8(ascii: "%") || first == UInt8(ascii: "#")
        {
            return true
        }
        let words = value.lowercased().split(separator: " ")
        return words.allSatisfy { nothings.contains($0) } || fillers.contains(value.lowercased())
    }

    /// What scripts and databases write for nothing.
    private static let nothings: Set<Substring> = ["undefined", "null", "none", "nan", "n/a", "unknown", "nil", "tbd"]
    /// What templates have in a name's place.
    private static let fillers: Set<String> = [
        "author name", "your name", "full name", "first last", "firstname lastname",
    ]

    /// Of a value that bars part, as in `Press | Portal`, the persons it names, if any; of one with a dash between, as in `Harbour Post - Ann
    /// Lee`, what stands beside the site's name.
    private func named(_ value: String) -> String {
        if value.contains("|") {
            let names = value.split(separator: "|").map { Crumbs.trimmed(String($0)) }.filter(BylineReader.isName)
            return names.isEmpty ? value : names.joined(separator: "; ")
        }
        guard value.utf8.contains(UInt8(ascii: "-")), let dash = value.firstRange(of: " - ") else { return value }
        let parts = [value[..<dash.lowerBound], value[dash.upperBound...]].map { Crumbs.trimmed(String($0)) }
        for (part, other) in zip(parts, parts.reversed())
        where siteNames.contains(TextFold.fold(other)) && BylineReader.isName(part) {
            return part
        }
        return value
    }

    /// Whether a machine value may name anybody: no address, no question, no number.
    private func isText(_ value: String, _ folded: [UInt8]) -> Bool {
        guard folded.count >= 2, value.utf8.count < 300 else { return false }
        if contains(value.utf8.span, "://") || value.contains("@") || value.hasPrefix("www.") || value.contains("?") {
            return false
        }
        return !folded.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Whether a value is the site's name, a domain, an agency or a company by its legal form.
    private func isSite(_ value: String, _ folded: [UInt8]) -> Bool {
        if siteNames.contains(folded) || LegalForm.ends(value) || Signature.isAgency(value) { return true }
        if BylineReader.isAccount(value) { return true }
        return value.contains(".") && !value.contains(" ") && !value.hasSuffix(".")
    }

    /// The bylines in order; the site itself where they name no writer.
    func ordered() -> [Byline] { hasWriters ? bylines : bylines + (lastResort.map { [$0] } ?? []) }

    /// Adds the lines around the headline and behind the body that name people.
    mutating func add(lines: PageText) {
        let people = bylines.flatMap { BylineReader.read($0.text, role: .author, language: language) }
        hasWriters = people.contains(where: Self.isWriter)
        let machine = Set(people.map(\.name))
        for block in lines.head { add(block, lines, machine: machine, limit: 240) }
        for block in lines.tail where block >= lines.head.upperBound && !lines.isTeaser(block, in: document) {
            add(block, lines, machine: machine, limit: 240)
        }
        if let last = lines.body.last, !blocks.contains(last), let text = TailByline.read(lines.text(last)) {
            let people = BylineReader.read(text, language: language).filter { $0.role != .photographer }
            if machine.isEmpty && !people.isEmpty || people.contains(where: { machine.contains($0.name) }) {
                bylines.append(Byline(text, origin: .text))
                hasWriters = hasWriters || people.contains(where: Self.isWriter)
            }
        }
        guard !hasWriters else { return }
        for block in lines.body.prefix(2) {
            guard let text = LeadByline.read(lines.text(block)) else { continue }
            bylines.append(Byline(text, origin: .text))
            // Under a picture it may name who took it.
            if BylineReader.read(text, language: language).contains(where: Self.isWriter) { return }
        }
        if let author = DatelineSource.find(lines)?.author {
            return bylines.append(Byline(author, origin: .text, role: .author))
        }
        guard bylines.isEmpty, !namesOrganisation else { return }
        guard let found = BareName(lines, links: links).find() ?? Signature.find(lines, language: language) else {
            let names = writers.lazy.map { Self.withoutHandles($0.text) }
            if let name = names.first(where: { BylineReader.isName($0) && !isSite($0, TextFold.fold($0)) }) {
                bylines.append(Byline(name, origin: .text, role: .author))
                hasWriters = true
            }
            return
        }
        if found.isWhole { blocks.insert(found.block) }
        bylines.append(Byline(found.text, origin: .text, role: .author))
        hasWriters = true
    }

    /// Adds the line behind a label. Whatever stands there is meant to name somebody, a team or a nickname too.
    private mutating func addLabelled(_ label: Int, _ lines: PageText, machine: Set<String>) {
        let block = label + 1
        guard machine.isEmpty, block < lines.count, lines.isShortLine(block, limit: 80), !lines.isSentence(block),
            block != lines.titleBlock
        else { return }
        let text = lines.parted(block)
        let words = text.split(separator: " ")
        guard words.count <= 6, !text.hasSuffix(":"), TimeReader.first(in: text) == nil else { return }
        let people = BylineReader.read(text, role: .author, language: language)
        guard !people.isEmpty, words.count > 1 || !BylineReader.isField(lines.text(label)) else { return }
        blocks.formUnion([label, block])
        addByPlace(people, text)
    }

    /// Adds a line that names authors because of where it stands; the site itself only when nothing else names anybody.
    private mutating func addByPlace(_ people: [Contributor], _ text: String) {
        let byline = Byline(text, origin: .text, role: .author)
        if namesOrganisation, !BylineReader.namesPerson(text, language: language) { return }
        if people.allSatisfy({ isSite($0.name, TextFold.fold($0.name)) }) {
            lastResort = lastResort ?? byline
        } else {
            bylines.append(byline)
            hasWriters = true
        }
    }

    private static func isWriter(_ person: Contributor) -> Bool {
        person.role == .author || person.role == .reporter || person.role == .correspondent
    }

    /// Adds one line. With authors known from a machine field a line may repeat them or name other roles, not other authors:
    /// lines of related articles look the same.
    mutating func add(_ block: Int, _ lines: PageText, machine: Set<String>, limit: Int) {
        guard lines.isShortLine(block, limit: limit), !blocks.contains(block), block != lines.titleBlock else { return }
        var text = TailByline.withoutBrackets(lines.parted(block))
        if BylineReader.labelledRole(text.utf8.span) == .author { return addLabelled(block, lines, machine: machine) }
        let isPlace = isPlaceOfAuthors(block, lines)
        guard
            BylineReader.isByline(text.utf8.span) || BylineReader.isDatedByline(text)
                || isPlace && BylineReader.isByline(text.utf8.span, of: language)
        else { return }
        text = barred(block, lines, text)
        let people = BylineReader.read(text, language: language)
        if people.isEmpty, machine.isEmpty, isPlace, text.split(separator: " ").count <= 5 {
            let meant = BylineReader.read(text, role: .author, language: language)
            if !meant.isEmpty {
                blocks.insert(block)
                addByPlace(meant, text)
            }
        }
        guard !people.isEmpty else { return }
        // The first sentence of an article may name its author; it stays a sentence.
        if !lines.isSentence(block) { blocks.insert(block) }
        let isKnown = people.contains { machine.contains($0.name) }
        let isOther = people.allSatisfy { $0.role != .author }
        guard machine.isEmpty || isKnown || isOther else { return }
        bylines.append(Byline(text, origin: .text))
        hasWriters = hasWriters || people.contains(where: Self.isWriter)
    }

    /// A line with bars where its elements are apart for a reader.
    private func barred(_ block: Int, _ lines: PageText, _ text: String) -> String {
        let element = Int(lines.page.blocks[block].leaf)
        guard let document, lines.page.elements.indices.contains(element) else { return text }
        var steps = 0
        let node = lines.page.elements[element].node
        guard let parts = NameParts.read(node, of: document, limit: PageText.maximumLine, steps: &steps) else {
            return text
        }
        // The element may hold more than the line, and what it calls an aside is left out.
        let (line, whole) = (TextFold.fold(text), TextFold.fold(parts))
        return line.starts(with: whole.prefix(8)) && whole.count <= line.count ? parts : text
    }

    /// Whether a block stands where a line that begins as a byline does names an author, be it no person: between headline and body.
    private func isPlaceOfAuthors(_ block: Int, _ lines: PageText) -> Bool {
        lines.titleBlock.map { $0 < block && block <= lines.bodyStart && block - $0 <= 12 } ?? false
    }
}
