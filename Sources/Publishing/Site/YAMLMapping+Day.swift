import Calendar
import Diagnostics
import YAML

extension YAMLMapping {
  /// Returns the day of `key`, or nothing.
  mutating func day(_ key: String) -> CivilDate? {
    guard let node = node(key) else { return nil }
    guard let day = node.text.flatMap({ CivilDate(iso: $0) }) else {
      return refuse(key, node, expected: "YYYY-MM-DD 格式的日期")
    }
    return day
  }
}
