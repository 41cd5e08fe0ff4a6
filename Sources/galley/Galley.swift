@main
enum Galley {
    static func main() {}
}
