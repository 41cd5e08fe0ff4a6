import Pages
import Text

/// Puts together the people of several bylines.
struct PeopleFinder {
    private var contributors: [Contributor] = []
    private var raw: String?
    private var rawOrigin: Origin?
    /// Where the writers that were taken first stood.
    private var writersOrigin: Origin?

    /// The people of all bylines, and the line that names the writers, a line of the page's text before a field; a contact
    /// that hangs on it belongs to no field.
    ///
    /// Writers are taken from the most trusted place that names any (all fields of that kind, one line of text); of
    /// other places only what adds to a known name, or a writer's role not seen yet in a line of text. Editors,
    /// photographers and so on are taken from everywhere.
    static func people(in bylines: [Byline], language: String?) -> (contributors: [Contributor], raw: String?) {
        var finder = PeopleFinder()
        for byline in bylines.prefix(32) { finder.add(byline, language: language) }
        return (finder.contributors, finder.raw.map { ContactLine.without(PlainSpace.plain($0)) })
    }

    private mutating func add(_ byline: Byline, language: String?) {
        let people = BylineReader.read(byline.text, role: byline.role, language: language)
        let hasWriters = people.contains { Self.isWriter($0.role) }
        if hasWriters { note(byline) }
        let isOpen = writersOrigin == nil || writersOrigin == byline.origin && byline.origin != .text
        let roles = Set(contributors.map(\.role))
        for person in people {
            let isNewRole = byline.origin == .text && writersOrigin == .text && !roles.contains(person.role)
            if !Self.isWriter(person.role) || isOpen || isNewRole || isKnown(person) { merge(person) }
        }
        if hasWriters, writersOrigin == nil { writersOrigin = byline.origin }
    }

    private mutating func note(_ byline: Byline) {
        guard raw == nil || rawOrigin != .text && byline.origin == .text else { return }
        raw = byline.text
        rawOrigin = byline.origin
    }

    private static func isWriter(_ role: ContributorRole) -> Bool {
        role == .reporter || role == .correspondent || role == .author
    }

    private func isKnown(_ person: Contributor) -> Bool {
        contributors.contains { NameShape.fold($0.name) == NameShape.fold(person.name) }
    }

    /// One person is named once for each kind of work; writing counts as one kind, a line's own word for it wins.
    private mutating func merge(_ person: Contributor) {
        let name = NameShape.fold(person.name)
        let same = contributors.firstIndex {
            NameShape.fold($0.name) == name
                && ($0.role == person.role || Self.isWriter($0.role) && Self.isWriter(person.role))
        }
        guard let same else { return contributors.append(person) }
        if contributors[same].roleRaw == nil, person.roleRaw != nil {
            contributors[same].role = person.role
            contributors[same].roleRaw = person.roleRaw
        }
        contributors[same].affiliation = contributors[same].affiliation ?? person.affiliation
    }
}
