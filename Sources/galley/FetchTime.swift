import Foundation
import Settings
import Wire

/// The `ce_time` that `galley load` puts beside pages: `--fetched-at`. A time within the record (WARC-Date, a member of the JSON)
/// stays there and counts before it.
enum FetchTime: Equatable {
    /// When the file was last modified, of files that hold one page.
    case file
    /// None: the record's timestamp counts.
    case none
    /// The same for every record, RFC 3339.
    case stated(String)

    /// Reads the flag's text.
    init(_ text: String) throws(SettingsError) {
        switch text {
        case "file": self = .file
        case "none": self = .none
        default:
            guard (try? Date(text, strategy: .iso8601)) != nil else {
                throw SettingsError(
                    usage:
                        "--fetched-at is \"\(text.prefix(80))\"; expected file, none, or a time as 2026-03-05T09:00:00Z"
                )
            }
            self = .stated(text)
        }
    }

    /// The header's text for a page.
    func text(of file: PageFile) -> String? {
        switch self {
        case .file: file.modified?.formatted(.iso8601)
        case .none: nil
        case .stated(let time): time
        }
    }
}
