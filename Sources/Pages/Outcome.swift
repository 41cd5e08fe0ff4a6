/// A page that is sound but is no article: the second outcome of the ledger. Permanent; trying again gives the same.
public struct Rejection: Error, Sendable, Equatable {
    /// Why the page gives no article.
    public var reason: RejectionReason
    /// What was seen, in words for a person.
    public var detail: String

    /// Makes a rejection.
    public init(_ reason: RejectionReason, _ detail: String) {
        self.reason = reason
        self.detail = detail
    }
}

/// What a delete request and a page that is gone do: `input.tombstones`.
public enum TombstonePolicy: String, Sendable, CaseIterable {
    /// A null value is counted and passed over; a page that is gone is a rejection as any HTTP error.
    case skip
    /// Both withdraw their article: an event whose status is ``EventStatus/retracted``.
    case delete
}

/// Why a page gives no article.
public enum RejectionReason: String, Sendable, CaseIterable {
    /// An index, a search page, a product, a forum: anything but an article.
    case notArticle = "not_article"
    /// Nothing to read.
    case empty
    /// The response was an HTTP error or the page shows one.
    case httpError = "http_error"
    /// The page shows an error with a status of 200.
    case errorPage = "error_page"
    /// A log-in form stands in place of the article.
    case login
    /// A consent wall stands in place of the article.
    case consent
    /// A paywall stands in place of the article.
    case paywall
    /// Neither HTML nor text.
    case unsupportedType = "unsupported_type"
}

/// A record that cannot be read as a page: the third outcome of the ledger, a dead letter. Permanent.
public struct PageFault: Error, Sendable, Equatable {
    /// What was wrong.
    public var reason: FaultReason
    /// What, where and what to do, for a person.
    public var detail: String
    /// The stage that failed.
    public var stage: String

    /// Makes a fault.
    public init(_ reason: FaultReason, stage: String, _ detail: String) {
        self.reason = reason
        self.stage = stage
        self.detail = detail
    }

    /// The fault of a page whose time was over in a stage.
    public static func outOfTime(stage: String, _ limits: Limits) -> PageFault {
        PageFault(
            .timeLimit, stage: stage,
            "the page's \(limits.pageSeconds) s were over in the stage \(stage); raise limits.page_seconds if it is sound"
        )
    }
}

/// What made a record unreadable.
public enum FaultReason: String, Sendable, CaseIterable {
    /// An envelope without a body.
    case noBody = "no_body"
    /// The envelope does not parse.
    case badEnvelope = "bad_envelope"
    /// The body's coding does not decode.
    case badContentEncoding = "bad_content_encoding"
    /// A content coding that is not supported.
    case unsupportedContentEncoding = "unsupported_content_encoding"
    /// The body, once decoded, is larger than `limits.page_bytes`.
    case tooLarge = "too_large"
    /// The record has more or larger headers than `limits.header_bytes`.
    case headersTooLarge = "headers_too_large"
    /// The body does not match its stated digest.
    case digestMismatch = "digest_mismatch"
    /// A claim check that is not allowed or not reachable.
    case dataref
    /// The page took longer than `limits.page_seconds`.
    case timeLimit = "time_limit"
    /// The page ended or hung its worker, as often as `dead_letters.attempts`.
    case crash
    /// The output broker refused the record for good (too large, invalid).
    case unpublishable
}
