/// The trace that a page belongs to, as W3C Trace Context carries it (<https://www.w3.org/TR/trace-context/>).
public struct TraceContext: Sendable, Equatable {
    /// The `traceparent` header.
    public var parent: String
    /// The `tracestate` header.
    public var state: String?

    /// Makes a context from the two headers.
    public init(parent: String, state: String? = nil) {
        self.parent = parent
        self.state = state
    }

    /// The parts of the header; `nil` for one that is not as the standard has it, which is to be ignored.
    public var parts: Parts? { Parts(parent) }

    /// The parts of a `traceparent`.
    public struct Parts: Sendable, Equatable {
        /// 32 lower-case hex digits.
        public var traceID: String
        /// 16 lower-case hex digits: the span that the header was sent from.
        public var spanID: String
        /// Whether the one who sent it records the trace.
        public var isSampled: Bool

        init?(_ header: String) {
            let fields = header.split(separator: "-", omittingEmptySubsequences: false)
            // Later versions may have more fields behind these; version ff is none.
            guard fields.count >= 4, Parts.isHex(fields[0], 2), fields[0] != "ff",
                fields[0] != "00" || fields.count == 4,
                Parts.isHex(fields[1], 32), Parts.isHex(fields[2], 16), Parts.isHex(fields[3], 2),
                fields[1].contains(where: { $0 != "0" }), fields[2].contains(where: { $0 != "0" })
            else { return nil }
            traceID = String(fields[1])
            spanID = String(fields[2])
            isSampled = (UInt8(fields[3], radix: 16) ?? 0) & 1 == 1
        }

        init(traceID: String, spanID: String, isSampled: Bool) {
            (self.traceID, self.spanID, self.isSampled) = (traceID, spanID, isSampled)
        }

        var header: String { "00-\(traceID)-\(spanID)-\(isSampled ? "01" : "00")" }

        private static func isHex(_ text: Substring, _ count: Int) -> Bool {
            text.utf8.count == count
                && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        }
    }
}

/// Which pages belong to a trace, and the ids of their spans.
///
/// Ids are made of what a page is, its place and its parent, so that the same record has the same ids however often it is worked on.
public struct TracePolicy: Sendable, Equatable {
    /// The share of pages without a trace of their own that begin one, 0...1.
    public var ratio: Double

    /// Makes a policy.
    public init(ratio: Double = 0) { self.ratio = ratio }

    /// The context that a page's outcome is published with: a child of the page's own, or the root of a new trace; `nil` for none.
    ///
    /// - Parameter seed: what tells the page from others; asked for only where it may begin or continue a trace.
    public func context(after page: TraceContext?, seed: @autoclosure () -> [UInt8]) -> TraceContext? {
        guard page != nil || ratio > 0 else { return nil }
        var hash = TraceHash()
        hash.add(seed())
        if let page, let parts = page.parts {
            hash.add(page.parent.utf8)
            var child = parts
            child.spanID = hash.hex(1)
            return TraceContext(parent: child.header, state: page.state)
        }
        guard ratio > 0, Double(hash.number(2)) < ratio * 0x1p64 else { return nil }
        let root = TraceContext.Parts(traceID: hash.hex(3) + hash.hex(4), spanID: hash.hex(1), isSampled: true)
        return TraceContext(parent: root.header)
    }
}

/// FNV-1a, spread by the finalizer of SplitMix64: ids need no more than to differ.
private struct TraceHash {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }

    /// One of several numbers.
    func number(_ which: UInt64) -> UInt64 {
        var z = state &+ which &* 0x9e37_79b9_7f4a_7c15
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    /// As 16 digits, not all of them zero.
    func hex(_ which: UInt64) -> String {
        let digits = String(max(1, number(which)), radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
