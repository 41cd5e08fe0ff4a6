import Foundation

/// Keywords as pages list them.
enum Tags {
    /// More keywords than this are a site's, not an article's.
    static let maximum = 40

    /// The keywords of one field: parts between commas, semicolons or their full-width forms.
    static func split(_ field: String) -> [String] {
        let parts = field.unicodeScalars.split(whereSeparator: isSeparator)
        return parts.map { Crumbs.trimmed(String($0)) }.filter { !$0.isEmpty && $0.utf8.count < 120 }
    }

    private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", "，", ";", "；", "、", "|": true
        default: false
        }
    }

    /// The links near an article that are marked as tags; none when there are so many that they are the site's.
    static func marked(_ links: [TextFact], in lines: PageText) -> [String] {
        guard !links.isEmpty, let near = lines.taggedElements else { return [] }
        let paragraphs = Set(lines.body.map { lines.page.blocks[$0].element })
        let tags = links.filter { link in
            near.contains(link.element) && !paragraphs.contains(lines.page.elements[link.element].block)
        }.map { tag in
            Crumbs.trimmed(tag.text.trimmingCharacters(in: marks))
        }.filter { tag in
            !tag.isEmpty && TitleParts.columns(tag) <= SectionRule.maximumColumns && !Crumbs.leadsAway(tag)
                && !tag.contains("{")
        }
        return tags.count <= 15 ? tags : []
    }

    /// What stands before and behind tags in a list.
    private static let marks = CharacterSet(charactersIn: "#,，、;；|· ")

    /// The first list that has any, each keyword once.
    static func chosen(_ lists: [[String]]) -> [String] {
        guard let list = lists.first(where: { !$0.isEmpty && $0.count <= maximum }) else { return [] }
        var seen: Set<String> = []
        return list.filter { seen.insert($0).inserted }
    }
}
