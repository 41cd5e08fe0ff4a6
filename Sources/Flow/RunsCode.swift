/// How completed runs travel in a commit's metadata: `galley1:` and base-64 digits, small numbers in one digit each.
///
/// The numbers are the frontier the runs were written for, then per run the hole before it and its length. A number is
/// written in groups of five bits, lowest first, the sixth bit saying that more follow. Metadata that is foreign,
/// damaged or written for another frontier decodes to nothing: the pages are done again, which costs duplicates, never
/// a loss.
///
/// While a partition is held, a dot and the pages on trial follow (``Trials``): per page the distance from the frontier
/// and how often it was tried. A partition that is given back in order has no dot.
///
/// A ledger that keeps sums (``PartitionLedger/sums``) has them follow last, behind a comma.
public enum RunsCode {
    /// What the metadata starts with; another writer's metadata does not.
    public static let prefix = "galley1:"

    /// The broker's default bound on commit metadata (`offset.metadata.max.bytes`), in bytes.
    public static let defaultCap = 4096

    /// Writes the runs beyond a frontier; an empty text when there is nothing to say, `nil` when it would pass `cap`
    /// bytes.
    /// - Parameters:
    ///   - trials: tries by offset while the partition is held; `nil` when it is given back.
    ///   - sums: what is counted of all that is finished; none are written when there are none.
    public static func encode(
        _ runs: [Range<Int64>], frontier: Int64, cap: Int, trials: [Int64: Int]? = nil, sums: [Int64] = []
    ) -> String? {
        guard !runs.isEmpty || trials != nil || !sums.isEmpty else { return "" }
        var bytes = Array(prefix.utf8)
        append(frontier, to: &bytes)
        var edge = frontier
        for run in runs {
            append(run.lowerBound - edge, to: &bytes)
            append(run.upperBound - run.lowerBound, to: &bytes)
            edge = run.upperBound
            if bytes.count > cap { return nil }
        }
        if let trials { append(trials, frontier, to: &bytes) }
        if !sums.isEmpty { bytes.append(sumsMark) }
        for sum in sums { append(sum, to: &bytes) }
        return bytes.count > cap ? nil : String(decoding: bytes, as: UTF8.self)
    }

    private static func append(_ trials: [Int64: Int], _ frontier: Int64, to bytes: inout [UInt8]) {
        bytes.append(heldMark)
        for (offset, tries) in trials.sorted(by: { $0.key < $1.key }) where offset >= frontier {
            append(offset - frontier, to: &bytes)
            append(Int64(tries), to: &bytes)
        }
    }

    /// Reads runs back; empty unless the metadata is whole, ours, and was written for this frontier.
    public static func decode(_ metadata: String?, frontier: Int64) -> OffsetRuns {
        guard let metadata, metadata.hasPrefix(prefix) else { return OffsetRuns() }
        let bytes = Array(metadata.utf8.dropFirst(prefix.utf8.count).prefix { $0 != heldMark && $0 != sumsMark })
        var position = 0
        guard read(bytes, &position) == frontier else { return OffsetRuns() }
        var runs = OffsetRuns()
        var edge = frontier
        while position < bytes.count {
            guard let hole = read(bytes, &position), let length = read(bytes, &position), length > 0,
                let start = adding(edge, hole), let end = adding(start, length)
            else { return OffsetRuns() }
            runs.insert(start..<end)
            edge = end
        }
        return runs
    }

    /// Reads the pages on trial back; `nil` unless the metadata says that the partition was held when it was written.
    public static func decodeTrials(_ metadata: String?, frontier: Int64) -> [Int64: Int]? {
        guard let metadata, metadata.hasPrefix(prefix), let mark = metadata.utf8.firstIndex(of: heldMark) else {
            return nil
        }
        let bytes = Array(metadata.utf8[metadata.utf8.index(after: mark)...].prefix { $0 != sumsMark })
        var trials: [Int64: Int] = [:]
        var position = 0
        while position < bytes.count {
            guard let distance = read(bytes, &position), let tries = read(bytes, &position),
                let offset = adding(frontier, distance)
            else { break }
            trials[offset] = Int(min(tries, mostTries))
        }
        return trials
    }

    /// Reads the sums back; empty unless the metadata is ours and has them whole.
    public static func decodeSums(_ metadata: String?) -> [Int64] {
        guard let metadata, metadata.hasPrefix(prefix), let mark = metadata.utf8.firstIndex(of: sumsMark) else {
            return []
        }
        let bytes = Array(metadata.utf8[metadata.utf8.index(after: mark)...])
        var sums: [Int64] = []
        var position = 0
        while position < bytes.count {
            guard let sum = read(bytes, &position) else { return [] }
            sums.append(sum)
        }
        return sums
    }

    /// Tries that are counted: whoever wrote the metadata, one more can be added.
    private static let mostTries: Int64 = 1_000_000

    /// Stands after the runs while the partition is held.
    private static let heldMark = UInt8(ascii: ".")

    /// Stands before the sums.
    private static let sumsMark = UInt8(ascii: ",")

    /// Digits that a number takes.
    static func digits(_ value: Int64) -> Int { max(1, (68 - max(0, value).leadingZeroBitCount) / 5) }

    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    private static let values: [UInt8?] = {
        var table = [UInt8?](repeating: nil, count: 256)
        for (value, digit) in alphabet.enumerated() { table[Int(digit)] = UInt8(value) }
        return table
    }()

    private static func append(_ number: Int64, to bytes: inout [UInt8]) {
        var rest = UInt64(max(0, number))
        repeat {
            let group = Int(rest & 31)
            rest >>= 5
            bytes.append(alphabet[rest == 0 ? group : group | 32])
        } while rest != 0
    }

    private static func read(_ bytes: [UInt8], _ position: inout Int) -> Int64? {
        var number: Int64 = 0
        var shift: Int64 = 0
        while position < bytes.count, shift <= 60, let digit = values[Int(bytes[position])] {
            position += 1
            let group = Int64(digit & 31)
            guard shift < 60 || group < 8 else { return nil }
            number |= group << shift
            if digit & 32 == 0 { return number }
            shift += 5
        }
        return nil
    }

    private static func adding(_ a: Int64, _ b: Int64) -> Int64? {
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? nil : sum
    }
}
