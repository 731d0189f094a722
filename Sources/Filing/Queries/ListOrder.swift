public import Diagnostics
import Records
import UnicodeText

/// How a list is sorted: fields by weight, each up or down, text by pinyin, strokes or code points.
public struct ListOrder: Sendable {
  /// How the texts of a field are ordered.
  enum TextRule: Sendable, Hashable {
    case pinyin, strokes, codePoints

    /// The collation of CLDR, where it is one.
    var locale: String? {
      switch self {
      case .pinyin: "zh-u-co-pinyin"
      case .strokes: "zh-u-co-stroke"
      case .codePoints: nil
      }
    }

    init?(word: String) {
      switch word {
      case "pinyin", "拼音": self = .pinyin
      case "stroke", "笔画", "笔划": self = .strokes
      case "code", "编码": self = .codePoints
      default: return nil
      }
    }
  }

  /// One field of the order.
  struct Key: Sendable {
    let field: Field
    let rule: TextRule
    let isDescending: Bool
  }

  let keys: [Key]

  /// The order of the file.
  public static let ofFile = ListOrder(keys: [])

  /// Whether rows stay in the order of the file.
  public var isOfFile: Bool { keys.isEmpty }
}

/// Reads an order such as `姓名:pinyin,-合同终止日期`; a hyphen turns a field's order round.
public func readListOrder(_ text: String) -> (order: ListOrder?, diagnostics: [Diagnostic]) {
  var keys: [ListOrder.Key] = []
  var diagnostics: [Diagnostic] = []
  for written in ListText.names(in: text) {
    do throws(QueryFailure) {
      keys.append(try key(written))
    } catch {
      diagnostics.append(error.diagnostic)
    }
  }
  return (diagnostics.isEmpty ? ListOrder(keys: keys) : nil, diagnostics)
}

private func key(_ written: String) throws(QueryFailure) -> ListOrder.Key {
  let isDescending = written.hasPrefix("-") || written.hasPrefix("－")
  let parts = written.dropFirst(isDescending ? 1 : 0)
    .split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
    .map(String.init)
  guard let field = FieldNames[parts[0]] else { throw QueryFailure(FieldNames.unknown(parts[0])) }
  guard parts.count > 1 else {
    return ListOrder.Key(field: field, rule: .pinyin, isDescending: isDescending)
  }
  guard let rule = ListOrder.TextRule(word: parts[1]) else {
    throw QueryFailure(
      Diagnostic(
        "query.unknownOrder",
        .error,
        "没有这种排序",
        found: "\(parts[1])",
        expected: "pinyin（拼音）、stroke（笔画）或 code（编码）"
      )
    )
  }
  return ListOrder.Key(field: field, rule: rule, isDescending: isDescending)
}
