/// The dictionary of a signature, with room for what is known when all other bytes are (ISO 32000-1 §12.8.1).
struct SignatureDictionary {
  private let facts: SignatureFacts

  init(_ facts: SignatureFacts) {
    self.facts = facts
  }

  /// Three numbers of ten digits after the first, which is 0.
  private static let emptyRange = "[0 " + String(repeating: " ", count: 32) + "]"

  /// Appends the dictionary, and returns where its rooms are, counted from where `object` began.
  func append(to object: inout ByteBuffer) throws(PDFFailure) -> SignaturePlace {
    object.append("<<")
    for (key, value) in entries.pairs {
      try object.append(name: key)
      object.append(byte: 0x20)
      try object.append(value)
      object.append(byte: 0x0A)
    }
    object.append("/ByteRange ")
    let range = object.count
    object.append(SignatureDictionary.emptyRange)
    object.append("\n/Contents ")
    let contents = object.count
    object.append(byte: UInt8(ascii: "<"))
    object.append(repeating: UInt8(ascii: "0"), count: 2 * facts.room)
    object.append(byte: UInt8(ascii: ">"))
    let end = object.count
    object.append("\n>>")
    return SignaturePlace(
      byteRange: range..<range + SignatureDictionary.emptyRange.utf8.count,
      contents: contents..<end
    )
  }

  private var entries: Entries {
    let isTimeStamp = facts.kind == .documentTimeStamp
    var entries: Entries = [
      "Type": .name(isTimeStamp ? "DocTimeStamp" : "Sig"),
      "Filter": .name("Adobe.PPKLite"),
      "SubFilter": .name(isTimeStamp ? "ETSI.RFC3161" : "ETSI.CAdES.detached"),
    ]
    entries.add("Name", facts.name.map(Value.text))
    entries.add("M", facts.stamp.map { .text(SignatureDictionary.date($0)) })
    if facts.kind == .certification {
      entries.add("Reference", [SignatureDictionary.certification])
    }
    return entries
  }

  /// Later changes may fill in forms and sign, nothing else (ISO 32000-1 table 254); PDF/A forbids a digest here
  /// (ISO 19005-3 §6.1.12).
  private static let certification: Value = [
    "Type": .name("SigRef"),
    "TransformMethod": .name("DocMDP"),
    "TransformParams": ["Type": .name("TransformParams"), "P": 2, "V": .name("1.2")],
  ]

  /// Turns `2026-11-26T20:17:18+08:00` into `D:20261126201718+08'00'` (ISO 32000-1 §7.9.4).
  private static func date(_ stamp: String) -> String {
    let zone = stamp.suffix(6).replacing(":", with: "'") + "'"
    return "D:" + stamp.dropLast(6).filter(\.isNumber) + zone
  }
}
