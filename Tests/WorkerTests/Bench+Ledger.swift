import Kafka
import Testing

/// What became of each record of the input, told by the topics alone. ``Fake`` hands values on, so a value is its page.
struct BenchLedger {
    private(set) var inputs: [String] = []
    private(set) var outcomes: [String: [String]] = [:]
    /// Pages of one key that came out in another order than they went in, the first time.
    private(set) var outOfOrder: [String] = []

    private var all: [String] { outcomes.values.flatMap { $0 } }

    var missing: Set<String> { Set(inputs).subtracting(all) }
    var foreign: Set<String> { Set(all).subtracting(inputs) }
    var repeated: Int { all.count - Set(all).count }
    /// Pages with outcomes of two kinds.
    var contradictory: Int { outcomes.values.reduce(0) { $0 + Set($1).count } - Set(all).count }

    init(_ bench: Bench) throws {
        for topic in [Bench.output, Bench.rejected, Bench.dead] {
            outcomes[topic] = try bench.read(topic).map(Self.text)
        }
        let first = Dictionary(
            zip(outcomes[Bench.output] ?? [], 0...), uniquingKeysWith: { earlier, _ in earlier })
        // Order is kept within a partition; tests put the same key into several.
        struct Place: Hashable {
            var partition: Int32
            var key: [UInt8]?
        }
        var last: [Place: Int] = [:]
        for record in try bench.read("pages.raw") {
            let page = Self.text(record)
            inputs.append(page)
            guard let place = first[page] else { continue }
            let from = Place(partition: record.partition, key: record.key)
            if place < last[from] ?? -1 { outOfOrder.append(page) }
            last[from] = place
        }
    }

    private static func text(_ record: ConsumedRecord) -> String { String(decoding: record.value ?? [], as: UTF8.self) }

    /// The sums in a line.
    var summary: String {
        let counts = outcomes.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.count)" }.joined(separator: ", ")
        return "inputs \(inputs.count): \(counts); missing \(missing.count) \(missing.sorted().prefix(5)), "
            + "repeated \(repeated), contradictory \(contradictory), foreign \(foreign.count), "
            + "out of order \(outOfOrder.count) \(outOfOrder.prefix(3))"
    }
}

extension Bench {
    /// Reads the topics, shows the sums, and checks what holds in every run.
    /// - Parameters:
    ///   - fault: its number and what was done.
    ///   - mostRepeated: how many outcomes may be there again.
    func balance(_ fault: String, mostRepeated: Int = 0) throws {
        let ledger = try BenchLedger(self)
        print("\(fault), mock: \(ledger.summary)")
        #expect(ledger.missing.isEmpty && ledger.foreign.isEmpty, "\(ledger.summary)")
        #expect(ledger.contradictory == 0 && ledger.outOfOrder.isEmpty, "\(ledger.summary)")
        #expect(ledger.repeated <= mostRepeated, "\(ledger.summary)")
    }
}
