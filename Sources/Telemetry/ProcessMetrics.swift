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
        let began = Timestamp.now().milliseconds
        metrics.gauge(start).set(Double(began) / 1000)
        metrics.onCollect { metrics in
            metrics.gauge(memory).set(Double(residentBytes))
            metrics.total(cpu).set(cpuSeconds)
            metrics.gauge(open).set(Double(entries(of: "/proc/self/fd")))
            metrics.gauge(threads).set(Double(entries(of: "/proc/self/task")))
            var limit = rlimit()
            if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 {
                metrics.gauge(most).set(Double(limit.rlim_cur))
            }
        }
    }

    /// Bytes of memory in use; 0 where `/proc` does not tell.
    public static var residentBytes: Int {
        guard let file = fopen("/proc/self/statm", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        guard fgets(&line, Int32(line.count), file) != nil else { return 0 }
        let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let fields = text.split(separator: " ")
        return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE))) : 0
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
