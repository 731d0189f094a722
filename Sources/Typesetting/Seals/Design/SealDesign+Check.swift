public import Diagnostics

extension SealDesign {
  /// Returns all that keeps the seal from being drawn.
  public var problems: [Diagnostic] {
    [nameProblem, purposeProblem, codeProblem, sideProblem].compactMap { $0 }
  }

  /// How many characters the arc of a round seal takes and stays legible.
  static let arcCounts = 4...40

  private var nameProblem: Diagnostic? {
    switch kind {
    case .company, .special:
      guard !SealDesign.arcCounts.contains(name.count) else { return nil }
      return SealDesign.problem(
        "seal.name",
        "印章上的单位名称要有4至40个字",
        found: "\(name)（\(name.count)个字）",
        advice: "太长时可以用规范化的简称"
      )
    case .personal:
      guard NameSquare(of: name) == nil else { return nil }
      return SealDesign.problem(
        "seal.name",
        "名章上的姓名要有2至6个字",
        found: "\(name)（\(name.count)个字）",
        advice: nil
      )
    }
  }

  private var purposeProblem: Diagnostic? {
    guard case .special(let purpose) = kind, purpose.count > 10 else { return nil }
    return SealDesign.problem(
      "seal.purpose",
      "印章的用途最多10个字",
      found: "\(purpose)（\(purpose.count)个字）",
      advice: nil
    )
  }

  private var codeProblem: Diagnostic? {
    guard let code else { return nil }
    guard kind != .personal else {
      return SealDesign.problem("seal.code", "名章没有印章编码", found: code, advice: "请去掉编码")
    }
    let isFit =
      (10...18).contains(code.utf8.count) && code.utf8.allSatisfy { (48...57).contains($0) }
    return isFit
      ? nil
      : SealDesign.problem(
        "seal.code",
        "印章编码是10至18位数字",
        found: code,
        advice: "请照公安机关备案的编码填写，没有编码就不要写"
      )
  }

  private var sideProblem: Diagnostic? {
    guard !kind.sides.contains(side) else { return nil }
    let (least, most) = (kind.sides.lowerBound, kind.sides.upperBound)
    return SealDesign.problem(
      "seal.side",
      kind == .personal ? "名章的边长不合规格" : "印章的直径不合规格",
      found: "\(side)毫米",
      expected: "\(least)至\(most)毫米",
      advice: nil,
      citation: kind == .personal ? nil : "国发〔1999〕25号：企业印章直径不得大于4.5厘米"
    )
  }

  private static func problem(
    _ code: String,
    _ message: String,
    found: String,
    expected: String? = nil,
    advice: String?,
    citation: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      code,
      .error,
      message,
      found: found,
      expected: expected,
      advice: advice,
      citation: citation
    )
  }
}
