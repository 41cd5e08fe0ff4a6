import Settings

/// Understands a command line with files that are only in the test.
func understood(
    _ arguments: [String], _ environment: [String: String] = [:], files: [String: String] = [:]
) throws(SettingsError) -> Invocation {
    try Invocation.parse(arguments: arguments, environment: environment) { path throws(FileFault) in
        guard let text = files[path] else { throw FileFault("no such file") }
        return Array(text.utf8)
    }
}

/// What is wrong with a command line, or nothing.
func problems(_ arguments: [String], _ environment: [String: String] = [:], files: [String: String] = [:]) -> [String] {
    do throws(SettingsError) {
        _ = try understood(arguments, environment, files: files)
        return []
    } catch {
        return error.problems.map(\.message)
    }
}

/// What is wrong with a configuration file.
func problems(file: String) -> [String] {
    problems(["run", "--config", "galley.yaml"], files: ["galley.yaml": file])
}

/// The exit code of a command line that is wrong.
func code(_ arguments: [String], _ environment: [String: String] = [:], files: [String: String] = [:]) -> ExitCode? {
    do throws(SettingsError) {
        _ = try understood(arguments, environment, files: files)
        return nil
    } catch {
        return error.exitCode
    }
}
