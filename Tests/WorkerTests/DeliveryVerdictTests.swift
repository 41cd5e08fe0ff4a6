import Kafka
import Testing

@testable import Worker

struct DeliveryVerdictTests {
    /// Codes of Kafka (positive) and librdkafka (negative) and what becomes of an article.
    @Test(
        arguments: [
            (10, .deadLetter), (18, .deadLetter), (87, .deadLetter), (32, .deadLetter),
            (3, .outputAway), (29, .outputAway), (-192, .outputAway), (-195, .outputAway), (19, .outputAway),
            (-188, .outputAway), (-150, .rebuild), (-144, .rebuild), (35, .outputAway),
        ] as [(Int32, DeliveryVerdict)])
    func anArticleIsRetriedUnlessTheRecordItselfIsRefused(code: Int32, verdict: DeliveryVerdict) {
        #expect(DeliveryVerdict(KafkaFault(code: code), kind: .article) == verdict)
        #expect(DeliveryVerdict(KafkaFault(code: code), kind: .rejected) == verdict)
    }

    @Test(arguments: [10, 87, 3, 29, -192] as [Int32])
    func aDeadLetterIsNeverGivenUp(code: Int32) {
        #expect(DeliveryVerdict(KafkaFault(code: code), kind: .deadLetter) == .holdPartition)
    }
}
