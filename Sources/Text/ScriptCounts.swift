/// How many characters of each kind a text holds.
public struct ScriptCounts: Sendable, Equatable {
    private var counts = [Int](repeating: 0, count: Script.allCases.count)
    /// All scalars.
    public private(set) var scalars = 0

    /// Counts nothing.
    public init() {}

    /// Counts a text: one pass, linear.
    public init(_ text: Span<UInt8>) {
        add(text)
    }

    /// Adds a text's characters.
    public mutating func add(_ text: Span<UInt8>) {
        var index = 0
        var scalars = 0
        var counts = self.counts.mutableSpan
        while index < text.count {
            let (value, length) = UTF8Scalars.scalar(in: text, at: index)
            counts[Int(Script.of(value).rawValue)] += 1
            scalars += 1
            index += length
        }
        self.scalars += scalars
    }

    /// The count of a kind.
    public subscript(script: Script) -> Int { counts[Int(script.rawValue)] }

    /// Letters of every script.
    public var letters: Int { counts[Int(Script.latin.rawValue)...].reduce(0, +) }

    /// The share of a script among the letters, 0...1.
    public func share(of script: Script) -> Double {
        let all = letters
        return all == 0 ? 0 : Double(self[script]) / Double(all)
    }
}
