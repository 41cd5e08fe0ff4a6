import TestSupport
import Testing

@testable import Flow

/// The ledger beside a naive account that keeps every offset in sets.
struct OffsetLedgerModelTests {
    /// What the ledger should say, in the plainest words.
    struct Model {
        var base: Int64
        var exists: Set<Int64>
        var done: Set<Int64> = []
        var begun: Set<Int64> = []
        var position: Int64

        /// The first record at or after an offset: a frontier may stand anywhere in the gap before it.
        func record(from offset: Int64) -> Int64 { exists.filter { $0 >= offset }.min() ?? base + 400 }

        /// The first record that is not finished; the end when all are.
        var frontier: Int64 { exists.subtracting(done).filter { $0 >= base }.min() ?? base + 400 }
    }

    @Test(arguments: 0..<60 as Range<UInt64>)
    func agreesWithANaiveModelOverRandomHistories(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var ledger = OffsetLedger<Int>()
        let base = Int64.random(in: 0..<1000, using: &random)
        let gaps = Bool.random(using: &random)
        let exists = Set((base..<base + 400).filter { _ in !gaps || Int.random(in: 0..<4, using: &random) > 0 })
        var model = Model(base: base, exists: exists, position: base)
        var epoch = ledger.assign(0, committed: base, metadata: nil)
        var rest = exists.sorted()[...]
        for _ in 0..<800 {
            switch Int.random(in: 0..<100, using: &random) {
            case 0..<45:
                guard let offset = rest.popFirst() else { continue }
                let admission = ledger.begin(0, offset)
                #expect(admission == (model.done.contains(offset) ? .known : .begun(epoch)))
                model.position = offset + 1
                if admission == .begun(epoch) { model.begun.insert(offset) }
            case 45..<97:
                guard let offset = model.begun.randomElement(using: &random) else { continue }
                expect(ledger.finish(0, offset, epoch: epoch), .recorded)
                model.begun.remove(offset)
                model.done.insert(offset)
            default:
                epoch = restart(&ledger, &model, old: epoch, &random)
                rest = exists.filter { $0 >= model.position }.sorted()[...]
            }
            #expect(ledger.frontier(0).map(model.record) == model.record(from: model.frontier))
            #expect(ledger.inFlight(0) == model.begun.count)
            checkRuns(ledger, model)
        }
    }

    /// Loses the process: what was committed is all that is known afterwards.
    private func restart(
        _ ledger: inout OffsetLedger<Int>, _ model: inout Model, old: Epoch, _ random: inout SeededGenerator
    ) -> Epoch {
        let point = ledger.dueCommit(0) ?? CommitPoint(offset: model.frontier, metadata: encoded(ledger, model))
        let late = model.begun.randomElement(using: &random)
        let epoch = ledger.assign(0, committed: point.offset, metadata: point.metadata)
        #expect(epoch > old)
        if let late { expect(ledger.finish(0, late, epoch: old), .stale) }
        model.begun = []
        model.base = point.offset
        model.position = point.offset
        return epoch
    }

    private func encoded(_ ledger: OffsetLedger<Int>, _ model: Model) -> String {
        RunsCode.encode(ledger.runs(0), frontier: model.frontier, cap: .max) ?? ""
    }

    private func checkRuns(_ ledger: OffsetLedger<Int>, _ model: Model) {
        let runs = ledger.runs(0)
        for (left, right) in zip(runs, runs.dropFirst()) { #expect(left.upperBound < right.lowerBound) }
        for run in runs {
            #expect(run.lowerBound > model.frontier)
            for offset in run where model.exists.contains(offset) { #expect(model.done.contains(offset)) }
        }
        let covered = model.done.allSatisfy { offset in
            offset < model.frontier || runs.contains { $0.contains(offset) }
        }
        #expect(covered)
    }
}
