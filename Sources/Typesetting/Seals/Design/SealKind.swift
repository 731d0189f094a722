/// What a seal is for (印章类型).
public enum SealKind: Sendable, Hashable {
  /// 公章, the employer's own.
  case company
  /// A seal for one purpose, such as 合同专用章 or 财务专用章, which it shows below its middle.
  case special(purpose: String)
  /// 法定代表人名章, a person's square seal.
  case personal

  /// What every purpose ends with.
  public static let purposeEnding = "专用章"

  /// Reads the kind as `label` writes it; other words give nothing.
  public init?(_ label: String) {
    switch label {
    case SealKind.company.label: self = .company
    case SealKind.personal.label: self = .personal
    case _ where label.hasSuffix(SealKind.purposeEnding) && label != SealKind.purposeEnding:
      self = .special(purpose: label)
    default: return nil
    }
  }

  /// The kind in Chinese.
  public var label: String {
    switch self {
    case .company: "公章"
    case .special(let purpose): purpose
    case .personal: "法定代表人名章"
    }
  }

  /// The usual diameter, or side, in millimetres: 40 for the company's own, 38 for others, so that both are told apart.
  public var usualSide: Int {
    switch self {
    case .company: 40
    case .special: 38
    case .personal: 20
    }
  }

  /// The diameters or sides that are allowed; no enterprise's seal is wider than 45 mm (国发〔1999〕25号).
  public var sides: ClosedRange<Int> {
    switch self {
    case .company, .special: 36...45
    case .personal: 18...25
    }
  }
}
