public import Diagnostics

extension SealDesign {
  /// Returns all that keeps the seal from being drawn.
  public var problems: [Diagnostic] {
    [nameProblem, purposeProblem, shapeProblem, codeProblem, sideProblem].compactMap { $0 }
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

  private var shapeProblem: Diagnostic? {
    if kind == .personal, shape != .usual || border != .single {
      return SealDesign.problem(
        "seal.shape",
        "名章是方的，没有椭圆、双边和内圈",
        found: "\(shape.rawValue)，\(border.rawValue)",
        advice: nil
      )
    }
    guard kind == .invoice, shape != .ellipse || border != .single || number == nil else {
      return nil
    }
    return SealDesign.problem(
      "seal.shape",
      "发票专用章的式样不对",
      found: "\(shape.rawValue)，\(border.rawValue)，\(number == nil ? "没有税号" : "有税号" as Message)",
      expected: "椭圆，单边，中间是纳税人识别号",
      advice: nil,
      citation: "国家税务总局公告2011年第7号"
    )
  }

  private var codeProblem: Diagnostic? {
    guard let code else { return nil }
    guard kind != .personal else {
      return SealDesign.problem("seal.code", "名章没有印章编码", found: "\(code)", advice: "请去掉编码")
    }
    let isFit =
      (10...18).contains(code.utf8.count) && code.utf8.allSatisfy { (48...57).contains($0) }
    return isFit
      ? nil
      : SealDesign.problem(
        "seal.code",
        "印章编码是10至18位数字",
        found: "\(code)",
        advice: "请照公安机关备案的编码填写，没有编码就不要写"
      )
  }

  private var sideProblem: Diagnostic? {
    let sides = kind.sides(shape)
    guard !sides.contains(side) else { return nil }
    return SealDesign.problem(
      "seal.side",
      kind == .personal ? "名章的边长不合规格" : "印章的直径（椭圆的长径）不合规格",
      found: "\(side)毫米",
      expected: sides.count == 1
        ? "\(sides.lowerBound)毫米" : "\(sides.lowerBound)至\(sides.upperBound)毫米",
      advice: nil,
      citation: kind == .personal ? nil : "国发〔1999〕25号：企业印章直径不得大于4.5厘米"
    )
  }

  private static func problem(
    _ code: String,
    _ message: Message,
    found: Message,
    expected: Message? = nil,
    advice: Message?,
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
