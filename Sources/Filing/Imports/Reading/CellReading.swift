import Diagnostics
import Records
import Spreadsheets

/// What became of one cell.
struct CellReading {
  /// The value for the record; nothing when the cell says nothing or cannot be used.
  var value: RecordValue?
  /// Why the cell cannot be used.
  var problem: CellProblem?
  /// What was changed without loss, to be counted and told once a column.
  var remarks: [CellRemark] = []
  /// The time of day that stood behind a day and is left out.
  var droppedTime: String?
}

/// Why a cell cannot be used; its place is known to whoever asked.
struct CellProblem: Hashable {
  let code: String
  let message: Message
  var found: String?
  var expected: Message?
  var advice: Message?

  /// Returns the problem as a diagnostic at `origin`.
  func diagnostic(at origin: Origin) -> Diagnostic {
    Diagnostic(
      code,
      .error,
      at: origin,
      message,
      found: found.map { "\(maskedForMessage($0))" },
      expected: expected,
      advice: advice
    )
  }
}

/// A change that loses nothing but, at most, a time of day.
enum CellRemark: Int, Hashable, CaseIterable {
  case trimmed
  case widened
  case numberAsText
  case dayForm
  case serialDay
  case timeOfDay
  case money
  case formula
  case externalFormula
  case merged

  var severity: Severity {
    switch self {
    case .trimmed, .widened, .numberAsText, .dayForm, .money: .note
    case .serialDay, .timeOfDay, .formula, .externalFormula, .merged: .warning
    }
  }

  /// What was done, in words.
  var message: Message {
    switch self {
    case .trimmed: "首尾的空格或者看不见的字符已去掉"
    case .widened: "全角的数字、字母或者中间的空格已规范"
    case .numberAsText: "存成了数字，已按文字读入"
    case .dayForm: "日期的写法已统一为 yyyy-MM-dd"
    case .serialDay: "是没有设日期格式的Excel日期序号，已换算成日期，请核对"
    case .timeOfDay: "日期后面的时间已舍去，只取日期，请核对"
    case .money: "金额中的逗号、货币符号或者“元”已去掉"
    case .formula: "是公式，取用了文件中存着的结果，请核对"
    case .externalFormula: "是引用其他文件的公式，取用了文件中存着的结果，请核对"
    case .merged: "是合并单元格，已按最上面一格的内容填入每一行"
    }
  }

  var code: String {
    switch self {
    case .trimmed: "import.trimmed"
    case .widened: "import.widened"
    case .numberAsText: "import.numberAsText"
    case .dayForm: "import.dayForm"
    case .serialDay: "import.serialDay"
    case .timeOfDay: "import.timeOfDay"
    case .money: "import.money"
    case .formula: "import.formula"
    case .externalFormula: "import.externalFormula"
    case .merged: "import.merged"
    }
  }
}
