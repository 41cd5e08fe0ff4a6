import Evaluation
import Normalization

extension GoldPage {
    /// The name of the page's site: its registrable domain, or where there is no URL the page itself. Pages of one site are kept
    /// together when they are split for training.
    var site: String { url.flatMap { RegistrableDomain.of(url: $0) } ?? "\(set):\(id)" }
}
