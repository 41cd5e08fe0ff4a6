extension Configuration {
    /// The options of single commands.
    public struct Options: Sendable, Equatable {
        /// `run`, `tail`: stop once everything is done, or shown, that was there at the start.
        public var untilEnd: Bool
        /// `extract`: the page's URL.
        public var url: String?
        /// `extract`: the page's content type.
        public var contentType: String?
        /// `extract`: how events are printed.
        public var format: ResultFormat
        /// `extract`: which outcomes are printed.
        public var outcomes: ShownOutcomes
        /// `load`: the topic.
        public var topic: String
        /// `load`: where the URL of a page is that states none.
        public var urlFrom: String?
        /// `load`: headers to put on each record, `NAME=VALUE`.
        public var headers: [String]
        /// `load`: `file`, `none` or a time.
        public var fetchedAt: String
        /// `broker`: topics to make.
        public var topics: [TopicPlan]
        /// `evaluate`, `features`: the gold file; there when either command was parsed.
        public var gold: String
        /// `evaluate`, `features`: the folder of pages.
        public var pages: String?
        /// `evaluate`: where predictions go.
        public var predictions: String?
        /// `evaluate`: the file of floors.
        public var floors: String?
        /// `evaluate`: only pages of sites that the model was not trained on.
        public var unseen: Bool
        /// `features`: the folder that files are written to.
        public var out: String
        /// `features`: what is exported.
        public var part: FeaturePart
        /// `features`: of which pages.
        public var kind: FeatureKind
        /// `features`: learnt values of class tokens and phrases.
        public var tables: String?
        /// `features`: another model than the one that is built in.
        public var model: String?
        /// `features`: the first stage's probabilities.
        public var probabilities: String?
        /// `schema`: whose schema is printed.
        public var schemaOf: SchemaKind
        /// `schema`: how it is written; `nil` for that of the format.
        public var schemaLanguage: SchemaText?
        /// `health`: whether the worker does its work, not only whether it lives.
        public var ready: Bool
        /// `tail`: what has to hold of a record.
        public var filter: [String: String]
        /// `tail`: where reading begins.
        public var from: String?
        /// `replay`: where reading ends.
        public var to: String?
        /// `replay`: its name.
        public var name: String?
        /// `replay`: the partitions, `N` or `TOPIC:N`; empty for all.
        public var partitions: [String]
        /// `replay`, `redrive`: pages a second at most.
        public var rate: Double?
        /// `replay`: the topic of its events, or `none`.
        public var output: String?
        /// `replay`: whether to publish to the running worker's topics.
        public var inPlace: Bool
        /// `replay`: whether to go on where records are gone.
        public var allowMissing: Bool
        /// `replay`: the topic to compare with.
        public var diff: String?
        /// `replay`: the folder that the comparison is written to.
        public var report: String?
        /// `replay`, `redrive`: only say what would be done.
        public var dryRun: Bool
        /// `redrive`: whether what is put back has the time of now.
        public var newTime: Bool
        /// `dead-letters`: of rejections.
        public var rejected: Bool
        /// `tail`: how many records at the most; 0 for no limit.
        public var limit: Int
        /// `tail`: how records are shown.
        public var show: TailFormat
        /// No progress bar.
        public var quiet: Bool
    }
}

extension Configuration.Options {
    init(_ settings: EffectiveSettings) {
        untilEnd = settings.isOn(.untilEnd)
        url = settings.text(.url)
        contentType = settings.text(.contentType)
        format = settings.word(.format, or: .json)
        outcomes = settings.word(.outcomes, or: .articles)
        topic = settings.text(.topic) ?? ""
        urlFrom = settings.text(.urlFrom)
        headers = settings.list(.header)
        fetchedAt = settings.text(.fetchedAt) ?? "file"
        topics = settings.effective(.topics).flatMap { TopicPlan.all(in: $0.value) } ?? []
        gold = settings.text(.gold) ?? ""
        pages = settings.text(.pages)
        predictions = settings.text(.predictions)
        floors = settings.text(.floors)
        unseen = settings.isOn(.unseen)
        out = settings.text(.out) ?? ""
        part = settings.word(.part, or: .blocks)
        kind = settings.word(.kind, or: .html)
        tables = settings.text(.tables)
        model = settings.text(.model)
        probabilities = settings.text(.probabilities)
        schemaOf = settings.word(.of, or: .article)
        schemaLanguage = settings.text(.language).flatMap { SchemaText(rawValue: $0) }
        ready = settings.isOn(.ready)
        filter = settings.map(.filter)
        from = settings.text(.from)
        to = settings.text(.to)
        name = settings.text(.name)
        partitions = settings.list(.partitions)
        rate = settings.effective(.rate) == nil ? nil : settings.number(.rate)
        output = settings.text(.output)
        inPlace = settings.isOn(.inPlace)
        allowMissing = settings.isOn(.allowMissing)
        diff = settings.text(.diff)
        report = settings.text(.report)
        dryRun = settings.isOn(.dryRun)
        newTime = settings.isOn(.newTime)
        rejected = settings.isOn(.rejected)
        limit = settings.integer(.limit)
        show = settings.word(.show, or: .table)
        quiet = settings.isOn(.quiet)
    }
}
