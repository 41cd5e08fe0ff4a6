internal import Normalization

/// Reads the byline in brackets that agencies set behind an article: `(Reporting by Ann Lee in Lund; Editing by Bob Ray)`.
enum TailByline {
    /// What stands in the last brackets of a paragraph that does not begin with them, when it names people by a marker.
    static func read(_ paragraph: String) -> String? {
        guard let last = paragraph.utf8.last, last == UInt8(ascii: ")"), let open = paragraph.lastIndex(of: "("),
            open > paragraph.startIndex
        else { return nil }
        let inside = String(paragraph[paragraph.index(after: open)...].dropLast())
        guard inside.utf8.count <= longest, inside.contains(" "), BylineReader.isByline(inside.utf8.span) else {
            return nil
        }
        return inside
    }

    /// A line without the brackets around the whole of it.
    static func withoutBrackets(_ line: String) -> String {
        guard line.utf8.first == UInt8(ascii: "("), let end = line.lastIndex(of: ")"),
            line[line.index(after: end)...].allSatisfy({ $0 == "." || $0 == " " }),
            line[line.index(after: line.startIndex)..<end].allSatisfy({ $0 != "(" && $0 != ")" })
        else { return line }
        return String(line[line.index(after: line.startIndex)..<end])
    }

    /// Bytes of the longest such byline.
    private static let longest = 300
}
