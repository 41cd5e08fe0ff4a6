import Glibc

/// Figures of the process by Prometheus' standard names, read from `/proc` when they are asked for.
public enum ProcessMetrics {
    private static let memory = MetricFamily.gauge(
        "process_resident_memory_bytes", help: "Memory of the process that is in use.")
    private static let cpu = MetricFamily.counter(
        "process_cpu_seconds_total", help: "Time that the process has used of all cores.")
    private static let start = MetricFamily.gauge(
        "process_start_time_seconds", help: "When the process began, in seconds since 1970.")
    private static let open = MetricFamily.gauge("process_open_fds", help: "File descriptors that are open.")
    private static let most = MetricFamily.gauge("process_max_fds", help: "File descriptors that may be open.")
    private static let threads = MetricFamily.gauge("process_threads", help: "Threads of the process.")

    /// All of them, for the reference.
    public static let families = [memory, cpu, start, open, most, threads]

    /// Has them shown.
    public static func publish(in metrics: MetricRegistry) {
        metrics.register(families)
        if let began = startTime { metrics.gauge(start).set(began) }
        metrics.onCollect { metrics in
            metrics.gauge(memory).set(Double(residentBytes))
            metrics.total(cpu).set(cpuSeconds)
            metrics.gauge(open).set(Double(entries(of: "/proc/self/fd") - 1))
            metrics.gauge(threads).set(Double(entries(of: "/proc/self/task")))
            var limit = rlimit()
            if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
                metrics.gauge(most).set(Double(limit.rlim_cur))
            }
        }
    }

    /// Bytes of memory in use; 0 where `/proc` does not tell.
    public static var residentBytes: Int {
        let fields = lines(of: "/proc/self/statm").first?.split(separator: " ") ?? []
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
    }

    /// The 22nd field of the process's line counts ticks since the machine began (proc(5)).
    private static var startTime: Double? {
        let boot = lines(of: "/proc/stat").first { $0.hasPrefix("btime ") }?.split(separator: " ").last.flatMap {
            Double($0)
        }
        // The second field is the program's name in brackets, which may hold anything.
        let fields = lines(of: "/proc/self/stat").first?.split(separator: ")").last?.split(separator: " ") ?? []
        guard let boot, fields.count > 19, let ticks = Double(fields[19]) else { return nil }
        return boot + ticks / Double(sysconf(Int32(_SC_CLK_TCK)))
    }

    private static func lines(of path: String) -> [String] {
        guard let file = fopen(path, "r") else { return [] }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private static var cpuSeconds: Double {
        var usage = rusage()
        guard getrusage(RUSAGE_SELF.rawValue, &usage) == 0 else { return 0 }
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    private static func entries(of path: String) -> Int {
        guard let folder = opendir(path) else { return 0 }
        defer { closedir(folder) }
        var count = 0
        while readdir(folder) != nil { count += 1 }
        // Without the two that every folder has.
        return max(0, count - 2)
    }
}
