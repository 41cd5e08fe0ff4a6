// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target: Swift 6 mode, explicit existentials, imports internal unless said otherwise.
let common: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// Targets that hold C handles or raw memory say `unsafe` where they touch them.
let unsafeFacing: [SwiftSetting] = common + [.strictMemorySafety()]

/// Targets that hand out `Span`s into their own storage.
let spans: [SwiftSetting] = [.enableExperimentalFeature("Lifetimes")]

let package = Package(
    name: "galley",
    products: [
        .executable(name: "galley", targets: ["galley"])
    ],
    targets: [
        // The command.
        .executableTarget(
            name: "galley",
            dependencies: [
                "Settings", "Admin", "HTTP", "Login", "Registry", "ClaimChecks", "Replay", "Comparison", "Worker",
                "Kafka",
                "Pipeline",
                "Evaluation",
                "Extraction",
                "Markup",
                "Normalization", "Text", "Wire", "Pages", "Telemetry",
            ],
            resources: [.embedInCode("Samples")],
            swiftSettings: common),

        // The worker and what it is made of.
        .target(name: "Settings", dependencies: ["CYAML"], swiftSettings: unsafeFacing),
        .target(
            name: "Admin",
            dependencies: [
                "HTTP", "Worker", "Kafka", "Pipeline", "Extraction", "Normalization", "Wire", "Text", "Pages",
                "Telemetry",
            ],
            resources: [.embedInCode("Console")], swiftSettings: common),
        .target(name: "Replay", dependencies: ["Worker", "Kafka", "Flow", "Wire", "Text"], swiftSettings: common),
        .target(name: "ClaimChecks", dependencies: ["HTTP", "Wire"], swiftSettings: common),
        .target(name: "Registry", dependencies: ["HTTP", "Wire"], swiftSettings: common),
        .target(name: "Login", dependencies: ["HTTP", "Kafka"], swiftSettings: common),
        .target(name: "HTTP", dependencies: ["CMicrohttpd", "CCurl"], swiftSettings: unsafeFacing),
        .target(
            name: "Worker",
            dependencies: ["Kafka", "Flow", "Pipeline", "Wire", "Pages", "Telemetry", "CMalloc"], swiftSettings: common),
        .target(name: "Kafka", dependencies: ["CRdKafka"], swiftSettings: unsafeFacing),
        .target(name: "Flow", swiftSettings: common),
        .target(name: "Telemetry", dependencies: ["Civil"], swiftSettings: common),

        // One page's way: bytes in, event out.
        .target(
            name: "Pipeline",
            dependencies: ["Wire", "Extraction", "Markup", "Normalization", "Text", "Pages"], swiftSettings: common),
        .target(
            name: "Wire", dependencies: ["Pages", "Text", "Civil", "CZlib", "CZstd", "CBrotli"],
            swiftSettings: unsafeFacing),
        .target(
            name: "Extraction", dependencies: ["Markup", "Normalization", "Lexicon", "Text", "Pages", "CModel"],
            swiftSettings: common + spans),
        .target(name: "Markup", swiftSettings: unsafeFacing + spans),
        .executableTarget(
            name: "page-benchmark", dependencies: ["Pipeline", "Extraction", "Normalization", "Wire"],
            swiftSettings: common),
        .executableTarget(name: "markup-benchmark", dependencies: ["Markup"], swiftSettings: common),
        .target(
            name: "Normalization", dependencies: ["Lexicon", "Text", "Pages", "Civil", "CPSL", "CCLD2"],
            swiftSettings: unsafeFacing + spans),
        .target(name: "Lexicon", dependencies: ["Pages"], exclude: ["LANGUAGES.md"], swiftSettings: common),
        .target(
            name: "Text", dependencies: ["Civil", "CUChardet", "CICU", "CIconv", "CXXHash", "CCrypto"],
            swiftSettings: unsafeFacing + spans),
        .target(name: "Pages", swiftSettings: common),
        .target(name: "Civil", swiftSettings: common),

        // The judge of accuracy.
        .target(name: "Evaluation", dependencies: ["Pages"], swiftSettings: common),

        // The events of two versions side by side.
        .target(
            name: "Comparison", dependencies: ["CSQLite", "Telemetry", "Text"],
            resources: [.embedInCode("Report/Page")], swiftSettings: unsafeFacing),

        // C libraries, each imported by one Swift target only.
        .systemLibrary(name: "CRdKafka", pkgConfig: "rdkafka", providers: [.apt(["librdkafka-dev"])]),
        .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CUChardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
        .systemLibrary(name: "CPSL", pkgConfig: "libpsl", providers: [.apt(["libpsl-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
        .systemLibrary(name: "CIconv"),
        .systemLibrary(name: "CMalloc"),

        // Small shims where Swift cannot reach: C++ (cld2), headers that clash with Foundation's (ICU), variadic functions
        // (libmicrohttpd, libcurl), data built into the binary (the extraction model).
        .target(name: "CCLD2", linkerSettings: [.linkedLibrary("cld2")]),
        .target(name: "CModel", exclude: ["model.bin"]),
        .target(name: "CICU", linkerSettings: [.linkedLibrary("icuuc")]),
        .target(name: "CMicrohttpd", linkerSettings: [.linkedLibrary("microhttpd")]),
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),

        // Tests, and what they share.
        .systemLibrary(name: "CBrotliEncoder", path: "Tests/CBrotliEncoder", providers: [.apt(["libbrotli-dev"])]),
        .target(
            name: "TestSupport", dependencies: ["HTTP", "CZlib", "CZstd", "CBrotliEncoder"], path: "Tests/Support",
            swiftSettings: common),
        .executableTarget(
            name: "hostile-page",
            dependencies: [
                "TestSupport", "Pipeline", "Extraction", "Normalization", "Wire", "Pages", "CMalloc",
            ],
            path: "Tests/HostilePage", swiftSettings: common),
        .target(name: "CAllocations", path: "Tests/CAllocations"),
        .executableTarget(
            name: "allocation-count",
            dependencies: [
                "CAllocations", "TestSupport", "Pipeline", "Extraction", "Normalization", "Wire", "Pages", "CMalloc",
            ],
            path: "Tests/AllocationCount", swiftSettings: common),
        .executableTarget(
            name: "fragile-worker", dependencies: ["Worker", "Kafka", "Wire", "Telemetry"], path: "Tests/FragileWorker",
            swiftSettings: common),
        .testTarget(name: "CivilTests", dependencies: ["Civil"], swiftSettings: common),
        .testTarget(name: "PagesTests", dependencies: ["Pages"], swiftSettings: common),
        .testTarget(name: "TextTests", dependencies: ["Text", "TestSupport"], swiftSettings: common + spans),
        .testTarget(
            name: "LexiconTests", dependencies: ["Lexicon", "Normalization", "Pages"], swiftSettings: common),
        .testTarget(
            name: "NormalizationTests", dependencies: ["Normalization", "Pages", "Text", "Civil", "TestSupport"],
            swiftSettings: common + spans),
        .testTarget(name: "MarkupTests", dependencies: ["Markup", "TestSupport"], swiftSettings: common + spans),
        .testTarget(
            name: "ExtractionTests",
            dependencies: ["Extraction", "Markup", "Normalization", "Text", "Pages", "TestSupport"],
            swiftSettings: common + spans),
        .testTarget(name: "WireTests", dependencies: ["Wire", "Pages", "TestSupport"], swiftSettings: common),
        .testTarget(
            name: "PipelineTests",
            dependencies: [
                "Evaluation", "Pipeline", "Wire", "Text", "Pages", "TestSupport", "hostile-page", "allocation-count",
            ],
            swiftSettings: common),
        .testTarget(
            name: "EvaluationTests", dependencies: ["Evaluation", "Pages", "TestSupport"], swiftSettings: common),
        .testTarget(
            name: "ComparisonTests", dependencies: ["Comparison", "Telemetry", "TestSupport"], swiftSettings: common),
        .testTarget(name: "FlowTests", dependencies: ["Flow", "TestSupport"], swiftSettings: common),
        .testTarget(
            name: "ReplayTests", dependencies: ["Replay", "Worker", "Wire", "Pages", "Kafka", "Flow", "TestSupport"],
            swiftSettings: common),
        .testTarget(
            name: "LoginTests", dependencies: ["Login", "Kafka", "TestSupport"], swiftSettings: common),
        .testTarget(name: "HTTPTests", dependencies: ["HTTP", "TestSupport"], swiftSettings: common),
        .testTarget(
            name: "ClaimChecksTests", dependencies: ["ClaimChecks", "Wire", "TestSupport"], swiftSettings: common),
        .testTarget(
            name: "RegistryTests", dependencies: ["Registry", "HTTP", "Wire", "TestSupport"], swiftSettings: common),
        .testTarget(
            name: "AdminTests",
            dependencies: [
                "Admin", "HTTP", "Worker", "Kafka", "Pipeline", "Extraction", "Normalization", "Wire", "Pages",
                "Telemetry",
                "TestSupport",
            ],
            swiftSettings: common),
        .testTarget(name: "KafkaTests", dependencies: ["Kafka", "TestSupport"], swiftSettings: common),
        .testTarget(name: "TelemetryTests", dependencies: ["Telemetry"], swiftSettings: common),
        .testTarget(name: "SettingsTests", dependencies: ["Settings", "TestSupport"], swiftSettings: common),
        .testTarget(
            name: "CommandTests", dependencies: ["galley", "Kafka", "TestSupport"], swiftSettings: common),
        .testTarget(
            name: "WorkerTests",
            dependencies: [
                "Worker", "Kafka", "Flow", "Pipeline", "Wire", "Pages", "Telemetry", "TestSupport", "fragile-worker",
            ],
            swiftSettings: common),
        .testTarget(
            name: "IntegrationTests",
            dependencies: ["Kafka", "Worker", "Wire", "Pages", "HTTP", "TestSupport", "fragile-worker"],
            path: "Tests/Integration", swiftSettings: common),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .gnu2x
)

// The pipeline's fuzzer (`deploy/fuzz`), which only builds with libFuzzer.
if Context.environment["GALLEY_FUZZ"] == "1" {
    package.targets.append(
        .executableTarget(
            name: "pipeline-fuzzer",
            dependencies: ["Extraction", "Normalization", "Pages", "Pipeline", "TestSupport", "Wire"],
            path: "deploy/fuzzing/pipeline", exclude: ["pipeline.dict"], swiftSettings: common,
            // gold 2.40 stops with an internal error here.
            linkerSettings: [.unsafeFlags(["-use-ld=lld"])]))
}
