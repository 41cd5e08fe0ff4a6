/// Tables within the article's text, whose cells hardly read like one by themselves.
enum DataTables {
    /// The blocks of tables that stand right between two kept blocks, with two rows or more of two cells or more, of which hardly any is long and
    /// not nearly all lead elsewhere: results, timetables, prices.
    static func find(beside kept: [Int], _ analysis: PageAnalysis) -> [Int] {
        guard analysis.elements != nil, kept.count >= 2 else { return [] }
        let (page, isKept) = (analysis.page, Set(kept))
        var found: [Int] = []
        var row = kept[0] + 1
        while row < kept[kept.count - 1] {
            guard isKept.contains(row - 1), let table = outermostTable(of: row, page),
                page.blocks[row - 1].element < table
            else {
                row += 1
                continue
            }
            let end = page.elements[table].end
            let behind = (row..<page.blocks.count).first { page.blocks[$0].element >= end } ?? page.blocks.count
            if isKept.contains(behind), shareParent(row - 1, behind, around: table, page), isData(row..<behind, page) {
                found += (row..<behind).filter { !isKept.contains($0) && analysis.measures[$0].tokens > 0 }
            }
            row = max(behind, row + 1)
        }
        return found
    }

    /// The outermost table that a block stands in.
    private static func outermostTable(of row: Int, _ page: PageBlocks) -> Int? {
        var (here, table) = (Int(page.blocks[row].element), Int?.none)
        for _ in 0..<mostLevels where here >= 0 {
            if page.elements[here].kind == .table { table = here }
            here = Int(page.elements[here].parent)
        }
        return table
    }

    /// Elements between a cell's block and its table, wrappers and the table's parts counted.
    private static let mostLevels = 12

    /// Whether two blocks are in elements side by side, which the table's own or one around it stands between.
    private static func shareParent(_ before: Int, _ behind: Int, around table: Int, _ page: PageBlocks) -> Bool {
        let parent = page.elements[Int(page.blocks[before].element)].parent
        guard parent >= 0, page.elements[Int(page.blocks[behind].element)].parent == parent else { return false }
        var here = Int(page.elements[table].parent)
        for _ in 0..<4 where here >= 0 {
            if here == Int(parent) { return true }
            here = Int(page.elements[here].parent)
        }
        return false
    }

    /// Whether blocks are the cells of a table of data.
    private static func isData(_ cells: Range<Int>, _ page: PageBlocks) -> Bool {
        guard (4...400).contains(cells.count) else { return false }
        var rows: [Int32: Int] = [:]
        var (links, bytes) = (0, 0)
        for cell in cells {
            let element = page.blocks[cell].element
            guard element >= 0 else { return false }
            let own = page.elements[Int(element)]
            guard own.kind == .td || own.kind == .th, own.parent >= 0 else { return false }
            rows[own.parent, default: 0] += 1
            if page.blocks[cell].isLink { links += 1 }
            bytes += page.blocks[cell].text.count
        }
        return rows.count >= 2 && rows.values.allSatisfy { $0 >= 2 } && 3 * links <= 2 * cells.count
            && bytes <= 80 * cells.count
    }
}
