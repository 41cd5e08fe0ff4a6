import Kafka
import Testing

@testable import Worker

/// Walks through every order of events that a small world allows, and checks the machine's promises after each.
struct DeliveryHistoryTests {
    typealias Page = DeliveryWorld.Page
    typealias Faults = DeliveryWorld.Faults

    /// What a walk has seen.
    struct Walk {
        var states = 0
        var moves = 0
        /// The history that broke a promise, and how.
        var broken: (history: [DeliveryWorld.Move], how: String)?
    }

    /// Every state that can be reached, each by one of the shortest histories.
    private func walk(_ start: DeliveryWorld, most: Int = 400_000) -> Walk {
        var walk = Walk()
        var seen: Set<Int> = [start.fingerprint]
        var edge: [(world: DeliveryWorld, history: [DeliveryWorld.Move])] = [(start, [])]
        while !edge.isEmpty {
            var next: [(world: DeliveryWorld, history: [DeliveryWorld.Move])] = []
            for (world, history) in edge {
                walk.states += 1
                var end = world
                if let how = end.settle() {
                    walk.broken = (history, how)
                    return walk
                }
                for move in world.moves {
                    var after = world
                    after.make(move)
                    walk.moves += 1
                    if let how = after.violation {
                        walk.broken = (history + [move], how)
                        return walk
                    }
                    if seen.insert(after.fingerprint).inserted { next.append((after, history + [move])) }
                }
            }
            edge = next
            if seen.count > most {
                Issue.record("more than \(most) states: the world is too large to be walked through")
                return walk
            }
        }
        return walk
    }

    private func expectSound(_ name: String, _ world: DeliveryWorld) {
        let began = ContinuousClock.now
        let walk = walk(world)
        print("\(name): \(walk.states) states, \(walk.moves) moves, \(began.duration(to: .now))")
        #expect(walk.states > 100)
        if let (history, how) = walk.broken {
            Issue.record("\(how) after: \(history.map(\.description).joined(separator: "; "))")
        }
    }

    @Test func `refusals keep the order of each key and come to an end`() {
        let pages = [[Page(key: 1), Page(key: 1), Page(key: 2)]]
        expectSound("refusals", DeliveryWorld(pages, Faults(away: 2)))
    }

    @Test func `a partition that goes takes along what was refused of it`() {
        let pages = [[Page(key: 1), Page(key: 1)], [Page(key: 2)]]
        expectSound("refusals and a revocation", DeliveryWorld(pages, Faults(away: 1, revokes: 1)))
    }

    @Test func `silence is noticed and forgotten`() {
        let pages = [[Page(key: 1), Page(key: 2)]]
        expectSound("silence", DeliveryWorld(pages, Faults(away: 1, revokes: 1), watchesSilence: true))
    }

    @Test func `a producer that hangs is replaced, and nothing is lost`() {
        let pages = [[Page(key: 1), Page(key: 2)]]
        let rules = DeliveryWorld.rules(hungAfter: .seconds(3))
        expectSound("hung", DeliveryWorld(pages, Faults(revokes: 1, hangs: 1), rules: rules, watchesSilence: true))
        let once = DeliveryWorld.rules(isExactlyOnce: true, hungAfter: .seconds(3))
        expectSound("once, hung", DeliveryWorld(pages, Faults(hangs: 1), rules: once, watchesSilence: true))
    }

    @Test func `a full queue and a broken producer lose nothing`() {
        let pages = [[Page(key: 1), Page(key: 1), Page(key: 2)]]
        expectSound("full and fatal", DeliveryWorld(pages, Faults(full: 1, fatal: 1)))
        expectSound(
            "full, fatal, away",
            DeliveryWorld([[Page(key: 1), Page(key: 1)]], Faults(away: 1, full: 1, fatal: 1, revokes: 1)))
    }

    @Test func `dead letters hold their partition and no other`() {
        let pages = [[Page(key: 1, kind: .deadLetter), Page(key: 1)], [Page(key: 2)]]
        expectSound("letters", DeliveryWorld(pages, Faults(away: 2)))
        expectSound("letters and a revocation", DeliveryWorld([pages[0]], Faults(away: 2, revokes: 1)))
    }

    @Test func `a record that is refused for good becomes a dead letter, a letter a reduced one`() {
        let pages = [[Page(key: 1), Page(key: 1), Page(key: 2)]]
        expectSound("too large", DeliveryWorld(pages, Faults(away: 1, tooLarge: 3)))
    }

    @Test func `dead letters that fill the budget are put back and read again`() {
        let letters = (0..<3).map { _ in Page(key: 1, kind: .deadLetter, bytes: 30) }
        let pages = [letters, [Page(key: 9, bytes: 30)]]
        let rules = DeliveryWorld.rules(high: 100, low: 50)
        expectSound("letters set aside", DeliveryWorld(pages, Faults(away: 2), rules: rules))
    }

    @Test func `exactly-once: every page is there once, and its offset with it`() {
        let rules = DeliveryWorld.rules(isExactlyOnce: true)
        let pages = [[Page(key: 1), Page(key: 2, kind: .skipped), Page(key: 1)]]
        expectSound("once", DeliveryWorld(pages, Faults(crashes: 1, lostCommits: 1), rules: rules))
        let two = [[Page(key: 1), Page(key: 2)]]
        expectSound("once, away, revoked", DeliveryWorld(two, Faults(away: 1, revokes: 1), rules: rules))
        expectSound("once, broken", DeliveryWorld(two, Faults(fatal: 1, lostCommits: 1), rules: rules))
        expectSound(
            "once, revoked twice, broken",
            DeliveryWorld([[Page(key: 1)]], Faults(fatal: 2, revokes: 1, lostCommits: 1), rules: rules))
        let small = DeliveryWorld.rules(high: 2, low: 1, isExactlyOnce: true)
        expectSound("once, small budget", DeliveryWorld(pages, Faults(full: 1), rules: small))
        let letters = [[Page(key: 1, kind: .deadLetter), Page(key: 1)], [Page(key: 2)]]
        expectSound("once, letters", DeliveryWorld(letters, Faults(away: 1), rules: rules))
        expectSound(
            "once, silence",
            DeliveryWorld([[Page(key: 1)]], Faults(away: 1, lostCommits: 1), rules: rules, watchesSilence: true))
        expectSound("once, too large", DeliveryWorld(two, Faults(away: 1, tooLarge: 1), rules: rules))
    }

    @Test func `what the commits of a range count is what they say is finished, whatever happens`() {
        let pages = [[Page(key: 1), Page(key: 2, kind: .skipped), Page(key: 1, kind: .rejected, bytes: 3)]]
        var rules = DeliveryWorld.rules()
        rules.range = FrozenRange([DeliveryWorld.place(0): 0..<3])
        expectSound("range, crashes", DeliveryWorld(pages, Faults(crashes: 1, lostCommits: 1), rules: rules))
        expectSound("range, refusals", DeliveryWorld(pages, Faults(away: 1, tooLarge: 1, revokes: 1), rules: rules))
        rules.isExactlyOnce = true
        expectSound("range, once", DeliveryWorld(pages, Faults(crashes: 1, lostCommits: 1), rules: rules))
        expectSound(
            "range, once, broken",
            DeliveryWorld([[Page(key: 1), Page(key: 2)]], Faults(fatal: 1, revokes: 1), rules: rules))
    }

    @Test func `each end before its time repeats no more pages than may be uncommitted`() {
        let rules = DeliveryWorld.rules(mostUncommitted: 2)
        let pages = [[Page(key: 1), Page(key: 2, kind: .skipped), Page(key: 1)], [Page(key: 2)]]
        expectSound("uncommitted", DeliveryWorld(pages, Faults(crashes: 1, lostCommits: 1), rules: rules))
        let one = [[Page(key: 1), Page(key: 2), Page(key: 1)]]
        expectSound(
            "uncommitted, away", DeliveryWorld(one, Faults(away: 1, revokes: 1, crashes: 1), rules: rules))
        let letters = [[Page(key: 1, kind: .deadLetter), Page(key: 1, kind: .deadLetter), Page(key: 2)]]
        expectSound("uncommitted, letters", DeliveryWorld(letters, Faults(away: 1, crashes: 1), rules: rules))
    }

    @Test func `crashes and lost commits repeat pages and lose none`() {
        let pages = [[Page(key: 1), Page(key: 2, kind: .skipped), Page(key: 1)]]
        expectSound("crashes", DeliveryWorld(pages, Faults(crashes: 1, lostCommits: 1)))
        expectSound(
            "crash, away, stop",
            DeliveryWorld([[Page(key: 1), Page(key: 2)]], Faults(away: 1, revokes: 1, crashes: 1, stops: 1)))
    }
}
