internal import Normalization

/// Tells threads of forums by their shape: like-built elements beside one another, each with a link to who wrote it, a time and a text.
enum Thread {
    /// How many posts the body of a page is, or `nil` when it is no thread.
    static func posts(of page: JudgedPage) -> Int? {
        let (analysis, body) = (page.analysis, page.decision.kept)
        guard let measures = analysis.elements, body.count >= leastTexts,
            let largest = body.max(by: { analysis.measures[$0].tokens < analysis.measures[$1].tokens })
        else { return nil }
        let (blocks, elements) = (analysis.page.blocks, analysis.page.elements)
        let total = tokens(of: body, analysis)
        var isKept = Array(repeating: false, count: blocks.count)
        for row in body { isKept[row] = true }
        var levels = 0
        var here = Int(blocks[largest].element)
        while here >= 0, elements[here].parent >= 0, levels < mostLevels {
            levels += 1
            let parent = Int(elements[here].parent)
            var items: [Range<Int>] = []
            var next = parent + 1
            while next < Int(elements[parent].end) {
                let end = Int(elements[next].end)
                if measures[next].signature == measures[here].signature { items.append(next..<end) }
                next = max(end, next + 1)
            }
            if items.count >= leastPosts, areAll(items, isKept, total, analysis) { return items.count }
            here = parent
        }
        return nil
    }

    /// Elements around a post's text up to the one that is a post.
    private static let mostLevels = 24
    private static let leastPosts = 4
    /// Of them so many have a text that is taken for the article's.
    private static let leastTexts = 3

    /// Whether nearly all of a body stands in the items, in three or more of them, in none most of it, and each names who and when in short
    /// lines near each other that are no headings.
    private static func areAll(_ items: [Range<Int>], _ isKept: [Bool], _ total: Int, _ analysis: PageAnalysis) -> Bool
    {
        let blocks = analysis.page.blocks
        var (shares, signed) = ([Int](), 0)
        var row = blocks.indices.first { Int(blocks[$0].leaf) >= items[0].lowerBound } ?? blocks.count
        for item in items {
            var (tokens, isHeaded) = (0, false)
            var (name, time): (Int?, Int?)
            while row < blocks.count, Int(blocks[row].leaf) < item.upperBound {
                defer { row += 1 }
                guard Int(blocks[row].leaf) >= item.lowerBound else { continue }
                if analysis.headingKind(row) > 0 { isHeaded = true }
                if blocks[row].text.count <= mostOfName, analysis.headingKind(row) == 0 {
                    if blocks[row].timeBytes > 0 || analysis.marks[row].date > 0 { time = time ?? row }
                    if blocks[row].links > 0 { name = name ?? row }
                }
                if analysis.measures[row].tokens > 0, isKept[row] { tokens += Int(analysis.measures[row].tokens) }
            }
            // A post has no headline of its own, as an entry of a list has.
            let isSigned = !isHeaded && (name.flatMap { name in time.map { abs($0 - name) <= 3 } } ?? false)
            if tokens > 0 { shares.append(tokens) }
            if isSigned { signed += 1 }
        }
        let held = shares.reduce(0, +)
        return shares.count >= leastTexts && 10 * held >= 9 * total && 10 * (shares.max() ?? 0) <= 6 * held
            && 5 * signed >= 4 * items.count
    }

    /// Bytes of the longest line that names who wrote, or when.
    private static let mostOfName = 80

    private static func tokens(of rows: [Int], _ analysis: PageAnalysis) -> Int {
        rows.reduce(0) { $0 + Int(analysis.measures[$1].tokens) }
    }
}
