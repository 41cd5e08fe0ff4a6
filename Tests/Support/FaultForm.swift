import Foundation

/// How thoroughly the fault tests (`Tests/FAULTS.md`) are done: each in a short form, or as long as the promises speak of when
/// `GALLEY_FAULTS=long` is set.
public enum FaultForm {
    /// Whether the long form is asked for.
    public static var isLong: Bool { ProcessInfo.processInfo.environment["GALLEY_FAULTS"] == "long" }
}
