/// Blocks built as the body's are, which fall short by themselves: short sections among others in components of a page builder, a line
/// between paragraphs.
enum AlikeBlocks {
    /// The blocks without links, from the first kept one to a little behind the last, that are less likely but built
    /// (``PageAnalysis/signatures``) as three kept ones or more are, where nearly all of that kind are kept.
    ///
    /// Measured with whole sets left out, over those of articles (1,726 pages): body F1 rises in five of seven sets, by .0005 on the mean.
    static func find(beside kept: [Int], _ analysis: PageAnalysis, _ probabilities: [Float]) -> [Int] {
        guard analysis.elements != nil, let first = kept.first, let last = kept.last else { return [] }
        let kinds = kinds(of: kept, analysis)
        let numbers = analysis.signatures.numbers
        let isKept = Set(kept)
        var (found, behind): ([Int], Int) = ([], 0)
        for row in first..<probabilities.count where analysis.facts[row].isCandidate && !isKept.contains(row) {
            if row > last { behind += 1 }
            guard behind <= mostBehind else { break }
            let least = row == last + 1 && analysis.headingKind(last) > 0 ? leastUnderHeading : leastProbability
            if kinds[Int(numbers[row])].isNearlyWhole, mayBelong(row, least, analysis, probabilities) {
                found.append(row)
            }
        }
        return found
    }

    /// Blocks in question behind the last kept one that are asked.
    private static let mostBehind = 3
    /// Below the last kept block less is enough where that is a heading: it heads something.
    private static let (leastProbability, leastUnderHeading): (Float, Float) = (0.2, 0.1)

    private static func mayBelong(_ row: Int, _ least: Float, _ analysis: PageAnalysis, _ probabilities: [Float])
        -> Bool
    {
        probabilities[row] >= least && analysis.facts[row].linkShare == 0
            && !Decision.isCaption(row, analysis)
    }

    /// Blocks that are built alike.
    private struct Kind {
        var blocks = 0
        var kept = 0

        /// Whether three are kept and four fifths of all others than the one that is asked.
        var isNearlyWhole: Bool { kept >= 3 && 5 * kept >= 4 * (blocks - 1) }
    }

    private static func kinds(of kept: [Int], _ analysis: PageAnalysis) -> [Kind] {
        let (numbers, count) = analysis.signatures
        var kinds = [Kind](repeating: Kind(), count: count)
        for row in numbers.indices where analysis.measures[row].tokens > 0 { kinds[Int(numbers[row])].blocks += 1 }
        for row in kept { kinds[Int(numbers[row])].kept += 1 }
        return kinds
    }
}
