public import Pages
public import Wire

/// What became of one record: exactly one of the ledger's outcomes.
public enum PageOutcome: Sendable {
    /// An article, or one that is withdrawn, and the record to publish.
    case article(ArticleEvent, OutboundRecord)
    /// A sound page that is no article, and the record to publish.
    case rejected(Rejection, OutboundRecord)
    /// A record that cannot be read as a page: a dead letter.
    case dead(PageFault)
    /// A delete request (null value) that is passed over.
    case tombstone
}
