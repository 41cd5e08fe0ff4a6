extension Language {
    static let irish = Language(
        codes: ["ga"],
        people: People(
            particles: ["mc", "o'"]))
}
