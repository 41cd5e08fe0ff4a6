package import Markup
internal import Pages

/// Finds the body of the article on a page: blocks, features, two stages of trees, decision. Pure; one value serves all threads.
public struct BodyExtractor: Sendable {
    let model: ExtractionModel
    private let options: BodyOptions

    /// An extractor with a model.
    public init(model: ExtractionModel, options: BodyOptions = BodyOptions()) {
        self.model = model
        self.options = options
    }

    /// Why each block of a judged page was kept or left out; for people, not for the worker's way. `claimed` are the blocks that
    /// state fields of the event.
    func reasons(_ judged: JudgedPage, of document: Document?, claimed: Set<Int>) -> [BlockReason] {
        let page = judged.analysis.page
        let stages = document == nil ? model.text : model.html
        let (first, moves) = stages.reasons(judged.analysis, most: 4)
        let kept = Set(judged.decision.kept).subtracting(claimed)
        return page.blocks.indices.map { row in
            let element = document.flatMap { document in page.node(of: row).map { document.name($0) } }
            return BlockReason(
                text: page.text(of: row), element: element ?? "", first: first[row],
                probability: judged.probabilities[row], isKept: kept.contains(row),
                words: claimed.contains(row)
                    ? "states a field of the event" : Reasons.words(row, judged, isKept: kept.contains(row)),
                moves: moves[row])
        }
    }

    /// A page's blocks with the model's judgement of each, and which are kept.
    package func judge(_ page: PageBlocks, of document: Document?) -> JudgedPage {
        judge(page, of: document, probabilities: nil)
    }

    /// The same with probabilities from elsewhere, a value a block: those of a model that has not seen the page.
    func judge(
        _ page: PageBlocks, of document: Document?, probabilities: [Float]?, clock: PageClock = .endless
    ) -> JudgedPage {
        let rows = probabilities == nil ? PageAnalysis.Rows.candidates : .all
        let analysis =
            document.map {
                PageAnalysis(page, of: $0, table: model.classes, phrases: model.phrases, rows: rows, clock: clock)
            } ?? PageAnalysis(page, phrases: model.phrases, rows: rows, clock: clock)
        let stages = document == nil ? model.text : model.html
        let probabilities = probabilities ?? stages.probabilities(analysis, clock)
        let threshold =
            document == nil
            ? stages.threshold
            : PageThreshold.of(
                probabilities, tokens: { Decision.isCaption($0, analysis) ? 0 : analysis.measures[$0].tokens },
                highest: stages.threshold)
        let decision = Decision(
            analysis, of: document, probabilities: probabilities, threshold: threshold, options: options)
        return JudgedPage(analysis: analysis, probabilities: probabilities, threshold: threshold, decision: decision)
    }
}

/// A page with the model's judgement and the decision.
package struct JudgedPage {
    let analysis: PageAnalysis
    let probabilities: [Float]
    let threshold: Float
    let decision: Decision

    /// Tokens of the page.
    var tokens: Int { analysis.measures.reduce(0) { $0 + Int($1.tokens) } }

    /// Mean over tokens, where p is above a tenth, of the probability that the block was decided right; copies of what was kept and
    /// the articles that follow, left out for other reasons, are not asked.
    var confidence: Double {
        let kept = Set(decision.kept)
        var (sum, tokens) = (0.0, 0.0)
        for row in probabilities.indices.prefix(decision.nextArticle ?? .max)
        where probabilities[row] > 0.1 || kept.contains(row) {
            guard !decision.droppedCopies.contains(row) else { continue }
            let weight = Double(analysis.measures[row].tokens)
            sum += weight * Double(kept.contains(row) ? probabilities[row] : 1 - probabilities[row])
            tokens += weight
        }
        return tokens > 0 ? sum / tokens : 0
    }
}
