import CMalloc

/// How `limits.memory_bytes` is split, so that one number bounds the whole worker.
///
/// | share | what it bounds | property |
/// |---|---|---|
/// | 1/8 | records fetched and not yet polled | `queued.max.messages.kbytes` |
/// | 1/16 | one fetch response, which comes on top of the queue | `fetch.max.bytes` |
/// | 1/6 | raw pages from poll to delivery report, or commit under exactly-once, and at work what their coding unfolds to (high mark; low mark three quarters of it) | intake's byte budget |
/// | 1/8 | records waiting in the producer | `queue.buffering.max.kbytes` |
/// | the rest, about half | pages being worked on: about five times their raw bytes each, one a permit | |
///
/// A raw page stays in the budget until its outcome is acknowledged, as it becomes a dead letter if the broker refuses
/// its article for good. A page so large, its coding removed, that one on each permit would pass the last share waits for
/// its turn (``heavyPageBytes``).
public struct MemoryPlan: Sendable, Equatable {
    /// The whole: `limits.memory_bytes`.
    public let total: Int
    /// Kibibytes of librdkafka's fetch queue.
    public let fetchQueueKilobytes: Int
    /// Bytes of one fetch response.
    public let fetchBytes: Int
    /// Bytes asked for of one partition in a fetch.
    public let partitionFetchBytes: Int
    /// Raw bytes in flight at which intake stops.
    public let inFlightHigh: Int
    /// Raw bytes in flight at which it goes on.
    public let inFlightLow: Int
    /// Kibibytes of librdkafka's producer queue.
    public let producerQueueKilobytes: Int
    /// Bytes, the coding removed, from which pages are worked on one at a time.
    public let heavyPageBytes: Int

    /// The default of `limits.memory_bytes`: 192 MiB.
    public static let defaultTotal = 201_326_592

    /// A page being worked on takes about this many times its raw bytes: raw, decoded, tree, article, event.
    public static let workFactor = 5

    /// Splits a total; less than 32 MiB is taken as 32 MiB.
    public init(total: Int = MemoryPlan.defaultTotal, permits: Int) {
        let total = max(total, 32 << 20)
        self.total = total
        // librdkafka refuses larger numbers (CONFIGURATION.md: queued.max.messages.kbytes, fetch.max.bytes).
        fetchQueueKilobytes = min(total / 8 / 1024, 2_097_151)
        fetchBytes = min(total / 16, 2_147_483_135)
        partitionFetchBytes = min(total / 64, 4 << 20)
        inFlightHigh = total / 6
        inFlightLow = total / 8
        producerQueueKilobytes = min(total / 8 / 1024, 2_147_483_647)
        let work = total - total / 8 - total / 16 - total / 6 - total / 8
        heavyPageBytes = work / max(1, permits) / MemoryPlan.workFactor
    }

    /// Tells the allocator to give memory back: few arenas (glibc makes eight a core, each keeping what was once freed
    /// in it), and large buffers mapped on their own, so that freeing one frees its memory. Mapping costs a fault for every 4 KiB, so
    /// what fetches and pages of common sizes take is not: with 256 KiB in place of 4 MiB a page of 150 kB cost a tenth more.
    public static func tuneAllocator() {
        _ = mallopt(M_ARENA_MAX, 4)
        _ = mallopt(M_MMAP_THRESHOLD, 4 << 20)
        _ = mallopt(M_TRIM_THRESHOLD, 16 << 20)
    }

    /// Gives free memory back to the system.
    static func trim() { _ = malloc_trim(1 << 20) }
}
