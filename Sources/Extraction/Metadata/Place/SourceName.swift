internal import Lexicon

/// What the name of a source looks like.
enum SourceName {
    /// A name without a preposition before it and the signs that hang on its end: `From: Herald`, `CNN —`.
    static func plain(_ text: String) -> String {
        let label = prepositions.first(where: text.lowercased().hasPrefix) ?? ""
        var scalars = text.dropFirst(label.count).unicodeScalars
        while let last = scalars.last, last.properties.isWhitespace || last.properties.isDash { scalars.removeLast() }
        return Crumbs.trimmed(String(Substring(scalars)))
    }

    private static let prepositions = Lexicon.all { $0.places.sourcePrepositions }

    /// Whether a text may be a source's name: no clause, no address, no button, no credit of a photograph, none of the words
    /// that say that nobody knows.
    static func isSound(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first != "/", first != "(", first != "（", first != "©",
            !text.unicodeScalars.contains(where: endsClause), !contains(text.utf8.span, " / ")
        else { return false }
        let lowered = text.lowercased()
        return !unknown.contains(lowered) && !starts.contains(where: lowered.hasPrefix)
            && !photographs.contains { contains(lowered.utf8.span, $0) } && (lowered != text || text.utf8.count > 2)
            && !(first.properties.isLowercase && text.hasSuffix(".") && text.contains(" "))
    }

    /// Whether a sign ends a clause; with the colon of addresses.
    private static func endsClause(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "，", ",", "。", "！", "？", "!", "?", ";", "；", ":", "：": true
        default: false
        }
    }

    /// What pages write where they do not know or do not say, lower case.
    private static let unknown = Set(Lexicon.all { $0.places.unknownSources } + ["wordpress"])

    /// How credits of photographs, and links and buttons in such elements, begin, lower case.
    private static let starts = Lexicon.all { $0.places.noSources } + ["cc/", "cc "]

    /// Parts of the names of those who sell or give photographs, lower case.
    private static let photographs: [StaticString] = [
        "getty", "shutterst", "shuttert", "unsplash", "pixabay", "pexels", "flickr", "pinterest", "instagram", "istock",
        "stock.adobe", "adobe stock", "adobestock", "alamy", "depositphotos", "dreamstime", "picture alliance",
        "picture-alliance", "wikimedia", "imago", "photothek", "lehtikuva", "fotolia", "123rf",
    ]
}
