/// How far two bodies agree: shares of all shingles of a page, as the public benchmark normalises them.
struct Agreement {
    var truePositive = 0.0
    var falsePositive = 0.0
    var falseNegative = 0.0

    init(gold: Shingles, predicted: Shingles) {
        for (shingle, wanted) in gold.counts {
            let found = predicted.counts[shingle] ?? 0
            truePositive += Double(min(wanted, found))
            falseNegative += Double(max(0, wanted - found))
            falsePositive += Double(max(0, found - wanted))
        }
        for (shingle, found) in predicted.counts where gold.counts[shingle] == nil {
            falsePositive += Double(found)
        }
        let sum = truePositive + falsePositive + falseNegative
        guard sum > 0 else { return }
        truePositive /= sum
        falsePositive /= sum
        falseNegative /= sum
    }

    /// 1 when nothing wrong was taken and nothing missed; else the share of what was taken that is right.
    var precision: Double {
        if falsePositive == 0, falseNegative == 0 { return 1 }
        return truePositive == 0 && falsePositive == 0 ? 0 : truePositive / (truePositive + falsePositive)
    }

    /// The share of what was wanted that was taken.
    var recall: Double {
        if falsePositive == 0, falseNegative == 0 { return 1 }
        return truePositive == 0 && falseNegative == 0 ? 0 : truePositive / (truePositive + falseNegative)
    }

    /// Whether the extractor gave anything: pages with nothing predicted do not enter precision.
    var hasPrediction: Bool { truePositive + falsePositive > 0 }

    /// Whether there was anything to find.
    var hasGold: Bool { truePositive + falseNegative > 0 }
}

/// Harmonic mean of two shares; 0 when both are.
func harmonicMean(_ first: Double, _ second: Double) -> Double {
    first + second > 0 ? 2 * first * second / (first + second) : 0
}
