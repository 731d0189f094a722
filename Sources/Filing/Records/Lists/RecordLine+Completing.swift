import Calendar
import Diagnostics

extension RecordLine {
  /// Something that a row says twice, and not the same.
  struct Contradiction {
    let place: [String]
    let label: String
    let found: Message
    let expected: Message

    /// What `days` cost at `rate` is more than can be printed.
    static func tooMuch(_ days: Int, _ rate: Money) -> Contradiction {
      Contradiction(
        place: ["rate"],
        label: "标准乘以天数",
        found: "\(rate.grouped)元 × \(days)天",
        expected: "不到一亿亿元"
      )
    }

    func diagnostic(in row: Message) -> Diagnostic {
      Diagnostic(
        "record.contradiction",
        .error,
        "\(row)的\(term: label)与其他栏目不符",
        found: found,
        expected: expected
      )
    }
  }

  /// Fills in what follows from the rest of the row, and returns what does not agree with it.
  mutating func complete() -> [Contradiction] {
    var problems = completePerson()
    switch list {
    case .insuranceChanges:
      settle("i.personStatus", .code("在职", label: "在职"), &problems, isFinal: false)
      settleMonth("i.birthMonth", of: "e.birthDate", &problems)
      settleMonth("i.workStartMonth", of: "e.workStartDate", &problems)
    case .injuryClaims: completeClaim(&problems)
    default: break
    }
    return problems
  }

  /// Takes the month of the day at `day` for what `path` says, where it says nothing.
  private mutating func settleMonth(
    _ path: String,
    of day: String,
    _ problems: inout [Contradiction]
  ) {
    guard case .date(let date)? = values[day] else { return }
    settle(path, .text(String(date.description.prefix(7))), &problems, isFinal: false)
  }

  /// Sex and day of birth stand in a resident's number (GB 11643).
  private mutating func completePerson() -> [Contradiction] {
    var problems: [Contradiction] = []
    for field in list.lineFields {
      let steps = field.path.split(separator: ".")
      guard steps.last == "idNumber", let number = text(field.path),
        let resident = ResidentNumber(number)
      else { continue }
      settle("\(steps[0]).sex", .code(resident.sex.rawValue, label: resident.sex.label), &problems)
      if let date = resident.birthDate { settle("\(steps[0]).birthDate", .date(date), &problems) }
    }
    return problems
  }

  /// Days are counted with the first and the last; what a row costs is its meals or its trip.
  private mutating func completeClaim(_ problems: inout [Contradiction]) {
    if case .date(let start) = values["k.inDate"], case .date(let end) = values["k.outDate"] {
      let days = end.dayNumber - start.dayNumber + 1
      if days > 0 {
        settle("k.days", .integer(days), &problems)
      } else {
        problems.append(
          Contradiction(
            place: ["outDate"],
            label: "结束日期",
            found: "\(end)",
            expected: "不早于开始日期 \(start)"
          )
        )
      }
    }
    if case .integer(let days) = values["k.days"], case .money(let rate) = values["k.rate"] {
      if let fen = ExactSum(days, times: rate.fen).total {
        settle("k.amount", .money(Money(fen: fen)), &problems)
      } else {
        problems.append(.tooMuch(days, rate))
      }
    }
    let fees = ["k.lodgingFee", "k.transportFee"].compactMap { values[$0]?.amount }
    if !fees.isEmpty {
      // Two amounts of twelve digits are far from too much.
      settle("k.total", .money(Money(fen: fees.reduce(0) { $0 + $1.fen })), &problems)
    }
    if let cost = values["k.amount"]?.amount ?? values["k.total"]?.amount {
      settle("k.cost", .money(cost), &problems)
    }
  }

  /// Takes `value` for what the field `path` says, or complains where the row says something else.
  private mutating func settle(
    _ path: String,
    _ value: FieldValue,
    _ problems: inout [Contradiction],
    isFinal: Bool = true
  ) {
    guard let field = list.lineFields.first(where: { $0.path == path }) else { return }
    guard let written = values[path] else {
      values[path] = value
      return
    }
    guard isFinal, written != value else { return }
    let isPersonal = path.hasSuffix("birthDate")
    problems.append(
      Contradiction(
        place: field.place,
        label: field.label,
        found: isPersonal ? "与证件号码不一致的日期" : "\(written.printed)",
        expected: isPersonal ? "证件号码第7至14位所示的日期" : "\(value.printed)"
      )
    )
  }
}

extension FieldValue {
  /// The amount of money that the value is.
  fileprivate var amount: Money? {
    if case .money(let money) = self { money } else { nil }
  }
}
