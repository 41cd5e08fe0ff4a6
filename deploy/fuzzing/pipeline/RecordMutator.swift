import TestSupport
import Wire

/// libFuzzer's own mutations: bits, bytes, runs of them, words of the dictionary.
@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ mostBytes: Int) -> Int

/// libFuzzer's hook for a mutator that knows what an input is. The seed decides everything but libFuzzer's own mutations,
/// which follow the seed of the run.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutateRecord(
    _ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ mostBytes: Int, _ seed: UInt32
) -> Int {
    var mutator = RecordMutator(seed: seed)
    if mutator.oneIn(8) { return mutateBytes(data, size, mostBytes) }
    return write(mutator.mutated(RecordFile(bytes(data, size))).bytes, to: data, mostBytes)
}

/// libFuzzer's hook for making one input of two.
@_cdecl("LLVMFuzzerCustomCrossOver")
public func spliceRecords(
    _ first: UnsafePointer<UInt8>, _ firstSize: Int, _ second: UnsafePointer<UInt8>, _ secondSize: Int,
    _ output: UnsafeMutablePointer<UInt8>, _ mostBytes: Int, _ seed: UInt32
) -> Int {
    var mutator = RecordMutator(seed: seed)
    let spliced = mutator.spliced(RecordFile(bytes(first, firstSize)), RecordFile(bytes(second, secondSize)))
    return write(spliced.bytes, to: output, mostBytes)
}

private func bytes(_ start: UnsafePointer<UInt8>, _ count: Int) -> [UInt8] {
    Array(UnsafeBufferPointer(start: start, count: count))
}

private func write(_ bytes: [UInt8], to output: UnsafeMutablePointer<UInt8>, _ mostBytes: Int) -> Int {
    let count = min(bytes.count, mostBytes)
    output.update(from: bytes, count: count)
    return count
}

/// Changes records in ways that keep them records of pages.
struct RecordMutator {
    private var random: SeededGenerator

    /// The mutator whose every choice follows from a seed.
    init(seed: UInt32) { random = SeededGenerator(seed: UInt64(seed)) }

    /// True once in `count` times.
    mutating func oneIn(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }

    /// A record after one to six edits.
    mutating func mutated(_ record: RecordFile) -> RecordFile {
        var record = record
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            if oneIn(6) { RecordEdit.apply(to: &record, &random) } else { edit(value: &record) }
        }
        return record
    }

    private mutating func edit(value record: inout RecordFile) {
        var page = record.value ?? []
        PageEdit.apply(to: &page, &random)
        record.value = page
    }

    /// The first record with a block of the second in its page, and now and then with its headers.
    mutating func spliced(_ first: RecordFile, _ second: RecordFile) -> RecordFile {
        var record = first
        if oneIn(8) { record.headers += second.headers }
        guard let page = first.value, let other = second.value else { return record }
        let block = Tags.block(of: other, &random)
        record.value = Tags.replacing(Tags.place(in: page, &random), of: page, with: Array(other[block]))
        return record
    }
}
