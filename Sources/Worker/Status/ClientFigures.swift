import Kafka
import Telemetry

extension Statistics {
    /// The cluster's brokers. Bootstrap addresses have no number: those that answered are listed again with one; the group's
    /// coordinator has no address, and is one of the others.
    var members: [Broker] { brokers.filter { $0.nodeID >= 0 && $0.name.contains("/") } }

    /// Sets the gauges of a client's brokers and queue; a broker that has left the cluster is shown no more.
    func record(as client: String, in metrics: MetricRegistry) {
        let known = members
        for broker in known {
            metrics.gauge(.brokerUp, client, broker.name).set(broker.isUp ? 1 : 0)
            metrics.gauge(.brokerRoundTrip, client, broker.name).set(Double(broker.roundTripUs) / 1e6)
            metrics.total(.brokerTimeouts, client, broker.name).set(Double(broker.timeouts))
        }
        let names = Set(known.map(\.name))
        for family in [MetricFamily.brokerUp, .brokerRoundTrip, .brokerTimeouts] {
            metrics.remove(family) { $0[0] == client && !names.contains($0[1]) }
        }
        metrics.gauge(.clientQueue, client).set(
            Double(partitions.reduce(queuedBytes) { $0 + $1.fetchedBytes }))
    }
}
