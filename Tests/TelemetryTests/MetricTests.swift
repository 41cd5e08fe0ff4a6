import Dispatch
import Telemetry
import Testing

struct MetricTests {
    private let pages = MetricFamily.counter("galley_pages_total", "outcome", help: "Pages by outcome.")

    @Test func metricsAreRenderedAsPrometheusReadsThem() {
        let metrics = MetricRegistry()
        metrics.counter(pages, "article").add(3)
        metrics.counter(pages, "a\"b\\c\nd").add()
        metrics.gauge(.gauge("galley_inflight_bytes", help: "Bytes in flight.\nAll of them.")).set(1.5)
        let seconds = metrics.histogram(.histogram("galley_stage_seconds", help: "Time of a stage."))
        for value in [0.0005, 0.02, 7, 31, .nan] { seconds.observe(value) }
        let text = metrics.prometheusText()
        #expect(
            text.hasPrefix(
                """
                # HELP galley_inflight_bytes Bytes in flight.\\nAll of them.
                # TYPE galley_inflight_bytes gauge
                galley_inflight_bytes 1.5
                # HELP galley_pages_total Pages by outcome.
                # TYPE galley_pages_total counter
                galley_pages_total{outcome="a\\"b\\\\c\\nd"} 1
                galley_pages_total{outcome="article"} 3
                # HELP galley_stage_seconds Time of a stage.
                # TYPE galley_stage_seconds histogram
                galley_stage_seconds_bucket{le="0.0005"} 1
                galley_stage_seconds_bucket{le="0.001"} 1

                """))
        #expect(
            text.hasSuffix(
                """
                galley_stage_seconds_bucket{le="10"} 3
                galley_stage_seconds_bucket{le="30"} 3
                galley_stage_seconds_bucket{le="+Inf"} 4
                galley_stage_seconds_sum 38.0205
                galley_stage_seconds_count 4

                """))
    }

    @Test func theSameLabelsAreTheSameMetricUntilItIsTakenOut() {
        let metrics = MetricRegistry()
        let lag = MetricFamily.gauge("lag", "topic", "partition", help: "Lag.")
        metrics.gauge(lag, "t", "1").set(4)
        metrics.gauge(lag, "t", "2").set(5)
        #expect(metrics.gauge(lag, "t", "1").value == 4)
        metrics.remove(lag) { $0[1] == "1" }
        #expect(!metrics.prometheusText().contains("partition=\"1\""))
        #expect(metrics.prometheusText().contains("lag{topic=\"t\",partition=\"2\"} 5"))
    }

    @Test func aNameOfAnotherKindOrWithOtherLabelsIsNotMixedUp() {
        let metrics = MetricRegistry()
        metrics.counter(.counter("x", help: "")).add(2)
        metrics.gauge(.gauge("x", help: "")).set(9)
        metrics.counter(.counter("x", help: ""), "surplus").add(7)
        #expect(metrics.prometheusText() == "# HELP x \n# TYPE x counter\nx 2\n")
    }

    @Test func registeredFamiliesAreShownBeforeTheyCountAndCollectorsSetWhatIsReadLate() {
        let metrics = MetricRegistry()
        let seconds = MetricFamily.counter("cpu_seconds_total", help: "Time.")
        metrics.register([pages, seconds])
        metrics.onCollect { $0.total(seconds).set(1.25) }
        #expect(metrics.prometheusText().contains("# TYPE galley_pages_total counter\n"))
        #expect(metrics.prometheusText().contains("# TYPE cpu_seconds_total counter\ncpu_seconds_total 1.25\n"))
    }

    @Test func countsFromManyThreadsAddUp() {
        let metrics = MetricRegistry()
        let (count, spread) = (MetricFamily.counter("c", help: ""), MetricFamily.histogram("h", help: ""))
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            for _ in 0..<1000 {
                metrics.counter(count).add()
                metrics.histogram(spread).observe(0.01)
            }
        }
        #expect(metrics.counter(count).value == 8000)
        #expect(metrics.histogram(spread).snapshot.count == 8000)
    }
}
