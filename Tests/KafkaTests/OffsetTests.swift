import Kafka
import Synchronization
import TestSupport
import Testing

@Suite(.waits) struct OffsetTests {
    private let place = TopicPartition(topic: "pages", partition: 0)

    @Test func `a member goes on at the offset that another has committed`() throws {
        let kafka = try EmbeddedKafka(topics: ["pages": 1])
        try kafka.fill("pages", 0..<10)
        let first = try kafka.member(of: "g")
        try first.subscribe(["pages"]) { _ in }
        #expect(try first.records(10).map(\.offset) == Array(0..<10))
        try first.commit([PartitionOffset(place, offset: 4)], timeoutMs: 5000)
        #expect(first.close(deadlineMs: 5000))

        let second = try kafka.member(of: "g")
        defer { second.close(deadlineMs: 2000) }
        try second.subscribe(["pages"]) { _ in }
        #expect(try second.records(1).first?.offset == 4)
        #expect(try second.position([place]).map(\.offset) == [5])
    }

    @Test func `a commit's metadata comes back`() throws {
        let kafka = try EmbeddedKafka(topics: ["pages": 2])
        let consumer = try kafka.member(of: "g")
        defer { consumer.close(deadlineMs: 2000) }
        try consumer.assign([PartitionOffset(place, offset: 0)])
        let map = PartitionOffset(place, offset: 42, metadata: "1:3-7,9 \u{00e9}")
        try consumer.commit([map], timeoutMs: 5000)
        let other = TopicPartition(topic: "pages", partition: 1)
        #expect(try consumer.committed([place, other], timeoutMs: 5000) == [map])
    }

    @Test func `a commit in the background is reported to its completion`() throws {
        let kafka = try EmbeddedKafka(topics: ["pages": 1])
        let consumer = try kafka.member(of: "g")
        defer { consumer.close(deadlineMs: 2000) }
        try consumer.assign([PartitionOffset(place, offset: 0)])
        let outcomes = Collected<KafkaFault?>()
        try consumer.commitAsync([PartitionOffset(place, offset: 3, metadata: "m")]) { outcomes.add($0) }
        _ = try consumer.poll { _, _ in outcomes.count > 0 }
        #expect(outcomes.all == [nil])
        #expect(try consumer.committed([place], timeoutMs: 5000).first?.metadata == "m")
    }

    @Test func `a refused commit names the partition or the reason`() throws {
        let kafka = try EmbeddedKafka(topics: ["pages": 1])
        let consumer = try kafka.member(of: "g")
        defer { consumer.close(deadlineMs: 2000) }
        try consumer.assign([PartitionOffset(place, offset: 0)])
        try kafka.fail(.offsetCommit, with: [30])
        let fault = #expect(throws: KafkaFault.self) {
            try consumer.commit([PartitionOffset(place, offset: 1)], timeoutMs: 5000)
        }
        #expect(fault?.name == "GROUP_AUTHORIZATION_FAILED")
    }

    @Test func `a commit without a broker ends at its time limit`() throws {
        let kafka = try EmbeddedKafka(topics: ["pages": 1])
        let consumer = try kafka.member(of: "g")
        try consumer.assign([PartitionOffset(place, offset: 0)])
        try kafka.takeDown()
        let fault = #expect(throws: KafkaFault.self) {
            try consumer.commit([PartitionOffset(place, offset: 1)], timeoutMs: 200)
        }
        #expect(fault?.isRetriable == true)
        consumer.close(deadlineMs: 500)
    }

    @Test func `pausing and resuming loses nothing and repeats nothing`() throws {
        let kafka = try EmbeddedKafka(topics: ["pages": 1])
        try kafka.fill("pages", 0..<500)
        let consumer = try kafka.member(of: "g")
        defer { consumer.close(deadlineMs: 2000) }
        try consumer.assign([PartitionOffset(place, offset: 0)])
        var offsets: [Int64] = []
        for round in 0..<5 {
            offsets += try consumer.records(37).map(\.offset)
            try consumer.pause([place, place])
            #expect(consumer.paused == [place])
            for _ in 0..<round { #expect(try consumer.poll(timeoutMs: 5) == nil) }
            try consumer.resume([place])
            try consumer.resume([place])
        }
        offsets += try consumer.records(500 - offsets.count).map(\.offset)
        #expect(offsets == Array(0..<500))
    }

    @Test func `seeking goes on at the offset asked for`() throws {
        let kafka = try EmbeddedKafka(topics: ["pages": 1])
        try kafka.fill("pages", 0..<20)
        let consumer = try kafka.member(of: "g") { $0.reportsEndOfPartition = true }
        defer { consumer.close(deadlineMs: 2000) }
        try consumer.assign([PartitionOffset(place, offset: 15)])
        #expect(try consumer.records(5).map(\.offset) == Array(15..<20))
        var isAtEnd = false
        while !isAtEnd { isAtEnd = try consumer.poll(timeoutMs: 1000) == .endOfPartition(place, offset: 20) }
        try consumer.seek([PartitionOffset(place, offset: 2)])
        #expect(try consumer.records(1).first?.offset == 2)
        #expect(try consumer.watermarks([place], timeoutMs: 5000) == [place: Watermarks(low: 0, high: 20)])
        #expect(try consumer.cachedWatermarks(place) == Watermarks(low: 0, high: 20))
    }

    @Test(arguments: [nil, Assignor.cooperativeSticky, .range], [false, true])
    func `an offset that is gone is reported and nothing is skipped, paused or not`(
        _ assignor: Assignor?, _ isPaused: Bool
    ) throws {
        let kafka = try EmbeddedKafka(topics: ["pages": 1])
        try kafka.fill("pages", 0..<3)
        let consumer = try kafka.member(of: "g") {
            $0.offsetReset = .error
            if let assignor { $0.assignor = assignor }
        }
        defer { consumer.close(deadlineMs: 2000) }
        if assignor == nil {
            try consumer.assign([PartitionOffset(place, offset: 99)])
        } else {
            try consumer.subscribe(["pages"]) { _ in consumer.start(at: [PartitionOffset(place, offset: 99)]) }
        }
        let seen = try consumer.poll { _, faults in faults.contains { $0.isOffsetReset } }
        #expect(seen.records.isEmpty)
        #expect(seen.faults.last?.topicPartition == place)
        if isPaused { try consumer.pause([place]) }
        try consumer.seek([PartitionOffset(place, offset: 1)])
        #expect(consumer.paused.isEmpty)
        #expect(try consumer.records(2).map(\.offset) == [1, 2])
    }
}
