import Styling

/// Which characters may not start or end a line at a level of prohibition, beyond what ICU knows
/// (clreq #prohibition_rules_for_line_start_end).
struct ProhibitionRules {
  /// The level.
  let level: ProhibitionLevel

  /// Returns whether a line may not start with `scalar`.
  func forbidsStart(_ scalar: Unicode.Scalar) -> Bool {
    switch level {
    case .none: false
    case .basic, .gb: Self.basicStart.contains(scalar.value)
    case .strict: Self.strictStart.contains(scalar.value)
    }
  }

  /// Returns whether a line may not end with `scalar`.
  func forbidsEnd(_ scalar: Unicode.Scalar) -> Bool {
    level != .none && Self.basicEnd.contains(scalar.value)
  }

  /// Returns whether a line ends with `scalar` only where it must.
  ///
  /// A solidus stands at neither end of a line, but a row of choices longer than a line is torn behind one.
  func avoidsEnd(_ scalar: Unicode.Scalar) -> Bool { level >= .gb && scalar == "／" }

  private static let basicStart = set(
    "，、。．：；？！）》〉」』】〕〗｝］”’〙〛＞｠｡～／·・‧•∙％‰℃℉°%,.;:?!)]}»›々ーゝゞヽヾ"
  )
  private static let strictStart = basicStart.union(set("…⋯—―"))
  private static let basicEnd = set("（《〈「『【〔〖｛［“‘〘〚＜｟([{«‹¥$£€￥＄￡№＃#□☐☑☒")

  private static func set(_ characters: String) -> Set<UInt32> {
    Set(characters.unicodeScalars.map(\.value))
  }
}
