import Archive
import Diagnostics
import Signing

/// The name on the certificate that signs, held against whoever a document is to be signed by.
///
/// A signature binds whom its certificate names, not whom the document names: what the wrong key has signed binds nobody.
struct SignerName {
  /// The name as the authority spells it.
  let certificate: String
  /// Whether a person has found that another name is the same party's, such as one in Latin letters.
  let isVouchedFor: Bool

  /// The name without the numbers that authorities put beside it, as a person would write it.
  var person: String {
    let parts = certificate.split { !$0.isLetter && !$0.isWhitespace && !SignerName.isPoint($0) }
    let longest = parts.max { $0.count < $1.count } ?? certificate[...]
    return longest.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Returns why the certificate may not sign `document` as `role`; nothing when it names one of `parties`, or when nobody
  /// knows who is to sign.
  func refusal(
    of document: String,
    as role: SigningRole,
    by parties: [String]
  ) -> Diagnostic? {
    guard !isVouchedFor, isOneOf(parties) == false else { return nil }
    return Diagnostic(
      "sign.name",
      .error,
      role == .employer
        ? "“\(document)”要由用人单位签，证书上是别的名称，没有签" : "“\(document)”要由劳动者本人签，证书上是别的姓名，没有签",
      found: "\(certificate)",
      expected: parties.map { "\($0)" as Message }.joined(separator: "或者"),
      advice: "请核对密钥是谁的；确实是同一个人、同一个单位，只是写法不同的，加 --other-name"
    )
  }

  /// Whether the certificate names one of `parties`; nothing when nobody knows who is to sign.
  func isOneOf(_ parties: [String]) -> Bool? {
    parties.isEmpty ? nil : parties.contains(where: isOf)
  }

  /// Whether the certificate spells `party` as a name of its own.
  ///
  /// Authorities put numbers and what a key is for beside it (张三@1101…, 示例公司(合同专用章)), but a longer name is
  /// somebody else's.
  private func isOf(_ party: String) -> Bool {
    let (text, name) = (SignerName.folded(certificate), SignerName.folded(party))
    guard !name.isEmpty else { return false }
    return text.ranges(of: name).contains { place in
      let neighbours = text[..<place.lowerBound].suffix(1) + text[place.upperBound...].prefix(1)
      return !neighbours.contains { $0.isLetter || SignerName.isPoint($0) }
    }
  }

  /// Returns a name without what is spelt differently by habit: blanks, cases, brackets, and the point in names of several
  /// parts.
  private static func folded(_ name: String) -> [Character] {
    name.lowercased().filter { !$0.isWhitespace }.map { character in
      switch character {
      case "（": "("
      case "）": ")"
      default: isPoint(character) ? "·" : character
      }
    }
  }

  /// Whether `character` is the point between the parts of a name (民委发〔2016〕33号), or one that is typed for it.
  private static func isPoint(_ character: Character) -> Bool { "·•‧・．∙⋅･".contains(character) }
}

extension RecordFacts {
  /// Returns by which names the record knows whoever is to sign as `role`; none where it tells of nobody.
  func parties(to role: SigningRole) -> [String] {
    switch role {
    case .employer: [employer, employerCode].compactMap(\.self)
    case .employee: persons
    }
  }
}
