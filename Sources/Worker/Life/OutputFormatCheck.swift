import Kafka
import Wire

/// Looks at the newest records of an output topic: events of two formats on one topic are read by no one.
struct OutputFormatCheck {
    private let client: ClientSettings

    init(_ client: ClientSettings) { self.client = client }

    /// Offsets of a partition that are looked at: the last ones may be marks of transactions.
    private static let depth: Int64 = 8
    private static let patience = Duration.seconds(10)

    /// What stands on the topic, when it is another format, and how to go on; `nil` when it fits or nothing tells.
    ///
    /// - Throws: a fault when the topic cannot be read.
    func other(than format: OutputFormat, on topic: String) throws -> String? {
        var newest: [TopicPartition: ConsumedRecord] = [:]
        try TopicReader(client: client).newest(OutputFormatCheck.depth, of: topic, patience: OutputFormatCheck.patience)
        {
            newest[$0.topicPartition] = $0
        }
        for (place, record) in newest.sorted(by: { $0.key < $1.key }) {
            let type = record.headers.last { $0.name == "content-type" }?.value
            guard let value = record.value,
                let found = OutputFormat.of(value, contentType: type.map { String(decoding: $0, as: UTF8.self) }),
                found != format
            else { continue }
            return
                "\(place) has records of the format \(found.rawValue) (offset \(record.offset)), and \(format.rawValue) is to be "
                + "written: publish to a topic of its own, or keep \(found.rawValue) in output.format, or empty the topic first"
        }
        return nil
    }
}
