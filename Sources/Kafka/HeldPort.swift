import Glibc

/// A port of the loopback interface that the system gives to nobody meanwhile: bound, and not listened on. Who states `SO_REUSEADDR` and
/// this very port, as the mock cluster does, may listen on it.
final class HeldPort: Sendable {
    private let descriptor: Int32

    /// Holds a port, or fails where somebody has it.
    init?(_ port: UInt16) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        var reuse: Int32 = 1
        unsafe setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &reuse, socklen_t(MemoryLayout<Int32>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = INADDR_LOOPBACK.bigEndian
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isHeld = unsafe withUnsafePointer(to: &address) {
            unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe bind(descriptor, $0, size) == 0 }
        }
        guard isHeld else {
            close(descriptor)
            return nil
        }
    }

    deinit { close(descriptor) }
}
