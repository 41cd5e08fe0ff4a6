import Kafka
import Telemetry

extension FieldValue {
    static func fault(_ fault: KafkaFault) -> FieldValue { .text(fault.description) }
    static func place(_ place: TopicPartition) -> FieldValue { .text(place.description) }
}
