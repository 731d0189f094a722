import Calendar
import Digests
import XML

/// Reads the metadata of a bag, or returns nothing when they are damaged or not ours.
public func readMetadata(_ bytes: [UInt8]) -> Holding? {
  var reading = MetadataReading()
  let isWhole = readXML(bytes) { reading.take($0) }
  return isWhole ? reading.holding : nil
}

/// One reading: the texts of the elements by name, in their order.
private struct MetadataReading {
  private var texts: [String: [String]] = [:]
  private var text = ""

  mutating func take(_ event: XMLEvent) {
    switch event {
    case .start: text = ""
    case .text(let piece): text += piece
    case .end(let name, _):
      texts[name, default: []].append(text)
      text = ""
    }
  }

  var holding: Holding? {
    guard let digest = first("数字摘要").flatMap({ Digest(hex: $0.utf8) }),
      let title = first("题名"), let fileName = first("计算机文件名"),
      let byteCount = first("计算机文件大小").flatMap({ Int($0) }),
      let retention = first("保管期限").flatMap({ Retention($0) }),
      let day = firstDay("日期"), let archivedOn = firstDay("行为时间")
    else { return nil }
    var holding = Holding(
      digest: digest,
      title: title,
      day: day,
      archivedOn: archivedOn,
      retention: retention,
      fileName: fileName,
      byteCount: byteCount
    )
    holding.form = first("类别号")
    holding.numbers = texts["文件编号"] ?? []
    holding.employer = first("责任者")
    holding.employerCode = first("统一社会信用代码")
    holding.persons = texts["人名"] ?? []
    holding.keywords = texts["关键词"] ?? []
    holding.documentCount = max(1, min(first("件数").flatMap { Int($0) } ?? 1, Bag.mostDocuments))
    holding.signatures = signatures
    holding.stampedUntil = firstDay("时间戳有效期至")
    holding.version = first("版本").flatMap { Int($0) } ?? 1
    holding.derivedFrom = first("实体标识符")
    return holding
  }

  /// The signatures, of which each has all of its elements.
  private var signatures: [Holding.Signature] {
    let (signers, times) = (texts["签名人"] ?? [], texts["签名时间"] ?? [])
    let (rules, certificates) = (texts["签名规则"] ?? [], texts["证书引证"] ?? [])
    return signers.indices.compactMap { index in
      guard [times, rules, certificates].allSatisfy({ $0.indices.contains(index) }) else {
        return nil
      }
      return Holding.Signature(
        signer: signers[index],
        time: times[index],
        rule: rules[index],
        certificate: certificates[index]
      )
    }
  }

  private func first(_ name: String) -> String? { texts[name]?.first }

  private func firstDay(_ name: String) -> CivilDate? { first(name).flatMap { CivilDate(iso: $0) } }
}
