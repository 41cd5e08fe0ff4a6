/// Copies among the blocks of a body: runs of blocks that say again, in the same order, what was said before.
///
/// A run is a copy when it is a good part of the article by itself, or long, and such runs together are a good part. Lines that recur
/// by design (a plan of meals, a refrain) come a few at a time between others, and stay; so does a line said twice, unless the page
/// says most lines twice.
struct CopyRuns {
    /// The blocks to drop.
    private(set) var copies: Set<Int> = []

    private let body: [Int]
    private let measures: [TextMeasure]
    /// For each block of the body the place in it where its text stands for the first time, or -1 where that is here.
    private var firsts: [Int] = []

    /// Finds the copies in a body, whose blocks are given in order.
    init(of body: [Int], _ measures: [TextMeasure]) {
        self.body = body
        self.measures = measures
        findFirsts()
        let repeats = body.indices.filter { firsts[$0] >= 0 && !isShort($0) }
        guard !repeats.isEmpty else { return }
        let own = body.indices.reduce(0) { $0 + (firsts[$1] < 0 ? tokens($1) : 0) }
        let doubles = repeats.filter { firsts[$0] == $0 - 1 }
        if isGoodPart(doubles, of: own) { copies.formUnion(doubles.map { body[$0] }) }
        let found = runs().filter { run in
            let long = run.filter { !isShort($0) }
            return long.count >= Self.leastOfRun || isGoodPart(long, of: own)
        }
        let likely = recur(found, of: own) ? [] : Array(found.joined())
        if isGoodPart(likely, of: own) { copies.formUnion(likely.map { body[$0] }) }
    }

    /// Lines of a run that is no coincidence.
    private static let leastOfRun = 5

    private mutating func findFirsts() {
        var places: [UInt64: Int] = [:]
        for place in body.indices {
            let fold = measures[body[place]].fold
            firsts.append(places[fold] ?? -1)
            if places[fold] == nil { places[fold] = place }
        }
    }

    private func tokens(_ place: Int) -> Int { Int(measures[body[place]].tokens) }

    /// Whether a block is a line that may well stand twice.
    private func isShort(_ place: Int) -> Bool { tokens(place) < 8 }

    private func isGoodPart(_ places: [Int], of own: Int) -> Bool {
        let part = places.reduce(0) { $0 + tokens($1) }
        return part > 0 && 4 * part >= own
    }

    /// Whether the same lines come three times or more, less than two thirds of the article, and something new before each time: so is a
    /// plan of a week written, or a song.
    private func recur(_ runs: [[Int]], of own: Int) -> Bool {
        guard runs.count > 1, let end = runs[0].last else { return false }
        let again = Set(runs[0].map { firsts[$0] })
        var last = firsts[end]
        for run in runs {
            guard let start = run.first, let end = run.last, last < start else { return false }
            let isNew = ((last + 1)..<start).contains { firsts[$0] < 0 && !isShort($0) }
            let part = run.reduce(0) { $0 + tokens($1) }
            guard isNew, 3 * part < 2 * own, again.isSuperset(of: run.map { firsts[$0] }) else { return false }
            last = end
        }
        return true
    }

    /// The longest runs of places that repeat others in their order. Short lines do not end a run, nor does one block that
    /// belongs to none.
    private func runs() -> [[Int]] {
        var runs: [[Int]] = []
        var run: [Int] = []
        var (last, strangers) = (-1, 0)
        for place in body.indices {
            if firsts[place] > last {
                run.append(place)
                (last, strangers) = (firsts[place], 0)
                continue
            }
            guard !isShort(place) else { continue }
            strangers += 1
            guard strangers > 1 || firsts[place] >= 0 else { continue }
            runs.append(run)
            // A further copy may begin here.
            run = firsts[place] >= 0 ? [place] : []
            (last, strangers) = (firsts[place], 0)
        }
        return runs + [run]
    }
}
