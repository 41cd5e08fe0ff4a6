import Dispatch
import Telemetry
import Testing

struct MetricTests {
    @Test func metricsAreRenderedAsPrometheusReadsThem() {
        let metrics = MetricRegistry()
        metrics.counter("galley_pages_total", help: "Pages by outcome.", labels: [Label("outcome", "article")]).add(3)
        metrics.counter("galley_pages_total", help: "", labels: [Label("outcome", "a\"b\\c\nd")]).add()
        metrics.gauge("galley_inflight_bytes", help: "Bytes in flight.\nAll of them.").set(1.5)
        let seconds = metrics.histogram("galley_stage_seconds", help: "Time of a stage.", bounds: [1, 0.1])
        for value in [0.05, 0.1, 0.5, 7, .nan] { seconds.observe(value) }
        #expect(
            metrics.prometheusText() == """
                # HELP galley_inflight_bytes Bytes in flight.\\nAll of them.
                # TYPE galley_inflight_bytes gauge
                galley_inflight_bytes 1.5
                # HELP galley_pages_total Pages by outcome.
                # TYPE galley_pages_total counter
                galley_pages_total{outcome="a\\"b\\\\c\\nd"} 1
                galley_pages_total{outcome="article"} 3
                # HELP galley_stage_seconds Time of a stage.
                # TYPE galley_stage_seconds histogram
                galley_stage_seconds_bucket{le="0.1"} 2
                galley_stage_seconds_bucket{le="1"} 3
                galley_stage_seconds_bucket{le="+Inf"} 4
                galley_stage_seconds_sum 7.65
                galley_stage_seconds_count 4

                """)
    }

    @Test func theSameNameAndLabelsAreTheSameMetric() {
        let metrics = MetricRegistry()
        metrics.gauge("g", help: "", labels: [Label("b", "2"), Label("a", "1")]).set(4)
        #expect(metrics.gauge("g", help: "", labels: [Label("a", "1"), Label("b", "2")]).value == 4)
        metrics.remove("g", labels: [Label("b", "2"), Label("a", "1")])
        #expect(!metrics.prometheusText().contains("g{"))
    }

    @Test func aNameOfAnotherKindIsNotMixedUp() {
        let metrics = MetricRegistry()
        metrics.counter("x", help: "").add(2)
        metrics.gauge("x", help: "").set(9)
        #expect(metrics.prometheusText() == "# HELP x \n# TYPE x counter\nx 2\n")
    }

    @Test func countsFromManyThreadsAddUp() {
        let metrics = MetricRegistry()
        DispatchQueue.concurrentPerform(iterations: 8) { _ in
            for _ in 0..<1000 {
                metrics.counter("c", help: "").add()
                metrics.histogram("h", help: "").observe(0.01)
            }
        }
        #expect(metrics.counter("c", help: "").value == 8000)
        #expect(metrics.histogram("h", help: "").snapshot.count == 8000)
    }
}
