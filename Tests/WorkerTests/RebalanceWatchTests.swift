import Kafka
import Testing

@testable import Worker

@Suite("When the group has settled")
struct RebalanceWatchTests {
    private let now = ContinuousClock.now
    private let place = [TopicPartition(topic: "t", partition: 0)]

    @Test("a member that joins waits for its first assignment, even an empty one")
    func joining() {
        let round = RebalanceWatch(.cooperativeSticky)
        #expect(round.isUnderWay(now))
        round.saw(.assigned([]), now: now)
        #expect(!round.isUnderWay(now))
    }

    @Test("a cooperative revocation is followed by what is new at once and by a second round")
    func cooperative() {
        let round = RebalanceWatch(.cooperativeSticky)
        round.saw(.assigned(place), now: now)
        round.saw(.revoked(place), now: now)
        round.saw(.assigned([]), now: now)
        #expect(round.isUnderWay(now))
        round.saw(.assigned([]), now: now)
        #expect(!round.isUnderWay(now))
    }

    @Test("an eager revocation is followed by one assignment, and so is a loss")
    func eager() {
        let round = RebalanceWatch(.range)
        round.saw(.assigned(place), now: now)
        round.saw(.revoked(place), now: now)
        #expect(round.isUnderWay(now))
        round.saw(.assigned(place), now: now)
        #expect(!round.isUnderWay(now))
        round.saw(.lost(place), now: now)
        #expect(round.isUnderWay(now))
    }

    @Test("a round that never ends is not waited for without end")
    func patience() {
        let round = RebalanceWatch(.cooperativeSticky)
        round.saw(.assigned(place), now: now)
        round.saw(.revoked(place), now: now)
        #expect(round.isUnderWay(now + .seconds(4)))
        #expect(!round.isUnderWay(now + .seconds(5)))
    }
}
