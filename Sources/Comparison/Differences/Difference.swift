/// One article that differs, cut to what a report shows.
public struct Difference: Sendable {
    /// What became of it.
    public enum Kind: String, Sendable, CaseIterable {
        case changed, added, gone
    }

    /// What became of the article.
    public let kind: Kind
    /// The article's id; of a changed one the published id.
    public let article: String
    /// Its URL, cut to 500 characters, where it has one.
    public let url: String?
    /// Its title, cut to 200 characters, where it has one.
    public let title: String?
    /// Its site: the site's domain, else the URL's host, else `—`.
    public let site: String
    /// Where its page stands: the fresh one, or the published one of an article that is gone.
    public let place: PagePlace
    /// How large it is, in characters of text and fields that are not text.
    public let size: Int
    /// What changed, or why the article is gone, in a few words each.
    public let words: [String]
    /// The fields of a changed article, in full up to a length.
    let fields: [ShownField]
}

/// A field of a changed article as a report shows it: side by side, without long runs of equal lines.
struct ShownField: Sendable {
    /// A row of the table.
    enum Row: Sendable, Equatable {
        /// So many lines that both have, left out.
        case same(Int)
        case pair(was: [Piece]?, is: [Piece]?)
        /// So many more rows that differ, left out.
        case more(Int)
    }

    let name: String
    let size: Int
    let words: String
    let rows: [Row]

    private static let mostRows = 60
    private static let mostCharacters = 12_000
    private static let mostOfALine = 1500

    init(_ change: FieldChange) {
        (name, size, words) = (change.name, change.size, change.words)
        rows = Self.rows(of: change.alignment)
    }

    private static func rows(of alignment: LineAlignment) -> [Row] {
        var (rows, equal, left, room) = ([Row](), 0, 0, mostCharacters)
        for row in alignment.rows {
            guard let pair = pair(row, alignment) else {
                equal += 1
                continue
            }
            guard rows.count < mostRows, room > 0 else {
                left += 1
                continue
            }
            if equal > 0 { rows.append(.same(equal)) }
            equal = 0
            rows.append(.pair(was: pair.was, is: pair.is))
            room -= characters(pair.was) + characters(pair.is)
        }
        if left > 0 { rows.append(.more(left)) } else if equal > 0 { rows.append(.same(equal)) }
        return rows
    }

    private static func pair(_ row: LineAlignment.Row, _ lines: LineAlignment) -> (was: [Piece]?, is: [Piece]?)? {
        switch row {
        case .same: nil
        case .removed(let was): (whole(lines.was[was]), nil)
        case .added(let new): (nil, whole(lines.is[new]))
        case .reworded(let was, let new): reworded(lines.was[was], lines.is[new])
        }
    }

    private static func whole(_ line: String) -> [Piece] {
        [Piece(text: CutText.of(line, mostOfALine), isMarked: false)]
    }

    private static func reworded(_ was: String, _ is: String) -> (was: [Piece]?, is: [Piece]?) {
        let pieces = Wording.pieces(was, `is`)
        return (cut(pieces.was), cut(pieces.is))
    }

    /// Long pieces that both have are cut in the middle, so that what differs is in what is shown.
    private static func cut(_ pieces: [Piece]) -> [Piece] {
        var (cut, room) = ([Piece](), mostOfALine)
        for piece in pieces where room > 0 {
            let text = piece.isMarked ? CutText.of(piece.text, room) : CutText.middle(of: piece.text, 200)
            cut.append(Piece(text: text, isMarked: piece.isMarked))
            room -= text.unicodeScalars.count
        }
        return room > 0 ? cut : cut + [Piece(text: "…", isMarked: false)]
    }

    private static func characters(_ pieces: [Piece]?) -> Int {
        pieces?.reduce(0) { $0 + $1.text.unicodeScalars.count } ?? 0
    }
}
