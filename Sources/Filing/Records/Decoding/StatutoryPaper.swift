import Diagnostics

/// A paper whose contents the law lists: what it lacks is told as a breach of that law, not only as an empty field.
enum StatutoryPaper {
  /// The labour contract (劳动合同法 article 17).
  case contract
  /// The certificate of its end (劳动合同法实施条例 article 24).
  case certificate

  /// Returns that the item `label` is not there (V-11, V-46).
  func lack(_ label: MemberLabel) -> Diagnostic {
    switch self {
    case .contract:
      Diagnostic(
        "V-11",
        .error,
        "劳动合同缺少必备条款：\(label)",
        advice: "请补填\(label)",
        citation: "《劳动合同法》第十七条"
      )
    case .certificate:
      Diagnostic(
        "V-46",
        .error,
        "证明书缺少法定内容：\(label)",
        advice: "请补填\(label)",
        citation: "《劳动合同法实施条例》第二十四条"
      )
    }
  }
}

extension FilingKind? {
  /// How badly what both papers say of the contract is needed: its term and its post.
  var needOfTermAndPost: Need {
    self == .terminate ? .statutory(.certificate) : needOfTerms
  }

  /// How badly what only the contract says is needed.
  var needOfTerms: Need {
    self == .new || self == .renew ? .statutory(.contract) : .required
  }
}
