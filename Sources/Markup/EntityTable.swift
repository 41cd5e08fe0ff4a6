/// What a character reference stands for: one or two code points.
struct Reference: Sendable {
    var first: UInt32
    /// 0 where there is one only.
    var second: UInt32 = 0
    /// Bytes it takes in the page, the `&` left out.
    var length: Int
}

extension Reference {
    /// The references that pages are full of, told by the eight bytes behind the `&`.
    @inline(__always)
    init?(common word: UInt64) {
        switch word & 0xFFFF_FFFF {
        case 0x3B70_6D61: self.init(first: 0x26, length: 4)  // amp;
        case 0x746F_7571 where word &>> 32 & 0xFF == 0x3B: self.init(first: 0x22, length: 5)  // quot;
        case 0x7073_626E where word &>> 32 & 0xFF == 0x3B: self.init(first: 0xA0, length: 5)  // nbsp;
        default: return nil
        }
    }
}

/// The named character references of the standard, sorted by name, so that each further byte narrows a range of
/// candidates.
struct EntityTable: Sendable {
    /// Names one after the other.
    private var names: [UInt8] = []
    /// Where each name starts, and one past the last.
    private var starts: [Int32] = [0]
    /// What each stands for.
    private var texts: [Reference] = []
    /// First candidate by first byte; one more than the bytes so that `firsts[b + 1]` ends the range.
    private var firsts = [Int](repeating: 0, count: 257)

    static let standard = EntityTable()

    private init() {
        names.reserveCapacity(EntityTable.packed.utf8CodeUnitCount)
        for entry in EntityTable.packed.description.utf8.split(separator: 0x20) {
            let parts = entry.split(separator: UInt8(ascii: "="))
            guard parts.count == 2, let first = parts[0].first else { continue }
            names += parts[0]
            starts.append(Int32(names.count))
            texts.append(EntityTable.decode(parts[1], length: parts[0].count))
            firsts[Int(first) + 1] = texts.count
        }
        for byte in 1..<257 { firsts[byte] = max(firsts[byte], firsts[byte - 1]) }
    }

    private static func decode(_ hexes: Substring.UTF8View, length: Int) -> Reference {
        let scalars = hexes.split(separator: UInt8(ascii: ".")).compactMap { UInt32(Substring($0), radix: 16) }
        return Reference(first: scalars.first ?? 0, second: scalars.count > 1 ? scalars[1] : 0, length: length)
    }

    /// The longest reference whose name begins at `place`, just behind the `&`.
    func longestMatch(in source: SourceBytes, at place: Int) -> Reference? {
        let first = Int(source[place])
        var low = firsts[first]
        var high = firsts[first + 1]
        var best: Reference?
        var depth = 1
        while low < high {
            if length(low) == depth { best = texts[low] }
            guard place + depth < source.count else { break }
            let byte = source[place + depth]
            low = bound(low, high, depth: depth) { $0 < byte }
            high = bound(low, high, depth: depth) { $0 <= byte }
            depth += 1
        }
        return best
    }

    private func length(_ entry: Int) -> Int { Int(starts[entry + 1] - starts[entry]) }

    /// The first entry of the range whose byte at `depth` does not satisfy `isBelow`; a name that ends before counts as
    /// below.
    private func bound(_ low: Int, _ high: Int, depth: Int, _ isBelow: (UInt8) -> Bool) -> Int {
        var low = low
        var high = high
        while low < high {
            let middle = (low + high) / 2
            if length(middle) <= depth || isBelow(names[Int(starts[middle]) + depth]) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }
}
