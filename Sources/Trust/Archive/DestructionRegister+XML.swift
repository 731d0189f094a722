import Calendar
import Digests
import XML

extension DestructionRegister {
  /// The register as a file, in the words of the metadata (DA/T 46-2009) where there is one.
  public var xml: [UInt8] {
    var xml = XMLText()
    xml.begin("销毁清册")
    xml.add("清册编号", "\(number)")
    xml.add("前册数字摘要", former?.hex)
    xml.add("批准清单数字摘要", list.hex)
    xml.add("销毁日期", "\(destroyedOn)")
    for document in documents {
      xml.group("文件") {
        $0.add("电子文件号", document.code)
        $0.add("数字摘要", document.digest)
        $0.add("题名", document.title)
        $0.add("文件编号", document.number)
        $0.add("责任者", document.employer)
        $0.add("日期", document.day)
        $0.add("保管期限", document.retention)
        $0.add("批准人", document.approver)
        $0.add("批准日期", document.approvedOn)
      }
    }
    xml.end("销毁清册")
    return Array(xml.text.utf8)
  }

  /// Reads a register; nothing when it is damaged or no register.
  public init?(_ bytes: [UInt8]) {
    var reading = RegisterReading()
    guard readXML(bytes, { reading.take($0) }), let register = reading.register else { return nil }
    self = register
  }
}

/// One reading: the texts of the elements by name, for the register and for the document that is open.
private struct RegisterReading {
  private var head: [String: String] = [:]
  private var open: [String: String]?
  private var documents: [Destruction] = []
  private var isWhole = true
  private var text = ""

  mutating func take(_ event: XMLEvent) {
    switch event {
    case .start(let name, _):
      text = ""
      if name == "文件" { open = [:] }
    case .text(let piece): text += piece
    case .end("文件", _):
      if let document = open.flatMap(Destruction.init) {
        documents.append(document)
      } else {
        isWhole = false
      }
      open = nil
    case .end(let name, _):
      if open == nil { head[name] = text } else { open?[name] = text }
      text = ""
    }
  }

  var register: DestructionRegister? {
    guard isWhole, let number = head["清册编号"].flatMap({ Int($0) }),
      let list = head["批准清单数字摘要"].flatMap({ Digest(hex: $0.utf8) }),
      let day = head["销毁日期"].flatMap({ CivilDate(iso: $0) })
    else { return nil }
    let former = head["前册数字摘要"]
    let digest = former.flatMap { Digest(hex: $0.utf8) }
    guard (former == nil) == (digest == nil) else { return nil }
    return DestructionRegister(
      number: number,
      former: digest,
      list: list,
      destroyedOn: day,
      documents: documents
    )
  }
}

extension Destruction {
  /// Takes the texts of a document's elements; nothing when one is missing.
  fileprivate init?(_ texts: [String: String]) {
    guard let code = texts["电子文件号"], isArchivalCode(code), let digest = texts["数字摘要"],
      let title = texts["题名"], let day = texts["日期"], let retention = texts["保管期限"],
      let approver = texts["批准人"], let approvedOn = texts["批准日期"]
    else { return nil }
    self.init(
      code: code,
      digest: digest,
      title: title,
      number: texts["文件编号"],
      employer: texts["责任者"],
      day: day,
      retention: retention,
      approver: approver,
      approvedOn: approvedOn
    )
  }
}
