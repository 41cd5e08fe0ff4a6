extension PageAnalysis {
    /// Sums the blocks below each element, and finds the next larger ancestors and `top`.
    mutating func sumContainers() {
        sums = Array(repeating: ContainerSums(), count: page.elements.count)
        var densities: [Float] = Array(repeating: 0, count: page.elements.count)
        for index in page.blocks.indices {
            let block = page.blocks[index]
            let tokens = Float(measures[index].tokens)
            let prose = prose(index)
            var own = ContainerSums()
            own.tokens = tokens
            own.linkTokens = tokens * linkShare(index)
            own.prose = prose
            own.longs = isLong(index) ? 1 : 0
            own.blocks = 1
            own.first = Int32(index)
            own.end = Int32(index + 1)
            sums[Int(block.leaf)].add(own)
            if prose > 0 { densities[Int(block.element)] += Logarithm.power8(min(prose, 120)) }
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
    mutating func fillContainers() {
        let levels = levelsBelowTop()
        let all = max(1, sums.first?.prose ?? 1)
        for row in page.blocks.indices {
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
            features[row, .shareOfContainer] = Float(measures[row].tokens) / max(1, container.tokens)
            let before = row > 0 && page.blocks[row - 1].element == element
            let after = row + 1 < page.blocks.count && page.blocks[row + 1].element == element
            features[row, .sharesElement] = before || after ? 1 : 0
        }
    }

    private mutating func fill(_ row: Int, _ container: ContainerSums, share: Float) {
        features[row, .containerTokens] = ln1(container.tokens)
        features[row, .containerLinkShare] = container.linkShare
        features[row, .containerProse] = ln1(container.prose)
        features[row, .containerBlocks] = ln1(container.blocks)
        features[row, .containerLongShare] = container.longs / max(1, container.blocks)
        features[row, .containerProseShare] = share
    }

    private mutating func fillOuter(_ row: Int, _ container: ContainerSums, _ all: Float) {
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
