/// The largest of many elements, a bounded number of them. Of equal ones those that came first stay.
struct Largest<Element> {
    private let most: Int
    /// Largest first.
    private(set) var elements: [(size: Int, element: Element)] = []

    init(_ most: Int) { self.most = most }

    /// Whether an element of that size would be taken.
    func takes(_ size: Int) -> Bool {
        guard elements.count == most, let last = elements.last else { return most > 0 }
        return size > last.size
    }

    /// Takes an element if it is among the largest.
    mutating func insert(_ element: Element, size: Int) {
        guard takes(size) else { return }
        var (low, high) = (0, elements.count)
        while low < high {
            let middle = (low + high) / 2
            if elements[middle].size >= size { low = middle + 1 } else { high = middle }
        }
        elements.insert((size, element), at: low)
        if elements.count > most { elements.removeLast() }
    }
}
