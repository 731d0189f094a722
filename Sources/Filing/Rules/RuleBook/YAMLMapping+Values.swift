import Calendar
import Diagnostics
import Records
import YAML

extension YAMLMapping {
  /// Returns the day of `key`, written `2021-10-08`, or nothing.
  mutating func date(_ key: String) -> CivilDate? {
    guard let node = node(key) else { return nil }
    if let date = node.text.flatMap({ CivilDate(iso: $0) }) { return date }
    return refuse(key, node, expected: "2021-10-08 一类的日期")
  }

  /// Returns the amount of `key`, or nothing.
  mutating func money(_ key: String) -> Money? {
    guard let node = node(key) else { return nil }
    if let money = node.text.flatMap({ Money($0) }) { return money }
    return refuse(key, node, expected: "1500.00 一类的金额")
  }
}
