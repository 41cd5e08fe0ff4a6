internal import Normalization

/// Reads the byline in the lead of a Chinese article: `本报讯(记者 NAME 通讯员 NAME)`, `〔記者NAME／台北報導〕` and their
/// like.
enum LeadByline {
    /// Bytes of a paragraph in which the parentheses must close.
    static let reach = 240

    /// What stands in the paragraph's first parentheses, when it names people by a role.
    static func read(_ paragraph: String) -> String? {
        let start = paragraph.unicodeScalars.prefix(reach / 3)
        guard let open = start.firstIndex(where: "(（〔【".unicodeScalars.contains),
            let close = start[open...].firstIndex(where: ")）〕】".unicodeScalars.contains)
        else { return nil }
        let inside = String(start[start.index(after: open)..<close])
        guard BylineReader.isByline(Array(inside.utf8).span) else { return nil }
        return BylineReader.read(inside).isEmpty ? nil : inside
    }
}
