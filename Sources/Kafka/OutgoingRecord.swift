import CRdKafka

/// A record on its way into librdkafka's `produceva`, which, unlike `producev`, has no variable argument list.
struct OutgoingRecord {
    let key: [UInt8]?
    let value: [UInt8]?
    let timestampMs: Int64?
    let partition: Int32?
    let token: UInt64

    /// Hands the record over; librdkafka copies key and value.
    func produce(on handle: ClientHandle, topic: String, headers: [Header]) -> KafkaFault? {
        let list = unsafe OutgoingRecord.list(headers)
        let fault = unsafe topic.withCString { topic in
            unsafe withMemory(key) { key in
                unsafe withMemory(value) { value in
                    unsafe produce(on: handle, arguments(topic, key, value, list))
                }
            }
        }
        // The list is librdkafka's once the record is accepted, and still ours when it is not.
        if fault != nil, let list = unsafe list { unsafe rd_kafka_headers_destroy(list) }
        return fault
    }

    private func produce(on handle: ClientHandle, _ arguments: [rd_kafka_vu_t]) -> KafkaFault? {
        unsafe KafkaFault(consuming: rd_kafka_produceva(handle.client, arguments, arguments.count))
    }

    private func arguments(
        _ topic: UnsafePointer<CChar>, _ key: Memory, _ value: Memory, _ headers: OpaquePointer?
    ) -> [rd_kafka_vu_t] {
        var list = unsafe [
            argument(RD_KAFKA_VTYPE_TOPIC) { unsafe $0.cstr = topic },
            argument(RD_KAFKA_VTYPE_PARTITION) { unsafe $0.i32 = partition ?? -1 },
            argument(RD_KAFKA_VTYPE_MSGFLAGS) { unsafe $0.i = OutgoingRecord.copyFlag },
            argument(RD_KAFKA_VTYPE_OPAQUE) { unsafe $0.ptr = UnsafeMutableRawPointer(bitPattern: UInt(token)) },
            argument(RD_KAFKA_VTYPE_KEY) { unsafe $0.mem = .init(ptr: key.start, size: key.count) },
            argument(RD_KAFKA_VTYPE_VALUE) { unsafe $0.mem = .init(ptr: value.start, size: value.count) },
        ]
        if let timestampMs { unsafe list.append(argument(RD_KAFKA_VTYPE_TIMESTAMP) { unsafe $0.i64 = timestampMs }) }
        if let headers = unsafe headers {
            unsafe list.append(argument(RD_KAFKA_VTYPE_HEADERS) { unsafe $0.headers = headers })
        }
        return unsafe list
    }

    private func argument(
        _ type: rd_kafka_vtype_t, _ fill: (inout rd_kafka_vu_s.__Unnamed_union_u) -> Void
    ) -> rd_kafka_vu_t {
        var argument = unsafe rd_kafka_vu_t()
        unsafe argument.vtype = type
        unsafe fill(&argument.u)
        return unsafe argument
    }

    /// `RD_KAFKA_MSG_F_COPY`, a macro that Swift does not import.
    private static let copyFlag: Int32 = 0x2

    private static func list(_ headers: [Header]) -> OpaquePointer? {
        guard !headers.isEmpty, let list = unsafe rd_kafka_headers_new(headers.count) else { return nil }
        for header in headers {
            let name = header.malformedName ?? Array(header.name.utf8)
            unsafe withMemory(name) { name in
                unsafe withMemory(header.value) { value in
                    let text = unsafe name.start?.assumingMemoryBound(to: CChar.self)
                    _ = unsafe rd_kafka_header_add(list, text, name.count, value.start, value.count)
                }
            }
        }
        return unsafe list
    }
}

/// Bytes as C takes them: no start for no value, a start and no count for an empty one.
@unsafe private struct Memory {
    var start: UnsafeMutableRawPointer?
    var count: Int
}

/// Lends an array's bytes to C, which does not write to them.
private func withMemory<Result>(_ bytes: [UInt8]?, _ body: (Memory) -> Result) -> Result {
    guard let bytes else { return unsafe body(Memory(start: nil, count: 0)) }
    return unsafe bytes.withUnsafeBytes { buffer in
        let start = unsafe UnsafeMutableRawPointer(mutating: buffer.baseAddress)
        return unsafe body(Memory(start: start ?? UnsafeMutableRawPointer(bitPattern: 1), count: buffer.count))
    }
}
