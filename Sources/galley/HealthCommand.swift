import HTTP
import Settings

/// `galley health`: asks the admin port of a worker on this machine.
struct HealthCommand {
    let configuration: Configuration

    /// Prints what the port says.
    func run() throws -> ExitCode {
        guard let text = configuration.adminAddress, let address = HTTPAddress(text) else {
            Terminal.note("galley: admin.address is off: there is no port to ask")
            return .configuration
        }
        let path = configuration.options.ready ? "readyz" : "livez"
        do {
            var client = HTTPClient(timeout: .seconds(4), maximumBytes: 64 << 10)
            client.usesProxy = false
            let answer = try client.get("http://\(address.reachable.text)/\(path)")
            Terminal.output(exactly: String(decoding: answer.body, as: UTF8.self))
            return answer.status == 200 ? .done : .unavailable
        } catch {
            Terminal.note("galley: \(error)")
            return .unavailable
        }
    }
}
