internal import Text

/// The words of the page's title, `og:title` and description, as a small hash table with a bit for each.
struct TitleWords {
    private var slots: [(hash: UInt32, roles: UInt8)] = []
    /// Distinct words of the title, of og:title and of the description.
    private(set) var counts: (title: Int, ogTitle: Int, description: Int) = (0, 0, 0)

    /// No words.
    init() {}

    /// The words of three texts; only the first 120 tokens of each count.
    init(title: [UInt32], ogTitle: [UInt32], description: [UInt32]) {
        guard !(title.isEmpty && ogTitle.isEmpty && description.isEmpty) else { return }
        slots = Array(repeating: (0, 0), count: 1024)
        counts.title = insert(title, role: 1)
        counts.ogTitle = insert(ogTitle, role: 2)
        counts.description = insert(description, role: 4)
    }

    private mutating func insert(_ hashes: [UInt32], role: UInt8) -> Int {
        var added = 0
        for hash in hashes.prefix(120) {
            var slot = Int(hash & 1023)
            while slots[slot].roles != 0 && slots[slot].hash != hash { slot = (slot + 1) & 1023 }
            if slots[slot].roles & role == 0 { added += 1 }
            slots[slot].hash = hash
            slots[slot].roles |= role
        }
        return added
    }

    /// Which texts hold a word: bit 0 the title, bit 1 og:title, bit 2 the description.
    @inline(__always)
    func roles(of hash: UInt32) -> UInt8 {
        guard !slots.isEmpty else { return 0 }
        var slot = Int(hash & 1023)
        while slots[slot].roles != 0 {
            if slots[slot].hash == hash { return slots[slot].roles }
            slot = (slot + 1) & 1023
        }
        return 0
    }
}
