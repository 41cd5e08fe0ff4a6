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
    func run() throws {
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
    }
}
