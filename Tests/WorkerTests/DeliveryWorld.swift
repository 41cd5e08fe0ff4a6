import Flow
import Kafka
import Testing
import Wire

@testable import Worker

/// A machine of delivery and what is around it: partitions with records, lanes, a producer, a broker, a group. Every event that
/// can happen next is a ``Move``; the checks after each are what the machine promises.
struct DeliveryWorld {
    /// What can happen.
    enum Move: Hashable, CustomStringConvertible {
        case poll(Int)
        case work(key: UInt8)
        case produce(Answer)
        case report(token: UInt64, Answer)
        case tick
        case commit
        case answerCommit(Bool)
        case revoke(Int)
        case rebuilt(Bool)
        case begin
        case answer(Fate)
        case fate(Bool)
        case crash
        case stop

        enum Answer: Hashable { case taken, full, away, tooLarge, fatal }

        /// How a call of a transaction ends: well, to be tried again, to be aborted, or with a broken producer.
        enum Fate: Hashable { case done, again, abortable, fatal }

        var description: String {
            switch self {
            case .poll(let place): "poll \(place)"
            case .work(let key): "work on \(key)"
            case .produce(let answer): "produce: \(answer)"
            case .report(let token, let answer): "report \(token): \(answer)"
            case .tick: "a second passes"
            case .commit: "commit"
            case .answerCommit(let isDone): "the commit is \(isDone ? "done" : "refused")"
            case .revoke(let place): "revoke \(place)"
            case .rebuilt(let isMade): "producer \(isMade ? "rebuilt" : "not rebuilt")"
            case .begin: "begin a transaction"
            case .answer(let fate): "the transaction's call: \(fate)"
            case .fate(let isDone): "the broker \(isDone ? "carries the commit out" : "drops the commit")"
            case .crash: "crash"
            case .stop: "stop"
            }
        }
    }

    /// A record of the input: its key, and what comes of it.
    struct Page: Hashable {
        var key: UInt8
        var kind = OutcomeKind.article
        var bytes = 1
    }

    /// How often each fault may happen in one history.
    struct Faults: Hashable {
        var away = 0
        var full = 0
        var tooLarge = 0
        var fatal = 0
        var revokes = 0
        var crashes = 0
        var lostCommits = 0
        var stops = 0
        var hangs = 0
    }

    let pages: [[Page]]
    /// Whether anything of this world can depend on what is committed.
    let commitsMatter: Bool
    let watchesSilence: Bool
    /// How often an owner may end before its time.
    private let mostEnds: Int
    let rules: DeliveryMachine.Rules
    var faults: Faults
    var machine: DeliveryMachine
    var now: ContinuousClock.Instant
    /// Pages in line, by key: a lane does them in order.
    var lanes: [UInt8: [Ticket]] = [:]
    /// Records that the producer took and has not reported, by token.
    var inProducer: [UInt64] = []
    /// What the broker has, by topic.
    var log: [String: [Place]] = [:]
    /// What the group has committed, by partition.
    var stored: [Int: CommitPoint] = [:]
    var pendingCommit: CommitOrder?
    /// What stands in the open transaction, invisible.
    var hidden: [(topic: String, place: Place)] = []
    /// The call that the transaction waits for, and whether the broker has carried out the commit it is.
    var call: DeliveryMachine.Action?
    var isCarriedOut: Bool?
    var mustRebuild = false
    var paused: Set<TopicPartition> = []
    var read: [Int: Int64] = [:]
    var violation: String?

    struct Place: Hashable {
        var partition: Int
        var offset: Int64
    }

    init(
        _ pages: [[Page]], _ faults: Faults, rules: DeliveryMachine.Rules = DeliveryWorld.rules(),
        watchesSilence: Bool = false
    ) {
        commitsMatter = faults.crashes + faults.revokes + faults.lostCommits > 0
        self.watchesSilence = watchesSilence
        mostEnds = faults.crashes + faults.revokes
        self.pages = pages
        self.faults = faults
        self.rules = rules
        machine = DeliveryWorld.machine(rules)
        machine.isClusterSeen = faults.hangs > 0
        now = .now
        mustRebuild = rules.isExactlyOnce
        for place in pages.indices { assign(place) }
    }

    /// Rules with short waits, so that what they tell apart is little.
    static func rules(
        high: Int = 1 << 20, low: Int = 1 << 19, isExactlyOnce: Bool = false, mostUncommitted: Int = .max,
        hungAfter: Duration = .seconds(3600)
    ) -> DeliveryMachine.Rules {
        DeliveryMachine.Rules(
            retry: (.seconds(1), .seconds(2)), stallAfter: .seconds(2), hungAfter: hungAfter,
            commitInterval: .seconds(1), mostUncommitted: mostUncommitted, isExactlyOnce: isExactlyOnce, high: high,
            low: low)
    }

    private static func machine(_ rules: DeliveryMachine.Rules) -> DeliveryMachine {
        DeliveryMachine(rules) { shipment, _, isReduced in
            OutboundRecord(key: shipment.record.key, value: isReduced ? [] : shipment.ticket.record.value)
        }
    }

    static func place(_ number: Int) -> TopicPartition { TopicPartition(topic: "in", partition: Int32(number)) }

    private mutating func assign(_ number: Int) {
        let place = Self.place(number)
        let point = stored[number]
        machine.assign(
            place, committed: point.map { PartitionOffset(place, offset: $0.offset, metadata: $0.metadata) },
            start: point == nil ? 0 : nil)
        read[number] = point?.offset ?? 0
        paused.remove(place)
    }

    // MARK: What can happen

    var moves: [Move] {
        var moves: [Move] = isTimeWaitedFor ? [.tick] : []
        for place in pages.indices where canPoll(place) { moves.append(.poll(place)) }
        for (key, tickets) in lanes where !tickets.isEmpty { moves.append(.work(key: key)) }
        if !machine.ready.isEmpty, machine.mayTry, machine.transaction?.isOpen ?? true,
            machine.transaction?.mustAbort != true, case .working = machine.producer
        {
            moves.append(.produce(.taken))
            if faults.full > 0, !inProducer.isEmpty { moves.append(.produce(.full)) }
            if faults.tooLarge > 0 { moves.append(.produce(.tooLarge)) }
            if faults.fatal > 0 { moves.append(.produce(.fatal)) }
        }
        // Reports come in the order of the records, topic by topic.
        for topic in Set(machine.underWay.values.map(\.topic)) {
            guard let token = inProducer.first(where: { machine.underWay[$0]?.topic == topic }) else { continue }
            moves.append(.report(token: token, .taken))
            if faults.away > 0 { moves.append(.report(token: token, .away)) }
            if faults.fatal > 0 { moves.append(.report(token: token, .fatal)) }
        }
        if rules.isExactlyOnce {
            addTransactionMoves(&moves)
        } else if pendingCommit == nil {
            if commitsMatter { moves.append(.commit) }
        } else {
            moves.append(.answerCommit(true))
            if faults.lostCommits > 0 { moves.append(.answerCommit(false)) }
        }
        // A partition's next owner is told its offset once no commit of it is undecided.
        if faults.revokes > 0, !isUndecided { moves += pages.indices.map { .revoke($0) } }
        if mustRebuild { moves += [.rebuilt(true)] + (faults.fatal > 0 ? [.rebuilt(false)] : []) }
        if faults.crashes > 0 { moves.append(.crash) }
        if faults.stops > 0 { moves.append(.stop) }
        return moves
    }

    private var isUndecided: Bool {
        if case .commitTransaction? = call { return isCarriedOut == nil }
        return false
    }

    private func addTransactionMoves(_ moves: inout [Move]) {
        var asked = machine
        if asked.mustBegin() { moves.append(.begin) }
        switch call {
        case .commitTransaction?:
            guard let isCarriedOut else {
                return moves += [.fate(true)] + (faults.lostCommits > 0 ? [.fate(false)] : [])
            }
            moves.append(.answer(isCarriedOut ? .done : .abortable))
            if faults.fatal > 0 { moves.append(.answer(.fatal)) }
        case .abortTransaction?:
            moves.append(.answer(.done))
            if faults.lostCommits > 0 { moves.append(.answer(.again)) }
            if faults.fatal > 0 { moves.append(.answer(.fatal)) }
        case .askCommitted?:
            moves.append(.answer(.done))
            if faults.lostCommits > 0 { moves.append(.answer(.again)) }
        default: break
        }
    }

    /// Whether anything comes of time that passes.
    private var isTimeWaitedFor: Bool {
        if case .broken = machine.producer { return true }
        if rules.isExactlyOnce { return true }
        return !machine.outages.isEmpty || !machine.mayTry || !machine.setAside.isEmpty
            || (!machine.underWay.isEmpty && (!machine.isStalled || faults.hangs > 0) && watchesSilence)
    }

    private func canPoll(_ number: Int) -> Bool {
        !paused.contains(Self.place(number)) && (read[number] ?? 0) < Int64(pages[number].count)
            && !machine.isStopping
    }

    mutating func make(_ move: Move) {
        switch move {
        case .poll(let number): poll(number)
        case .work(let key): work(key)
        case .produce(let answer): produce(answer)
        case .report(let token, let answer): report(token, answer)
        case .tick:
            now += .seconds(1)
            for target in machine.rewinds() { read[Int(target.topicPartition.partition)] = target.offset }
            carryOut(machine.tick(now: now))
        case .commit:
            if case .order(let order) = machine.orderCommit(nil, now: now) { pendingCommit = order }
        case .answerCommit(let isDone): answerCommit(isDone)
        case .revoke(let number):
            faults.revokes -= 1
            machine.leave([Self.place(number)])
            machine.giveUp([Self.place(number)])
            carryOut(machine.end(Self.place(number)))
            assign(number)
        case .rebuilt(let isMade):
            if !isMade { faults.fatal -= 1 }
            mustRebuild = false
            inProducer = []
            // Another producer of the same id ends what the one before left open.
            if isMade { hidden = [] }
            carryOut(machine.rebuilt(isMade, now: now))
        case .begin:
            if machine.mustBegin() { carryOut(machine.began(nil, now: now)) }
        case .fate(let isDone): decideFate(isDone)
        case .answer(let fate): answerCall(fate)
        case .crash: crash()
        case .stop:
            faults.stops -= 1
            machine.stop()
        }
        if let wanted = machine.pauses() { paused = wanted }
        check()
    }

    private mutating func poll(_ number: Int) {
        let offset = read[number] ?? 0
        let page = pages[number][Int(offset)]
        read[number] = offset + 1
        let place = Self.place(number)
        let record = InboundRecord(
            topic: place.topic, partition: place.partition, offset: offset, key: [page.key], value: [1])
        guard
            let ticket = machine.begin(
                place, record, offset: offset, bytes: page.bytes - DeliveryMachine.overhead, now: now)
        else { return }
        lanes[page.key, default: []].append(ticket)
    }

    private mutating func work(_ key: UInt8) {
        guard let ticket = lanes[key]?.removeFirst(), machine.startWork(ticket) else { return }
        let page = pages[Int(ticket.place.partition)][Int(ticket.offset)]
        let record = page.kind == .skipped ? nil : OutboundRecord(key: [key], value: [1])
        carryOut(machine.ship(ticket, page.kind, record))
    }

    private mutating func produce(_ answer: Move.Answer) {
        guard let (token, shipment) = machine.next(now: now) else { return }
        checkOrder(shipment)
        switch answer {
        case .taken:
            inProducer.append(token)
            carryOut(machine.produced(token, .accepted, now: now))
        case .full:
            faults.full -= 1
            carryOut(machine.produced(token, .queueFull, now: now))
        case .tooLarge:
            faults.tooLarge -= 1
            carryOut(machine.produced(token, .refused(KafkaFault(code: 10)), now: now))
        case .fatal, .away:
            faults.fatal -= 1
            carryOut(machine.produced(token, .refused(Self.fatal), now: now))
        }
    }

    /// No record is handed over while a later one of its key is under way; a refused one that becomes a dead letter comes to
    /// its topic when it does.
    private mutating func checkOrder(_ shipment: Shipment) {
        let page = pages[Int(shipment.ticket.place.partition)][Int(shipment.ticket.offset)]
        guard shipment.kind == page.kind else { return }
        for other in machine.underWay.values where other.order > shipment.order && other.topic == shipment.topic {
            guard other.record.key == shipment.record.key, other.ticket.place == shipment.ticket.place else { continue }
            violation = "\(shipment.ticket.offset) is sent again behind \(other.ticket.offset) of its key"
        }
    }

    private mutating func report(_ token: UInt64, _ answer: Move.Answer) {
        inProducer.removeAll { $0 == token }
        guard let shipment = machine.underWay[token] else { return }
        switch answer {
        case .taken:
            let place = Place(partition: Int(shipment.ticket.place.partition), offset: shipment.ticket.offset)
            if rules.isExactlyOnce {
                hidden.append((shipment.topic, place))
            } else {
                log[shipment.topic, default: []].append(place)
            }
            carryOut(machine.reported(token, nil, now: now))
        case .fatal:
            faults.fatal -= 1
            carryOut(machine.reported(token, Self.fatal, now: now))
        default:
            faults.away -= 1
            carryOut(machine.reported(token, KafkaFault(code: -192), now: now))
        }
    }

    private static let fatal: KafkaFault = {
        var fault = KafkaFault(code: -150)
        fault.isFatal = true
        return fault
    }()

    private mutating func answerCommit(_ isDone: Bool) {
        guard let order = pendingCommit else { return }
        pendingCommit = nil
        if isDone {
            for commit in order.due { stored[Int(commit.place.partition)] = commit.point }
        } else {
            faults.lostCommits -= 1
        }
        machine.committed(order, isDone ? nil : KafkaFault(code: 28))
    }

    /// The broker carries a commit out as a whole, or drops it with all that it holds.
    private mutating func decideFate(_ isDone: Bool) {
        guard case .commitTransaction(let order)? = call else { return }
        isCarriedOut = isDone
        if isDone {
            for (topic, place) in hidden { log[topic, default: []].append(place) }
            for commit in order.due { stored[Int(commit.place.partition)] = commit.point }
            hidden = []
        } else {
            faults.lostCommits -= 1
        }
    }

    private mutating func answerCall(_ fate: Move.Fate) {
        guard let asked = call else { return }
        (call, isCarriedOut) = (nil, nil)
        switch fate {
        case .fatal: faults.fatal -= 1
        case .again: faults.lostCommits -= 1
        default: break
        }
        switch asked {
        case .commitTransaction(let order):
            var fault = fate == .done ? nil : fate == .fatal ? Self.fatal : KafkaFault(code: -172)
            if fate == .abortable { fault?.requiresAbort = true }
            carryOut(machine.committedTransaction(order, fault, now: now))
        case .abortTransaction:
            if fate == .done {
                hidden = []
                inProducer = []
            }
            var fault = fate == .done ? nil : fate == .fatal ? Self.fatal : KafkaFault(code: -185)
            if fate == .again { fault?.isRetriable = true }
            carryOut(machine.abortedTransaction(fault, now: now))
        case .askCommitted(let order):
            let offsets = stored.map { number, point in
                (
                    Self.place(number),
                    PartitionOffset(Self.place(number), offset: point.offset, metadata: point.metadata)
                )
            }
            let told = fate == .done ? Dictionary(uniqueKeysWithValues: offsets) : nil
            carryOut(machine.toldCommitted(order, told, now: now))
        default: break
        }
    }

    private mutating func crash() {
        faults.crashes -= 1
        machine = Self.machine(rules)
        machine.isClusterSeen = faults.hangs > 0
        (lanes, inProducer, pendingCommit, mustRebuild, paused) = ([:], [], nil, rules.isExactlyOnce, [])
        (hidden, call, isCarriedOut) = ([], nil, nil)
        for number in pages.indices { assign(number) }
    }

    private mutating func carryOut(_ actions: [DeliveryMachine.Action]) {
        for action in actions {
            switch action {
            case .rebuildProducer(let fault):
                mustRebuild = true
                guard fault == .silent else { continue }
                faults.hangs -= 1
                machine.isClusterSeen = faults.hangs > 0
            case .commitTransaction, .abortTransaction, .askCommitted:
                if call != nil { violation = "two calls of the transaction at once" }
                (call, isCarriedOut) = (action, nil)
            default: break
            }
        }
    }

    // MARK: What must hold

    /// Whether a page's outcome is at the broker; one that publishes nothing needs none.
    private func isPublished(_ number: Int, _ offset: Int64) -> Bool {
        pages[number][Int(offset)].kind == .skipped
            || log.values.contains { $0.contains(Place(partition: number, offset: offset)) }
    }

    private mutating func check() {
        for (number, point) in stored {
            let passed =
                (0..<point.offset).map { $0 }
                + RunsCode.decode(point.metadata, frontier: point.offset).runs.flatMap { Array($0) }
            for offset in passed where !isPublished(number, offset) {
                violation = "offset \(offset) of \(number) is committed and its page is not published"
            }
        }
        if rules.isExactlyOnce { checkOnce() } else if rules.mostUncommitted < .max { checkRepeats() }
        checkSums()
        if let broken = machine.broken(inLine: lanes.values.reduce(0) { $0 + $1.count }) { violation = broken }
    }

    /// Each owner that ends before its time leaves no more pages to be done again than may be uncommitted.
    private mutating func checkRepeats() {
        let repeats = log.values.reduce(0) { $0 + $1.count - Set($1).count }
        let ends = mostEnds - faults.crashes - faults.revokes
        if repeats > ends * rules.mostUncommitted { violation = "\(repeats) pages are repeated by \(ends) ends" }
    }

    /// What a commit counts is what it says is finished, no page more or less.
    private mutating func checkSums() {
        guard rules.range != nil else { return }
        for (number, point) in stored {
            let sums = RangeSums(metadata: point.metadata)
            let done =
                Array(0..<point.offset)
                + RunsCode.decode(point.metadata, frontier: point.offset).runs.flatMap { Array($0) }
            if sums.records != done.count {
                violation = "\(sums.records) pages of \(number) count as finished, \(done.count) are"
            }
        }
    }

    /// Every page is there once at most, and its offset is committed if and only if it is there.
    private mutating func checkOnce() {
        for (topic, places) in log where Set(places).count != places.count {
            violation = "a page is twice on \(topic): \(places)"
        }
        for number in pages.indices {
            let point = stored[number]
            let runs = point.map { RunsCode.decode($0.metadata, frontier: $0.offset).runs } ?? []
            for offset in pages[number].indices.map(Int64.init) where pages[number][Int(offset)].kind != .skipped {
                let isPassed = offset < point?.offset ?? 0 || runs.contains { $0.contains(offset) }
                if isPassed != isPublished(number, offset) {
                    violation = "page \(offset) of \(number) is \(isPassed ? "committed" : "published") alone"
                }
            }
        }
    }

    /// Lets everything go well from here: whatever happened, all is finished, and nothing is paused.
    mutating func settle() -> String? {
        faults = Faults()
        machine.isClusterSeen = false
        // What stops is started again.
        if machine.isStopping {
            faults.crashes = 1
            crash()
        }
        for _ in 0..<400 {
            guard violation == nil else { return violation }
            if isDone { return nil }
            // Commits are made at intervals.
            if machine.isOverUncommitted, pendingCommit == nil { make(.commit) }
            let moves = moves
            let busy = moves.filter {
                switch $0 {
                case .tick, .commit, .crash, .stop, .revoke: false
                default: true
                }
            }
            if let move = busy.min(by: { $0.description < $1.description }) { make(move) } else { make(.tick) }
        }
        return "it comes to no end: \(machine.shutReasons), held \(machine.heldPartitions), left \(machine.outstanding)"
    }

    private var isDone: Bool {
        pages.indices.allSatisfy { number in pages[number].indices.allSatisfy { isPublished(number, Int64($0)) } }
            && machine.ledger.inFlight == 0 && machine.shutReasons.isEmpty && machine.heldPartitions.isEmpty
            && machine.budget.used == 0 && !paused.contains(where: machine.isToBeRead) && machine.outstanding == 0
            && (!rules.isExactlyOnce || pages.indices.allSatisfy { stored[$0]?.offset == Int64(pages[$0].count) })
            && pages.indices.allSatisfy { machine.ledger.frontier(Self.place($0)) == Int64(pages[$0].count) }
    }
}
