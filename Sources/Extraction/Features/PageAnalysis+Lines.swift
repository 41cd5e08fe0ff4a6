extension PageAnalysis {
    /// Features that only the lines of a text dump have.
    func fillLines() {
        fillIndentation()
        fillParagraphs()
        let window = bestWindow()
        let dated = page.blocks.indices.first { marks[$0].date > 0 && $0 < window.upperBound }
        for row in page.blocks.indices {
            features[row, .inWindow] = window.contains(row) ? 1 : 0
            let outside =
                row < window.lowerBound
                ? row - window.lowerBound : row >= window.upperBound ? row - window.upperBound + 1 : 0
            features[row, .windowDistance] = signedLn1(Float(outside))
            if let dated { features[row, .dateDistance] = signedLn1(Float(row - dated)) }
        }
    }

    private func fillIndentation() {
        var groups: [Int32: ContainerSums] = [:]
        var all: Float = 1
        for row in page.blocks.indices {
            var group = groups[page.blocks[row].indentation] ?? ContainerSums()
            group.tokens += facts[row].tokens
            group.prose += facts[row].prose
            group.blocks += 1
            all += facts[row].prose
            groups[page.blocks[row].indentation] = group
        }
        let count = page.blocks.count
        for row in 0..<count {
            let block = page.blocks[row]
            let group = groups[block.indentation] ?? ContainerSums()
            features[row, .indentation] = Float(min(60, block.indentation))
            features[row, .indentationShare] = group.blocks / Float(count)
            features[row, .indentationTokens] = ln1(group.tokens / max(1, group.blocks))
            features[row, .indentationProse] = group.prose / all
            features[row, .bullet] = block.bullet ? 1 : 0
            features[row, .blankBefore] = Float(min(5, block.blankLinesBefore))
            features[row, .blankAfter] = row + 1 < count ? Float(min(5, page.blocks[row + 1].blankLinesBefore)) : 5
            if row > 0 { features[row, .indentationBefore] = step(row, row - 1) }
            if row + 1 < count { features[row, .indentationAfter] = step(row, row + 1) }
        }
    }

    private func step(_ row: Int, _ other: Int) -> Float {
        Float(max(-20, min(20, page.blocks[row].indentation - page.blocks[other].indentation)))
    }

    private func fillParagraphs() {
        var start = 0
        let count = page.blocks.count
        while start < count {
            var end = start + 1
            var tokens = measures[start].tokens
            while end < count, page.blocks[end].blankLinesBefore == 0 {
                tokens += measures[end].tokens
                end += 1
            }
            for row in start..<end { features[row, .paragraphTokens] = ln1(Float(tokens)) }
            start = end
        }
    }

    /// The run of lines with the greatest sum of min(tokens, 60) - 9 for long ones and -9 for others.
    private func bestWindow() -> Range<Int> {
        var best = 0..<0
        var bestSum: Float = 0
        var sum: Float = 0
        var start = 0
        for row in page.blocks.indices {
            sum += facts[row].isLong ? min(60, facts[row].tokens) - 9 : -9
            if sum <= 0 {
                sum = 0
                start = row + 1
            } else if sum > bestSum {
                bestSum = sum
                best = start..<(row + 1)
            }
        }
        return best
    }
}
