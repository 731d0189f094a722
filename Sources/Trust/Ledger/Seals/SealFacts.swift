/// What a seal is and how it is drawn, as its first entry in the trail keeps it; days are written `2026-11-20`.
public struct SealFacts: Codable, Sendable, Hashable {
  /// 印章类型, such as 公章 or 合同专用章.
  public var kind: String
  /// 印章名称, at most 50 characters.
  public var name: String
  /// The employer whose seal it is.
  public var owner: String
  /// The employer's credit code.
  public var ownerCode: String
  /// The name that stands on it.
  public var text: String
  /// The outline, such as 椭圆; nothing for the usual one.
  public var shape: String?
  /// The lines around it, such as 双边; nothing for the usual one.
  public var border: String?
  /// The digits of the police's registration, where the owner told them.
  public var code: String?
  /// The diameter or side in millimetres.
  public var side: Int
  /// Whether a star stands in the middle.
  public var hasStar: Bool
  /// The owner's own artwork as SVG, in place of a drawn seal.
  public var artwork: String?
  /// The first day on which it may be used.
  public var validFrom: String
  /// The last such day; nothing when it has no end.
  public var validUntil: String?

  /// Creates the facts.
  public init(
    kind: String,
    name: String,
    owner: String,
    ownerCode: String,
    text: String,
    shape: String? = nil,
    border: String? = nil,
    code: String?,
    side: Int,
    hasStar: Bool,
    artwork: String?,
    validFrom: String,
    validUntil: String?
  ) {
    self.kind = kind
    self.name = name
    self.owner = owner
    self.ownerCode = ownerCode
    self.text = text
    self.shape = shape
    self.border = border
    self.code = code
    self.side = side
    self.hasStar = hasStar
    self.artwork = artwork
    self.validFrom = validFrom
    self.validUntil = validUntil
  }
}

/// Who may use a seal, and from when to when; the last entry about a person counts.
public struct SealAuthorisation: Codable, Sendable, Hashable {
  /// The person's name.
  public var person: String
  /// The first day.
  public var validFrom: String
  /// The last day; nothing when it has no end of its own.
  public var validUntil: String?

  /// Creates an authorisation.
  public init(person: String, validFrom: String, validUntil: String?) {
    self.person = person
    self.validFrom = validFrom
    self.validUntil = validUntil
  }

  /// The state on a day: 有效, 未生效 or 过期.
  public func state(on day: String) -> String {
    day < validFrom ? "未生效" : validUntil.map { day > $0 } ?? false ? "过期" : "有效"
  }
}

/// One use of a seal (印章使用记录).
public struct SealUse: Codable, Sendable, Hashable {
  /// Who used it.
  public var person: String
  /// The name of the file that was sealed.
  public var file: String
  /// The SHA-256 digest of the file as the employer signed it.
  public var digest: String

  /// Creates the record of a use.
  public init(person: String, file: String, digest: String) {
    self.person = person
    self.file = file
    self.digest = digest
  }
}

/// What an entry holds that takes back an authorisation.
struct SealRevocation: Codable {
  var person: String
}

/// What an entry holds that ends a seal.
struct SealVoid: Codable {
  var reason: String
}
