extension RecordShape {
    /// The record as a data contract (Open Data Contract Standard 3.1), its object named as the topic.
    ///
    /// - Parameters:
    ///   - id: the contract's id.
    ///   - topic: where records stand.
    ///   - key: the field that tells one thing from another.
    ///   - version: the schema's version.
    func dataContract(id: String, topic: String, key: String, version: Int) -> String {
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: \(id)
        name: \(title)
        version: \(version).0.0
        status: active
        description:
          purpose: \(quoted(text))
          usage: \(quoted(RecordShape.usage(key)))
        schema:
          - name: \(topic)
            logicalType: object
            physicalType: topic
            description: \(quoted(text))
            properties:

        """ + fields.map { $0.dataContract("      ", isKey: $0.name == key) }.joined()
    }

    private static func usage(_ key: String) -> String {
        key == "article_id"
            ? "The record's key is article_id; of several events of one article that with the highest row_version counts. A repeated "
                + "delivery has the same event_id."
            : "A repeated delivery has the same \(key)."
    }
}

extension FieldDescription {
    fileprivate func dataContract(_ margin: String, isKey: Bool = false) -> String {
        var lines = ["- name: \(name)", "  logicalType: \(shape.logicalType)", "  required: \(!isOptional)"]
        if isKey { lines += ["  primaryKey: true", "  primaryKeyPosition: 1"] }
        lines.append("  description: \(quoted(text))")
        switch shape {
        case .text(.pattern(let pattern)): lines += ["  logicalTypeOptions:", "    pattern: \(quoted(pattern))"]
        case .texts: lines += ["  items:", "    logicalType: string"]
        case .records(let nested):
            let properties = nested.fields.map { $0.dataContract(margin + "      ") }.joined()
            return (lines + ["  items:", "    logicalType: object", "    properties:"]).map { margin + $0 + "\n" }
                .joined() + properties
        default: break
        }
        return lines.map { margin + $0 + "\n" }.joined()
    }
}

extension FieldShape {
    fileprivate var logicalType: String {
        switch self {
        case .text: "string"
        case .integer, .instant: "integer"
        case .share: "number"
        case .boolean: "boolean"
        case .texts, .records: "array"
        case .shares: "object"
        }
    }
}

/// A text as YAML takes it whatever is in it.
private func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "''") + "'" }
