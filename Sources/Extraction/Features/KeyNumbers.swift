/// Numbers keys in the order in which they are first met: an open-addressing table, since a page is asked for some thousand keys
/// and each is looked up but a few times.
struct KeyNumbers {
    private var slots: [Slot]
    private let mask: Int
    /// How many keys have been met.
    private(set) var count = 0

    private struct Slot {
        var key: UInt64 = 0
        /// 0 in a free slot, else one more than the key's number.
        var next: Int32 = 0
    }

    /// A table for at most `capacity` keys.
    init(capacity: Int) {
        var slotCount = 16
        while slotCount < capacity * 2 { slotCount *= 2 }
        slots = Array(repeating: Slot(), count: slotCount)
        mask = slotCount - 1
    }

    /// The numbers of keys, one after the other.
    static func of<Keys: RandomAccessCollection>(_ keys: Keys) -> (numbers: [Int32], count: Int)
    where Keys.Element == UInt64 {
        var table = KeyNumbers(capacity: keys.count)
        let numbers = keys.map { table.number(of: $0) }
        return (numbers, table.count)
    }

    private mutating func number(of key: UInt64) -> Int32 {
        var place = Self.hash(key) & mask
        while slots[place].next != 0 {
            if slots[place].key == key { return slots[place].next - 1 }
            place = (place + 1) & mask
        }
        count += 1
        slots[place] = Slot(key: key, next: Int32(count))
        return Int32(count - 1)
    }

    /// Keys come from a page's text: without numbers that its author cannot know, all of them could be made to want one slot.
    @inline(__always)
    private static func hash(_ key: UInt64) -> Int {
        let product = (key ^ secret.0).multipliedFullWidth(by: secret.1)
        return Int(truncatingIfNeeded: product.high ^ product.low)
    }

    private static let secret = (UInt64.random(in: 0...(.max)), UInt64.random(in: 0...(.max)) | 1)
}
