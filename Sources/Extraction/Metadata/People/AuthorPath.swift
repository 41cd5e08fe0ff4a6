/// Knows addresses of pages about authors.
enum AuthorPath {
    /// Whether a folder of the path says so and a name follows: `/author/ann-lee`, `/redaktion/a-lee.html`.
    static func isIn(_ href: Span<UInt8>) -> Bool {
        var start = 0
        let end = min(href.count, 300)
        for index in 0..<end where href[index] == UInt8(ascii: "/") {
            if names(href.extracting(start..<index)), index + 1 < href.count { return true }
            start = index + 1
        }
        return false
    }

    private static func names(_ segment: Span<UInt8>) -> Bool {
        guard segment.count >= 5, segment.count <= 12, initials & 1 << UInt32(segment[0] & 0x1F) != 0 else {
            return false
        }
        return folders.contains { folder in
            folder.count == segment.count && segment.indices.allSatisfy { segment[$0] | 0x20 == folder[$0] }
        }
    }

    private static let folders = [
        "author", "authors", "autor", "autores", "autoren", "autori", "autore", "auteur", "auteurs", "byline",
        "bylines", "columnist", "columnists", "columnista", "columnistas", "contributor", "contributors",
        "journalist", "journalists", "journaliste", "journalistes", "journalisten", "reporter", "reporters",
        "redakteur", "redakteure", "redaktion", "staff", "writer", "writers", "yazar", "yazarlar", "penulis",
    ].map { Array($0.utf8) }

    /// The first letters of the folders' names, a bit each.
    private static let initials = folders.reduce(UInt32(0)) { $0 | 1 << UInt32($1[0] & 0x1F) }
}
