/// The outline of a seal.
public enum SealShape: String, Sendable, Hashable, CaseIterable {
  /// 圆形, or square for a person's seal: what every employer has.
  case usual = "圆形"
  /// 椭圆, 30 mm high: 发票专用章 (国家税务总局公告2011年第7号), and some foreign-invested employers.
  case ellipse = "椭圆"

  /// How high an elliptical seal is, in millimetres.
  static let ellipseHeight = 30.0
}

/// The lines around a round or elliptical seal.
public enum SealBorder: String, Sendable, Hashable, CaseIterable {
  /// 单边, one ring.
  case single = "单边"
  /// 双边, a ring with a fine line beside it, as trade unions have.
  case double = "双边"
  /// 内圈, a ring, and a fine line between the name and the middle.
  case inner = "内圈"

  /// The thickness of a fine line, in millimetres.
  static let fine = 0.3
  /// The gap between the ring and a fine line beside it.
  static let gap = 0.5

  /// How much of the radius the ring takes that is `ring` thick, with the line beside it.
  func depth(ring: Double) -> Double {
    self == .double ? ring + SealBorder.gap + SealBorder.fine : ring
  }
}
