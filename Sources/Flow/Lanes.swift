import Dispatch
import Synchronization

/// Runs work in order per key and in parallel across keys, on as many threads as it has permits.
///
/// A key's hash picks one of many lanes, each a first-in-first-out list; a lane is worked on by one permit at a time,
/// and a permit takes one item before it goes to the next lane in turn, so a busy key delays its own pages only.
/// Permits are work items on one concurrent Dispatch queue: never more than there are cores, and none while nothing is
/// to be done. (A serial queue per lane spawns a thread each when untargeted.) Each permit owns a `Context` that its
/// items reuse, a parser's storage for example; so there are as many contexts as permits, however many lanes there are.
/// Items must not block for long: a permit is a core.
///
/// A context is an object. A function would be wrapped anew each time it is handed to an item and taken back, as generic code holds
/// functions in another form, and each item would cost a little more than the one before.
public final class Lanes<Context: AnyObject>: Sendable {
    /// A piece of work; it may use the context of the permit that runs it.
    public typealias Item = @Sendable (Context) -> Void

    private struct Lane {
        /// What is done leaves nothing behind: an item holds its page.
        var items: [Item?] = []
        var next = 0
        var isBusy = false

        var isEmpty: Bool { next == items.count }

        mutating func pop() -> Item? {
            guard next < items.count else { return nil }
            let item = items[next].take()
            next += 1
            if next == items.count {
                items.removeAll(keepingCapacity: items.capacity <= 64)
                next = 0
            } else if next >= 64, 2 * next >= items.count {
                // What is moved is no more than what was taken since the last time.
                items.removeFirst(next)
                next = 0
            }
            return item
        }
    }

    private struct State {
        var lanes: [Lane]
        var ready: Ring
        var idlePermits: [Int]
        var waiting = 0
    }

    private let state: Mutex<State>
    private let contexts: [Mutex<Context>.Box]
    private let queue: DispatchQueue
    private let mask: UInt64

    /// Makes idle lanes.
    /// - Parameters:
    ///   - permits: how many items run at once; as many as there are cores.
    ///   - lanes: how many keys can be in order beside each other without sharing a lane; raised to a power of two.
    ///   - context: makes the context of one permit.
    public init(
        label: String = "galley.lanes", permits: Int, lanes: Int = 1024, context: @Sendable () -> sending Context
    ) {
        let permits = max(1, permits)
        let count = Lanes.powerOfTwo(atLeast: lanes)
        mask = UInt64(count - 1)
        contexts = (0..<permits).map { _ in Mutex<Context>.Box(context()) }
        queue = DispatchQueue(label: label, attributes: .concurrent)
        state = Mutex(
            State(
                lanes: Array(repeating: Lane(), count: count), ready: Ring(), idlePermits: Array(0..<permits)))
    }

    /// How many items run at once.
    public var permits: Int { contexts.count }

    /// Items that were submitted and have not begun.
    public var waiting: Int { state.withLock { $0.waiting } }

    /// Puts an item behind those of the same hash.
    public func submit(hash: UInt64, _ item: @escaping Item) {
        let index = Int(Lanes.mix(hash) & mask)
        let permit: Int? = state.withLock { state in
            state.lanes[index].items.append(item)
            state.waiting += 1
            guard !state.lanes[index].isBusy else { return nil }
            state.lanes[index].isBusy = true
            state.ready.append(index)
            return state.idlePermits.popLast()
        }
        if let permit { queue.async { self.work(permit) } }
    }

    /// One permit's turn: items until no lane is ready.
    private func work(_ permit: Int) {
        var finished: Int?
        while let (lane, item) = next(permit, after: finished) {
            contexts[permit].mutex.withLock { item($0) }
            finished = lane
        }
    }

    /// Puts the lane just served back in line and takes the next; gives the permit back when there is none.
    private func next(_ permit: Int, after finished: Int?) -> (lane: Int, item: Item)? {
        state.withLock { state in
            if let finished {
                if state.lanes[finished].isEmpty {
                    state.lanes[finished].isBusy = false
                } else {
                    state.ready.append(finished)
                }
            }
            guard let lane = state.ready.popFirst(), let item = state.lanes[lane].pop() else {
                state.idlePermits.append(permit)
                return nil
            }
            state.waiting -= 1
            return (lane, item)
        }
    }

    /// Spreads hashes whose low bits are alike (the finaliser of MurmurHash3).
    private static func mix(_ hash: UInt64) -> UInt64 {
        var h = hash
        h ^= h >> 33
        h = h &* 0xff51_afd7_ed55_8ccd
        h ^= h >> 33
        return h
    }

    private static func powerOfTwo(atLeast count: Int) -> Int {
        var power = 1
        while power < count, power < 1 << 20 { power *= 2 }
        return power
    }
}

/// A queue of lane numbers that reuses its storage.
private struct Ring {
    private var storage: [Int] = []
    private var head = 0

    mutating func append(_ value: Int) { storage.append(value) }

    mutating func popFirst() -> Int? {
        guard head < storage.count else { return nil }
        defer {
            head += 1
            if head == storage.count || head >= 1024 && 2 * head >= storage.count {
                storage.removeFirst(head)
                head = 0
            }
        }
        return storage[head]
    }
}

extension Mutex {
    /// A mutex that can stand in an array.
    fileprivate final class Box: Sendable {
        let mutex: Mutex<Value>
        init(_ value: sending Value) { mutex = Mutex(value) }
    }
}
