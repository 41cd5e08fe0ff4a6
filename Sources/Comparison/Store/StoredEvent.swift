import Text

/// What is kept of an article event: where it belongs, and the fields that are compared.
struct StoredEvent {
    let article: String
    let place: PagePlace
    /// The event's `row_version`; the highest is the newest.
    let version: Int64
    /// The compared fields in canonical form.
    let body: [UInt8]
    /// Equal for equal bodies.
    let digest: [UInt8]

    /// Reads the JSON of an event: an object with an `article_id`. Otherwise `nil`.
    init?(json: [UInt8]) {
        guard case .object(let fields)? = FieldValue(json: json) else { return nil }
        guard case .text(let article)? = fields["article_id"], !article.isEmpty else { return nil }
        self.article = article
        place = Self.place(in: fields)
        version = fields["row_version"]?.whole ?? 0
        body = Array(FieldValue.object(ComparedFields.of(fields)).json.utf8)
        digest = Self.digest(of: body)
    }

    /// A digest short enough to be kept with every event, long enough that no two differ by chance: 16 bytes.
    static func digest(of bytes: [UInt8]) -> [UInt8] { Array(SHA256.digest(bytes).prefix(16)) }

    private static func place(in fields: [String: FieldValue]) -> PagePlace {
        guard case .text(let topic)? = fields["raw_topic"], let offset = fields["raw_offset"]?.whole,
            let partition = fields["raw_partition"]?.whole
        else { return .unknown }
        return PagePlace(topic: topic, partition: Int(partition), offset: offset)
    }
}
