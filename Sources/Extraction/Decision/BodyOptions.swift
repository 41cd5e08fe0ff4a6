/// What belongs to a body beside its text.
public struct BodyOptions: Sendable {
    /// Image captions.
    public enum Captions: String, Sendable {
        /// Left out where the model is not sure: what most people who mark articles do.
        case likely
        /// All that the model takes for the article's.
        case all
        /// None.
        case none
    }

    /// What happens to captions.
    public var captions = Captions.likely

    /// A policy.
    public init(captions: Captions = .likely) { self.captions = captions }
}
