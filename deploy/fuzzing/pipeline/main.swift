/// A function that tries one input.
typealias Target = @convention(c) (UnsafePointer<UInt8>, Int) -> CInt

/// libFuzzer's loop, for programs with a `main` of their own: Swift's package manager asks for one.
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ target: Target
) -> CInt

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
_ = runFuzzer(&count, &arguments, fuzzPipeline)
