import CCurl
import Synchronization

/// Asks other servers: one request at a time on the calling thread, bounded in time and size. Redirects are not followed.
public struct HTTPClient: Sendable {
    /// How long a request may take, connecting included.
    public var timeout: Duration
    /// The most bytes of an answer.
    public var maximumBytes: Int
    /// Certificates to trust (PEM); `nil` for the system's.
    public var caFile: String?
    /// Whether the environment's proxy is asked, as `http_proxy` names it.
    public var usesProxy = true

    /// Makes a client.
    public init(timeout: Duration = .seconds(5), maximumBytes: Int = 1 << 20, caFile: String? = nil) {
        self.timeout = timeout
        self.maximumBytes = maximumBytes
        self.caFile = caFile
    }

    /// Asks for a page.
    /// - Throws: an ``HTTPFault`` when there is no answer; a status of 400 or above is an answer.
    public func get(_ url: String, headers: [(name: String, value: String)] = []) throws(HTTPFault)
        -> (status: Int, body: [UInt8])
    {
        try perform(url, nil, nil, headers)
    }

    /// Sends a body.
    /// - Throws: an ``HTTPFault`` when there is no answer; a status of 400 or above is an answer.
    public func post(_ url: String, body: [UInt8], headers: [(name: String, value: String)]) throws(HTTPFault)
        -> (status: Int, body: [UInt8])
    {
        try perform(url, nil, body, headers)
    }

    /// Puts a body in a place.
    /// - Throws: an ``HTTPFault`` when there is no answer; a status of 400 or above is an answer.
    public func put(_ url: String, body: [UInt8], headers: [(name: String, value: String)]) throws(HTTPFault)
        -> (status: Int, body: [UInt8])
    {
        try perform(url, "PUT", body, headers)
    }

    private static let isReady: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// - Parameter method: another than `GET`, or than `POST` where there is a body.
    private func perform(
        _ url: String, _ method: String?, _ body: [UInt8]?, _ headers: [(name: String, value: String)]
    ) throws(HTTPFault) -> (status: Int, body: [UInt8]) {
        guard HTTPClient.isReady, let handle = unsafe curl_easy_init() else {
            throw .noAnswer(url: url, detail: "libcurl could not be started")
        }
        defer { unsafe curl_easy_cleanup(handle) }
        let (seconds, attoseconds) = timeout.components
        let milliseconds = Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
        unsafe galley_curl_set_text(handle, CURLOPT_URL, url)
        unsafe galley_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https")
        unsafe galley_curl_set_long(handle, CURLOPT_TIMEOUT_MS, milliseconds)
        unsafe galley_curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        unsafe galley_curl_set_long(handle, CURLOPT_FOLLOWLOCATION, 0)
        if let method { unsafe galley_curl_set_text(handle, CURLOPT_CUSTOMREQUEST, method) }
        if !usesProxy { unsafe galley_curl_set_text(handle, CURLOPT_NOPROXY, "*") }
        if let caFile { unsafe galley_curl_set_text(handle, CURLOPT_CAINFO, caFile) }
        let list = unsafe headers.reduce(into: UnsafeMutablePointer<curl_slist>?.none) { list, header in
            unsafe list = curl_slist_append(list, "\(header.name): \(header.value)")
        }
        defer { unsafe curl_slist_free_all(list) }
        if let list = unsafe list { unsafe galley_curl_set_pointer(handle, CURLOPT_HTTPHEADER, list) }
        let answer = AnswerBody(limit: maximumBytes)
        unsafe galley_curl_set_writer(handle, takeBody, Unmanaged.passUnretained(answer).toOpaque())
        let code = unsafe (body ?? []).withUnsafeBytes { bytes in
            if body != nil {
                unsafe galley_curl_set_long(handle, CURLOPT_POSTFIELDSIZE, bytes.count)
                unsafe galley_curl_set_pointer(
                    handle, CURLOPT_POSTFIELDS, bytes.baseAddress ?? UnsafeRawPointer(bitPattern: 1))
            }
            return unsafe curl_easy_perform(handle)
        }
        if answer.isTooLong { throw .tooLong(url: url, bytes: maximumBytes) }
        guard code == CURLE_OK else {
            throw .noAnswer(url: url, detail: unsafe String(cString: curl_easy_strerror(code)))
        }
        return (unsafe galley_curl_status(handle), answer.bytes)
    }
}

/// The answer as it comes in; touched by the thread that makes the request alone.
private final class AnswerBody {
    private(set) var bytes: [UInt8] = []
    private(set) var isTooLong = false
    private let limit: Int

    init(limit: Int) { self.limit = limit }

    func take(_ more: UnsafeRawBufferPointer) -> Bool {
        isTooLong = bytes.count + more.count > limit
        if !isTooLong { unsafe bytes.append(contentsOf: more) }
        return !isTooLong
    }
}

private let takeBody: @convention(c) (UnsafeMutablePointer<CChar>?, Int, Int, UnsafeMutableRawPointer?) -> Int = {
    data, size, count, context in
    guard let context = unsafe context else { return 0 }
    let answer = unsafe Unmanaged<AnswerBody>.fromOpaque(context).takeUnretainedValue()
    let isTaken = unsafe answer.take(UnsafeRawBufferPointer(start: data, count: size * count))
    return isTaken ? size * count : 0
}
