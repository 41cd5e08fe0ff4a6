import Glibc

/// Where a server listens: a host and a port.
public struct HTTPAddress: Sendable, Equatable {
    /// A name or a number, IPv6 without its brackets; empty for every interface.
    public var host: String
    /// The port; 0 for one that the system picks.
    public var port: UInt16

    /// Makes an address.
    public init(host: String, port: UInt16) {
        self.host = host
        self.port = port
    }

    /// Reads `127.0.0.1:9464`, `[::1]:9464`, `localhost:9464` or `:9464`.
    public init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
            return nil
        }
        var host = String(text[..<colon])
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = String(host.dropFirst().dropLast())
            guard host.contains(":") else { return nil }
        } else if host.contains(":") {
            return nil
        }
        guard host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "/") }) else { return nil }
        self.init(host: host, port: port)
    }

    /// Whether only this machine can reach it.
    public var isLoopback: Bool {
        host == "localhost" || host == "::1"
            || host.hasPrefix("127.") && host.utf8.allSatisfy { $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }
    }

    /// As it is read.
    public var text: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }

    /// Where a client on this machine reaches it.
    public var reachable: HTTPAddress {
        switch host {
        case "", "0.0.0.0": HTTPAddress(host: "127.0.0.1", port: port)
        case "::": HTTPAddress(host: "::1", port: port)
        default: self
        }
    }

    /// Opens a socket that listens there.
    /// - Throws: an ``HTTPFault`` that says what stands in the way.
    func listen() throws(HTTPFault) -> Listener {
        var last = HTTPFault.unusable(address: text, detail: "no such host")
        for candidate in try candidates() {
            do throws(HTTPFault) {
                return try Listener(candidate, address: text)
            } catch {
                // What is taken may become free, whatever is wrong with the host's other addresses.
                if case .taken = last { continue }
                last = error
            }
        }
        throw last
    }

    private func candidates() throws(HTTPFault) -> [SocketAddress] {
        var hints = unsafe addrinfo()
        unsafe hints.ai_family = AF_UNSPEC
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        unsafe hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
        var list: UnsafeMutablePointer<addrinfo>?
        let status = unsafe getaddrinfo(host.isEmpty ? nil : host, String(port), &hints, &list)
        guard status == 0 else {
            throw .unusable(address: text, detail: unsafe String(cString: gai_strerror(status)))
        }
        defer { unsafe freeaddrinfo(list) }
        var found: [SocketAddress] = []
        var next = unsafe list
        while let info = unsafe next {
            unsafe found.append(SocketAddress(info.pointee))
            unsafe next = info.pointee.ai_next
        }
        // Every interface: a socket of IPv6 takes both families, where there is IPv6.
        return host.isEmpty ? found.sorted { $0.family == AF_INET6 && $1.family != AF_INET6 } : found
    }
}

/// An address as the system calls take it.
struct SocketAddress {
    let family: Int32
    let bytes: [UInt8]

    init(_ info: addrinfo) {
        family = unsafe info.ai_family
        bytes = unsafe Array(UnsafeRawBufferPointer(start: info.ai_addr, count: Int(info.ai_addrlen)))
    }
}

/// A socket that listens.
struct Listener {
    let socket: Int32
    let port: UInt16

    init(_ address: SocketAddress, address text: String) throws(HTTPFault) {
        let socket = Glibc.socket(
            address.family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue) | Int32(SOCK_NONBLOCK.rawValue),
            0)
        guard socket >= 0 else { throw .system(address: text, errno) }
        var yes: Int32 = 1
        unsafe setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
        if address.family == AF_INET6 {
            var no: Int32 = 0
            unsafe setsockopt(
                socket, Int32(IPPROTO_IPV6), IPV6_V6ONLY, &no, socklen_t(MemoryLayout<Int32>.size))
        }
        let isBound = unsafe address.bytes.withUnsafeBytes { bytes in
            unsafe bytes.baseAddress.map { base in
                unsafe bind(socket, base.assumingMemoryBound(to: sockaddr.self), socklen_t(bytes.count)) == 0
            } ?? false
        }
        guard isBound, Glibc.listen(socket, 128) == 0 else {
            let code = errno
            Glibc.close(socket)
            throw .system(address: text, code)
        }
        self.socket = socket
        port = Listener.port(of: socket)
    }

    /// The port is in the same place in the addresses of both families, most significant byte first.
    private static func port(of socket: Int32) -> UInt16 {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        return unsafe withUnsafeMutablePointer(to: &storage) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                guard unsafe getsockname(socket, address, &length) == 0 else { return 0 }
                return unsafe UnsafeRawPointer(address).load(fromByteOffset: 2, as: UInt16.self).byteSwapped
            }
        }
    }
}
