import Foundation
import TestSupport
import Testing

@testable import Extraction

/// Features go by their names in the model file and in the trainer's lists.
@Suite("Names of features")
struct FeatureNameTests {
    private static let first = Set(Feature.allCases.map { "\($0)" })
    private static let second = Set(NeighbourhoodFeature.allCases.map { "\($0)" })

    /// The words of a list that a trainer's file states as a string to split.
    private func list(_ name: String) throws -> [String] {
        let source = try String(contentsOf: Folders.package.appending(path: "deploy/train/train.py"), encoding: .utf8)
        let start = try #require(source.range(of: "\n\(name) = \"")).upperBound
        let end = try #require(source.range(of: "\".split()", range: start..<source.endIndex)).lowerBound
        return source[start..<end].split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    @Test("a name that both stages have means the second's, and no others have one name")
    func sharedNames() {
        #expect(Self.first.intersection(Self.second) == ["topLevels", "inWindow", "windowDistance"])
    }

    @Test(
        "the trainer's lists name features, each once", arguments: ["TEXT_ONLY", "HTML_ONLY", "SECOND", "TEXT_SECOND"])
    func trainerLists(name: String) throws {
        let names = try list(name)
        #expect(!names.isEmpty)
        #expect(names.filter { !Self.first.contains($0) } == [])
        #expect(Set(names).count == names.count)
    }

    @Test("what the second stage sees of a block has other names than what it sees around it")
    func secondStage() throws {
        let own = try list("SECOND") + list("TEXT_SECOND")
        #expect(own.filter(Self.second.contains) == [])
        #expect(Set(own).count == own.count)
    }

    @Test("the features of elements stand together, from the first to the last that dumps are trained without")
    func elementFeatures() throws {
        let slice = Feature.levelClassContent.rawValue...Feature.sharesElement.rawValue
        let lists = ClassList.allCases.map { "levelClass\($0)".lowercased() }
        let landmarks = ElementMeasures.Landmark.allCases.map { "level\($0)".lowercased() }
        let names = Feature.allCases.map { "\($0)".lowercased() }
        #expect(Array(names[Feature.levelClassContent.rawValue...].prefix(lists.count)) == lists)
        #expect(Array(names[Feature.levelParagraph.rawValue...].prefix(landmarks.count)) == landmarks)
        let dumps = try list("TEXT_ONLY") + list("TEXT_SECOND")
        for feature in Feature.allCases where dumps.contains("\(feature)") {
            #expect(!slice.contains(feature.rawValue), "\(feature)")
        }
    }
}
