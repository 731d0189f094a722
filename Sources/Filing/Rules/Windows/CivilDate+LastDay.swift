import Calendar
import Diagnostics

extension CivilDate {
  /// The day as the last of a window of a month, in words.
  ///
  /// The day that bears the same number belongs to the window (民法典 article 201); whoever counts it as the first after a
  /// full month has a day less, so both are told.
  var asLastDay: Message { "不晚于 \(self)（有的审核人员从严算到 \(addingDays(-1))）" }
}
