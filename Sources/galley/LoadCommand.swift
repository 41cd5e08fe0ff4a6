import Kafka
import Wire

/// `galley load`: pages from files onto a topic.
struct LoadCommand {
    var operands: [String]
    var files: PageFiles
    var topic: String
    var client: ClientSettings
    var isQuiet: Bool

    /// Loads every page; each is keyed by its URL, or its name where it has none.
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
        try files.forEach(operands) { file in
            let url = file.headers.first { $0.name == "ce_subject" }?.value.map { String(decoding: $0, as: UTF8.self) }
            sent += 1
            bytes += file.body.count
            try loader.send(key: url ?? file.name, value: file.body, headers: file.headers, token: sent)
            bar.update(Int(sent), note: file.name)
        }
        let delivered = try loader.finish()
        bar.finish()
        Terminal.output(line: "\(delivered) pages, \(bytes) bytes loaded onto \(topic)")
        let dropped = loader.dropped(try admin.watermarks(of: topic, timeoutMs: 10_000))
        if dropped > 0 { say(dropped, of: delivered) }
        return dropped == 0
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
