import Pages

/// A decoder of one content coding, fed from an array and drained into a buffer of fixed size: what a bomb costs is bounded
/// by the limit of the output, never by what it would unfold to.
protocol BodyCoder: ~Copyable {
    /// Decodes from `input[start...]` into the whole of `output`.
    mutating func step(_ input: [UInt8], from start: Int, into output: inout [UInt8]) -> CoderStep
}

/// What a step did.
struct CoderStep {
    /// Bytes taken from the input.
    var consumed: Int
    /// Bytes written to the output.
    var produced: Int
    /// What comes next.
    var state: State

    enum State: Equatable {
        /// There may be more.
        case going
        /// The coding's own end was reached.
        case finished
        /// The input is not of this coding, in the library's words.
        case corrupt(String)
    }
}

/// Why a coded body gives no page.
enum CodingFault: Error, Equatable {
    /// It does not decode.
    case corrupt(String)
    /// It ends before its coding does.
    case endsEarly
    /// It unfolds to more than the limit.
    case tooLarge
    /// The page's time is over.
    case outOfTime
}

/// Decodes a whole body.
///
/// - Parameter mayEndEarly: the body is known to be cut; what decodes is the result.
func decodeWhole(
    _ input: [UInt8], with coder: consuming some BodyCoder & ~Copyable, in room: PageRoom, mayEndEarly: Bool
) throws(CodingFault) -> [UInt8] {
    var coder = coder
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var output: [UInt8] = []
    var position = 0
    while true {
        let step = coder.step(input, from: position, into: &buffer)
        position += step.consumed
        guard output.count + step.produced <= room.limits.pageBytes else { throw .tooLarge }
        guard !room.clock.isOver else { throw .outOfTime }
        room.grew(output.count + step.produced)
        output.append(contentsOf: buffer[..<step.produced])
        switch step.state {
        case .finished: return output
        case .corrupt(let words):
            guard mayEndEarly, !output.isEmpty else { throw .corrupt(words) }
            return output
        case .going where step.consumed == 0 && step.produced == 0:
            guard mayEndEarly else { throw .endsEarly }
            return output
        case .going: continue
        }
    }
}
