/// A seal of the employer, as far as it is judged.
public struct Seal: Sendable, Hashable {
  /// 印章类型, such as 合同专用章; the words are the place's own.
  public let type: String
  /// 印章名称.
  public let name: String
  /// The credit code of its owner, where the file tells it.
  public let ownerUscc: String?
  /// Where it stands, where the file tells it.
  public let status: SealStatus?

  /// What a row of 印章 says; the list leaves out rows without a type or a name.
  init?(_ line: RecordLine) {
    guard let type = line.text("s.type"), let name = line.text("s.name") else { return nil }
    self.type = type
    self.name = name
    ownerUscc = line.text("s.ownerUscc")?.uppercased()
    status = line.code("s.status", as: SealStatus.self)
  }
}

extension Batch {
  /// The employer's seals.
  public var seals: [Seal] { lines[.seals].compactMap { Seal($0) } }
}
