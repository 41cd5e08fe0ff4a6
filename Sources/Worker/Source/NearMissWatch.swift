import Telemetry
import Wire

/// Counts headers that are nearly right, and says of each name once what to write instead.
struct NearMissWatch {
    /// Names that were said. A producer has a few; one that makes names up is not followed further.
    private var said: Set<NearMissHeader> = []
    /// Names that are said at the most.
    private static let most = 64

    /// Takes in a record's headers.
    mutating func look(at headers: [WireHeader], _ telemetry: Telemetry) {
        for miss in NearMissHeader.all(in: headers) {
            telemetry.metrics.counter(.nearMissHeaders, miss.meant).add()
            guard said.count < Self.most, said.insert(miss).inserted else { continue }
            telemetry.emit(HeaderNearlyRight(found: miss.found, meant: miss.meant))
        }
    }
}
