/// Computes the second stage's features from the first stage's probabilities.
struct NeighbourhoodFeatures {
    static let columns = NeighbourhoodFeature.allCases.count

    /// One row a block: of those whose features the analysis holds.
    let matrix: RowMatrix
    private let analysis: PageAnalysis
    private let p: [Float]
    private let count: Int
    private let rows: [Int]
    /// Sums over the blocks before each: of p x tokens, of the roots of the tokens, and of p x these.
    private var mass: [Float] = [0]
    private var weights: [Float] = [0]
    private var weighted: [Float] = [0]

    /// Computes them; `p` has a value a block.
    init(_ analysis: PageAnalysis, probabilities p: [Float]) {
        self.analysis = analysis
        self.p = p
        count = min(p.count, analysis.page.blocks.count)
        rows = count == analysis.page.blocks.count ? analysis.rows : []
        matrix = RowMatrix(rows: analysis.page.blocks.count, columns: Self.columns)
        sum()
        fillNeighbours()
        fillMeans()
        if analysis.elements != nil { fillContainers() } else { fillIndentation() }
        fillWindow()
        fillRuns()
        fillCopies()
    }

    @inline(__always)
    private func set(_ row: Int, _ feature: NeighbourhoodFeature, _ value: Float) {
        matrix[row, feature.rawValue] = value
    }

    @inline(__always)
    private func tokens(_ row: Int) -> Float { analysis.facts[row].tokens }

    private mutating func sum() {
        mass.reserveCapacity(count + 1)
        weights.reserveCapacity(count + 1)
        weighted.reserveCapacity(count + 1)
        for row in 0..<count {
            let weight = tokens(row).squareRoot()
            mass.append(mass[row] + p[row] * tokens(row))
            weights.append(weights[row] + weight)
            weighted.append(weighted[row] + p[row] * weight)
        }
    }

    @inline(__always)
    private func mean(_ low: Int, _ high: Int) -> Float {
        let (low, high) = (max(0, low), min(count, high))
        guard low < high else { return 0 }
        return (weighted[high] - weighted[low]) / max(0.01, weights[high] - weights[low])
    }

    private func fillNeighbours() {
        let p = p
        for row in rows {
            set(row, .p, p[row])
            if row > 0 { set(row, .pBefore1, p[row - 1]) }
            if row > 1 { set(row, .pBefore2, p[row - 2]) }
            if row > 2 { set(row, .pBefore3, p[row - 3]) }
            if row + 1 < count { set(row, .pAfter1, p[row + 1]) }
            if row + 2 < count { set(row, .pAfter2, p[row + 2]) }
            if row + 3 < count { set(row, .pAfter3, p[row + 3]) }
        }
    }

    private func fillMeans() {
        let (all, pageMass) = (max(1, mass[count]), ln1(mass[count]))
        for row in rows {
            set(row, .meanBefore4, mean(row - 4, row))
            set(row, .meanBefore10, mean(row - 10, row))
            set(row, .meanBefore25, mean(row - 25, row))
            set(row, .meanAfter4, mean(row + 1, row + 5))
            set(row, .meanAfter10, mean(row + 1, row + 11))
            set(row, .meanAfter25, mean(row + 1, row + 26))
            set(row, .massBefore, mass[row] / all)
            set(row, .pageMass, pageMass)
        }
    }

    /// p-mass and tokens of a group of blocks.
    private struct Group {
        var mass: Float = 0, tokens: Float = 0
        var mean: Float { mass / max(1, tokens) }
    }

    @inline(__always)
    private func mass(of range: (first: Int32, end: Int32)) -> Float {
        range.first < range.end ? mass[Int(range.end)] - mass[Int(range.first)] : 0
    }

    private func fillContainers() {
        let all = max(1, mass[count])
        let groups = signatureGroups()
        let levels = levelsBelowTop()
        for row in rows {
            let element = analysis.page.blocks[row].element
            let next = analysis.larger[Int(element)]
            let beyond = next < 0 ? -1 : analysis.larger[Int(next)]
            fill(row, analysis.blockParent(element), .parentMean, .parentShare, all)
            fill(row, max(0, next), .containerMean, .containerShare, all)
            fill(row, max(0, beyond), .outerMean, .outerShare, all)
            let group = groups[Int(analysis.signatures.numbers[row])]
            set(row, .signatureMean, group.mean)
            set(row, .signatureShare, group.mass / all)
            set(row, .topLevels, levels[Int(analysis.page.blocks[row].leaf)])
        }
    }

    @inline(__always)
    private func fill(
        _ row: Int, _ element: Int32, _ mean: NeighbourhoodFeature, _ share: NeighbourhoodFeature, _ all: Float
    ) {
        let sums = analysis.sums[Int(element)]
        let mass = mass(of: (sums.first, sums.end))
        set(row, mean, mass / max(1, sums.tokens))
        set(row, share, mass / all)
    }

    private func signatureGroups() -> [Group] {
        var groups = Array(repeating: Group(), count: analysis.signatures.count)
        for row in 0..<count {
            let number = Int(analysis.signatures.numbers[row])
            groups[number].mass += p[row] * tokens(row)
            groups[number].tokens += tokens(row)
        }
        return groups
    }

    private func levelsBelowTop() -> [Float] {
        let elements = analysis.page.elements
        var density: [Float] = Array(repeating: 0, count: elements.count)
        for row in 0..<count where p[row] > 0.05 {
            density[Int(analysis.page.blocks[row].element)] += p[row] * Logarithm.power8(min(tokens(row), 120))
        }
        var top = 0
        for index in elements.indices.reversed() {
            if density[index] >= density[top] { top = index }
            let parent = Int(elements[index].parent)
            if parent >= 0 { density[parent] += 0.6 * density[index] }
        }
        var levels: [Float] = Array(repeating: 15, count: elements.count)
        for index in elements.indices {
            let parent = Int(elements[index].parent)
            levels[index] = index == top ? 0 : parent < 0 ? 15 : min(15, levels[parent] + 1)
        }
        return levels
    }

    private func fillIndentation() {
        var groups: [Int32: Group] = [:]
        for row in 0..<count {
            groups[analysis.page.blocks[row].indentation, default: Group()].mass += p[row] * tokens(row)
            groups[analysis.page.blocks[row].indentation, default: Group()].tokens += tokens(row)
        }
        for row in rows {
            let group = groups[analysis.page.blocks[row].indentation] ?? Group()
            set(row, .parentMean, group.mean)
            set(row, .parentShare, group.mass / max(1, mass[count]))
        }
    }

    private func fillWindow() {
        var (best, bestSum, sum, start) = (0..<0, Float(0), Float(0), 0)
        for row in 0..<count {
            sum += (p[row] - 0.5) * tokens(row)
            if sum <= 0 {
                sum = 0
                start = row + 1
            } else if sum > bestSum {
                bestSum = sum
                best = start..<(row + 1)
            }
        }
        for row in rows {
            set(row, .inWindow, best.contains(row) ? 1 : 0)
            let outside =
                row < best.lowerBound ? row - best.lowerBound : row >= best.upperBound ? row - best.upperBound + 1 : 0
            set(row, .windowDistance, signedLn1(Float(outside)))
        }
    }

    private func fillRuns() {
        var start = 0
        while start < count {
            var end = start
            var sum: Float = 0
            while end < count, (p[end] >= 0.5) == (p[start] >= 0.5) {
                sum += tokens(end)
                end += 1
            }
            let (runTokens, runBlocks) = (ln1(sum), ln1(Float(end - start)))
            for row in start..<end {
                set(row, .runTokens, runTokens)
                set(row, .runBlocks, runBlocks)
            }
            start = end
        }
    }

    private func fillCopies() {
        var seen = Array(repeating: (sum: Float(0), count: Float(0)), count: analysis.texts.count)
        for row in 0..<count {
            let text = Int(analysis.texts.numbers[row])
            set(row, .copyBefore, seen[text].count > 0 ? seen[text].sum / seen[text].count : -1)
            seen[text].sum += p[row]
            seen[text].count += 1
        }
    }
}
