import CRdKafka

/// librdkafka's properties on their way into a client: Galley's choices first, then the user's, then the guarantees.
struct ClientConfiguration: Sendable {
    private struct Property: Sendable {
        var name: String
        var value: String
        /// Skipped where the library does not know it.
        var isOptional = false
    }

    private var chosen: [Property] = []
    private var guarantees: [Property] = []
    private let users: [String: String]
    /// Where tokens come from, where the login is one by tokens.
    let tokens: TokenSource?

    /// What every client of a cluster has.
    init(_ settings: ClientSettings) {
        users = settings.properties
        tokens = settings.security.tokens
        set("bootstrap.servers", settings.brokers)
        set("client.id", settings.clientID)
        set("statistics.interval.ms", settings.statisticsIntervalMs)
        set("socket.nagle.disable", true)
        set("socket.keepalive.enable", true)
        guarantee("log.queue", "true")
        set(settings.security)
    }

    /// Galley's choice, which a user's property overrides.
    mutating func set(_ name: String, _ value: String, optional: Bool = false) {
        chosen.append(Property(name: name, value: value, isOptional: optional))
    }

    /// Galley's choice of a number.
    mutating func set(_ name: String, _ value: Int) { set(name, String(value)) }

    /// Galley's choice of a switch.
    mutating func set(_ name: String, _ value: Bool) { set(name, value ? "true" : "false") }

    /// A property that the guarantees rest on: a user's own is refused.
    mutating func guarantee(_ name: String, _ value: String) {
        guarantees.append(Property(name: name, value: value))
    }

    /// A new filter of the values that must never be shown.
    var secrets: SecretFilter {
        let all = chosen.map { ($0.name, $0.value) } + users.map { ($0.key, $0.value) }
        let values = all.filter { SecretFilter.isSecret(property: $0.0) }.map(\.1)
        return SecretFilter(values + (tokens?.secrets.map(\.value) ?? []))
    }

    private mutating func set(_ security: Security) {
        set("security.protocol", security.transport.rawValue)
        let optional: [(String, String?)] = [
            ("sasl.mechanism", security.mechanism?.rawValue), ("sasl.username", security.username),
            ("sasl.password", security.password?.value), ("ssl.ca.location", security.caFile),
            ("ssl.certificate.location", security.certificateFile), ("ssl.key.location", security.keyFile),
            ("ssl.key.password", security.keyPassword?.value),
        ]
        for (name, value) in optional {
            if let value { set(name, value) }
        }
    }
}

extension ClientConfiguration {
    /// librdkafka's own configuration object, to be handed to ``ClientHandle``, which owns it from then on.
    ///
    /// - Throws: a fault that names the property, librdkafka's reason, and never a secret's value.
    func make() throws(KafkaFault) -> OpaquePointer {
        guard let conf = unsafe rd_kafka_conf_new() else { throw KafkaFault.invalid("no memory for a configuration") }
        do throws(KafkaFault) {
            try refuseOverriddenGuarantees()
            for property in chosen where users[property.name] == nil { try unsafe apply(property, to: conf) }
            for (name, value) in users.sorted(by: { $0.key < $1.key }) {
                try unsafe apply(Property(name: name, value: value), to: conf)
            }
            for property in guarantees { try unsafe apply(property, to: conf) }
        } catch {
            unsafe rd_kafka_conf_destroy(conf)
            throw error
        }
        return unsafe conf
    }

    private func refuseOverriddenGuarantees() throws(KafkaFault) {
        for property in guarantees where users[property.name].map({ $0 != property.value }) ?? false {
            throw KafkaFault.invalid(
                "property \(property.name) must stay \(property.value): no loss and no repetition rest on it")
        }
    }

    private func apply(_ property: Property, to conf: OpaquePointer) throws(KafkaFault) {
        var reason = [CChar](repeating: 0, count: 512)
        let result = unsafe rd_kafka_conf_set(conf, property.name, property.value, &reason, reason.count)
        if result == RD_KAFKA_CONF_OK || (property.isOptional && result == RD_KAFKA_CONF_UNKNOWN) { return }
        var words = text(reason)
        if SecretFilter.isSecret(property: property.name) {
            words = SecretFilter([property.value]).clean(words)
        }
        throw KafkaFault.invalid("property \(property.name) was refused: \(secrets.clean(words))")
    }
}

/// The text up to the first NUL.
func text(_ buffer: [CChar]) -> String {
    String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
}
