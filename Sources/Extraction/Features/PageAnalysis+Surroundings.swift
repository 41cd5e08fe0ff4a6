extension PageAnalysis {
    /// Features of blocks with the same signature: kind and class of the block element and of its parent.
    mutating func fillSignatures() {
        guard let elements else { return }
        var groups: [UInt32: ContainerSums] = [:]
        signatureKeys.reserveCapacity(page.blocks.count)
        for row in page.blocks.indices {
            let element = page.blocks[row].element
            let key = Folding.step(elements.signatures[Int(element)], elements.signatures[Int(blockParent(element))])
            signatureKeys.append(key)
            groups[key, default: ContainerSums()].tokens += Float(measures[row].tokens)
            groups[key, default: ContainerSums()].linkTokens += Float(measures[row].tokens) * linkShare(row)
            groups[key, default: ContainerSums()].blocks += 1
        }
        for row in page.blocks.indices {
            let group = groups[signatureKeys[row]] ?? ContainerSums()
            features[row, .signatureCount] = ln1(group.blocks)
            features[row, .signatureTokens] = ln1(group.tokens / max(1, group.blocks))
            features[row, .signatureLinkShare] = group.linkShare
        }
    }

    /// Features of the blocks around.
    mutating func fillNeighbours() {
        let count = page.blocks.count
        for row in 0..<count {
            if row > 0 { fillNeighbour(row, row - 1, Self.before) }
            if row > 1 { features[row, .tokensBefore2] = features[row - 2, .tokens] }
            if row + 1 < count { fillNeighbour(row, row + 1, Self.after) }
            if row + 2 < count { features[row, .tokensAfter2] = features[row + 2, .tokens] }
        }
        var last = -21
        for row in 0..<count {
            features[row, .longBefore] = ln1(Float(min(20, row - last)))
            if isLong(row) { last = row }
        }
        last = count + 20
        for row in (0..<count).reversed() {
            features[row, .longAfter] = ln1(Float(min(20, last - row)))
            if isLong(row) { last = row }
        }
        fillProseAround()
    }

    private struct NeighbourFeatures {
        let tokens, links, ends, classes, kind, parent: Feature
    }

    private static let before = NeighbourFeatures(
        tokens: .tokensBefore, links: .linkShareBefore, ends: .endsBefore, classes: .classBefore, kind: .kindBefore,
        parent: .sameParentBefore)
    private static let after = NeighbourFeatures(
        tokens: .tokensAfter, links: .linkShareAfter, ends: .endsAfter, classes: .classAfter, kind: .kindAfter,
        parent: .sameParentAfter)

    private mutating func fillNeighbour(_ row: Int, _ other: Int, _ names: NeighbourFeatures) {
        features[row, names.tokens] = features[other, .tokens]
        features[row, names.links] = features[other, .linkShare]
        features[row, names.ends] = features[other, .endsSentence]
        guard elements != nil else { return }
        features[row, names.classes] = features[other, .classSum]
        features[row, names.kind] = features[other, .elementKind]
        let (a, b) = (page.blocks[row].element, page.blocks[other].element)
        features[row, names.parent] = a == b || blockParent(a) == blockParent(b) ? 1 : 0
    }

    private mutating func fillProseAround() {
        let count = page.blocks.count
        var prose: [Float] = [0]
        var tokens: [Float] = [0]
        for row in 0..<count {
            prose.append(prose[row] + self.prose(row))
            tokens.append(tokens[row] + Float(measures[row].tokens))
        }
        for row in 0..<count {
            let low = max(0, row - 6)
            let high = min(count, row + 7)
            features[row, .proseBefore] = (prose[row] - prose[low]) / max(1, tokens[row] - tokens[low])
            features[row, .proseAfter] = (prose[high] - prose[row + 1]) / max(1, tokens[high] - tokens[row + 1])
        }
    }

    /// Features of the page about a block: copies, headings, chrome lines, and the page's own.
    mutating func fillSurroundings() {
        fillCopies()
        fillHeadings()
        var links: Float = 0
        var (tokens, letters, wides, prose, headings): (Float, Float, Float, Float, Float) = (0, 0, 0, 0, 0)
        for row in page.blocks.indices {
            let measure = measures[row]
            tokens += Float(measure.tokens)
            links += Float(measure.tokens) * linkShare(row)
            letters += Float(measure.letters)
            wides += Float(measure.wides)
            prose += self.prose(row)
            if headingKind(row) == 1 { headings += 1 }
        }
        let articles = Float(page.elements.count { $0.kind == .article })
        for row in page.blocks.indices {
            features[row, .pageLinkShare] = links / max(1, tokens)
            features[row, .pageWideShare] = wides / max(1, letters)
            features[row, .pageArticles] = min(20, articles)
            features[row, .pageHeadings] = min(9, headings)
            features[row, .pageProse] = ln1(prose)
        }
    }

    private mutating func fillCopies() {
        var seen: [UInt64: Int] = [:]
        for row in page.blocks.indices where measures[row].tokens > 0 {
            let before = seen[measures[row].fold, default: 0]
            features[row, .copiesBefore] = Float(min(9, before))
            seen[measures[row].fold] = before + 1
        }
        for row in page.blocks.indices { features[row, .copies] = Float(min(9, seen[measures[row].fold] ?? 1)) }
    }

    private mutating func fillHeadings() {
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
