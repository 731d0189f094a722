import Glibc

/// What one run of a program cost, by the operating system's own account.
struct ProcessRun {
  var seconds: Double
  /// The time of all processors together, which tells more than the clock on a machine that is busy with others.
  var processorSeconds: Double
  /// The largest resident set in MiB (`ru_maxrss`).
  var peakMiB: Double
  var status: Int32

  /// Runs `program` with `arguments` and waits for its end; its output is thrown away.
  init(_ program: String, _ arguments: [String]) {
    let start = ContinuousClock.now
    var usage = rusage()
    var status: Int32 = -1
    let child = ProcessRun.start(program, arguments)
    if child > 0 { unsafe wait4(child, &status, 0, &usage) }
    let time = ContinuousClock.now - start
    seconds = time / .seconds(1)
    processorSeconds = [usage.ru_utime, usage.ru_stime].reduce(0) {
      $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6
    }
    peakMiB = Double(usage.ru_maxrss) / 1024
    self.status = (status >> 8) & 0xFF
  }

  private static func start(_ program: String, _ arguments: [String]) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
      unsafe posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    var child: pid_t = 0
    var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    let result = unsafe posix_spawn(&child, program, &actions, nil, &words, environ)
    return result == 0 ? child : -1
  }
}
