import Extraction

/// Bodies by a simple rule, so that the tests of the metadata and of the pipeline do not change with the model: the densest
/// run of long lines; of two copies the first.
enum SimpleBody {
    static let extractor = Extractor(bodyOf: { find($0) })

    private static func find(_ page: PageBlocks) -> (blocks: [Int], copies: Int) {
        let long = page.blocks.indices.filter { isLong($0, page) }
        var seen: Set<String> = []
        let firsts = long.filter { seen.insert(page.text(of: $0)).inserted }
        return (firsts, firsts.count * 2 <= long.count ? 1 : 0)
    }

    private static func isLong(_ block: Int, _ page: PageBlocks) -> Bool {
        let block = page.blocks[block]
        return block.text.count > 150 && block.linkBytes * 3 < Int32(block.text.count)
    }
}
