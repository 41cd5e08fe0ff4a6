import Normalization
import Pages
import Settings
import Wire

/// What `galley load` puts beside each page: its headers, its URL and its key.
struct RecordLabels {
    private let urlSource: URLSource?
    private let fetchTime: FetchTime
    private let headers: [WireHeader]
    private let decoder = RawPageDecoder()

    /// - Throws: a ``SettingsError`` when a flag's text is not understood.
    init(_ options: Configuration.Options) throws(SettingsError) {
        if let text = options.urlFrom { urlSource = try URLSource(text) } else { urlSource = nil }
        fetchTime = try FetchTime(options.fetchedAt)
        headers = options.headers.map { text in
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return WireHeader(String(parts[0]), String(parts[1]))
        }
    }

    /// A page with its labels.
    struct Labelled {
        /// The URL key (``URLKey``), under which the event's id and so its key is made too: every copy of a page is on one
        /// partition. The page's name where it has no URL.
        var key: String
        var headers: [WireHeader]
        /// The page's URL, as the worker will read it.
        var url: String?
    }

    /// The labels of a page. The URL and the time within a record count before those of its headers, as for the worker.
    func label(_ file: PageFile) -> Labelled {
        var labels = file.headers
        if let time = fetchTime.text(of: file) { labels.append(WireHeader("ce_time", time)) }
        let own = Set(headers.map { $0.name.lowercased() })
        labels = labels.filter { !own.contains($0.name.lowercased()) } + headers
        let page = try? decoder.decode(file.body, headers: labels)
        var url = page?.url
        if url == nil, let found = urlSource?.url(of: file, page) {
            labels.append(WireHeader("ce_subject", found))
            url = found
        }
        return Labelled(key: url.map { URLKey.key(of: $0) ?? $0 } ?? file.name, headers: labels, url: url)
    }
}
