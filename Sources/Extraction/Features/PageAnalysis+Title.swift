extension PageAnalysis {
    /// Finds the block that is the title: the last title-equal heading before the first long block of `top`, else the last
    /// title-equal block before it, else the first `h1`.
    mutating func findAnchor() {
        let (marks, limit) = (marks, firstProse)
        var heading: Int32 = -1
        var equal: Int32 = -1
        var first: Int32 = -1
        for row in page.blocks.indices {
            let kind = headingKind(row)
            if kind == 1 && first < 0 { first = Int32(row) }
            guard row < limit, marks[row].titleEqual else { continue }
            if kind > 0 { heading = Int32(row) } else { equal = Int32(row) }
        }
        anchor = heading >= 0 ? heading : equal >= 0 ? equal : first
    }

    /// The first long block of `top` (in a dump, of the page).
    var firstProse: Int {
        var range = page.blocks.indices
        if top >= 0, sums[Int(top)].first < sums[Int(top)].end {
            range = Int(sums[Int(top)].first)..<Int(sums[Int(top)].end)
        }
        return range.first { facts[$0].prose > 0 } ?? page.blocks.count
    }

    /// 1...6 inside a heading, else 0.
    func headingKind(_ row: Int) -> Int {
        let element = page.blocks[row].element
        guard element >= 0 else { return 0 }
        let kind = page.elements[Int(element)].kind
        return kind.isHeading ? Int(kind.rawValue - ElementKind.h1.rawValue) + 1 : 0
    }

    /// Features of the title's words and of the place beside the anchor.
    func fillTitle() {
        let (features, page, measures, marks) = (features, page, measures, marks)
        let counts = hints.words.counts
        for row in rows {
            let measure = measures[row]
            let tokens = Float(max(1, measure.tokens))
            features[row, .titleOverlap] = Float(measure.titleWords) / tokens
            features[row, .titleCover] = min(1, Float(measure.titleWords) / Float(max(1, counts.title)))
            features[row, .ogTitleOverlap] = Float(measure.ogTitleWords) / tokens
            features[row, .descriptionOverlap] = Float(measure.descriptionWords) / tokens
            features[row, .descriptionCover] = min(
                1, Float(measure.descriptionWords) / Float(max(1, counts.description)))
            features[row, .titleEqual] = marks[row].titleEqual ? 1 : 0
        }
        guard anchor >= 0 else { return }
        let branches = AnchorBranches(page, sums: sums, anchor: page.blocks[Int(anchor)].leaf)
        for row in rows {
            let leaf = Int(page.blocks[row].leaf)
            features[row, .anchorDistance] = signedLn1(Float(row) - Float(anchor))
            features[row, .anchorLevels] = branches.levels[leaf]
            features[row, .anchorBranches] = min(9, branches.counts[leaf])
            features[row, .anchorBranchTokens] = ln1(branches.tokens[leaf])
        }
    }
}

/// For each element: how far the common ancestor with the anchor is, and which branches with prose stand between the two.
private struct AnchorBranches {
    var levels: [Float]
    var counts: [Float]
    var tokens: [Float]

    init(_ page: PageBlocks, sums: [ContainerSums], anchor: Int32) {
        let count = page.elements.count
        levels = Array(repeating: 0, count: count)
        counts = Array(repeating: 0, count: count)
        tokens = Array(repeating: 0, count: count)
        /// On the anchor's path: the child towards the anchor (itself for the anchor's leaf); elsewhere -1.
        var towards: [Int32] = Array(repeating: -1, count: count)
        var child = anchor
        var here = anchor
        while here >= 0 {
            towards[Int(here)] = child
            child = here
            here = page.elements[Int(here)].parent
        }
        var running: [Int: (count: Float, tokens: Float)] = [:]
        for index in 0..<count where towards[index] < 0 {
            let parent = Int(page.elements[index].parent)
            guard parent >= 0 else { continue }
            levels[index] = min(15, levels[parent] + 1)
            guard towards[parent] >= 0 else {
                counts[index] = counts[parent]
                tokens[index] = tokens[parent]
                continue
            }
            guard Int32(index) > towards[parent] else { continue }
            var seen = running[parent] ?? (0, 0)
            counts[index] = seen.count
            tokens[index] = seen.tokens
            if sums[index].prose >= 30 {
                seen.count += 1
                seen.tokens += sums[index].prose
                running[parent] = seen
            }
        }
    }
}
