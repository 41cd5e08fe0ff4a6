/// The features of the second stage: what the first stage's probabilities p say about the blocks around. *p-mass*: the sum of
/// p x tokens. The model file names them, so their order here is free.
public enum NeighbourhoodFeature: Int, CaseIterable, Sendable {
    /// p of the block and of the three before and after; 0 beyond the page's ends.
    case p
    case pBefore1, pBefore2, pBefore3
    case pAfter1, pAfter2, pAfter3
    /// Means of p weighted by the root of the tokens over the next 4, 10 and 25 blocks each way.
    case meanBefore4, meanBefore10, meanBefore25
    case meanAfter4, meanAfter10, meanAfter25
    /// p-mass / tokens of the block element's parent, the container, the outer container (in a dump: the lines of the same indentation).
    case parentMean, containerMean, outerMean
    /// Their share of the page's p-mass.
    case parentShare, containerShare, outerShare
    /// p-mass / tokens and share of the blocks of the same signature.
    case signatureMean, signatureShare
    /// Levels below the element with the densest p-mass (damped .6 a level); 15 outside it.
    case topLevels
    /// 1 inside the run of blocks with the greatest sum of (p - .5) x tokens.
    case inWindow
    /// Signed ln1 of the blocks to that run.
    case windowDistance
    /// ln1 of the tokens and blocks of the run of blocks with p of the same side of .5.
    case runTokens, runBlocks
    /// Share of the page's p-mass before the block.
    case massBefore
    /// ln1 of the page's p-mass.
    case pageMass
    /// Mean p of copies of the same text before it; -1 without one.
    case copyBefore
}
