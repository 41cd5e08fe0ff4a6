/// A case of html5lib that does not pass, with its reason. A case missing here that fails fails the test, and so does one listed
/// here that passes.
struct KnownFailure {
    let folder: String
    let name: String
    let reason: String

    static let all = [
        mirror("webkit02.dat:45"), mirror("webkit02.dat:46"), mirror("webkit02.dat:47"), mirror("webkit02.dat:48"),
    ]

    private static func mirror(_ name: String) -> KnownFailure {
        KnownFailure(
            folder: "tree-construction", name: name,
            reason:
                "the chosen option is not copied into selectedcontent: readers of the tree would count its text twice")
    }
}
