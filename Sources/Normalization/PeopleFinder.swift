import Pages
import Text

/// Puts together the people of several bylines.
enum PeopleFinder {
    /// The people of all bylines, and the line of the page that names the writers.
    ///
    /// Authors are taken from the most trusted byline that names any; other roles from every line of the page's text. A
    /// name told by a line of text with role and affiliation replaces the bare name of a field.
    static func people(in bylines: [Byline], language: String?) -> (contributors: [Contributor], raw: String?) {
        var contributors: [Contributor] = []
        var raw: String?
        var hasWriters = false
        for byline in bylines.prefix(32) {
            let people = BylineReader.read(byline.text, role: byline.role, language: language)
            let writers = people.filter { isWriter($0.role) }
            if !writers.isEmpty, byline.origin == .text || raw == nil {
                raw = byline.origin == .text && !isText(raw, bylines) ? byline.text : raw ?? byline.text
            }
            let takesWriters = !hasWriters
            hasWriters = hasWriters || !writers.isEmpty
            for person in people where takesWriters || !isWriter(person.role) || isKnown(person, contributors) {
                merge(person, into: &contributors)
            }
        }
        return (contributors, raw.map(PlainSpace.plain))
    }

    private static func isWriter(_ role: ContributorRole) -> Bool {
        role == .reporter || role == .correspondent || role == .author
    }

    private static func isText(_ raw: String?, _ bylines: [Byline]) -> Bool {
        guard let raw else { return false }
        return bylines.contains { $0.text == raw && $0.origin == .text }
    }

    private static func isKnown(_ person: Contributor, _ known: [Contributor]) -> Bool {
        known.contains { NameShape.fold($0.name) == NameShape.fold(person.name) }
    }

    /// One person is named once for each kind of work; writing counts as one kind, a line's own word for it wins.
    private static func merge(_ person: Contributor, into known: inout [Contributor]) {
        let same = known.firstIndex {
            NameShape.fold($0.name) == NameShape.fold(person.name)
                && ($0.role == person.role || isWriter($0.role) && isWriter(person.role))
        }
        guard let same else { return known.append(person) }
        if known[same].roleRaw == nil, person.roleRaw != nil {
            known[same].role = person.role
            known[same].roleRaw = person.roleRaw
        }
        known[same].affiliation = known[same].affiliation ?? person.affiliation
    }
}
