/// From which probability on a page's blocks are kept.
///
/// What is to be greatest is the F1 of the body, in tokens, and of a page that the model is unsure of more is won than lost by a block that
/// is more likely out than in. The set of blocks with the greatest expected F1 is those whose probability is at least half of that F1
/// (Lipton, Elkan and Naryanaswamy, *Optimal Thresholding of Classifiers to Maximize F1 Measure*, 2014), here with Σwp as what the body is
/// expected to hold. Measured on pages of sites that taught nothing, a little less than half is better still.
enum PageThreshold {
    /// The threshold of a page, 0.6...1 of the model's own, which is the highest that a page gets, and what a page without a block above
    /// it gets: what to make of that is not a question of more or less.
    ///
    /// - Parameters:
    ///   - probabilities: that a block is the article's, a value a block.
    ///   - tokens: what each block weighs; one that weighs nothing has no say.
    static func of(_ probabilities: [Float], tokens: (Int) -> Int32, highest: Float) -> Float {
        let lowest = 0.6 * highest
        var expected: Float = 0
        var likely: [(p: Float, tokens: Float)] = []
        for row in probabilities.indices where probabilities[row] > 0 {
            let (p, weight) = (probabilities[row], Float(tokens(row)))
            guard weight > 0 else { continue }
            expected += p * weight
            // The cut that is sought lies above the lowest threshold, or does not matter.
            if p >= lowest { likely.append((p, weight)) }
        }
        likely.sort { $0.p > $1.p }
        guard let first = likely.first, first.p >= highest else { return highest }
        var (right, kept, best): (Float, Float, Float) = (0, 0, 0)
        for block in likely {
            right += block.p * block.tokens
            kept += block.tokens
            best = max(best, 2 * right / (kept + expected))
        }
        return min(highest, max(lowest, highest * best - margin))
    }

    /// How far below half of the expected F1.
    private static let margin: Float = 0.03
}
