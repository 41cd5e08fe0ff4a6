import Foundation

/// The memory of this process, as `/proc/self/status` tells it, in bytes.
public enum ProcessMemory {
    /// The file does not say it.
    public struct Unreadable: Error {}

    /// Starts the peak anew: what came before does not count (proc(5), `/proc/pid/clear_refs`).
    public static func forgetPeak() throws {
        guard let file = fopen("/proc/self/clear_refs", "w") else { throw Unreadable() }
        fputs("5", file)
        fclose(file)
    }

    /// The most that was in use since.
    public static func peak() throws -> Int { try bytes("VmHWM:") }

    /// What is in use now.
    public static func inUse() throws -> Int { try bytes("VmRSS:") }

    private static func bytes(_ name: String) throws -> Int {
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
        guard let kilobytes = line?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
            throw Unreadable()
        }
        return kilobytes << 10
    }
}
