public import Calendar

/// A seal of the employer, as far as it is judged.
public struct Seal: Sendable, Hashable {
  /// Its row in the list.
  public let place: ListPlace
  /// 印章类型, such as 合同专用章; the words are the place's own.
  public let type: String
  /// 印章名称.
  public let name: String
  /// The credit code of its owner, where the file tells it.
  public let ownerUscc: String?
  /// Where it stands, where the file tells it.
  public let status: SealStatus?
  /// 印章编码, where the file tells it.
  public let serial: String?
  /// The first and the last day on which it may be used, where the file tells them.
  public let validFrom, validTo: CivilDate?

  /// What a row of 印章 says; the list leaves out rows without a type or a name.
  init?(_ line: RecordLine) {
    guard let type = line.text("s.type"), let name = line.text("s.name") else { return nil }
    place = line.place
    self.type = type
    self.name = name
    ownerUscc = line.text("s.ownerUscc")?.uppercased()
    status = line.code("s.status", as: SealStatus.self)
    serial = line.text("s.serial")
    (validFrom, validTo) = (line.date("s.validFrom"), line.date("s.validTo"))
  }
}

/// A use of a seal (印章使用记录), as far as it is judged.
public struct SealUse: Sendable, Hashable {
  /// Its row in the list.
  public let place: ListPlace
  /// 印章编码, where the file tells it.
  public let serial: String?
  /// 印章名称.
  public let name: String
  /// The day of the use; nothing where the time is written otherwise than `2026-11-03 09:31:12`.
  public let day: CivilDate?
  /// When the code by text message was sent and when it was entered, where the file tells it.
  public let codeSentAt, codeEnteredAt: Moment?

  /// What a row of 印章使用记录 says; the list leaves out rows without a name or a time.
  init?(_ line: RecordLine) {
    guard let name = line.text("su.sealName"), let time = line.text("su.at") else { return nil }
    (place, self.name) = (line.place, name)
    serial = line.text("su.sealId")
    day = CivilDate(iso: String(time.prefix(10)))
    codeSentAt = line.text("su.codeSentAt").map { Moment($0) }
    codeEnteredAt = line.text("su.codeEnteredAt").map { Moment($0) }
  }
}

extension Batch {
  /// The employer's seals.
  public var seals: [Seal] { lines[.seals].compactMap { Seal($0) } }

  /// The uses of the employer's seals.
  public var sealUses: [SealUse] { lines[.sealUses].compactMap { SealUse($0) } }
}
