import Foundation
import Worker

/// Numbers as people read them.
enum Words {
    /// `1,234,567`.
    static func count(_ number: Int64) -> String {
        var digits = String(abs(number))
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (number < 0 ? "-" : "") + ([digits] + groups).joined(separator: ",")
    }

    /// An object on one line.
    static func json(_ fields: [String: Any]) -> String {
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .withoutEscapingSlashes]
        let data = (try? JSONSerialization.data(withJSONObject: fields, options: options)) ?? Data("{}".utf8)
        return String(decoding: data, as: UTF8.self)
    }

    /// `12.3 MB`.
    static func megabytes(_ bytes: Double) -> String {
        let (value, unit) = bytes < 1e9 ? (bytes / 1e6, "MB") : (bytes / 1e9, "GB")
        return String(format: "%.1f ", value) + unit
    }

    /// `2 h 5 min`, `40 s`.
    static func time(_ seconds: Int) -> String {
        switch seconds {
        case ..<90: "\(seconds) s"
        case ..<5400: "\(seconds / 60) min \(seconds % 60) s"
        case ..<172_800: "\(seconds / 3600) h \(seconds / 60 % 60) min"
        default: "\(seconds / 86_400) d \(seconds / 3600 % 24) h"
        }
    }

    /// `1,900 articles, 240 rejected, 10 dead-lettered`, and what there is besides.
    static func outcomes(_ sums: RangeSums) -> String {
        var parts = [
            "\(count(sums.articles)) articles", "\(count(sums.rejected)) rejected",
            "\(count(sums.deadLetters)) dead-lettered",
        ]
        if sums.skipped > 0 { parts.append("\(count(sums.skipped)) skipped") }
        if sums.missing > 0 { parts.append("\(count(sums.missing)) missing") }
        return parts.joined(separator: ", ")
    }
}
