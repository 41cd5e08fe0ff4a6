internal import Foundation

/// Logarithms of small counts.
enum Logarithm {
    private static let small: [Float] = (0..<4096).map { Float(log1p(Double($0))) }

    /// ln(1 + x) for x >= 0; whole numbers below 4096 from a table.
    @inline(__always)
    static func ln1(_ x: Float) -> Float {
        if x < 4096, x >= 0 {
            let whole = Int(x)
            if Float(whole) == x { return small[whole] }
        }
        return Float(log1p(Double(max(0, x))))
    }

    /// x to the power of .8.
    static func power8(_ x: Float) -> Float { Float(pow(Double(x), 0.8)) }
}

extension Logarithm {
    /// 1 / (1 + e^-x).
    static func sigmoid(_ x: Float) -> Float { 1 / (1 + expf(-x)) }
}
