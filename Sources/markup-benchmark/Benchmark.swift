import Markup

/// Parses pages over and over and prints the speed.
@main
enum Benchmark {
    static func main() {
        print(Document.parse("<p>x").nodeCount)
    }
}
