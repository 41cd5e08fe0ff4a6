import Normalization
import Pages
public import Pipeline
import Synchronization
public import Telemetry
public import Wire
import Worker

/// What became of the last pages and of whose they were; bounded whatever comes.
public final class PageJournal: Sendable {
    private struct Content: Sendable {
        var articles = Ring<PageNote>(capacity: 25)
        var others = Ring<PageNote>(capacity: 25)
        var sites = SiteTable(capacity: 256)
    }

    let flow = FlowHistory()
    private let content = Mutex(Content())
    private let metrics: MetricRegistry

    /// Makes an empty journal that counts in these metrics.
    public init(metrics: MetricRegistry) {
        self.metrics = metrics
        for reason in RejectionReason.allCases { metrics.counter(.rejections, reason.rawValue).add(0) }
    }

    /// Notes what came of a record.
    /// - Parameters:
    ///   - url: the page's, where it could be opened.
    ///   - times: what its stages took.
    public func note(_ outcome: PageOutcome, of record: InboundRecord, url: String?, times: StageTimes) {
        for (stage, time) in times.all {
            metrics.histogram(.stageSeconds, stage.rawValue).observe(seconds(time))
        }
        var note = PageNote(record, url: url)
        switch outcome {
        case .tombstone: return
        case .article(let event, _):
            note.title = PageNote.cut(event.title ?? "", to: 160)
            note.site = event.siteDomain
        case .rejected(let rejection, _):
            metrics.counter(.rejections, rejection.reason.rawValue).add()
            (note.outcome, note.reason) = (.rejected, rejection.reason.rawValue)
            note.title = PageNote.cut(rejection.detail, to: 240)
        case .dead(let fault):
            metrics.counter(.deadLetters, fault.reason.rawValue, fault.stage).add()
            (note.outcome, note.reason) = (.deadLetter, fault.reason.rawValue)
            note.title = PageNote.cut(fault.detail, to: 240)
        }
        if note.site == nil { note.site = url.flatMap { RegistrableDomain.of(url: $0) } }
        content.withLock { [note] content in
            if note.outcome == .article { content.articles.append(note) } else { content.others.append(note) }
            content.sites.count(note)
        }
    }

    /// The last articles and the last others, the newest first.
    var recent: (articles: [PageNote], others: [PageNote]) {
        content.withLock { (Array($0.articles.all.reversed()), Array($0.others.all.reversed())) }
    }

    /// The sites with most pages.
    func sites(_ count: Int) -> [SiteTable.Row] { content.withLock { $0.sites.top(count) } }
}

/// What became of one page, as the console lists it.
struct PageNote: Sendable, Equatable {
    var outcome = OutcomeKind.article
    var topic: String
    var partition: Int32
    var offset: Int64
    var url: String?
    var site: String?
    /// The article's title, or what was seen instead of one.
    var title = ""
    var reason: String?
    var atMs = WallTime.now().milliseconds

    init(_ record: InboundRecord, url: String?) {
        (topic, partition, offset) = (record.topic, record.partition, record.offset)
        self.url = url.map { PageNote.cut($0, to: 300) }
    }

    /// The first bytes of a text, whole characters of it.
    static func cut(_ text: String, to bytes: Int) -> String {
        guard text.utf8.count > bytes else { return text }
        var end = text.utf8.index(text.utf8.startIndex, offsetBy: bytes)
        while text.utf8[end] & 0xc0 == 0x80 { end = text.utf8.index(before: end) }
        return String(text[..<end]) + "…"
    }
}

/// The last so many.
struct Ring<Element: Sendable>: Sendable {
    private var items: [Element] = []
    private var next = 0
    private let capacity: Int

    init(capacity: Int) { self.capacity = capacity }

    mutating func append(_ item: Element) {
        if items.count < capacity {
            items.append(item)
        } else {
            items[next] = item
            next = (next + 1) % capacity
        }
    }

    /// The oldest first.
    var all: [Element] { Array(items[next...] + items[..<next]) }
}

/// Pages by site; when there are too many sites, the one that was seen least recently is forgotten.
struct SiteTable: Sendable {
    struct Row: Sendable, Equatable {
        var site: String
        var articles = 0
        var reasons: [String: Int] = [:]
        fileprivate var lastSeen = 0

        var refused: Int { reasons.values.reduce(0, +) }
        var pages: Int { articles + refused }
        /// The reason that comes most.
        var topReason: String? { reasons.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
    }

    private var rows: [String: Row] = [:]
    private var turn = 0
    private let capacity: Int

    init(capacity: Int) { self.capacity = capacity }

    mutating func count(_ note: PageNote) {
        guard let site = note.site, site.utf8.count <= 253 else { return }
        turn += 1
        var row = rows[site] ?? Row(site: site)
        row.lastSeen = turn
        // Reasons are few: they are the raw values of enumerations.
        if let reason = note.reason { row.reasons[reason, default: 0] += 1 } else { row.articles += 1 }
        rows[site] = row
        guard rows.count > capacity, let oldest = rows.values.min(by: { $0.lastSeen < $1.lastSeen }) else { return }
        rows[oldest.site] = nil
    }

    /// Those with most pages.
    func top(_ count: Int) -> [Row] {
        Array(rows.values.sorted { ($1.pages, $0.site) < ($0.pages, $1.site) }.prefix(count))
    }
}
