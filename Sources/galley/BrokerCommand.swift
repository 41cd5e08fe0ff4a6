import Dispatch
import Kafka
import Worker

/// `galley broker`: the embedded broker alone, for trying things out with any Kafka client.
struct BrokerCommand {
    /// Partitions by topic.
    var topics: [String: Int]

    /// Runs until it is told to stop; prints the bootstrap address first.
    func run() throws {
        let kafka = try EmbeddedKafka(topics: topics)
        defer { kafka.stop() }
        Terminal.output(line: kafka.brokers)
        for (topic, partitions) in topics.sorted(by: { $0.key < $1.key }) {
            Terminal.note("galley: topic \(topic), \(partitions) partitions")
        }
        Terminal.note("galley: embedded broker at \(kafka.brokers); nothing is kept once it ends. Stop it with Ctrl-C.")
        let asked = DispatchSemaphore(value: 0)
        let signals = StopSignals { _ in asked.signal() }
        asked.wait()
        withExtendedLifetime(signals) {}
    }
}
