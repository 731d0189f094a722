import Geometry

/// The named sizes of Chinese type, 字号, in points.
enum TypeSize {
  /// The names with their sizes, from large to small.
  static let points: KeyValuePairs<String, Double> = [
    "初号": 42, "小初": 36, "一号": 26, "小一": 24, "二号": 22, "小二": 18, "三号": 16, "小三": 15,
    "四号": 14, "小四": 12, "五号": 10.5, "小五": 9, "六号": 7.5, "小六": 6.5, "七号": 5.5,
  ]

  /// Returns the size named `name`.
  static func named(_ name: String) -> Length? {
    points.first { $0.key == name }.map { Length.pt($0.value) }
  }
}
