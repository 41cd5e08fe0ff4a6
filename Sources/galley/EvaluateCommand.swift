import Dispatch
import Evaluation
import Extraction
import Foundation
import Pages
import Pipeline
import Synchronization
import Wire

/// `galley evaluate`: how well the extraction does on pages with gold.
struct EvaluateCommand {
    var gold: String
    /// The folder that `html_path` and `text_path` are relative to; the gold file's own when not given.
    var pages: String?
    /// Where to write the predictions.
    var predictions: String?
    /// Figures that must hold.
    var floors: String?
    /// Whether pages of sites that the model was trained on are left out.
    let isOfUnseen: Bool
    let limits: Limits
    let bodies: BodyOptions
    /// Pages judged at once.
    let permits: Int
    let isQuiet: Bool

    /// One page file to be judged: a page of the gold file as HTML, or its text dump as a set of its own.
    private struct Trial: Sendable {
        var set: String
        var page: GoldPage
        var path: String
        var contentType: String
        /// Whether the model was trained on pages of the same site.
        var isLearnt: Bool
    }

    /// Judges every page and prints the table.
    ///
    /// - Returns: whether every floor holds.
    func run() throws -> Bool {
        let folder = pages ?? (gold as NSString).deletingLastPathComponent
        let engine = try Engine(bodies)
        let trials = try readJSONLines(GoldPage.self, at: gold)
            .flatMap { Self.trials($0, folder: folder, isLearnt: engine.model.hasLearnt(of: $0.site)) }
            .filter { !isOfUnseen || !$0.isLearnt }
        guard !trials.isEmpty else {
            let which = isOfUnseen ? " of a site that the model was not trained on" : ""
            throw InputFault(path: gold, reason: "no page to judge" + which)
        }
        let answers = try predict(trials, engine)
        if let predictions {
            try write(zip(trials, answers).filter { $0.0.set == $0.0.page.set }.map(\.1), to: predictions)
        }
        let scores = Self.scores(trials, answers)
        Terminal.output(line: scoreTable(scores))
        let learnt = trials.count(where: \.isLearnt)
        if learnt > 0 {
            Terminal.note(
                "galley: the model was trained on the sites of \(learnt) of these \(trials.count) pages: their figures flatter"
            )
        }
        return try floors.map { try Self.holds($0, scores) } ?? true
    }

    private static func trials(_ page: GoldPage, folder: String, isLearnt: Bool) -> [Trial] {
        [(page.htmlPath, page.set, "text/html"), (page.textPath, page.set + ".text", "text/plain; charset=utf-8")]
            .compactMap { path, set, type in
                path.map {
                    Trial(set: set, page: page, path: folder + "/" + $0, contentType: type, isLearnt: isLearnt)
                }
            }
    }

    /// Predictions for all trials in their order, as many at once as there are permits.
    private func predict(_ trials: [Trial], _ engine: Engine) throws -> [Prediction] {
        struct State {
            var next = 0
            var done = 0
            var answers: [Int: Prediction] = [:]
            var failure: (any Error)?
            var bar: ProgressBar
        }
        let state = Mutex(State(bar: ProgressBar("evaluating", total: trials.count, isQuiet: isQuiet)))
        DispatchQueue.concurrentPerform(iterations: permits) { _ in
            do {
                let pipeline = engine.makePipeline(PagePipeline.Options(limits: limits))
                while let index = state.withLock({ state in
                    defer { state.next += 1 }
                    return state.next < trials.count && state.failure == nil ? state.next : nil
                }) {
                    let answer = try Self.predict(trials[index], pipeline)
                    state.withLock { state in
                        state.answers[index] = answer
                        state.done += 1
                        state.bar.update(state.done, note: trials[index].set)
                    }
                }
            } catch {
                state.withLock { $0.failure = $0.failure ?? error }
            }
        }
        return try state.withLock { state in
            state.bar.finish()
            if let failure = state.failure { throw failure }
            return trials.indices.map { state.answers[$0] ?? Prediction(id: trials[$0].page.id) }
        }
    }

    private static func predict(_ trial: Trial, _ pipeline: PagePipeline) throws -> Prediction {
        let stored = try bytes(at: trial.path)
        var headers = [WireHeader("content-type", trial.contentType)]
        // A text dump is judged as it comes to the worker: with nothing known about it.
        if let url = trial.page.url, trial.set == trial.page.set { headers.append(WireHeader("ce_subject", url)) }
        do {
            let event = try pipeline.event(for: RawPageDecoder(format: .raw).decode(stored, headers: headers))
            return Prediction(
                id: trial.page.id, body: event.bodyText, title: event.title, authors: event.authors,
                date: event.published?.rfc3339, source: event.sourceName, image: event.images.first?.url)
        } catch is Rejection {
            return Prediction(id: trial.page.id)
        } catch is PageFault {
            return Prediction(id: trial.page.id)
        }
    }

    private static func bytes(at path: String) throws -> [UInt8] {
        guard
            let data = FileManager.default.contents(atPath: path) ?? FileManager.default.contents(atPath: path + ".gz")
        else {
            throw InputFault(path: path, reason: "a page of the gold file is not there; name its folder with --pages")
        }
        return try ContainerFile.plain(Array(data))
    }

    /// Scores by set, sets in alphabetical order.
    private static func scores(_ trials: [Trial], _ answers: [Prediction]) -> [(set: String, score: Score)] {
        var scorers: [String: Scorer] = [:]
        for (trial, answer) in zip(trials, answers) {
            scorers[trial.set, default: Scorer()].add(trial.page, answer, isLearnt: trial.isLearnt)
        }
        return scorers.sorted { $0.key < $1.key }.map { ($0.key, $0.value.score) }
    }

    private func write(_ answers: [Prediction], to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let lines = try answers.map { try encoder.encode($0) + Data("\n".utf8) }
        do {
            try Data(lines.joined()).write(to: URL(filePath: path))
        } catch {
            throw InputFault(path: path, reason: "cannot be written: \(error.localizedDescription)")
        }
    }

    private static func holds(_ path: String, _ scores: [(set: String, score: Score)]) throws -> Bool {
        let breaches = try Floors(path: path).breaches(Dictionary(scores, uniquingKeysWith: { $1 }))
        for breach in breaches { Terminal.note("galley: \(breach)") }
        if breaches.isEmpty { Terminal.note("galley: every floor of \(path) holds") }
        return breaches.isEmpty
    }
}
