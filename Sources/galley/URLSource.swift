import Extraction
import Foundation
import Markup
import Pages
import Settings
import Text
import Wire

/// Where `galley load` has the URL of a page from that states none in its record: `--url-from`.
enum URLSource: Equatable {
    /// The page's own `link rel=canonical` or `og:url`.
    case canonical
    /// The file's path within its folder, behind a base URL.
    case path(base: String)
    /// A member of the page's JSON, by its path.
    case field([String])

    /// Reads the flag's text.
    init(_ text: String) throws(SettingsError) {
        if text == "canonical" {
            self = .canonical
        } else if let base = Self.rest(of: text, behind: "path:"),
            base.hasPrefix("https://") || base.hasPrefix("http://")
        {
            self = .path(base: base)
        } else if let name = Self.rest(of: text, behind: "field:"), !name.isEmpty {
            self = .field(name.split(separator: ".").map(String.init))
        } else {
            throw SettingsError(
                usage: "--url-from is \"\(text.prefix(200))\"; expected canonical, path:BASE with an http(s) URL as"
                    + " path:https://news.example/, or field:NAME as field:meta.link")
        }
    }

    private static func rest(of text: String, behind prefix: String) -> String? {
        text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : nil
    }

    /// The URL of a page, absolute; `nil` when its source does not give one.
    ///
    /// - Parameter page: the page opened, where it can be.
    func url(of file: PageFile, _ page: RawPage?) -> String? {
        let found: String? =
            switch self {
            case .canonical: page.flatMap(Self.canonical)
            case .path(let base): file.place.flatMap { Self.joined(base, $0) }
            case .field(let names): Self.member(names, of: file.body)
            }
        guard let found, found.hasPrefix("https://") || found.hasPrefix("http://") else { return nil }
        return found
    }

    private static func canonical(_ page: RawPage) -> String? {
        let declared = page.charset ?? page.contentType.flatMap(Charset.parameter(of:))
        return StatedAddress.of(Parser().parse(TextDecoder.decode(page.body, declared: declared, isHTML: true).utf8))
    }

    /// What a path may hold as it is. Mirrors keep a URL's query and its escapes in their files' names.
    private static let allowed = CharacterSet.urlPathAllowed.union(CharacterSet(charactersIn: "?=&%+"))

    private static func joined(_ base: String, _ place: String) -> String? {
        let name = PageFile.uncodedName(place)
        guard let path = name.addingPercentEncoding(withAllowedCharacters: allowed) else { return nil }
        return base + (base.hasSuffix("/") ? "" : "/") + path
    }

    private static func member(_ names: [String], of body: [UInt8]) -> String? {
        guard let plain = try? ContainerFile.plain(body) else { return nil }
        var value = try? JSONSerialization.jsonObject(with: Data(plain))
        for name in names { value = (value as? [String: Any])?[name] }
        return value as? String
    }
}
