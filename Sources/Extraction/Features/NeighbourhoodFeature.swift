/// The features of the second stage: what the first stage's probabilities p say about the blocks around.
///
/// The model file names them, so their order here is free. Where ``Feature`` has the same name (`topLevels`, `inWindow`,
/// `windowDistance`), the second stage means the one here.
///
/// *p-mass*: the sum of p x tokens. Shares of the page's p-mass are divided by at least 1, as are means by tokens. Container and outer
/// container are those of ``Feature/containerTokens`` and ``Feature/outerTokens``; `ln1(x)` is ln(1 + x), signed -ln(1 - x) below zero.
public enum NeighbourhoodFeature: Int, CaseIterable, Sendable {
    /// p of the block and of the three before and after; 0 beyond the page's ends.
    case p
    case pBefore1, pBefore2, pBefore3
    case pAfter1, pAfter2, pAfter3
    /// Means of p weighted by the root of the tokens over the next 4, 10 and 25 blocks each way, this one left out, or as many as there
    /// are; 0 without one.
    case meanBefore4, meanBefore10, meanBefore25
    case meanAfter4, meanAfter10, meanAfter25
    /// p-mass / tokens of the block element's parent, the container, the outer container. In a dump the first is of the lines of the same
    /// indentation, and the others are 0.
    case parentMean, containerMean, outerMean
    /// The share of the page's p-mass that these hold.
    case parentShare, containerShare, outerShare
    /// p-mass / tokens and share of the page's p-mass of the blocks of the same signature (``Feature/signatureCount``); 0 in a dump.
    case signatureMean, signatureShare
    /// Levels from the leaf up to the element with the greatest sum of p x min(tokens, 120)^.8 of block elements, where p is above .05,
    /// damped .6 a level (the first of equal ones, and the body when no p is above); 15 outside it or farther; 0 in a dump.
    case topLevels
    /// 1 inside the run of blocks with the greatest sum of (p - .5) x tokens.
    case inWindow
    /// Signed ln1 of the blocks behind that run (negative: before it), 0 inside; behind the page's start when there is none.
    case windowDistance
    /// ln1 of the tokens and of the blocks of the run of blocks about this one whose p are all at least .5, or all below.
    case runTokens, runBlocks
    /// Share of the page's p-mass before the block.
    case massBefore
    /// ln1 of the page's p-mass.
    case pageMass
    /// Mean p of the blocks of the same folded text before it; -1 without one.
    case copyBefore
}
