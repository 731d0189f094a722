extension Drawing {
  /// The drawing as lines of text, one a shape, for goldens.
  public var dumpLines: [String] {
    ["drawing \(tenth(width))×\(tenth(height))"] + shapes.map(\.dumpLine)
  }
}

extension Drawing.Shape {
  fileprivate var dumpLine: String {
    switch self {
    case .box(let box):
      let size = "\(tenth(box.width))×\(tenth(box.height))"
      return "box \(tenth(box.x)),\(tenth(box.y)) \(size) \(box.tone.rawValue)"
    case .line(let line):
      let way = line.points.map { "\(tenth($0.x)),\(tenth($0.y))" }.joined(separator: " ")
      return (line.hasArrow ? "arrow " : "line ") + way
    case .text(let text):
      let looks =
        (text.isBold ? " bold" : "") + (text.isMark ? " mark" : "")
        + (text.face == .hei ? "" : " \(text.face.rawValue)")
        + (text.size == 1 ? "" : " size \(tenth(text.size))")
      return
        "text \(tenth(text.x)),\(tenth(text.y)) \(text.anchor.rawValue)\(looks) “\(text.words)”"
    }
  }
}

/// Returns `value` with one decimal, none when it is whole.
private func tenth(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  let (whole, part) = abs(tenths).quotientAndRemainder(dividingBy: 10)
  let sign = tenths < 0 ? "-" : ""
  return part == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(part)"
}
