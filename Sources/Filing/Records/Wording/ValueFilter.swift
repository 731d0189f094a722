import Calendar

/// A way to print a value that a form may ask for after a colon.
public enum ValueFilter: String, Sendable, CaseIterable {
  /// A day as 2021年10月8日.
  case chineseDate = "中文日期"
  /// A day as 二〇二一年十月八日.
  case hanziDate = "汉字日期"
  /// A day as 20211008.
  case compactDate = "紧凑日期"
  /// An amount or a whole number in Chinese capitals, without 人民币.
  case capitals = "大写"
  /// A number with a comma before every third digit.
  case grouped = "千分位"
  /// A whole number in Chinese numerals.
  case numeral = "中文数字"
  /// The year of a day.
  case year = "年"
  /// The month of a day.
  case month = "月"
  /// The day of the month.
  case day = "日"
  /// An amount in whole yuan, when it has no fen.
  case wholeYuan = "去分"
  /// The full years from a day to the day that everything is judged by, such as an age.
  case fullYears = "周岁"
  /// The full months from a day to the day that everything is judged by, that day counted.
  case fullMonths = "满月数"
  /// The years and months of a day as 2021-10.
  case yearAndMonth = "年月"
  /// All the words that a code may be, the right one ticked.
  case ticks = "勾选"
  /// What is shown of a person in public, whatever the document shows elsewhere.
  case masked = "遮盖"

  /// What kinds of value the filter takes.
  public var kinds: Set<FieldKind> {
    switch self {
    case .chineseDate, .hanziDate, .compactDate, .year, .month, .day, .fullYears, .fullMonths,
      .yearAndMonth:
      [.date]
    case .wholeYuan: [.money]
    case .grouped, .capitals: [.money, .integer]
    case .numeral: [.integer]
    case .ticks: [.code, .flag, .list]
    case .masked: [.text, .code, .list, .date]
    }
  }

  /// Whether the filter looks at more than the value, so that only `Field.text(_:as:)` can print it.
  var needsSubject: Bool {
    switch self {
    case .fullYears, .fullMonths, .ticks, .masked: true
    default: false
    }
  }

  /// Returns `value` printed this way, or nothing when the filter does not take such a value or needs more than it.
  public func apply(to value: FieldValue) -> String? {
    switch (self, value) {
    case (.chineseDate, .date(let date)): date.chinese
    case (.hanziDate, .date(let date)): Records.hanziDate(date)
    case (.compactDate, .date(let date)): date.compact
    case (.year, .date(let date)): String(date.year)
    case (.month, .date(let date)): String(date.month)
    case (.day, .date(let date)): String(date.day)
    case (.capitals, .money(let money)): money.capitals
    case (.wholeYuan, .money(let money)):
      money.fen.isMultiple(of: 100) ? String(money.fen / 100) : money.description
    case (.grouped, .money(let money)): money.grouped
    case (.grouped, .integer(let number)): groupedDigits(number)
    case (.numeral, .integer(let number)): chineseNumeral(number)
    case (.capitals, .integer(let number)): number.capitals
    case (.yearAndMonth, .date(let date)): String(date.description.prefix(7))
    default: nil
    }
  }
}
