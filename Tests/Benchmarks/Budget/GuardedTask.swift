import TestSupport

/// A small fixed task whose instructions are counted.
struct GuardedTask: Sendable {
  /// The name in the file of budgets.
  let name: String
  /// What is run.
  let scene: Scene

  /// All tasks: the ways through the program whose speed was promised, each small enough for the valgrind.
  static let all: [GuardedTask] = [
    GuardedTask(name: "roster-300-pdf", scene: .roster(300)),
    GuardedTask(name: "roster-300-html", scene: .web(300)),
    GuardedTask(name: "certificates-20-split", scene: .certificateFiles(20)),
    GuardedTask(name: "contracts-5-split", scene: .contractFiles(5)),
    GuardedTask(name: "check-1000", scene: .check(1000)),
  ]
}
