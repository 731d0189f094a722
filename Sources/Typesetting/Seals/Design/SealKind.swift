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

  /// 发票专用章, the one seal whose shape and measures are laid down in every particular.
  public static let invoice = SealKind.special(purpose: "发票专用章")

  /// The shape that it has unless something else is asked for.
  public var usualShape: SealShape { self == .invoice ? .ellipse : .usual }

  /// The usual diameter, width or side in millimetres: 40 for the company's own, 38 for others, so that both are told
  /// apart; elliptical ones are 45 × 30, but 40 × 30 for invoices.
  public func usualSide(_ shape: SealShape) -> Int {
    switch (self, shape) {
    case (.personal, _): 20
    case (.invoice, .ellipse): 40
    case (_, .ellipse): 45
    case (.company, .usual): 40
    case (.special, .usual): 38
    }
  }

  /// The diameters, widths or sides that are allowed; no enterprise's seal is wider than 45 mm (国发〔1999〕25号).
  public func sides(_ shape: SealShape) -> ClosedRange<Int> {
    switch (self, shape) {
    case (.personal, _): 18...25
    case (.invoice, .ellipse): 40...40
    case (_, .ellipse): 40...45
    case (_, .usual): 36...45
    }
  }
}
