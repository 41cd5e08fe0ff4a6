/// Numbers for names, by open addressing. The known names have the numbers they have in the packed list; the page's other names
/// get the numbers behind those and are forgotten with the page.
struct NameTable {
    private struct Slot: BitwiseCopyable {
        var low: UInt64 = 0
        var high: UInt64 = 0
        /// 0 marks a free slot.
        var length: UInt32 = 0
        var number: UInt32 = 0
    }

    private var slots: Buffer<Slot>
    private var shift: UInt64
    private var used = 0
    private let known: Int
    /// Where this page's names went, to take them out again: being last in, they leave no gaps in other names' probe paths.
    private var pageSlots: [Int] = []
    /// Every name's spelling in lower case, known ones first.
    private var spellings = PageNames()
    /// Names of the page's own it may hold.
    var bound = 4096
    private(set) var reachedBound = false
    /// Secret multipliers: a page cannot be written so that its names collide.
    private let seeds = (UInt64.random(in: .min ... .max) | 1, UInt64.random(in: .min ... .max) | 1)

    init(packed: StaticString) {
        let bytes = Array(packed.description.utf8)
        known = bytes.split(separator: Ascii.space).count + 1
        shift = 64 - 11
        slots = Buffer(capacity: 1 << 11)
        slots.appendUninitialized(1 << 11, filledWith: Slot())
        spellings.append([])
        insertKnown(bytes)
    }

    private mutating func insertKnown(_ bytes: [UInt8]) {
        var buffer = Buffer<UInt8>(capacity: bytes.count + SourceBytes.padding)
        defer { buffer.deallocate() }
        SourceBytes.fill(&buffer, with: bytes)
        let source = SourceBytes(buffer)
        for name in bytes.indices.split(whereSeparator: { bytes[$0] == Ascii.space }) {
            if let first = name.first, let last = name.last { _ = number(in: source, from: first, to: last + 1) }
        }
        pageSlots.removeAll()
    }

    func deallocate() { slots.deallocate() }

    /// How many numbers are given out.
    var count: Int { spellings.ends.count }

    /// The page's own names, numbered from the known names' end.
    var pageNames: PageNames { spellings.suffix(from: known) }

    /// The lower-case spelling of a name.
    func spelling(_ number: UInt16) -> ArraySlice<UInt8> { spellings.spelling(Int(number)) }

    /// Forgets the page's own names.
    mutating func forgetPage() {
        reachedBound = false
        guard !pageSlots.isEmpty else { return }
        for slot in pageSlots { slots[slot] = Slot() }
        used -= pageSlots.count
        pageSlots.removeAll(keepingCapacity: true)
        spellings.truncate(to: known)
    }

    /// The number of the name at `start..<end`, not empty and without zero bytes, in any case; 0 past the bound.
    @inline(__always)
    mutating func number(in source: SourceBytes, from start: Int, to end: Int) -> UInt16 {
        let length = end &- start
        var low = source.word(at: start)
        var high: UInt64 = 0
        if length < 8 {
            low &= UInt64.max >> UInt64(truncatingIfNeeded: 64 &- length &* 8)
        } else {
            high = NameTable.lowered(source.word(at: end &- 8))
        }
        low = NameTable.lowered(low)
        if length > 16 { low = mixed(low, source, from: start &+ 8, to: end &- 8) }
        var slot = hash(low, high, length)
        while true {
            let entry = slots[slot]
            if entry.low == low, entry.high == high, entry.length == UInt32(truncatingIfNeeded: length) {
                if length <= 16 || isSame(entry.number, source, start) {
                    return UInt16(truncatingIfNeeded: entry.number)
                }
            } else if entry.length == 0 {
                return insert(Slot(low: low, high: high, length: UInt32(length)), at: slot) { source[start + $0] }
            }
            slot = (slot &+ 1) & (slots.count &- 1)
        }
    }

    /// The number of a name given in lower case.
    mutating func number(of name: [UInt8]) -> UInt16 {
        var padded = Buffer<UInt8>(capacity: name.count + SourceBytes.padding)
        defer { padded.deallocate() }
        SourceBytes.fill(&padded, with: name)
        return name.isEmpty ? 0 : number(in: SourceBytes(padded), from: 0, to: name.count)
    }

    @inline(__always)
    private func hash(_ low: UInt64, _ high: UInt64, _ length: Int) -> Int {
        let mixed = (low ^ UInt64(truncatingIfNeeded: length) &<< 56) &* seeds.0 ^ (high &* seeds.1) &>> 7
        return Int(truncatingIfNeeded: ((mixed ^ mixed &>> 29) &* seeds.1) &>> shift)
    }

    /// A long name's middle folded into its first bytes: names alike at both ends shall not meet in one slot.
    @inline(never)
    private func mixed(_ first: UInt64, _ source: SourceBytes, from start: Int, to end: Int) -> UInt64 {
        var mixed = first
        var place = start
        while place < end {
            mixed = (mixed ^ NameTable.lowered(source.word(at: place))) &* seeds.0
            mixed ^= mixed &>> 32
            place &+= 8
        }
        return mixed
    }

    private func isSame(_ number: UInt32, _ source: SourceBytes, _ start: Int) -> Bool {
        var place = start
        for byte in spellings.spelling(Int(number)) {
            guard Ascii.lowered(source[place]) == byte else { return false }
            place += 1
        }
        return true
    }

    @inline(never)
    private mutating func insert(_ slot: Slot, at place: Int, byte: (Int) -> UInt8) -> UInt16 {
        guard count < known + bound else {
            reachedBound = true
            return 0
        }
        var slot = slot
        slot.number = UInt32(count)
        spellings.append((0..<Int(slot.length)).map { Ascii.lowered(byte($0)) })
        slots[place] = slot
        pageSlots.append(place)
        used += 1
        if used * 2 > slots.count { grow() }
        return UInt16(truncatingIfNeeded: slot.number)
    }

    private mutating func grow() {
        let old = slots
        defer { old.deallocate() }
        slots = Buffer(capacity: old.count * 2)
        slots.appendUninitialized(old.count * 2, filledWith: Slot())
        shift -= 1
        pageSlots.removeAll(keepingCapacity: true)
        // Known names first, so that the page's can be taken out without gaps.
        let entries = (0..<old.count).map { old[$0] }.filter { $0.length > 0 }.sorted { $0.number < $1.number }
        for entry in entries {
            var place = hash(entry.low, entry.high, Int(entry.length))
            while slots[place].length != 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = entry
            if Int(entry.number) >= known { pageSlots.append(place) }
        }
    }

    /// The eight bytes with A-Z in lower case.
    @inline(__always)
    static func lowered(_ word: UInt64) -> UInt64 {
        let heptets = word & 0x7F7F_7F7F_7F7F_7F7F
        let isAboveZ = heptets &+ 0x2525_2525_2525_2525
        let isFromA = heptets &+ 0x3F3F_3F3F_3F3F_3F3F
        let isUpper = isFromA & ~isAboveZ & ~word & 0x8080_8080_8080_8080
        return word | isUpper &>> 2
    }
}
