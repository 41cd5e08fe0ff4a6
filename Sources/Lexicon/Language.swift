/// The words of one language that rules look for on pages, by what they are for: a file a language in `Languages`, a file a
/// group of kinds in `Kinds`.
///
/// A word that several languages share stands in each of them. "Folded" words are lower case without accents, as rules
/// compare them; all others stand as pages write them. What follows a word is said where it matters.
///
/// A class, so that asking for one list does not copy the references to all others.
public final class Language: Sendable {
    /// Its primary subtags in BCP 47: one, or several that pages use for it.
    public let codes: [String]
    /// Words of times: of dates, clocks and times told from now.
    public let times: Times
    /// Words that name people and what they do, or that stand beside names.
    public let people: People
    /// Words that say where an article comes from and where on its site it stands.
    public let places: Places
    /// Words of legal lines: whose the rights are, what licences a site holds, what its companies are called.
    public let rights: Rights
    /// Lines around an article that are not part of it: what leads to other pages, whom to write to, what the site
    /// says of itself.
    public let edges: Edges
    /// Words of readers' comments and of the rules for them; compared without letter case and accents.
    public let comments: Comments
    /// Words of pages that stand in place of an article, and of pages that every site has beside its articles.
    public let standIns: StandIns

    init(
        codes: [String], times: Times = Times(), people: People = People(), places: Places = Places(),
        rights: Rights = Rights(), edges: Edges = Edges(), comments: Comments = Comments(),
        standIns: StandIns = StandIns()
    ) {
        self.codes = codes
        self.times = times
        self.people = people
        self.places = places
        self.rights = rights
        self.edges = edges
        self.comments = comments
        self.standIns = standIns
    }
}
