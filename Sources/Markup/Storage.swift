/// One node, 32 bytes. `Link.none` marks a missing link.
@usableFromInline
struct NodeRecord: BitwiseCopyable, Sendable {
    @usableFromInline var kind: NodeKind
    /// Namespace in the low two bits; what only the builder needs above.
    @usableFromInline var bits: UInt8
    /// Tag number, the page's own names from `Tag.knownCount` up.
    @usableFromInline var tag: UInt16
    @usableFromInline var parent: UInt32
    @usableFromInline var firstChild: UInt32
    @usableFromInline var lastChild: UInt32
    @usableFromInline var nextSibling: UInt32
    @usableFromInline var previousSibling: UInt32
    /// Text and comment: a `ByteSlice`. Element: index of the first attribute and their count.
    @usableFromInline var start: UInt32
    @usableFromInline var length: UInt32

    init(kind: NodeKind, namespace: Namespace = .html, tag: UInt16 = 0, start: UInt32 = 0, length: UInt32 = 0) {
        self.kind = kind
        bits = namespace.rawValue
        self.tag = tag
        parent = Link.none
        firstChild = Link.none
        lastChild = Link.none
        nextSibling = Link.none
        previousSibling = Link.none
        self.start = start
        self.length = length
    }

    @inlinable var namespace: Namespace { Namespace(rawValue: bits & 3) ?? .html }
}

@usableFromInline
enum Link {
    @inlinable static var none: UInt32 { .max }
}

/// One attribute, 12 bytes.
@usableFromInline
struct AttributeRecord: BitwiseCopyable, Sendable {
    /// Attribute name's number, the page's own names from `AttributeName.knownCount` up.
    @usableFromInline var name: UInt16
    @usableFromInline var value: ByteSlice
}

/// A growable array of plain values that is never shared: what `Array` does without reference counts and uniqueness checks.
/// Every access is checked against `count`; memory is freed by `deallocate()`, which its owner calls.
@usableFromInline
@safe
struct Buffer<Element: BitwiseCopyable> {
    @usableFromInline private(set) var base: UnsafeMutablePointer<Element>
    @usableFromInline private(set) var count = 0
    @usableFromInline private(set) var capacity: Int

    init(capacity: Int) {
        self.capacity = max(16, capacity)
        unsafe base = UnsafeMutablePointer<Element>.allocate(capacity: self.capacity)
    }

    func deallocate() { unsafe base.deallocate() }

    @inline(__always)
    subscript(_ index: Int) -> Element {
        get {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
            return unsafe base[index]
        }
        _modify {
            precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
            yield unsafe &base[index]
        }
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == capacity { grow(toHold: count + 1) }
        unsafe (base + count).initialize(to: element)
        count += 1
    }

    /// Room for `extra` more without growing.
    @inline(__always)
    mutating func reserve(_ extra: Int) {
        if capacity - count < extra { grow(toHold: count + extra) }
    }

    @inline(never)
    mutating func grow(toHold needed: Int) {
        let larger = max(needed, capacity + capacity / 2)
        let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
        unsafe moved.update(from: base, count: count)
        unsafe base.deallocate()
        unsafe base = moved
        capacity = larger
    }

    /// Makes the count `newCount`, which is not above the present one.
    @inline(__always)
    mutating func truncate(to newCount: Int) {
        precondition(newCount >= 0 && newCount <= count)
        count = newCount
    }

    /// Makes the count what was written through `base`, within the capacity.
    mutating func setCount(_ newCount: Int) {
        precondition(newCount >= 0 && newCount <= capacity)
        count = newCount
    }

    /// Appends `length` values from `source`, which must not be this buffer's own memory.
    @inline(__always)
    mutating func append(from source: UnsafePointer<Element>, count length: Int) {
        precondition(length >= 0)
        reserve(length)
        unsafe (base + count).update(from: source, count: length)
        count += length
    }

    /// Appends a copy of its own values at `range`.
    mutating func appendCopy(of range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        reserve(range.count)
        unsafe (base + count).update(from: base + range.lowerBound, count: range.count)
        count += range.count
    }

    /// Adds `length` values to be written by index later.
    mutating func appendUninitialized(_ length: Int, filledWith filler: Element) {
        precondition(length >= 0)
        reserve(length)
        unsafe (base + count).update(repeating: filler, count: length)
        count += length
    }

    mutating func insert(_ element: Element, at index: Int) {
        precondition(index >= 0 && index <= count)
        append(element)
        var place = count - 1
        while place > index {
            unsafe base[place] = base[place - 1]
            place -= 1
        }
        unsafe base[index] = element
    }

    mutating func remove(at index: Int) {
        precondition(index >= 0 && index < count)
        var place = index
        while place + 1 < count {
            unsafe base[place] = base[place + 1]
            place += 1
        }
        count -= 1
    }
}

/// The names of one page beyond the known ones: spellings one after the other, and where each ends.
struct PageNames: Sendable {
    var bytes: [UInt8] = []
    var ends: [Int] = []

    func spelling(_ index: Int) -> ArraySlice<UInt8> {
        guard index >= 0, index < ends.count else { return [] }
        return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    mutating func append(_ name: [UInt8]) {
        bytes += name
        ends.append(bytes.count)
    }

    mutating func truncate(to count: Int) {
        guard count < ends.count else { return }
        ends.removeSubrange(count...)
        bytes.removeSubrange((ends.last ?? 0)...)
    }

    func suffix(from index: Int) -> PageNames {
        guard index > 0, index < ends.count else { return PageNames() }
        let start = ends[index - 1]
        return PageNames(bytes: Array(bytes[start...]), ends: ends[index...].map { $0 - start })
    }
}

/// The memory of one parsed tree. Nothing writes to it once it is made; a parser takes the buffers back through
/// `giveUp()` when no document uses it any more. Unchecked because of the pointers: they are this object's own.
@usableFromInline
@safe
final class TreeStorage: @unchecked Sendable {
    @usableFromInline let nodes: UnsafeMutablePointer<NodeRecord>
    @usableFromInline let nodeCount: Int
    @usableFromInline let attributes: UnsafeMutablePointer<AttributeRecord>
    @usableFromInline let attributeCount: Int
    @usableFromInline let source: UnsafeMutablePointer<UInt8>
    @usableFromInline let sourceCount: Int
    @usableFromInline let side: UnsafeMutablePointer<UInt8>
    @usableFromInline let sideCount: Int
    let buffers: TreeBuffers
    let tagNames: PageNames
    let attributeNames: PageNames
    private var ownsBuffers = true

    init(buffers: TreeBuffers, tagNames: PageNames, attributeNames: PageNames) {
        self.buffers = buffers
        unsafe nodes = buffers.nodes.base
        nodeCount = buffers.nodes.count
        unsafe attributes = buffers.attributes.base
        attributeCount = buffers.attributes.count
        unsafe source = buffers.source.base
        sourceCount = max(0, buffers.source.count - SourceBytes.padding)
        unsafe side = buffers.side.base
        sideCount = buffers.side.count
        self.tagNames = tagNames
        self.attributeNames = attributeNames
    }

    deinit {
        if ownsBuffers { buffers.deallocate() }
    }

    /// Hands the buffers over; only for the one who holds this object alone.
    func giveUp() -> TreeBuffers {
        ownsBuffers = false
        return buffers
    }
}

/// The buffers a parse fills.
struct TreeBuffers {
    var nodes: Buffer<NodeRecord>
    var attributes: Buffer<AttributeRecord>
    var source: Buffer<UInt8>
    var side: Buffer<UInt8>

    func deallocate() {
        nodes.deallocate()
        attributes.deallocate()
        source.deallocate()
        side.deallocate()
    }

    var capacityInBytes: Int {
        nodes.capacity * MemoryLayout<NodeRecord>.stride + attributes.capacity * MemoryLayout<AttributeRecord>.stride
            + source.capacity + side.capacity
    }

    mutating func clear() {
        nodes.truncate(to: 0)
        attributes.truncate(to: 0)
        source.truncate(to: 0)
        side.truncate(to: 0)
    }
}

extension TreeBuffers {
    /// Sized for a page of that many bytes: a node for 32 of them and an attribute for 40 are what real pages have at most.
    init(pageBytes: Int) {
        nodes = Buffer(capacity: pageBytes / 32 + 64)
        attributes = Buffer(capacity: pageBytes / 40 + 64)
        source = Buffer(capacity: pageBytes + SourceBytes.padding)
        side = Buffer(capacity: pageBytes / 16 + 256)
    }
}
