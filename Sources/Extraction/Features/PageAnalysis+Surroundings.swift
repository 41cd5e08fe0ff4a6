extension PageAnalysis {
    /// Features of blocks with the same signature: kind and class of the block element and of its parent.
    mutating func fillSignatures() {
        guard let elements else { return }
        signatureKeys = page.blocks.map { block in
            Folding.step(
                elements[Int(block.element)].signature, elements[Int(blockParent(block.element))].signature)
        }
        signatures = KeyNumbers.of(signatureKeys.lazy.map { UInt64($0) })
        var groups = Array(repeating: ContainerSums(), count: signatures.count)
        for (facts, number) in zip(facts, signatures.numbers) {
            groups[Int(number)].tokens += facts.tokens
            groups[Int(number)].linkTokens += facts.tokens * facts.linkShare
            groups[Int(number)].blocks += 1
        }
        let (features, numbers) = (features, signatures.numbers)
        for row in rows {
            let group = groups[Int(numbers[row])]
            features[row, .signatureCount] = ln1(group.blocks)
            features[row, .signatureTokens] = ln1(group.tokens / max(1, group.blocks))
            features[row, .signatureLinkShare] = group.linkShare
        }
    }

    /// Features of the blocks around.
    func fillNeighbours() {
        let (features, facts) = (features, facts)
        let count = facts.count
        for row in rows {
            if row > 0 { fillNeighbour(row, row - 1, Self.before) }
            if row > 1 { features[row, .tokensBefore2] = ln1(facts[row - 2].tokens) }
            if row + 1 < count { fillNeighbour(row, row + 1, Self.after) }
            if row + 2 < count { features[row, .tokensAfter2] = ln1(facts[row + 2].tokens) }
        }
        var last = -21
        for row in 0..<count {
            features[row, .longBefore] = ln1(Float(min(20, row - last)))
            if facts[row].isLong { last = row }
        }
        last = count + 20
        for row in (0..<count).reversed() {
            features[row, .longAfter] = ln1(Float(min(20, last - row)))
            if facts[row].isLong { last = row }
        }
        fillProseAround()
    }

    private struct NeighbourFeatures {
        let tokens, links, ends, classes, kind, parent: Feature
    }

    private static var before: NeighbourFeatures {
        NeighbourFeatures(
            tokens: .tokensBefore, links: .linkShareBefore, ends: .endsBefore, classes: .classBefore, kind: .kindBefore,
            parent: .sameParentBefore)
    }
    private static var after: NeighbourFeatures {
        NeighbourFeatures(
            tokens: .tokensAfter, links: .linkShareAfter, ends: .endsAfter, classes: .classAfter, kind: .kindAfter,
            parent: .sameParentAfter)
    }

    @inline(__always)
    private func fillNeighbour(_ row: Int, _ other: Int, _ names: NeighbourFeatures) {
        features[row, names.tokens] = ln1(facts[other].tokens)
        features[row, names.links] = facts[other].linkShare
        features[row, names.ends] = measures[other].endsSentence ? 1 : 0
        guard let elements else { return }
        let (a, b) = (page.blocks[row].element, page.blocks[other].element)
        features[row, names.classes] = elements[Int(page.blocks[other].leaf)].classes.sum
        features[row, names.kind] = Float(page.elements[Int(b)].kind.rawValue)
        features[row, names.parent] = a == b || blockParent(a) == blockParent(b) ? 1 : 0
    }

    private func fillProseAround() {
        let count = facts.count
        var prose: [Float] = [0]
        var tokens: [Float] = [0]
        prose.reserveCapacity(count + 1)
        tokens.reserveCapacity(count + 1)
        for (row, facts) in facts.enumerated() {
            prose.append(prose[row] + facts.prose)
            tokens.append(tokens[row] + facts.tokens)
        }
        let features = features
        for row in rows {
            let low = max(0, row - 6)
            let high = min(count, row + 7)
            features[row, .proseBefore] = (prose[row] - prose[low]) / max(1, tokens[row] - tokens[low])
            features[row, .proseAfter] = (prose[high] - prose[row + 1]) / max(1, tokens[high] - tokens[row + 1])
        }
    }

    /// Features of the page about a block: copies, headings, chrome lines, and the page's own.
    func fillSurroundings() {
        fillCopies()
        fillHeadings()
        var links: Float = 0
        var (tokens, letters, wides, prose, headings): (Float, Float, Float, Float, Float) = (0, 0, 0, 0, 0)
        for row in page.blocks.indices {
            tokens += facts[row].tokens
            links += facts[row].tokens * facts[row].linkShare
            letters += Float(measures[row].letters)
            wides += Float(measures[row].wides)
            prose += facts[row].prose
            if headingKind(row) == 1 { headings += 1 }
        }
        let articles = Float(page.elements.count { $0.kind == .article })
        let (linkShare, wideShare, pageProse) = (links / max(1, tokens), wides / max(1, letters), ln1(prose))
        let features = features
        for row in page.blocks.indices {
            features[row, .pageLinkShare] = linkShare
            features[row, .pageWideShare] = wideShare
            features[row, .pageArticles] = min(20, articles)
            features[row, .pageHeadings] = min(9, headings)
            features[row, .pageProse] = pageProse
        }
    }

    private func fillCopies() {
        let (features, numbers) = (features, texts.numbers)
        var seen: [Int32] = Array(repeating: 0, count: texts.count)
        for row in page.blocks.indices where measures[row].tokens > 0 {
            features[row, .copiesBefore] = Float(min(9, seen[Int(numbers[row])]))
            seen[Int(numbers[row])] += 1
        }
        for row in rows { features[row, .copies] = Float(min(9, max(1, seen[Int(numbers[row])]))) }
    }

    private func fillHeadings() {
        let (features, measures, marks) = (features, measures, marks)
        let first = firstProse
        var heading = -1
        var chrome: Float = 0
        var under = false
        for row in page.blocks.indices {
            let level = headingKind(row)
            features[row, .chromeSince] = ln1(chrome)
            features[row, .underChromeHeading] = under ? 1 : 0
            if heading >= 0 {
                features[row, .headingKind] = Float(headingKind(heading))
                features[row, .headingDistance] = ln1(Float(row - heading))
                features[row, .headingTitleOverlap] =
                    Float(measures[heading].titleWords) / Float(max(1, measures[heading].tokens))
            }
            let heads = marks[row].headsChrome && measures[row].tokens < 25
            if row > first && heads { chrome += 1 }
            if level > 0 {
                heading = row
                under = false
            }
            if heads { under = true }
        }
    }
}
