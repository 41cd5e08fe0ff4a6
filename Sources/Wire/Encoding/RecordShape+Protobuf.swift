extension RecordShape {
    /// The record as a file of Protobuf, its message the first one.
    func protobufSchema() -> String {
        let head = "syntax = \"proto3\";\n\npackage galley;\n\n"
        return head + ([self] + nested).map(\.message).joined(separator: "\n")
    }

    private var nested: [RecordShape] {
        fields.compactMap { if case .records(let shape) = $0.shape { shape } else { nil } }
    }

    private var message: String {
        let lines = fields.map { field in
            comment(field.text, "  ") + "  \(field.protobufType) \(field.name) = \(field.tag);\n"
        }
        return comment(text, "") + "message \(name) {\n" + lines.joined() + "}\n"
    }
}

/// A text as lines of a comment.
private func comment(_ text: String, _ margin: String) -> String {
    var lines: [String] = [margin + "//"]
    for word in text.split(separator: " ") {
        if lines[lines.count - 1].utf8.count + word.utf8.count >= 110 { lines.append(margin + "//") }
        lines[lines.count - 1] += " " + word
    }
    return lines.map { $0 + "\n" }.joined()
}

extension FieldDescription {
    fileprivate var protobufType: String {
        let label = isOptional ? "optional " : ""
        return switch shape {
        case .text: label + "string"
        case .integer, .instant: label + "int64"
        case .share: label + "double"
        case .boolean: label + "bool"
        case .texts: "repeated string"
        case .shares: "map<string, double>"
        case .records(let shape): "repeated \(shape.name)"
        }
    }
}
