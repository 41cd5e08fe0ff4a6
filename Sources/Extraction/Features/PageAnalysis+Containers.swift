extension PageAnalysis {
    /// Sums the blocks below each element, and finds the next larger ancestors and `top`.
    mutating func sumContainers() {
        sums = Array(repeating: ContainerSums(), count: page.elements.count)
        var densities: [Float] = Array(repeating: 0, count: page.elements.count)
        for (index, facts) in facts.enumerated() {
            var own = ContainerSums()
            own.tokens = facts.tokens
            own.linkTokens = facts.tokens * facts.linkShare
            own.prose = facts.prose
            own.longs = facts.isLong ? 1 : 0
            own.blocks = 1
            own.first = Int32(index)
            own.end = Int32(index + 1)
            sums[Int(page.blocks[index].leaf)].add(own)
            if facts.prose > 0 {
                densities[Int(page.blocks[index].element)] += Logarithm.power8(min(facts.prose, 120))
            }
        }
        var best: Float = 0
        for index in page.elements.indices.reversed() {
            sums[index].density += densities[index]
            if sums[index].density > best {
                best = sums[index].density
                top = Int32(index)
            }
            let parent = page.elements[index].parent
            if parent >= 0 { sums[Int(parent)].add(sums[index]) }
        }
        findLarger()
    }

    private mutating func findLarger() {
        larger = Array(repeating: -1, count: page.elements.count)
        for index in page.elements.indices {
            let parent = page.elements[index].parent
            guard parent >= 0 else { continue }
            larger[index] = sums[Int(parent)].blocks > sums[index].blocks ? parent : larger[Int(parent)]
        }
    }

    /// The block-level parent of an element's block element, or the element itself at the top.
    @inline(__always)
    func blockParent(_ element: Int32) -> Int32 {
        let parent = page.elements[Int(element)].parent
        return parent < 0 ? element : page.elements[Int(parent)].block
    }

    /// Features of the containers that a block stands in.
    func fillContainers() {
        let (features, page, facts) = (features, page, facts)
        let levels = levelsBelowTop()
        let all = max(1, sums.first?.prose ?? 1)
        for row in rows {
            let element = page.blocks[row].element
            let parent = sums[Int(blockParent(element))]
            features[row, .parentTokens] = ln1(parent.tokens)
            features[row, .parentLinkShare] = parent.linkShare
            let next = larger[Int(element)]
            let container = sums[Int(max(next, 0))]
            fill(row, container, share: container.prose / all)
            let beyond = next < 0 ? -1 : larger[Int(next)]
            fillOuter(row, sums[Int(max(beyond, 0))], all)
            features[row, .topLevels] = levels[Int(page.blocks[row].leaf)]
            features[row, .shareOfContainer] = facts[row].tokens / max(1, container.tokens)
            let before = row > 0 && page.blocks[row - 1].element == element
            let after = row + 1 < page.blocks.count && page.blocks[row + 1].element == element
            features[row, .sharesElement] = before || after ? 1 : 0
        }
    }

    @inline(__always)
    private func fill(_ row: Int, _ container: ContainerSums, share: Float) {
        features[row, .containerTokens] = ln1(container.tokens)
        features[row, .containerLinkShare] = container.linkShare
        features[row, .containerProse] = ln1(container.prose)
        features[row, .containerBlocks] = ln1(container.blocks)
        features[row, .containerLongShare] = container.longs / max(1, container.blocks)
        features[row, .containerProseShare] = share
    }

    @inline(__always)
    private func fillOuter(_ row: Int, _ container: ContainerSums, _ all: Float) {
        features[row, .outerTokens] = ln1(container.tokens)
        features[row, .outerLinkShare] = container.linkShare
        features[row, .outerProse] = ln1(container.prose)
        features[row, .outerBlocks] = ln1(container.blocks)
        features[row, .outerProseShare] = container.prose / all
    }

    private func levelsBelowTop() -> [Float] {
        var levels: [Float] = Array(repeating: 15, count: page.elements.count)
        for index in page.elements.indices {
            let parent = Int(page.elements[index].parent)
            if Int32(index) == top {
                levels[index] = 0
            } else if parent >= 0 {
                levels[index] = min(15, levels[parent] + 1)
            }
        }
        return levels
    }
}
