extension Language {
    static let irish = Language(
        codes: ["ga"],
        people: People(
            ownBylines: ["le"],
            particles: ["mc", "o'"]))
}
