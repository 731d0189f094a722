import Calendar
import Digests

/// Returns the metadata of `holding` as XML, its elements named and nested as DA/T 46-2009 has them.
///
/// What that standard has no element for stands in 附加, so that nobody takes it for one of its own.
func metadataXML(of holding: Holding) -> String {
  var xml = XMLText()
  xml.begin("电子文件元数据", [("依据", "DA/T 46-2009")])
  xml.add("聚合层次", holding.isDossier ? "案卷" : "文件")
  xml.group("来源") { $0.add("立档单位名称", holding.employer) }
  xml.add("电子文件号", holding.code)
  xml.group("档号") {
    $0.add("年度", "\(holding.day.year)")
    $0.add("保管期限", holding.retention.label)
    $0.add("类别号", holding.form)
  }
  xml.group("内容描述") {
    $0.add("题名", holding.title)
    for keyword in holding.keywords { $0.add("关键词", keyword) }
    for person in holding.persons { $0.add("人名", person) }
    for number in holding.numbers { $0.add("文件编号", number) }
    $0.add("责任者", holding.employer)
    $0.add("日期", "\(holding.day)")
  }
  xml.group("形式特征") {
    $0.add("语种", "汉语")
    if !holding.isDossier { $0.add("稿本", holding.signatures.isEmpty ? "定稿" : "正本") }
  }
  xml.group("电子属性") {
    $0.add("格式信息", "PDF")
    $0.add("计算机文件名", holding.fileName)
    $0.add("计算机文件大小", "\(holding.byteCount)")
  }
  for signature in holding.signatures {
    xml.group("电子签名") {
      $0.add("签名规则", signature.rule)
      $0.add("签名时间", signature.time)
      $0.add("签名人", signature.signer)
      $0.add("证书引证", signature.certificate)
    }
  }
  xml.group("业务实体") {
    $0.add("业务行为", "归档")
    $0.add("行为时间", "\(holding.archivedOn)")
  }
  if let former = holding.derivedFrom {
    xml.group("实体关系") {
      $0.add("关系类型", "派生自")
      $0.add("实体标识符", former)
    }
  }
  xml.group("附加") {
    $0.add("数字摘要", holding.digest.hex)
    $0.add("统一社会信用代码", holding.employerCode)
    if holding.isDossier { $0.add("件数", "\(holding.documentCount)") }
    $0.add("版本", "\(holding.version)")
    $0.add("处置日期", holding.disposal.map { "\($0)" })
    $0.add("时间戳有效期至", holding.stampedUntil.map { "\($0)" })
  }
  xml.end("电子文件元数据")
  return xml.text
}
