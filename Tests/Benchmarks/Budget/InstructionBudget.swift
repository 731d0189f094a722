/// How many instructions each fixed task may take, as the file of budgets says.
struct InstructionBudget: Equatable {
  /// The counts by the tasks' names.
  var counts: [String: Int]

  /// Creates a budget of counts by name.
  init(counts: [String: Int]) {
    self.counts = counts
  }

  /// Reads lines of a name and a count; lines that begin with `#` are for people.
  init(text: String) throws(BudgetFailure) {
    counts = [:]
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      guard words.count == 2, let count = Int(words[1].filter { $0 != "_" }), count > 0 else {
        throw .unreadable(line: String(line))
      }
      guard counts.updateValue(count, forKey: String(words[0])) == nil else {
        throw .repeated(name: String(words[0]))
      }
    }
  }

  /// The budget as the file holds it, sorted by name, under `comment`.
  func text(comment: String) -> String {
    let lines = counts.sorted { $0.key < $1.key }.map { "\($0.key) \(Self.grouped($0.value))\n" }
    return "# \(comment)\n" + lines.joined()
  }

  /// Returns how `count` instructions for the task `name` stand to its budget, `margin` being a part of one.
  func judgement(of name: String, count: Int, margin: Double) -> Judgement {
    guard let budget = counts[name] else { return .unknown }
    let change = Double(count) / Double(budget) - 1
    if change > margin { return .over(change: change) }
    return change < -margin ? .under(change: change) : .within(change: change)
  }

  /// How a count stands to its budget.
  enum Judgement: Equatable {
    case within(change: Double)
    /// More than allowed: the guard fails.
    case over(change: Double)
    /// So much less that the budget should be rewritten, or it would guard nothing.
    case under(change: Double)
    /// The file holds no such task: the guard fails.
    case unknown
  }

  /// Returns `count` with an underscore between groups of three digits.
  static func grouped(_ count: Int) -> String {
    let digits = Array(String(count))
    return digits.enumerated().reduce(into: "") { text, digit in
      if digit.offset > 0, (digits.count - digit.offset).isMultiple(of: 3) { text.append("_") }
      text.append(digit.element)
    }
  }
}

/// Why a file of budgets cannot be used.
enum BudgetFailure: Error, Equatable {
  case unreadable(line: String)
  case repeated(name: String)
}
