import Testing

@testable import Worker

struct MemoryPlanTests {
    @Test(arguments: [0, 32 << 20, MemoryPlan.defaultTotal, 1 << 30], [1, 2, 16])
    func theSharesFitTheTotal(total: Int, permits: Int) {
        let plan = MemoryPlan(total: total, permits: permits)
        let queues = (plan.fetchQueueKilobytes + plan.producerQueueKilobytes) * 1024 + plan.fetchBytes
        let work = plan.heavyPageBytes * permits * MemoryPlan.workFactor
        #expect(queues + plan.inFlightHigh + work <= plan.total)
        #expect(plan.inFlightLow < plan.inFlightHigh)
        #expect(plan.heavyPageBytes > 0)
    }
}
