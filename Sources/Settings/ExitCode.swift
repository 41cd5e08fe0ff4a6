/// How the command ends: the codes of `sysexits.h`, 1 for a check that fails, 2 for a page that is no article, 3 for one that
/// cannot be read.
public enum ExitCode: Int32, Sendable, CaseIterable, Comparable {
    /// Done; of `extract`: an article.
    case done = 0
    /// `evaluate`: a figure is below its floor; `demo`: the ledger does not balance; `load`: the topic has dropped pages;
    /// `replay`: records of its range are gone; `redrive`: letters were not taken.
    case failed = 1
    /// `extract`: the page was rejected.
    case rejected = 2
    /// `extract`: the page could not be read, a dead letter.
    case deadLetter = 3
    /// The command line is wrong.
    case usage = 64
    /// An input file is not there.
    case noInput = 66
    /// The broker cannot be reached; `health`: the worker does not live, or is not ready.
    case unavailable = 69
    /// A fault of Galley itself.
    case internalError = 70
    /// `replay`, `redrive`, `dead-letters`: it was stopped before all was done; run again, it goes on.
    case interrupted = 75
    /// The configuration is wrong.
    case configuration = 78

    /// By number.
    public static func < (one: ExitCode, other: ExitCode) -> Bool { one.rawValue < other.rawValue }

    /// What the code means, for help and reference.
    public var meaning: String {
        switch self {
        case .done: "done; extract: an article"
        case .failed:
            "evaluate: a figure is below its floor; demo: the ledger does not balance; load: the topic has dropped pages; "
                + "replay: records of its range are gone; redrive: letters were not taken"
        case .rejected: "extract: the page is no article"
        case .deadLetter: "extract: the page could not be read, a dead letter; of several pages the worst counts"
        case .usage: "the command line is wrong"
        case .noInput: "no such input"
        case .unavailable: "the broker cannot be reached; health: the worker does not live, or is not ready"
        case .internalError: "a fault of Galley itself"
        case .interrupted: "replay, redrive, dead-letters: stopped before all was done; run it again to go on"
        case .configuration: "the configuration is wrong"
        }
    }
}
