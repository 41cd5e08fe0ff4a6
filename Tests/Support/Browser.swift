public import Foundation
import HTTP
import Testing

/// A headless Chromium, driven over WebDriver (Debian's `chromium-driver`).
public final class Browser {
    /// What a browser refused to do.
    public struct Fault: Error, CustomStringConvertible {
        /// What it said.
        public let description: String
    }

    private static let driver = "/usr/bin/chromedriver"
    /// Whether there is one; tests say so when they are skipped.
    public static let isHere = FileManager.default.isExecutableFile(atPath: driver)

    private let process = Process()
    private let base: String
    private var session = ""

    /// Starts a browser with a window of a size.
    public init(width: Int = 1280, height: Int = 1600, isDark: Bool = false) throws {
        let output = Pipe()
        process.executableURL = URL(filePath: Browser.driver)
        process.arguments = ["--port=0"]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var text = ""
        let mark = "started successfully on port "
        while text.range(of: "\(mark)[0-9]+\\.", options: .regularExpression) == nil {
            let more = output.fileHandleForReading.availableData
            guard !more.isEmpty else { throw Fault(description: "chromedriver ended: \(text)") }
            text += String(decoding: more, as: UTF8.self)
        }
        let port = text.components(separatedBy: mark)[1].prefix { $0.isNumber }
        base = "http://127.0.0.1:\(port)"
        var arguments = [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
            "--disable-background-networking", "--window-size=\(width),\(height)",
        ]
        if isDark { arguments.append("--blink-settings=preferredColorScheme=0") }
        let made = try ask(
            "", ["capabilities": ["alwaysMatch": ["goog:chromeOptions": ["args": arguments]]]], at: "\(base)/session")
        session = try #require((made as? [String: Any])?["sessionId"] as? String)
        // A browser's window has a least width; the page inside may be narrower.
        _ = try ask(
            "/goog/cdp/execute",
            [
                "cmd": "Emulation.setDeviceMetricsOverride",
                "params": ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600],
            ])
    }

    deinit {
        if !session.isEmpty { _ = try? ask("/goog/cdp/execute", ["cmd": "Browser.close", "params": [String: Any]()]) }
        // SIGTERM is blocked in what a test starts.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Loads a page.
    public func open(_ url: String) throws { _ = try ask("/url", ["url": url]) }

    /// The value of a JavaScript expression.
    public func value(_ expression: String) throws -> Any? {
        try ask("/execute/sync", ["script": "return \(expression);", "args": [Any]()])
    }

    /// The value of a JavaScript expression that is a string; otherwise an empty one.
    public func text(_ expression: String) throws -> String { try value(expression) as? String ?? "" }

    /// Waits until an expression is true.
    public func wait(until expression: String) throws {
        let deadline = Date.now + 30
        while try value(expression) as? Bool != true {
            guard Date.now < deadline else { throw Fault(description: "still false: \(expression)") }
            Thread.sleep(forTimeInterval: 0.05)
        }
    }

    /// Presses a key of the keyboard: `\u{E004}` is Tab, `\u{E007}` is Enter.
    public func press(_ key: String) throws {
        let actions = [["type": "keyDown", "value": key], ["type": "keyUp", "value": key]]
        _ = try ask("/actions", ["actions": [["type": "key", "id": "keyboard", "actions": actions]]])
    }

    /// Writes a picture of the page to a file.
    public func screenshot(_ url: URL) throws {
        let picture = try ask("/screenshot", nil) as? String ?? ""
        try #require(Data(base64Encoded: picture)).write(to: url)
    }

    /// Asks the driver; GET where there is nothing to say.
    private func ask(_ path: String, _ body: [String: Any]?, at url: String? = nil) throws -> Any? {
        let url = url ?? "\(base)/session/\(session)\(path)"
        let client = HTTPClient(timeout: .seconds(60), maximumBytes: 64 << 20)
        let answer =
            if let body {
                try client.post(
                    url, body: Array(JSONSerialization.data(withJSONObject: body)),
                    headers: [(name: "Content-Type", value: "application/json")])
            } else {
                try client.get(url)
            }
        let value = (try JSONSerialization.jsonObject(with: Data(answer.body)) as? [String: Any])?["value"]
        if let fault = value as? [String: Any], let error = fault["error"] as? String {
            throw Fault(description: "\(error): \(fault["message"] ?? "")")
        }
        return value
    }
}
