/// Which blocks make the body, given their probabilities.
struct Decision {
    /// The blocks of the body, in order.
    private(set) var kept: [Int] = []
    /// Kept by probability, but a copy of what was kept before.
    private(set) var droppedCopies: Set<Int> = []
    /// How often the body stands on the page beyond the first time.
    private(set) var copies = 0

    /// Decides. A block is kept from the threshold on; a caption's probability counts .65 where the page is not Chinese, Japanese or
    /// Korean (there most golds keep captions that stand in the text's flow).
    init(_ analysis: PageAnalysis, probabilities: [Float], threshold: Float, options: BodyOptions) {
        for row in probabilities.indices {
            var p = probabilities[row]
            guard p >= threshold else { continue }
            if Self.isCaption(row, analysis) {
                switch options.captions {
                case .all: break
                case .none: continue
                case .likely: p *= analysis.features[row, .pageWideShare] > 0.2 ? 1 : 0.65
                }
            }
            if p >= threshold { kept.append(row) }
        }
        dropCopies(analysis)
        countCopies(analysis)
    }

    static func isCaption(_ row: Int, _ analysis: PageAnalysis) -> Bool {
        analysis.elements != nil && analysis.features[row, .levelFigcaption] < 15
    }

    /// A second copy of the article among the kept blocks is dropped when it is a good part of it: single lines may repeat (verse).
    private mutating func dropCopies(_ analysis: PageAnalysis) {
        var seen: Set<UInt64> = []
        var (first, repeated): ([Int], [Int]) = ([], [])
        var (tokens, repeatedTokens): (Int32, Int32) = (0, 0)
        for row in kept {
            let measure = analysis.measures[row]
            if measure.tokens >= 8, !seen.insert(measure.fold).inserted {
                repeated.append(row)
                repeatedTokens += measure.tokens
            } else {
                first.append(row)
                tokens += measure.tokens
            }
        }
        guard repeatedTokens * 4 >= tokens, repeatedTokens > 0 else { return }
        kept = first
        droppedCopies = Set(repeated)
    }

    /// Copies of the body's text anywhere on the page, weighed by tokens and rounded.
    private mutating func countCopies(_ analysis: PageAnalysis) {
        var (tokens, extra): (Float, Float) = (0, 0)
        for row in kept where analysis.measures[row].tokens >= 8 {
            let weight = Float(analysis.measures[row].tokens)
            tokens += weight
            extra += weight * max(0, analysis.features[row, .copies] - 1)
        }
        copies = tokens > 0 ? Int((extra / tokens).rounded()) : 0
    }
}
