import Foundation

/// One page of a gold file: what a person (or a publisher's own parser) says the page's article is.
///
/// A gold file is JSON Lines; each line is an object with `set`, `id`, `url`, `lang`, `html_path`, optionally `text_path`
/// and `article`, and a `gold` object.
public struct GoldPage: Sendable, Decodable {
    /// The collection the page belongs to; figures are given per set.
    public let set: String
    /// The page's id, unique in its file.
    public let id: String
    /// The page's URL.
    public let url: String?
    /// ISO 639-1 code of the page's language.
    public let lang: String?
    /// The page's file, relative to the folder of pages; may be gzipped.
    public let htmlPath: String?
    /// A plain-text dump of the same page.
    public let textPath: String?
    /// `false` when the page is no article.
    public let article: Bool?
    /// The answers.
    public let gold: GoldAnswers

    enum CodingKeys: String, CodingKey {
        case set, id, url, lang, article, gold
        case htmlPath = "html_path"
        case textPath = "text_path"
    }
}

/// The answers of a gold page; what is absent is not judged.
public struct GoldAnswers: Sendable, Decodable {
    /// The article's text, a paragraph a line.
    public let body: String?
    /// Texts inside ``body`` that a prediction may leave out unpunished.
    public let optional: [String]?
    /// The headline.
    public let title: String?
    /// The day of publication, `YYYY-MM-DD`.
    public let date: String?
    /// Who wrote it.
    public let authors: Names?
    /// Who published it first, as the page says.
    public let source: String?
    /// The address of its main image.
    public let leadImage: String?
    /// Texts that must be in the body.
    public let with: [String]?
    /// Texts that must not be in the body.
    public let without: [String]?

    enum CodingKeys: String, CodingKey {
        case body, optional, title, date, authors, source, with, without
        case leadImage = "lead_image_url"
    }
}

/// People as a gold file gives them: a list, or one line of text.
public enum Names: Sendable, Decodable, Equatable {
    /// A list of names.
    case list([String])
    /// A line that may name several.
    case line(String)

    /// Reads a list or a string.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let names = try? container.decode([String].self) {
            self = .list(names)
        } else {
            self = .line(try container.decode(String.self))
        }
    }

    /// Whether nobody is named.
    public var isEmpty: Bool {
        switch self {
        case .list(let names): names.isEmpty
        case .line(let line): line.isEmpty
        }
    }
}

/// Why a gold or prediction file could not be read.
public struct GoldError: Error, CustomStringConvertible {
    /// The file.
    public let path: String
    /// The line, from 1; 0 when the file itself could not be read.
    public let line: Int
    /// What was wrong.
    public let reason: String

    /// What, where.
    public var description: String { line == 0 ? "\(path): \(reason)" : "\(path):\(line): \(reason)" }
}

/// Reads a JSON Lines file.
///
/// - Parameter path: The file; empty lines are passed over.
/// - Throws: ``GoldError`` naming the first line that does not fit.
public func readJSONLines<Row: Decodable>(_ type: Row.Type, at path: String) throws(GoldError) -> [Row] {
    guard let data = FileManager.default.contents(atPath: path) else {
        throw GoldError(path: path, line: 0, reason: "no such file, or not readable")
    }
    var rows: [Row] = []
    let decoder = JSONDecoder()
    for (index, line) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
        do {
            rows.append(try decoder.decode(Row.self, from: Data(line)))
        } catch {
            throw GoldError(path: path, line: index + 1, reason: "not a \(Row.self): \(error)")
        }
    }
    return rows
}
