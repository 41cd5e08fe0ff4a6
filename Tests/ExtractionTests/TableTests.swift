import TestSupport
import Testing

@testable import Extraction

/// The flat tables of hashes.
@Suite struct TableTests {
    @Test func keysAreNumberedAsTheyAreFirstMet() {
        #expect(KeyNumbers.of([UInt64]()).numbers.isEmpty)
        let numbered = KeyNumbers.of([7, 0, 7, .max, 0, 9] as [UInt64])
        #expect(numbered.numbers == [0, 1, 0, 2, 1, 3])
        #expect(numbered.count == 4)
    }

    @Test func manyKeysAreNumberedAsADictionaryDoes() {
        var random = SeededGenerator(seed: 3)
        let keys = (0..<5000).map { _ in UInt64.random(in: 0..<3000, using: &random) << 40 }
        var known: [UInt64: Int32] = [:]
        let numbers = keys.map { key in
            let number = known[key] ?? Int32(known.count)
            known[key] = number
            return number
        }
        #expect(KeyNumbers.of(keys).numbers == numbers)
    }

    @Test func aFilterHoldsWhatWasAdded() {
        var random = SeededGenerator(seed: 4)
        let hashes = (0..<500).map { _ in UInt32.random(in: 0...(.max), using: &random) }
        var filter = HashFilter()
        #expect(!hashes.contains { filter.mayHold($0) })
        for hash in hashes { filter.insert(hash) }
        #expect(hashes.allSatisfy { filter.mayHold($0) })
    }

    @Test func phrasesHaveTheirValuesAndOthersNone() {
        var random = SeededGenerator(seed: 5)
        let values = (0..<500).map { _ in
            (
                hash: UInt32.random(in: 1...(.max), using: &random) | 1,
                value: Float.random(in: -3 ... -1, using: &random)
            )
        }
        let table = PhraseTable(values: values)
        let last = Dictionary(values.map { ($0.hash, $0.value) }, uniquingKeysWith: { $1 })
        #expect(last.allSatisfy { table[$0.key] == $0.value })
        #expect((1...1000).allSatisfy { last[$0] != nil || table[$0] == 0 })
    }
}
