import Kafka
import Wire

/// `galley load`: pages from files onto a topic.
struct LoadCommand {
    var operands: [String]
    var files: PageFiles
    var labels: RecordLabels
    var topic: String
    var client: ClientSettings
    var isQuiet: Bool

    /// Loads every page; each is keyed by its URL, or by its name where it has none.
    ///
    /// - Returns: whether the topic holds them all at the end.
    func run() throws -> Bool {
        let admin = try Admin(client)
        defer { admin.close() }
        let found = try admin.topic(topic, timeoutMs: 10_000)
        if let fault = found.fault { throw fault }
        let loader = try PageLoader(client: client, topic: topic)
        var bar = ProgressBar("loading", total: try PageFiles.count(operands), isQuiet: isQuiet)
        var sent: UInt64 = 0
        var bytes = 0
        var withoutURL = Names()
        try files.forEach(operands) { file in
            let labelled = labels.label(file)
            sent += 1
            bytes += file.body.count
            if labelled.url == nil { withoutURL.append(file.name) }
            try loader.send(key: labelled.key, value: file.body, headers: labelled.headers, token: sent)
            bar.update(Int(sent), note: file.name)
        }
        let delivered = try loader.finish()
        bar.finish()
        Terminal.output(line: "\(delivered) pages, \(bytes) bytes loaded onto \(topic)")
        if let first = withoutURL.first { say(withoutURL.count, first) }
        let dropped = loader.dropped(try admin.watermarks(of: topic, timeoutMs: 10_000))
        if dropped > 0 { say(dropped, of: delivered) }
        return dropped == 0
    }

    /// Names that are counted; only the first is kept, as there may be millions.
    private struct Names {
        var first: String?
        var count = 0
        mutating func append(_ name: String) {
            first = first ?? name
            count += 1
        }
    }

    /// Pages without a URL give events all the same, whose ids are made of their text: two versions of a page are two articles.
    private func say(_ withoutURL: Int, _ first: String) {
        Terminal.note(
            "galley: \(withoutURL) pages have no URL, the first is \(first); --url-from canonical, path:BASE or field:NAME"
                + " gives them one")
    }

    /// A broker takes what it will not keep: no error tells of it.
    private func say(_ dropped: Int, of delivered: Int) {
        Terminal.note(
            "galley: \(dropped) of these \(delivered) pages are no longer on \(topic): the broker keeps a part of them only"
                + " and has dropped the oldest. The embedded broker keeps 5 MiB of a partition: give the topic more"
                + " partitions ('galley broker --topics \(topic):32'), load fewer pages at a time while a worker reads, or"
                + " use a Kafka; of a Kafka, raise the topic's retention.bytes or retention.ms")
    }
}
