import Foundation

/// A table of scores as plain text, a set a line.
public func scoreTable(_ scores: [(set: String, score: Score)]) -> String {
    let names = Score().figures.map(\.name)
    let used = names.filter { name in
        scores.contains { $0.score.figures.contains { $0.name == name && $0.value != nil } }
    }
    let width = max(4, scores.map(\.set.count).max() ?? 0)
    var lines = [pad("set", width, left: true) + pad("pages", 7) + pad("learnt", 8) + used.map { pad($0, 11) }.joined()]
    for (set, score) in scores {
        let cells = used.map { name in
            pad(score.figures.first { $0.name == name }?.value.map(shortFigure) ?? "", 11)
        }
        lines.append(
            pad(set, width, left: true) + pad(String(score.pages), 7) + pad(String(score.learnt), 8) + cells.joined())
    }
    return lines.joined(separator: "\n")
}

private func pad(_ text: String, _ width: Int, left: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return left ? text + space : space + text
}
