import Calendar
import Diagnostics
import Records
import Spreadsheets

/// Turns the cells of one column into values of records.
struct ValueReader {
  let column: ImportColumn
  let dates: DateSystem

  /// Returns what `cell` says.
  func read(_ cell: SheetCell) -> CellReading {
    var reading = CellReading()
    switch (cell.formula, cell.value) {
    case (.none, _), (_, .nothing): break
    case (.own, _): reading.remarks.append(.formula)
    case (.external, _): reading.remarks.append(.externalFormula)
    }
    switch cell.value {
    case .nothing:
      reading.problem = CellProblem(
        code: "import.formula",
        message: "\(column.label)是公式，文件中没有存下结果",
        advice: "请在Excel或者WPS中打开、计算后保存，或者改成数值"
      )
    case .error(let text):
      reading.problem = CellProblem(
        code: "import.cellError",
        message: "\(column.label)是公式的错误值",
        found: "\(text)",
        advice: "请改正公式，或者改成数值"
      )
    case .text(let raw): readText(raw, &reading)
    case .number(let raw): readNumber(raw, &reading)
    case .date(let day, let serial): readDay(day, serial, &reading)
    case .flag(let truth): readWord(truth ? "是" : "否", &reading)
    }
    if reading.problem != nil { reading.value = nil }
    return reading
  }

  // MARK: What the cell holds

  private func readText(_ raw: String, _ reading: inout CellReading) {
    var clean = CleanText(raw)
    // A leading apostrophe keeps a number from being rounded; programs show it when it came from elsewhere.
    if clean.text.hasPrefix("'"), column.kind.isNumeric {
      clean = CleanText(String(clean.text.dropFirst()))
    }
    if clean.text.isEmpty || column.emptyWords.contains(clean.text) { return }
    if clean.wasTrimmed { reading.remarks.append(.trimmed) }
    switch column.kind {
    case .text: reading.value = .text(clean.text)
    case .choice, .choices, .flag: readWord(clean.text, &reading)
    case .day:
      // Days may be written with a space before a time of day.
      readWord(readWrittenDate(clean.text) == nil ? clean.narrow : clean.text, &reading)
    default:
      let narrow = clean.narrow
      if narrow != clean.text { reading.remarks.append(.widened) }
      readWord(narrow, &reading)
    }
  }

  private func readNumber(_ raw: String, _ reading: inout CellReading) {
    guard let number = CellNumber(raw) else {
      reading.problem = notReadable(raw, expected: nil)
      return
    }
    switch column.kind {
    case .text, .number:
      if number.isRounded {
        reading.problem = rounded(number.text)
        return
      }
      reading.remarks.append(.numberAsText)
      readWord(number.text, &reading)
    case .day:
      guard let day = dayOfNumber(number.text, &reading) else {
        reading.problem = noDay(number.text)
        return
      }
      take(day, serial: number.text, &reading)
    default: readWord(number.text, &reading)
    }
  }

  private func dayOfNumber(_ text: String, _ reading: inout CellReading) -> CivilDate? {
    if text.utf8.count == 8, let written = readWrittenDate(text) {
      reading.remarks.append(.dayForm)
      return written.day
    }
    // 1950 to 2099; a smaller number is more likely an age or a wage.
    guard let serial = Double(text), (18_264..<73_051).contains(serial) else { return nil }
    reading.remarks.append(.serialDay)
    return dates.day(text)
  }

  /// Takes the day of a cell that holds `serial`, unless its time of day rounds up to the next day, which it would show.
  private func take(_ day: CivilDate, serial: String, _ reading: inout CellReading) {
    let time = dates.timeOfDay(serial)
    if time == DateSystem.endOfDay {
      reading.problem = noDay(serial)
    } else {
      take(day, time: time, &reading)
    }
  }

  private func take(_ day: CivilDate, time: String?, _ reading: inout CellReading) {
    reading.value = .text(day.description)
    guard let time else { return }
    reading.remarks.append(.timeOfDay)
    reading.droppedTime = time
  }

  private func readDay(_ day: CivilDate, _ serial: String, _ reading: inout CellReading) {
    switch column.kind {
    case .day, .text: take(day, serial: serial, &reading)
    case .month: reading.value = .text(String(day.description.prefix(7)))
    default:
      reading.problem = CellProblem(
        code: "import.dateCell",
        message: "\(column.label)不应是日期",
        found: "\(day)",
        advice: "Excel可能把内容自动改成了日期，请把这一格设为文本后重新填写"
      )
    }
  }

  // MARK: What the words mean

  private func readWord(_ text: String, _ reading: inout CellReading) {
    switch column.kind {
    case .text: reading.value = .text(text)
    case .number: readIdentifier(text, &reading)
    case .day: readDayText(text, &reading)
    case .month: readMonth(text, &reading)
    case .money: readMoney(text, &reading)
    case .integer: readInteger(text, &reading)
    case .flag: readFlag(text, &reading)
    case .choice(let list):
      if let code = meant(text, list, &reading) { reading.value = .text(code) }
    case .choices(let list):
      let words = text.split(whereSeparator: { "、,，;；/ ".contains($0) })
      let codes = words.compactMap { meant(String($0), list, &reading) }
      reading.value = .list(codes.map { .text($0) })
    }
  }

  private func readIdentifier(_ text: String, _ reading: inout CellReading) {
    let upper = text.uppercased()
    let isScientific =
      upper.contains("E+") && Double(upper) != nil && !upper.contains(where: { $0 == "X" })
    let isCut = ResidentNumberCheck(upper) == .wrong && upper.hasSuffix("000")
    if isScientific || isCut {
      reading.problem = rounded(upper)
    } else {
      reading.value = .text(upper)
    }
  }

  private func readDayText(_ text: String, _ reading: inout CellReading) {
    guard let written = readWrittenDate(text) else {
      reading.problem = noDay(text)
      return
    }
    if written.time == nil, text != written.day.description { reading.remarks.append(.dayForm) }
    take(written.day, time: written.time, &reading)
  }

  private func readMonth(_ text: String, _ reading: inout CellReading) {
    let digits = text.split(whereSeparator: { !$0.isASCII || !$0.isNumber }).map(String.init)
    let month: (Int, Int)? =
      switch digits.map(\.count) {
      case [6], [8]: (Int(digits[0].prefix(4)) ?? 0, Int(digits[0].dropFirst(4).prefix(2)) ?? 0)
      case [4, 1], [4, 2], [4, 1, 1], [4, 2, 2], [4, 1, 2], [4, 2, 1]:
        (Int(digits[0]) ?? 0, Int(digits[1]) ?? 0)
      default: nil
      }
    guard let (year, number) = month, let day = CivilDate(year: year, month: number, day: 1),
      (1900...2100).contains(year)
    else {
      reading.problem = notReadable(text, expected: "2026-11、202611 或者 2026年11月")
      return
    }
    reading.value = .text(String(day.description.prefix(7)))
  }

  private func readMoney(_ text: String, _ reading: inout CellReading) {
    let plain = String(text.filter { !",，￥¥元".contains($0) })
    if plain != text { reading.remarks.append(.money) }
    guard Money(plain) != nil else {
      reading.problem = CellProblem(
        code: "V-07",
        message: "\(column.label)：金额应为阿拉伯数字，最多两位小数",
        found: "\(text)",
        expected: "3500.00 一类的数字"
      )
      return
    }
    reading.value = .text(plain)
  }

  private func readInteger(_ text: String, _ reading: inout CellReading) {
    let plain = text.filter { !"日号年个份次".contains($0) }
    guard let number = Int(plain), number >= 0 else {
      reading.problem = notReadable(text, expected: "整数")
      return
    }
    reading.value = .number(String(number))
  }

  private func readFlag(_ text: String, _ reading: inout CellReading) {
    switch text {
    case "是", "有", "√", "Y", "y", "1": reading.value = .flag(true)
    case "否", "无", "×", "N", "n", "0": reading.value = .flag(false)
    default: reading.problem = notReadable(text, expected: "是或者否")
    }
  }

  /// Returns the code of `text`, which may be written with its code in front, as `01.居民身份证`.
  private func meant(
    _ text: String,
    _ list: ChoiceList,
    _ reading: inout CellReading
  ) -> String? {
    if let choice = list.choice(meantBy: text) { return choice.code }
    if list.isOpen { return text }
    let near = closestName(to: text, in: list.choices.map(\.label))
    let offered = list.choices.prefix(12).map(\.label)
    reading.problem = CellProblem(
      code: "import.choice",
      message: "\(column.label)不在可选的内容之内",
      found: "\(text)",
      expected: list.choices.count > 12 ? "下拉列表中的一项" : "\(list: offered)",
      advice: near.map { "是否想写“\($0)”？" } ?? "请从下拉列表中选择"
    )
    return nil
  }
}

extension ColumnKind {
  /// Whether the values are written in digits.
  var isNumeric: Bool {
    switch self {
    case .number, .day, .month, .money, .integer: true
    case .text, .flag, .choice, .choices: false
    }
  }
}
