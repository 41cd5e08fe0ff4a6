/// Learnt values by hash, 0 for what is unknown. An open-addressing table behind a filter; a hash of 0 marks a free slot.
struct ValueTable: Sendable {
    private var slots: [(hash: UInt32, value: Float)]
    private let mask: Int
    private var filter = HashFilter()

    /// A table of learnt values.
    init(_ values: [(hash: UInt32, value: Float)] = []) {
        var capacity = 64
        while capacity < values.count * 2 { capacity *= 2 }
        slots = Array(repeating: (0, 0), count: capacity)
        mask = capacity - 1
        for (hash, value) in values {
            slots[index(of: hash)] = (hash, value)
            filter.insert(hash)
        }
    }

    @inline(__always)
    private func index(of hash: UInt32) -> Int {
        var slot = Int(hash) & mask
        while slots[slot].hash != hash && slots[slot].hash != 0 { slot = (slot + 1) & mask }
        return slot
    }

    /// Places that values have in the table are below this.
    var capacity: Int { slots.count }

    /// The place and the value of a hash, `nil` when it is unknown.
    @inline(__always)
    func find(_ hash: UInt32) -> (place: Int, value: Float)? {
        guard filter.mayHold(hash) else { return nil }
        let place = index(of: hash)
        return slots[place].hash == 0 ? nil : (place, slots[place].value)
    }

    /// The value of a hash.
    @inline(__always)
    subscript(hash: UInt32) -> Float { filter.mayHold(hash) ? slots[index(of: hash)].value : 0 }
}
