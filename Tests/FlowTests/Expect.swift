import Testing

/// `#expect(value == wanted)` for a value that a mutating call returns.
func expect<Value: Equatable>(
    _ value: Value, _ wanted: Value, sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(value == wanted, sourceLocation: sourceLocation)
}
