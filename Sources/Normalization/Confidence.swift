import Pages

/// How sure an event is of its fields and of the whole.
enum Confidence {
    /// Confidence of the fields that are filled, by contract name.
    static func fields(of event: ArticleEvent, _ article: Article) -> [String: Double] {
        var fields: [String: Double] = [:]
        if event.title != nil { fields["title"] = article.title?.confidence }
        if event.subtitle != nil { fields["subtitle"] = article.subtitle?.confidence }
        if event.summary != nil { fields["summary"] = article.summary?.confidence }
        if event.published != nil { fields["published_at"] = time(article.published) }
        if event.modified != nil { fields["modified_at"] = time(article.modified) }
        if event.siteName != nil { fields["site_name"] = article.siteName?.confidence }
        if event.publisherLegalName != nil { fields["publisher_legal_name"] = article.publisherLegalName?.confidence }
        if !event.paragraphs.isEmpty { fields["body_text"] = article.confidence }
        if !event.authors.isEmpty { fields["authors"] = authors(article) }
        return fields.mapValues(rounded)
    }

    /// The best finding that states a time; a second one that states the same day halves the doubt.
    private static func time(_ findings: [Finding]) -> Double {
        let read = findings.prefix(32).lazy.compactMap { finding -> (day: String, confidence: Double)? in
            TimeReader.first(in: finding.text).map { ($0.isoDay, finding.confidence) }
        }
        var stated = read.makeIterator()
        guard let first = stated.next() else { return 0 }
        var isBacked = false
        while !isBacked, let other = stated.next() { isBacked = other.day == first.day }
        // Even where a page is sure, people differ: a day is its first, its last or its zone's.
        return (isBacked ? 1 - (1 - first.confidence) / 2 : first.confidence) * 0.96
    }

    /// Machine-readable fields name authors more surely than lines of text.
    private static func authors(_ article: Article) -> Double {
        switch article.bylines.first?.origin {
        case .jsonLD: 0.87
        case .microdata, .rdfa, .meta, .openGraph: 0.78
        default: 0.72
        }
    }

    /// The whole: the body's confidence, lessened by what is missing.
    static func score(of event: ArticleEvent, _ article: Article) -> Double {
        var score = article.confidence
        if event.title == nil { score *= 0.6 }
        if event.published == nil { score *= 0.9 }
        if event.charCount < 100 { score *= 0.8 }
        return rounded(score)
    }

    /// To three places, within 0...1, so that equal inputs print equal digits.
    private static func rounded(_ value: Double) -> Double {
        guard value.isFinite else { return 0 }
        return (min(1, max(0, value)) * 1000).rounded() / 1000
    }
}

/// What a reader of an event should know, each once, in the order of the contract's list.
enum Warnings {
    static func all(_ event: ArticleEvent, _ article: Article, _ page: RawPage) -> [PageWarning] {
        var found = Set(article.warnings + page.warnings)
        if event.url == nil { found.insert(.urlMissing) }
        if event.published?.zoneBasis == .assumed || event.modified?.zoneBasis == .assumed {
            found.insert(.zoneAssumed)
        }
        if page.truncated != nil { found.insert(.truncatedInput) }
        if event.title == nil { found.insert(.titleMissing) }
        if event.published == nil { found.insert(.timeMissing) }
        return PageWarning.allCases.filter(found.contains)
    }
}
