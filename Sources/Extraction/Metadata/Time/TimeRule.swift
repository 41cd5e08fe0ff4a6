internal import Lexicon
internal import Markup
internal import Normalization
internal import Pages
internal import Text

/// Gathers every text that may state when the article was published or changed, and orders it by how far its place is
/// right for that.
struct TimeRule {
    private(set) var published: [Finding] = []
    private(set) var modified: [Finding] = []
    /// Times that are told from now: they count where no other is stated.
    private var told: [Finding] = []
    private let hints: TimeHints

    /// `meta` names of a publication time, the most trusted first.
    static let publishedNames = [
        "article:published_time", "og:article:published_time", "article:published", "parsely-pub-date", "sailthru.date",
        "datepublished", "date_published", "publish-date", "publish_date", "publishdate", "published_time", "pubdate",
        "published_at", "publicationdate", "publication_date", "dc.date.issued", "dcterms.issued", "dcterms.created",
        "dc.date.created", "cxenseparse:publishtime", "cxenseparse:recs:publishtime", "article_date_original",
        "article.published", "og:published_time", "og:pubdate", "displaydate", "shareaholic:article_published_time",
        "citation_publication_date", "citation_date", "article.created", "created", "rnews:datepublished",
        "vr:published_time",
        "iso-8601-publish-date", "ptime", "bt:pubdate", "lastpubdate", "firstpublishtime", "date.available",
    ]
    /// `meta` names that some sites use for other dates.
    static let dateNames = [
        "date", "dc.date", "dcterms.date", "dc.date.available", "published", "article-date", "content-date",
        "article:date",
    ]
    /// `meta` names of a change.
    static let modifiedNames = [
        "article:modified_time", "og:updated_time", "article:modified", "datemodified", "lastmod", "last-modified",
        "dcterms.modified", "dc.date.modified", "modified_time", "og:modified_time", "date_modified", "article.updated",
        "revised", "updated_time", "article:updated_time",
    ]

    init(hints: TimeHints) { self.hints = hints }

    /// Words before a time that say it is of a change, folded. A test has a row for each.
    static let changeWords = Lexicon.all { $0.times.changes }
    private static let foldedChangeWords = changeWords.map { TextFold.fold($0.lowercased()) }

    /// Adds what the head, marked elements and the linked data state.
    ///
    /// - Parameters:
    ///   - near: where the article's own elements stand.
    ///   - title: the element that holds the headline.
    mutating func add(
        facts: PageFacts, linked: LinkedArticle, document: Document?, near: ClosedRange<Int>?, title: Int?
    ) {
        for text in linked.published { add(text, .jsonLD, 0.99) }
        for text in linked.modified { addModified(text, .jsonLD, 0.99) }
        for text in linked.pagePublished { add(text, .jsonLD, 0.87) }
        for text in linked.uploaded { add(text, .jsonLD, 0.58) }
        for text in linked.pageModified { addModified(text, .jsonLD, 0.85) }
        for name in Self.publishedNames { for text in facts.metas[name] ?? [] { add(text, .meta, 0.975) } }
        for name in Self.dateNames {
            for text in facts.metas[name] ?? [] { add(text, .meta, isTemplate(text) ? 0.6 : 0.91) }
        }
        for name in Self.modifiedNames { for text in facts.metas[name] ?? [] { addModified(text, .meta, 0.95) } }
        for time in facts.times {
            let isAbove = title.map { time.element < $0 } ?? false
            let isNear = near?.contains(time.element) ?? false
            // Another article's.
            if !isNear, let document, Teaser.holds(time.node, in: document) { continue }
            add(time, isNear: isNear, isAbove: isAbove)
        }
    }

    /// Whether a value is the first day of a year without a clock, as templates have it on every page.
    private func isTemplate(_ text: String) -> Bool {
        TimeReader.first(in: text, hints: hints).map { $0.month == 1 && $0.day == 1 && $0.hour == nil } ?? false
    }

    private mutating func add(_ time: TimeFact, isNear: Bool, isAbove: Bool) {
        let text = readable(time.machine) ?? readable(time.text)
        guard let text else {
            if isNear, RelativeTime.isTold(in: time.text) { addTold(time.text, Self.toldTrust) }
            return
        }
        let origin: Origin = time.isMarked ? .microdata : time.isTimeElement ? .timeElement : .text
        var trust = Self.trust(time, isNear: isNear, isAbove: isAbove)
        if !time.isMarked, !time.label.isEmpty, Self.begins(time.label, with: Self.occasions) {
            trust = min(trust, Self.occasionTrust)
        }
        if time.meaning == .modified || time.meaning == .unknown && changes(time.text) {
            addModified(text, origin, trust)
        } else {
            add(text, origin, trust)
        }
    }

    /// Trust in an element: those of the article's own place first, marked ones before unmarked ones.
    private static func trust(_ time: TimeFact, isNear: Bool, isAbove: Bool) -> Double {
        switch (time.isMarked, time.isTimeElement, isNear) {
        case (true, _, true): 0.965
        case (true, _, false): 0.9
        case (false, true, true): time.meaning == .published ? 0.955 : 0.92
        case (false, false, true): isAbove ? aboveTrust - 0.02 : 0.86
        case (false, true, false): time.meaning == .published ? 0.7 : 0.5
        case (false, false, false): 0.45
        }
    }

    private func readable(_ text: String) -> String? {
        !text.isEmpty && TimeReader.first(in: text, hints: hints) != nil ? text : nil
    }

    private func changes(_ text: String) -> Bool {
        let folded = TextFold.fold(text.lowercased())
        return Self.foldedChangeWords.contains { folded.starts(with: $0) }
    }

    /// Adds the times that lines of the page's text state.
    mutating func add(lines: PageText, of document: Document?) {
        for block in lines.head where lines.isShortLine(block, limit: lines.isBody(block) ? 120 : 300) {
            let isAbove = lines.titleBlock.map { block < $0 } ?? false
            let before = block > 0 ? lines.parted(block - 1) : ""
            let trust = lines.isLink(block) && lines.size(block) > 40 ? 0.6 : isAbove ? Self.aboveTrust : 0.9
            let line = lines.timed(block)
            let isTimed = add(line: line, before: before, trust: trust)
            if !isTimed, !isAbove, !lines.isBody(block), line.utf8.count <= 80, RelativeTime.isTold(in: line) {
                addTold(line, Self.toldTrust - 0.01)
            }
        }
        for block in lines.body.prefix(2) where lines.size(block) > 120 {
            if let day = Dateline.day(in: lines.text(block), hints: hints) { add(day, .text, 0.72) }
        }
        for block in lines.tail where lines.isShortLine(block, limit: 160) && block >= lines.head.upperBound {
            guard !lines.isBody(block) || !lines.isSentence(block), !lines.isTeaser(block, in: document) else {
                continue
            }
            add(line: lines.timed(block), before: "", trust: 0.6)
        }
    }

    /// Trust in a line above the headline: many sites show there which day it is today. A line that leads to another article states
    /// that one's time.
    private static let aboveTrust = 0.84
    /// Trust in a time that is told from now.
    private static let toldTrust = 0.57
    /// What a line is trusted less that states no clock.
    private static let dayLess = 0.05

    /// Adds the times of a line; `false` where it states none.
    @discardableResult
    private mutating func add(line: String, before: String, trust: Double) -> Bool {
        let bytes = Array(line.utf8)
        var end = 0
        let readings = TimeReader.all(in: bytes.span, hints: hints, limit: 4)
        for reading in readings {
            guard reading.range.lowerBound >= end, reading.range.upperBound <= bytes.count else { continue }
            var label = String(decoding: bytes[end..<reading.range.lowerBound], as: UTF8.self)
            if reading.range.lowerBound == 0, before.utf8.count < 40 { label = before }
            end = reading.range.upperBound
            let isBare = !label.contains(where: \.isLetter) && readings.count == 1
            if isBare, let behind = Self.label(behind: end, in: bytes) { label = behind }
            let text = String(decoding: bytes[reading.range], as: UTF8.self)
            let trust = reading.hour == nil ? trust - Self.dayLess : trust
            // Words end with the label.
            let folded = Array(TextFold.fold(label.lowercased()).suffix(60))
            if Self.holds(folded, Self.firsts) {
                add(text, .text, trust > 0.8 ? 0.965 : trust + 0.05)
            } else if Self.holds(folded, Self.foldedChangeWords) {
                addModified(text, .text, trust)
            } else if Self.begins(label, with: Self.occasions) {
                add(text, .text, min(trust, Self.occasionTrust))
            } else {
                // A line that says so is surer than one that only states a day.
                add(
                    text, .text,
                    trust > Self.aboveTrust && Self.holds(folded, Self.publications) ? trust + 0.045 : trust
                )
            }
        }
        return !readings.isEmpty
    }

    /// What a line calls the only time in it, behind it: `3 Sept 2024 | Originally published`. A number there is another time's.
    private static func label(behind end: Int, in bytes: [UInt8]) -> String? {
        let rest = bytes[end...]
        guard (3...60).contains(rest.count), !rest.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
        return String(decoding: rest, as: UTF8.self)
    }

    /// Trust in the time of something else than the article.
    private static let occasionTrust = 0.4

    /// Words before the time of a publication, of the first of several, and of something else, folded.
    private static let publications = folded { $0.times.publications }
    private static let firsts = folded { $0.times.firsts }
    private static let occasions = folded { $0.times.occasions }

    private static func folded(_ words: (Language) -> [String]) -> [[UInt8]] {
        Lexicon.all(words).map { TextFold.fold($0.lowercased()) }
    }

    /// Whether a folded label holds one of the words.
    private static func holds(_ folded: [UInt8], _ words: [[UInt8]]) -> Bool {
        !folded.isEmpty && words.contains { TextFold.contains(folded, $0) }
    }

    /// Whether a label is one of the words, or begins with it and a colon.
    private static func begins(_ label: String, with words: [[UInt8]]) -> Bool {
        let parts = label.split(whereSeparator: { ":：|".contains($0) })
        guard let part = parts.last(where: { $0.contains(where: \.isLetter) }) else { return false }
        return words.contains(TextFold.fold(part.lowercased()))
    }

    /// Adds what variables of the page's scripts state: asked for when nothing else does.
    mutating func add(scripts document: Document) {
        guard published.isEmpty, modified.isEmpty else { return }
        ScriptValues.forEach(in: document) { pair in
            guard pair.value.count >= 8, pair.value.count <= 40, Self.scriptNames.contains(pair.name) else { return }
            add(String(decoding: pair.value, as: UTF8.self), .meta, 0.7)
        }
    }

    /// Names of such variables, letters and digits alone.
    static let scriptNames: Set<[UInt8]> = Set(
        [
            "publishtime", "publishdate", "publishedat", "publishedtime", "publisheddate", "pubtime", "pubdate",
            "datepublished", "publicationdate", "publicationtime", "releasetime", "releasedate", "newstime", "newsdate",
            "articledate", "articletime", "ct", "displaytime", "displaydate", "firstpublished", "createtime",
            "createdat",
        ].map { Array($0.utf8) })

    /// Adds the day that a URL's path states: a weak witness, yet better than a line above the headline that states another day.
    mutating func add(url: String?) {
        guard let url, let day = URLDay.read(url) else { return }
        for place in published.indices where published[place].origin == .text {
            let finding = published[place]
            guard finding.confidence <= Self.aboveTrust, finding.confidence >= Self.aboveTrust - Self.dayLess,
                TimeReader.first(in: finding.text, hints: hints)?.isoDay != day
            else { continue }
            published[place].confidence = 0.7
        }
        add(day, .url, 0.75)
    }

    /// The findings in order. A change is the last resort for a publication: the article was not there before.
    mutating func ordered() -> (published: [Finding], modified: [Finding]) {
        let bySureness = { (a: Finding, b: Finding) in a.confidence > b.confidence }
        var published = stable(self.published + told, by: bySureness)
        let modified = stable(self.modified, by: bySureness)
        if published.isEmpty {
            published = modified.map { Finding($0.text, origin: $0.origin, confidence: $0.confidence * 0.5) }
        }
        return (Array(published.prefix(32)), Array(modified.prefix(32)))
    }

    private func stable(_ list: [Finding], by areInOrder: (Finding, Finding) -> Bool) -> [Finding] {
        list.enumerated().sorted {
            areInOrder($0.element, $1.element) || !areInOrder($1.element, $0.element) && $0.offset < $1.offset
        }.map(\.element)
    }

    private mutating func add(_ text: String, _ origin: Origin, _ confidence: Double) {
        guard published.count < 128 else { return }
        published.append(Finding(text, origin: origin, confidence: confidence))
    }

    private mutating func addTold(_ text: String, _ confidence: Double) {
        guard told.count < 8 else { return }
        told.append(Finding(text, origin: .text, confidence: confidence))
    }

    private mutating func addModified(_ text: String, _ origin: Origin, _ confidence: Double) {
        guard modified.count < 128 else { return }
        modified.append(Finding(text, origin: origin, confidence: confidence))
    }
}

/// The day in a URL's path: `/2021/12/08/`, `/2021-12-08/`, `/20211208/`, `t20211208_`.
enum URLDay {
    /// The day as `YYYY-MM-DD`, or `nil`.
    static func read(_ url: String) -> String? {
        let bytes = Array(url.utf8.prefix(2_048))
        var index = 0
        while index + 8 <= bytes.count {
            let startsRun = index == 0 || !isDigit(bytes[index - 1])
            if startsRun, bytes[index] == UInt8(ascii: "1") || bytes[index] == UInt8(ascii: "2"),
                let day = day(bytes, index)
            {
                return day
            }
            index += 1
        }
        return nil
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func day(_ bytes: [UInt8], _ start: Int) -> String? {
        guard let year = number(bytes, start, 4), (1990...2100).contains(year) else { return nil }
        var at = start + 4
        let mark = bytes[at]
        let isMarked = mark == UInt8(ascii: "/") || mark == UInt8(ascii: "-") || mark == UInt8(ascii: "_")
        if isMarked { at += 1 }
        guard let month = number(bytes, at, 2), (1...12).contains(month) else { return nil }
        at += 2
        if isMarked || at < bytes.count && bytes[at] == UInt8(ascii: "/") {
            guard at < bytes.count, bytes[at] == UInt8(ascii: "/") || bytes[at] == mark else { return nil }
            at += 1
        }
        guard let day = number(bytes, at, 2), (1...31).contains(day) else { return nil }
        at += 2
        guard at >= bytes.count || !isDigit(bytes[at]) else { return nil }
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    private static func number(_ bytes: [UInt8], _ start: Int, _ digits: Int) -> Int? {
        guard start + digits <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[start..<(start + digits)] {
            guard isDigit(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }
}
