import Kafka
import Testing

@testable import Worker

struct DeliveryVerdictTests {
    /// Codes of Kafka (positive) and librdkafka (negative) and what becomes of an article.
    @Test(
        arguments: [
            (10, .deadLetter(isReduced: false)), (18, .deadLetter(isReduced: false)),
            (87, .deadLetter(isReduced: false)), (32, .deadLetter(isReduced: false)),
            (3, .again), (29, .again), (-192, .again), (-195, .again), (19, .again),
            (-188, .again), (-150, .rebuild), (-144, .rebuild), (35, .again),
        ] as [(Int32, DeliveryVerdict)])
    func anArticleIsRetriedUnlessTheRecordItselfIsRefused(code: Int32, verdict: DeliveryVerdict) {
        #expect(DeliveryVerdict(KafkaFault(code: code), kind: .article) == verdict)
        #expect(DeliveryVerdict(KafkaFault(code: code), kind: .rejected) == verdict)
    }

    @Test(arguments: [10, 87, 3, 29, -192] as [Int32])
    func aDeadLetterIsNeverGivenUp(code: Int32) {
        let fault = KafkaFault(code: code)
        let first = DeliveryVerdict(fault, kind: .deadLetter)
        #expect(first == (DeliveryVerdict.isAboutTheRecord(fault) ? .deadLetter(isReduced: true) : .again))
        #expect(DeliveryVerdict(fault, kind: .deadLetter, isReduced: true) == .again)
    }
}
