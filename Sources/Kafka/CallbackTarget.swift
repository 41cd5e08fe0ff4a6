import CRdKafka

/// What the callbacks of a client find by the one opaque pointer that its configuration has.
final class CallbackTarget: Sendable {
    private let rebalancer: Rebalancer?
    private let refresher: TokenRefresher?

    init(rebalancer: Rebalancer?, refresher: TokenRefresher?) {
        self.rebalancer = rebalancer
        self.refresher = refresher
    }

    /// Sets this object as what the configuration's callbacks point to; it has to outlive the client.
    func wire(to conf: OpaquePointer) {
        unsafe rd_kafka_conf_set_opaque(conf, Unmanaged.passUnretained(self).toOpaque())
        if rebalancer != nil {
            unsafe rd_kafka_conf_set_rebalance_cb(conf) { client, error, partitions, opaque in
                guard let client = unsafe client, let target = unsafe CallbackTarget.at(opaque) else { return }
                unsafe target.rebalancer?.rebalance(client, error, partitions)
            }
        }
        if refresher != nil {
            unsafe rd_kafka_conf_set_oauthbearer_token_refresh_cb(conf) { client, _, opaque in
                guard let client = unsafe client, let target = unsafe CallbackTarget.at(opaque) else { return }
                unsafe target.refresher?.refresh(client)
            }
        }
    }

    private static func at(_ opaque: UnsafeMutableRawPointer?) -> CallbackTarget? {
        unsafe opaque.map { unsafe Unmanaged<CallbackTarget>.fromOpaque($0).takeUnretainedValue() }
    }
}
