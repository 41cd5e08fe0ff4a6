import Foundation

/// Figures that accuracy may not fall below, per set: a ratchet kept in a file beside the code.
///
/// The file is a JSON object of sets, each an object of figure names (as in ``Score/figures``) and least values;
/// `lost` is a greatest value.
public struct Floors: Sendable, Equatable {
    /// Least values by set and figure.
    public var sets: [String: [String: Double]]

    /// Makes floors from a table.
    public init(sets: [String: [String: Double]]) {
        self.sets = sets
    }

    /// Reads a floors file.
    ///
    /// - Throws: ``GoldError`` when the file is missing or not of the shape above.
    public init(path: String) throws(GoldError) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw GoldError(path: path, line: 0, reason: "no such file, or not readable")
        }
        do {
            sets = try JSONDecoder().decode([String: [String: Double]].self, from: data)
        } catch {
            throw GoldError(path: path, line: 0, reason: "not a table of floors: \(error)")
        }
    }

    /// One figure that fell below its floor.
    public struct Breach: Sendable, Equatable, CustomStringConvertible {
        /// The set.
        public let set: String
        /// The figure.
        public let figure: String
        /// Its floor.
        public let floor: Double
        /// What it is now; `nil` when the set was not judged.
        public let value: Double?

        /// "zh_news F1 .981 is below its floor of .990".
        public var description: String {
            let side = figure == "lost" ? "above its ceiling" : "below its floor"
            return "\(set) \(figure): \(value.map(shortFigure) ?? "not judged") is \(side) of \(shortFigure(floor))"
        }
    }

    /// The figures that do not hold, sets and figures in alphabetical order.
    public func breaches(_ scores: [String: Score]) -> [Breach] {
        sets.sorted { $0.key < $1.key }.flatMap { set, figures in
            figures.sorted { $0.key < $1.key }.compactMap { figure, floor in
                let value = scores[set]?.figures.first { $0.name == figure }?.value
                let holds = value.map { figure == "lost" ? $0 <= floor : $0 >= floor } ?? false
                return holds ? nil : Breach(set: set, figure: figure, floor: floor, value: value)
            }
        }
    }
}

/// A share to four places, without the zero before the point.
public func shortFigure(_ value: Double) -> String {
    let text = String(format: "%.4f", value)
    return text.hasPrefix("0.") ? String(text.dropFirst()) : text
}
