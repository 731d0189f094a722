import Foundation
import Geometry
import LineBreaking
import Styling
import Testing

/// The style of a case: words such as `国标,开明,悬挂`, or `-` for the house's.
struct CaseStyle {
  var composition = LineComposition()
  /// What is added between characters, in em.
  var spacing = 0.0
  var filling = LineFilling.justified

  init(_ words: String) throws {
    for word in words.split(separator: ",") where word != "-" {
      let change = try #require(Self.changes[String(word)], "no such word: \(word)")
      change(&self)
    }
  }

  func items(of text: String) throws -> [LineItem] {
    try TestMeasure.items(of: text, composition: composition, spacing: spacing)
  }

  /// How much wider or narrower than natural the line is set, in em, such as `⟨-0.5⟩`; nothing when it is not.
  func adjustment(of line: Line, _ items: [LineItem], _ measure: Length) -> String {
    let width = setLine(line, of: items, to: measure, filling: filling).width
    let difference = ((width - line.natural) / TestMeasure.em * 1000).rounded() / 1000
    let hang = line.hangs ? "⟨悬挂⟩" : ""
    guard difference != 0 else { return hang }
    let sign = difference > 0 ? "+" : ""
    return hang + "⟨\(sign)" + Self.decimal(difference) + "⟩"
  }

  private static func decimal(_ value: Double) -> String {
    value.formatted(
      .number.grouping(.never).precision(.fractionLength(0...3)).locale(Locale(identifier: "en"))
    )
  }

  private static let changes: [String: @Sendable (inout CaseStyle) -> Void] = [
    "不禁则": { $0.composition.prohibition = .none },
    "基本": { $0.composition.prohibition = .basic },
    "国标": { $0.composition.prohibition = .gb },
    "严格": { $0.composition.prohibition = .strict },
    "全角": { $0.composition.markWidth = .full },
    "开明": { $0.composition.markWidth = .kaiming },
    "半角": { $0.composition.markWidth = .half },
    "行末半角": { $0.composition.markWidth = .halfAtLineEnd },
    "不挤压": { $0.composition.compressesAdjacentMarks = false },
    "行首不缩": { $0.composition.trimsLineStart = false },
    "定距": { $0.composition.scriptGap = .fixed },
    "无距": { $0.composition.scriptGap = .none },
    "悬挂": { $0.composition.hangsMarks = true },
    "疏排": { $0.spacing = 0.5 },
    "分散": { $0.filling = .distributed },
    "不齐": { $0.filling = .natural },
  ]
}
