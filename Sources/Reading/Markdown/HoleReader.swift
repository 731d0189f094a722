import Diagnostics
import DocumentTree

/// Reads what stands between the braces of one hole.
struct HoleReader {
  /// Where the braces open.
  let place: SourceLocation
  /// What is wrong with the hole.
  var diagnostics: [Diagnostic] = []

  init(place: SourceLocation) {
    self.place = place
  }

  /// The width in em of a blank that names none.
  private static let blankWidth = 6.0
  /// The places of seals at which somebody signs.
  private static let signers = ["employer", "employee"]

  /// Returns the hole that `content` spells, or nothing after a complaint.
  mutating func inline(_ content: String) -> Inline<FieldReference>? {
    let text = content.trimmed
    if let first = text.first, "#^/".contains(first) {
      complain("form.misplacedSection", "分段标记必须独占一行", found: "{{\(text)}}")
      return nil
    }
    if text.contains("：") {
      complain(
        "form.holeSyntax",
        "花括号内应使用半角冒号",
        found: "{{\(text)}}",
        advice: "请把“：”改为“:”"
      )
      return nil
    }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { $0.trimmed }
    switch parts[0] {
    case "page" where parts.count == 1: return .pageNumber
    case "pages" where parts.count == 1: return .pageCount
    case "_": return blank(parts)
    case "盖章": return stampPlace(parts)
    case "合计", "列出": return overRows(parts).map(Inline.hole)
    case "行数": return count(Array(parts.dropFirst())).map(Inline.hole)
    default: return reference(parts).map(Inline.hole)
    }
  }

  /// Returns the reference that `content` spells without any special names, or nothing after a complaint.
  mutating func reference(_ content: String) -> FieldReference? {
    reference(content.split(separator: ":", omittingEmptySubsequences: false).map { $0.trimmed })
  }

  private mutating func reference(_ parts: [String]) -> FieldReference? {
    guard FieldPath.isWellFormed(parts[0]) else {
      complain(
        "form.holeSyntax",
        "花括号内应是字段名",
        found: "{{\(parts.joined(separator: ":"))}}",
        expected: "形如 e.name 的字段名，可加“:过滤器”或“:宽度”"
      )
      return nil
    }
    var reference = FieldReference(path: parts[0], location: place)
    for part in parts.dropFirst() {
      if let width = Double(part) {
        guard (0.5...200).contains(width) else {
          complain("form.holeSyntax", "填空线的宽度不合理", found: "\(part)", expected: "0.5 至 200（字宽）")
          continue
        }
        reference.appearance = .ruled(em: width)
      } else if part == "无线" {
        reference.appearance = .plain
      } else if part.isEmpty {
        complain("form.holeSyntax", "冒号后缺少过滤器或宽度", found: "{{\(parts.joined(separator: ":"))}}")
      } else {
        reference.filters.append(part)
      }
    }
    return reference
  }

  private mutating func overRows(_ parts: [String]) -> FieldReference? {
    let isSum = parts[0] == "合计"
    guard parts.count > 1, FieldPath.isWellFormed(parts[1]) else {
      let example = isSum ? "{{合计:c.wage.monthly}}" : "{{列出:ic.batchNo}}"
      let expected: Message = "形如 \(example)，字段之后可加“:过滤器”"
      let found: Message = "{{\(parts.joined(separator: ":"))}}"
      complain("form.holeSyntax", "“\(parts[0])”之后应是字段名", found: found, expected: expected)
      return nil
    }
    var reference = reference(Array(parts.dropFirst()))
    reference?.measure = isSum ? .sum : .values
    return reference
  }

  private mutating func count(_ parts: [String]) -> FieldReference? {
    guard let rows = parts.first, let collection = collection(rows) else {
      let found: Message = "{{\((["行数"] + parts).joined(separator: ":"))}}"
      let expected: Message = "形如 {{行数:insuranceChanges}} 或 {{行数:insuranceChanges i.direction=增}}"
      complain("form.holeSyntax", "“行数”之后应是集合", found: found, expected: expected)
      return nil
    }
    var reference = reference([collection.path] + parts.dropFirst())
    reference?.measure = .count
    reference?.condition = collection.condition
    return reference
  }

  /// Returns the collection that `text` spells, such as `filings` or `injuryClaims k.section=meal`, or nothing.
  func collection(_ text: String) -> FieldReference? {
    let words = text.split(separator: " ", maxSplits: 1).map { $0.trimmed }
    guard let name = words.first, FieldPath.isWellFormed(name) else { return nil }
    var reference = FieldReference(path: name, location: place)
    guard words.count > 1 else { return reference }
    let test = words[1].split(separator: "=", maxSplits: 1).map { $0.trimmed }
    guard test.count == 2, FieldPath.isWellFormed(test[0]) else { return nil }
    reference.condition = FieldCondition(path: test[0], word: test[1])
    return reference
  }

  private mutating func blank(_ parts: [String]) -> Inline<FieldReference>? {
    guard parts.count > 1 else { return .fillIn(FillIn(content: [], width: HoleReader.blankWidth)) }
    guard parts.count == 2, let width = Double(parts[1]), (0.5...200).contains(width) else {
      let found: Message = "{{\(parts.joined(separator: ":"))}}"
      complain("form.holeSyntax", "空白线的写法有误", found: found, expected: "形如 {{_:12}}，12 为字宽")
      return nil
    }
    return .fillIn(FillIn(content: [], width: width))
  }

  private mutating func stampPlace(_ parts: [String]) -> Inline<FieldReference>? {
    let millimetres = parts.count > 2 ? Double(parts[2]) : StampPlace(name: "").millimetres
    guard (2...3).contains(parts.count), !parts[1].isEmpty, let millimetres,
      (5...60).contains(millimetres)
    else {
      let found: Message = "{{\(parts.joined(separator: ":"))}}"
      let expected: Message = "形如 {{盖章:employer}} 或 {{盖章:employer:40}}，40 为毫米（5 至 60）"
      complain("form.holeSyntax", "盖章位的写法有误", found: found, expected: expected)
      return nil
    }
    // Places of other names stay empty; one that nearly is a signer's would leave the document unsigned.
    if !Self.signers.contains(parts[1]), let near = closestName(to: parts[1], in: Self.signers) {
      let found: Message = "{{\(parts.joined(separator: ":"))}}"
      complain("form.holeSyntax", "盖章位的名称不是签章人", found: found, advice: "是否想写“\(near)”？")
      return nil
    }
    return .stampPlace(StampPlace(name: parts[1], millimetres: millimetres))
  }

  private mutating func complain(
    _ code: String,
    _ message: Message,
    found: Message,
    expected: Message? = nil,
    advice: Message? = nil
  ) {
    diagnostics.add(
      code,
      .error,
      at: .source(place),
      message,
      found: found,
      expected: expected,
      advice: advice
    )
  }
}

/// How field paths are spelt.
enum FieldPath {
  /// Returns whether `text` is names of Latin letters, digits and `_`, parted by single dots.
  static func isWellFormed(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first) else { return false }
    let names = text.split(separator: ".", omittingEmptySubsequences: false)
    return names.allSatisfy { name in
      !name.isEmpty
        && name.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}

extension StringProtocol {
  /// The text without ASCII spaces and tabs at either end; full-width spaces are meant and stay.
  var trimmed: String {
    let isBlank: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    guard let start = firstIndex(where: { !isBlank($0) }),
      let end = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[start...end])
  }
}
