import Lexicon
import Pages
import Text

/// Reads licences stated as `name:number`, several to a line.
enum LicenceReader {
    /// What names of licences end with.
    static let endings = Lexicon.all { $0.rights.licenceEndings }

    private static let names = WordSigns(endings)

    static func read(_ line: String) -> [Licence] {
        guard names.isIn(line.utf8.span) else { return [] }
        var licences: [Licence] = []
        for piece in pieces(line) {
            guard let licence = licence(piece), licences.count < 16 else { continue }
            licences.append(licence)
        }
        return licences
    }

    /// The line cut at spaces and bars, a piece without a number joined with the next (`许可证: 123`).
    private static func pieces(_ line: String) -> [String] {
        var pieces: [String] = []
        for part in line.split(whereSeparator: { " |｜,，;；。、".contains($0) }) {
            if let last = pieces.last, !hasNumber(last), last.hasSuffix(":") || last.hasSuffix("：") || isName(last) {
                pieces[pieces.count - 1] = last + part
            } else {
                pieces.append(String(part))
            }
        }
        return pieces
    }

    private static func isName(_ piece: String) -> Bool { endings.contains { piece.hasSuffix($0) } }

    private static func hasNumber(_ piece: String) -> Bool { piece.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } }

    private static func licence(_ piece: String) -> Licence? {
        let (name, number) = split(piece)
        guard endings.contains(where: { name.contains($0) }), hasNumber(number), name.unicodeScalars.count <= 40,
            number.utf8.count <= 64
        else { return nil }
        return Licence(name: name, number: number)
    }

    /// Name and number: at the colon, else where the first letter or digit of another script begins behind the ending.
    private static func split(_ piece: String) -> (String, String) {
        let signs: (Character) -> Bool = { ":：()（）".contains($0) }
        if let colon = piece.firstIndex(where: { $0 == ":" || $0 == "：" }) {
            return (String(piece[..<colon]), String(piece[piece.index(after: colon)...]).trimming(where: { $0 == " " }))
        }
        for ending in endings {
            guard let range = find(ending, in: piece) else { continue }
            let number = String(piece[range.upperBound...]).trimming(where: signs)
            return (String(piece[..<range.upperBound]), number)
        }
        return (piece, "")
    }

    private static func find(_ word: String, in text: String) -> Range<String.Index>? {
        var start = text.startIndex
        while start < text.endIndex {
            if text[start...].hasPrefix(word) { return start..<text.index(start, offsetBy: word.count) }
            start = text.index(after: start)
        }
        return nil
    }
}
