import Dispatch
import Synchronization
public import Wire

/// The schemas of a registry by their numbers, asked for once: what a number names never changes.
public final class RegistrySchemas: SchemaSource {
    private let registry: SchemaRegistry
    private let cache = Mutex<[UInt32: Result<RegisteredSchema, SchemaFault>]>([:])
    private let patience: Duration?
    private let say: @Sendable (RegistryFault, Duration) -> Void

    /// Numbers that are remembered; a topic has a handful.
    private static let most = 4096
    /// Between two tries of a registry that is away, and between two words about it.
    private static let interval = (retry: Duration.seconds(1), word: Duration.seconds(10))

    /// Makes a source.
    ///
    /// - Parameters:
    ///   - patience: how long a registry that is away is waited for; `nil` for as long as it takes.
    ///   - say: told now and then that it is waited for, and for how long.
    public init(
        _ registry: SchemaRegistry, patience: Duration? = nil,
        say: @escaping @Sendable (_ fault: RegistryFault, _ waited: Duration) -> Void = { _, _ in }
    ) {
        self.registry = registry
        self.patience = patience
        self.say = say
    }

    private func known(id: UInt32) -> Result<RegisteredSchema, SchemaFault>? { cache.withLock { $0[id] } }

    /// The schema of a number; waits for a registry that is away.
    public func schema(id: UInt32) throws(SchemaFault) -> RegisteredSchema {
        if let known = known(id: id) { return try known.get() }
        let began = ContinuousClock.now
        var said: ContinuousClock.Instant?
        while true {
            switch found(id) {
            case .success(let schema): return try keep(id, schema).get()
            case .failure(.unknown(_, let detail)): throw .unknown(id: id, detail: detail)
            // Wrong credentials and a broken proxy are mended from outside as an outage is: no page is lost for them.
            case .failure(let fault):
                let now = ContinuousClock.now
                if let patience, began.duration(to: now) >= patience {
                    throw .gaveUp(id: id, detail: fault.description)
                }
                if said.map({ $0.duration(to: now) >= Self.interval.word }) ?? true {
                    said = now
                    say(fault, began.duration(to: now))
                }
                DispatchSemaphore(value: 0).waitFor(Self.interval.retry)
            }
        }
    }

    private func found(_ id: UInt32) -> Result<Result<RegisteredSchema, SchemaFault>, RegistryFault> {
        do throws(RegistryFault) {
            return .success(read(id, try registry.schema(id: id)))
        } catch {
            return .failure(error)
        }
    }

    private func read(
        _ id: UInt32, _ found: (type: String, schema: String)
    ) -> Result<RegisteredSchema, SchemaFault> {
        switch found.type {
        case "AVRO":
            do throws(AvroSchema.Malformed) {
                return .success(.avro(try AvroSchema(json: found.schema)))
            } catch {
                return .failure(.malformed(id: id, detail: error.description))
            }
        case "JSON": return .success(.json)
        default: return .success(.other(kind: found.type))
        }
    }

    /// Keeps what a number names; that one is not known is not kept, as it may be given out later.
    private func keep(
        _ id: UInt32, _ result: Result<RegisteredSchema, SchemaFault>
    ) -> Result<RegisteredSchema, SchemaFault> {
        cache.withLock { known in
            if known.count >= Self.most { known.removeAll() }
            known[id] = result
        }
        return result
    }
}

extension DispatchSemaphore {
    fileprivate func waitFor(_ time: Duration) {
        let (seconds, attoseconds) = time.components
        _ = wait(timeout: .now() + Double(seconds) + Double(attoseconds) / 1e18)
    }
}
